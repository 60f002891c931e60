"""Days of the past as well as anybody knows them: "June 2025", "about 3 March 2026", "late May 2024", "2023".

A day is asked so where nothing is counted from it: `read_day(..., about=True)`. It is kept as it was said, and every
place that says a day says it no surer: `say_day` and `say_short` look at it.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from carer_app.spoken_days import (
    MONTH_WORDS,
    MONTHS,
    Near,
    counted_day,
    is_counted_roughly,
    spoken_day,
    year_of_month,
)
from carer_app.words import _


class HowSure(StrEnum):
    """How far a day is known, where it is not known to the day."""

    ABOUT = "about"
    MONTH = "month"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    YEAR = "year"


A_FORTNIGHT = timedelta(days=14)
"""Who says "about" is seldom further off."""
_PARTS = {
    "start": HowSure.START, "beginning": HowSure.START, "early": HowSure.START,
    "middle": HowSure.MIDDLE, "mid": HowSure.MIDDLE,
    "end": HowSure.END, "late": HowSure.END,
}  # fmt: skip
_ROUGH_WORD = re.compile(
    r"(?:about|around|roughly|approximately|approx\.?|circa|maybe|some time in|sometime in|in) "
)
_PART_OF_MONTH = re.compile(
    r"(?:(?:the )?(?P<part>start|beginning|middle|mid|end|early|late)(?: of|-| ) ?)?"
    r"(?P<month>[a-z]+)(?:,? (?P<year>\d{4}))?"
)
_LAST = re.compile(r"(?P<which>last|this) (?P<unit>week|month|year)")


class RoughDay(date):
    """A day that is only roughly known: it sorts and counts as one day of those that may be meant.

    It is no other day, also not the same one known exactly. What is counted from it is about right at best.
    """

    sure: HowSure

    def __new__(cls, year: int, month: int, day: int, sure: HowSure = HowSure.ABOUT) -> "RoughDay":
        made = super().__new__(cls, year, month, day)
        made.sure = sure
        return made

    @classmethod
    def of(cls, day: date, sure: HowSure) -> "RoughDay":
        return cls(day.year, day.month, day.day, sure)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RoughDay) and self.sure == other.sure and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.sure, super().__hash__()))

    def __reduce__(self) -> tuple[Any, ...]:
        return RoughDay, (self.year, self.month, self.day, self.sure)

    @property
    def words(self) -> str:
        """As it was said: "June 2025", "about 3 March 2026"."""
        month = MONTHS[self.month - 1]
        return {
            HowSure.ABOUT: _("about {day} {month} {year}"),
            HowSure.MONTH: _("{month} {year}"),
            HowSure.START: _("early {month} {year}"),
            HowSure.MIDDLE: _("the middle of {month} {year}"),
            HowSure.END: _("late {month} {year}"),
            HowSure.YEAR: _("{year}"),
        }[self.sure].format(day=self.day, month=month, year=self.year)


def earliest(day: date) -> date:
    """The first day that may be meant: a rule that must not come too late goes by it."""
    return _bounds(day)[0]


def latest(day: date) -> date:
    """The last day that may be meant, whether it has come yet or not."""
    return _bounds(day)[1]


def _bounds(day: date) -> tuple[date, date]:
    exact = date(day.year, day.month, day.day)
    if not isinstance(day, RoughDay):
        return exact, exact
    if day.sure is HowSure.ABOUT:
        return exact - A_FORTNIGHT, exact + A_FORTNIGHT
    if day.sure is HowSure.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return exact.replace(day=1), exact.replace(day=monthrange(day.year, day.month)[1])


def written(day: date) -> str:
    """A day as it is stored: "2026-03-10", or "2025-06-01 month"."""
    return f"{day.isoformat()} {day.sure.value}" if isinstance(day, RoughDay) else day.isoformat()


def from_written(text: str) -> date:
    """The opposite. Raises ValueError for anything that is never written so."""
    spelled, rough, sure = text.partition(" ")
    day = date.fromisoformat(spelled)
    if day.isoformat() != spelled:
        raise ValueError(text)
    return RoughDay.of(day, HowSure(sure)) if rough else day


def without_about(typed: str) -> str:
    """What stands behind "about" or a word like it."""
    return _ROUGH_WORD.sub("", typed.replace("’", "'"), count=1)


def rough_day(typed: str, today: date, near: Near) -> RoughDay | None:
    """A day that is only roughly said, or None. `typed` is in small letters with single spaces.

    What was weeks, months or years ago is about that day; "last month" is a month and "2023" a year. A month is kept
    as its first day, its middle or its last. Nothing past is ahead: what is left of this month has not been.
    """
    said = without_about(typed)
    if (said != typed or is_counted_roughly(said)) and (day := spoken_day(said, today, near)):
        return RoughDay.of(day, HowSure.ABOUT)
    if near == "past" and (lately := _LAST.fullmatch(said)):
        return _lately(lately["unit"], back=lately["which"] == "last", today=today)
    if near == "past" and re.fullmatch(r"(?:19|20)\d\d", said) and int(said) <= today.year:
        return RoughDay(int(said), 1, 1, HowSure.YEAR)
    return _part_of_month(said, today, near)


def _lately(unit: str, back: bool, today: date) -> RoughDay:
    day = counted_day(today, -back, unit) or today
    if unit == "week":
        return RoughDay.of(day, HowSure.ABOUT)
    if unit == "month":
        return RoughDay.of(day.replace(day=1), HowSure.MONTH)
    return RoughDay(day.year, 1, 1, HowSure.YEAR)


def _part_of_month(said: str, today: date, near: Near) -> RoughDay | None:
    part = _PART_OF_MONTH.fullmatch(said)
    if part is None or part["month"] not in MONTH_WORDS:
        return None
    month = MONTH_WORDS[part["month"]]
    year = int(part["year"]) if part["year"] else year_of_month(month, today, near)
    if not 1 <= year <= 9998:
        return None
    sure = _PARTS.get(part["part"] or "", HowSure.MONTH)
    days = {HowSure.MIDDLE: 15, HowSure.END: monthrange(year, month)[1]}
    day = RoughDay(year, month, days.get(sure, 1), sure)
    if near == "past" and (year, month) == (today.year, today.month) and day > today:
        return RoughDay.of(today, HowSure.ABOUT)
    return day
