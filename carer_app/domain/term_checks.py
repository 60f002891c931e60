"""What does not fit in a set of school dates: pointed at, never put right behind anybody's back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from carer_app.domain.school_calendar import Period

ProblemKind = Literal["weekday", "year", "overlap", "reversed", "inset_outside", "missing", "bank_holiday"]


@dataclass(frozen=True, slots=True)
class DatesProblem:
    """One thing to look at. `sentence` is for the carer; `days` are the days it is about, as far as they are known."""

    kind: ProblemKind
    sentence: str
    days: tuple[date, ...] = ()


def problems_in(
    periods: Sequence[Period],
    inset_days: Sequence[date] = (),
    closed_days: Sequence[date] = (),
    *,
    mentioned: Collection[date] = (),
) -> list[DatesProblem]:
    """What does not fit in these dates, in the order of the year.

    `mentioned` are days that the source itself names as days off, so that a bank holiday among them is no surprise.
    """
    return []
