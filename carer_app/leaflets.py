"""Leaflets to read and print, from files in resources/leaflets. They are about nobody and need no records."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from carer_app.errors import CarerAppError, ShippedFileWrong
from carer_app.numbers import numbers
from carer_app.words import _
from resources import path

POINT = "- "
"""A line that begins so is a point of a list."""

TO_FILL_IN = re.compile(r": \{(out_of_hours|social_worker|blank)\}$")
"""The end of a line with room for a telephone number of the carer's own, or for anything that is written by hand."""

_PROMISE = re.compile(r"^\{promise:(\w+)\}$")
"""A line that is what a helpline itself says: it stands once, beside its number."""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a reader can answer from the leaflet; `answer` stands in it word for word."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """`text_size` is the size on paper in points: bigger for children."""

    key: str
    order: int
    title: str
    for_whom: str
    text_size: int
    source: str
    written_on: date
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    def texts(self) -> tuple[str, ...]:
        """Everything to read, without the signs for points and without numbers that are the carer's own."""
        lines = [line for section in self.sections for line in (section.heading, *section.lines)]
        return (self.title, *(TO_FILL_IN.sub("", line).removeprefix(POINT) for line in lines))

    def sections_with(self, own: "OwnNumbers", blank: str = "") -> tuple[Section, ...]:
        """The sections with the carer's own numbers. `blank` is to write on where one is not known: on paper only."""
        return tuple(
            Section(each.heading, tuple(own.filled(line, blank) for line in each.lines))
            for each in self.sections
        )


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """Telephone numbers that only the carer knows, by what a leaflet calls them; empty where not known."""

    out_of_hours: str = ""
    social_worker: str = ""

    def filled(self, line: str, blank: str = "") -> str:
        """A line of a leaflet with its number, or with `blank`."""
        found = TO_FILL_IN.search(line)
        if found is None:
            return line
        number = " ".join(getattr(self, found[1], "").split()) or blank
        return line[: found.start()] + (f": {number}" if number else "")


@lru_cache(maxsize=1)
def leaflets() -> tuple[Leaflet, ...]:
    """The leaflets that come along, in order."""
    return read_leaflets(path("leaflets"))


def leaflet(key: str) -> Leaflet:
    """One leaflet by its key. Raises KeyError."""
    found = {each.key: each for each in leaflets()}
    return found[key]


def read_leaflets(folder: Path) -> tuple[Leaflet, ...]:
    """Every leaflet of a folder. Raises ShippedFileWrong naming the file."""
    read = [_read(file) for file in sorted(folder.glob("*.toml"))]
    return tuple(sorted(read, key=lambda each: each.order))


def _read(file: Path) -> Leaflet:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return Leaflet(
            key=told["key"],
            order=int(told["order"]),
            title=_words(told["title"]),
            for_whom=_words(told["for_whom"]),
            text_size=int(told["text_size"]),
            source=_words(told["source"]),
            written_on=_day(told["written_on"]),
            sections=tuple(
                Section(_words(each["heading"]), tuple(_line(line) for line in each["lines"]))
                for each in told["section"]
            ),
            questions=tuple(
                Question(_words(each["ask"]), _words(each["answer"])) for each in told["question"]
            ),
        )
    except (KeyError, TypeError, ValueError, CarerAppError) as error:
        raise ShippedFileWrong(
            _("The leaflet {name} is not as it should be: {what}").format(name=file.name, what=error)
        ) from error


def _words(text: Any) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ValueError("words are missing")
    return text


def _line(text: Any) -> str:
    promised = _PROMISE.match(_words(text))
    return next(each.promise for each in numbers() if each.key == promised[1]) if promised else _words(text)


def _day(day: Any) -> date:
    if not isinstance(day, date):
        raise TypeError("written_on is not a day")
    return day
