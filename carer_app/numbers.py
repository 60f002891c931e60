"""Whom to ring: the numbers that come along, each with the day on which it was checked and where."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from resources import path


@dataclass(frozen=True, slots=True)
class Number:
    """`for_whom` is "child" or "carer"; `source` says where the number was read on `checked_on`.

    `promise` is what a helpline itself says about whom it tells, as read at `promise_source` on `promise_looked_on`.
    """

    key: str
    name: str
    number: str
    hours: str
    about: str
    for_whom: Literal["child", "carer"]
    checked_on: date
    source: str
    promise: str = ""
    promise_source: str = ""
    promise_looked_on: date | None = None


@lru_cache(maxsize=1)
def numbers() -> tuple[Number, ...]:
    """All numbers, in the order in which they are offered."""
    told = tomllib.loads(path("numbers/england.toml").read_text(encoding="utf-8"))
    return tuple(Number(**each) for each in told["number"])


def numbers_for(whom: Literal["child", "carer"]) -> tuple[Number, ...]:
    """The numbers for a child, or for a carer."""
    return tuple(each for each in numbers() if each.for_whom == whom)
