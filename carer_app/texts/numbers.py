"""Whom to ring: the numbers that come along. Where and when each was looked up stands in resources/facts."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path


@dataclass(frozen=True, slots=True)
class Number:
    """`for_whom` is "child", "carer" or both; `unchecked` says what of it could not be looked up again.

    `promise` is what a helpline itself says about whom it tells, as its `promise_facts` have it.
    """

    key: str
    name: str
    number: str
    about: str
    for_whom: tuple[Literal["child", "carer"], ...]
    facts: tuple[str, ...]
    hours: str = ""
    email: str = ""
    unchecked: str = ""
    promise: str = ""
    promise_facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """What it says rests on facts that we know."""
        facts.known((*self.facts, *self.promise_facts))

    @property
    def in_a_line(self) -> str:
        """For a leaflet: "NSPCC helpline, 0808 800 5000, or help@nspcc.org.uk. We could not check …"."""
        written = _("{number}, or {email}").format(number=self.number, email=self.email)
        hours = self.hours if self.hours.startswith("Monday") else self.hours[:1].lower() + self.hours[1:]
        said = ", ".join(part for part in (self.name, written if self.email else self.number, hours) if part)
        return f"{said}. {self.unchecked}" if self.unchecked else said


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that the file holds."""

    number: tuple[Number, ...]


@lru_cache(maxsize=1)
def numbers() -> tuple[Number, ...]:
    """All numbers, in the order in which they are offered."""
    return read_file(path("numbers/england.toml"), Numbers).number


def number(key: str) -> Number:
    """One number. Raises KeyError."""
    return {each.key: each for each in numbers()}[key]


def numbers_for(whom: Literal["child", "carer"]) -> tuple[Number, ...]:
    """The numbers for a child, or for a carer."""
    return tuple(each for each in numbers() if whom in each.for_whom)
