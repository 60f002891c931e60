"""Leaflets to read and print, from files in resources/leaflets. They are about nobody and need no records."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from carer_app.errors import CarerAppError, ShippedFileWrong
from carer_app.words import _
from resources import path

POINT = "- "
"""A line that begins so is a point of a list."""


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
        """Everything to read, without the signs for points."""
        lines = [line for section in self.sections for line in (section.heading, *section.lines)]
        return (self.title, *(line.removeprefix(POINT) for line in lines))


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
                Section(_words(each["heading"]), tuple(_words(line) for line in each["lines"]))
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


def _day(day: Any) -> date:
    if not isinstance(day, date):
        raise TypeError("written_on is not a day")
    return day
