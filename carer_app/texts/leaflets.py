"""Leaflets to read and print, from files in resources/leaflets. They are about nobody and need no records."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from carer_app.texts import facts
from carer_app.texts.numbers import number
from carer_app.texts.reading import read_file
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
class LeafletLine(facts.FactLine):
    """A line with its helplines, and what it rests on."""

    @classmethod
    def from_file(cls, line: str) -> "LeafletLine":
        """As it stands in a leaflet: also with {number:…} and {promise:…}. Raises KeyError for one nobody knows."""
        promised = _PROMISE.match(line)
        if promised:
            promise = number(promised[1])
            return cls(promise.promise, promise.promise_facts)
        read = facts.read_line(line)
        helplines = [number(key) for key in _NUMBER.findall(read.text)]
        return cls(
            _NUMBER.sub(lambda found: number(found[1]).in_a_line, read.text),
            (*read.facts, *(key for each in helplines for key in each.facts)),
            read.said,
        )


@dataclass(frozen=True, slots=True)
class LeafletSection:
    """`read` are its lines with what each rests on, see carer_app/texts/facts.py."""

    heading: str
    read: tuple[LeafletLine, ...] = field(metadata={"in_file": "lines"})

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to read."""
        return tuple(line.text for line in self.read)

    def lines_on(self, today: date) -> tuple[str, ...]:
        """The lines as they are true today: money whose year is over says so."""
        return tuple(line.on(today) for line in self.read)


@dataclass(frozen=True, slots=True)
class LeafletQuestion:
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
    text_size: Literal[12, 14, 18]
    rests_on: tuple[str, ...] = field(metadata={"in_file": "facts"})
    sections: tuple[LeafletSection, ...] = field(metadata={"in_file": "section"})
    questions: tuple[LeafletQuestion, ...] = field(metadata={"in_file": "question"})

    def __post_init__(self) -> None:
        """What it says as a whole rests on facts that we know."""
        facts.known(self.rests_on)

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
    """Every leaflet of a folder. Raises TextFileWrong."""
    read = [read_file(file, Leaflet) for file in sorted(folder.glob("*.toml"))]
    return tuple(sorted(read, key=lambda each: each.order))
