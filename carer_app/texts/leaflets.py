"""Leaflets to read and print, from files in resources/leaflets. They are about nobody and need no records."""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from carer_app.errors import CarerAppError, ShippedFileWrong
from carer_app.texts import facts
from carer_app.texts.numbers import number, numbers
from carer_app.words import _
from resources import path

POINT = "- "
"""A line that begins so is a point of a list."""

TO_FILL_IN = re.compile(r": \{(out_of_hours|social_worker|blank)\}$")
"""The end of a line with room for a telephone number of the carer's own, or for anything that is written by hand."""

_PROMISE = re.compile(r"^\{promise:(\w+)\}$")
"""A line that is what a helpline itself says: it stands once, beside its number."""

_NUMBER = re.compile(r"\{number:(\w+)\}")
"""In a line: a helpline with its number and its hours."""


@dataclass(frozen=True, slots=True)
class Section:
    """`read` are its lines with what each rests on, see carer_app/texts/facts.py."""

    heading: str
    read: tuple[facts.Line, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to read."""
        return tuple(line.text for line in self.read)

    def lines_on(self, today: date) -> tuple[str, ...]:
        """The lines as they are true today: money whose year is over says so."""
        return tuple(line.on(today) for line in self.read)


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
    rests_on: tuple[str, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    @property
    def for_children(self) -> bool:
        """Whether a child reads it: bigger on paper, and without a list of sources."""
        return self.text_size > 12

    @property
    def facts(self) -> tuple[str, ...]:
        """Everything that it rests on: as a whole, and line by line."""
        lines = [key for section in self.sections for line in section.read for key in line.facts]
        return tuple(dict.fromkeys((*self.rests_on, *lines)))

    def texts(self) -> tuple[str, ...]:
        """Everything to read, without the signs for points and without numbers that are the carer's own."""
        lines = [line for section in self.sections for line in (section.heading, *section.lines)]
        return (self.title, *(TO_FILL_IN.sub("", line).removeprefix(POINT) for line in lines))

    def told(
        self, own: "OwnNumbers", today: date, blank: str = ""
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Headings and lines with the carer's own numbers. `blank` is to write on where one is not known: on paper."""
        return tuple(
            (each.heading, tuple(own.filled(line, blank) for line in each.lines_on(today)))
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
            rests_on=facts.known(told["facts"]),
            sections=tuple(_section(each) for each in told["section"]),
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


def _section(told: dict[str, Any]) -> Section:
    return Section(_words(told["heading"]), tuple(_line(_words(line)) for line in told["lines"]))


def _line(line: str) -> facts.Line:
    """The line as it is read, with its helplines, and what it rests on."""
    promised = _PROMISE.match(line)
    if promised:
        [promise] = [each for each in numbers() if each.key == promised[1]]
        return facts.Line(promise.promise, promise.promise_facts)
    read = facts.read_line(line)
    helplines = [number(key) for key in _NUMBER.findall(read.text)]
    return replace(
        read,
        text=_NUMBER.sub(lambda found: number(found[1]).in_a_line, read.text),
        facts=(*read.facts, *(key for each in helplines for key in each.facts)),
    )
