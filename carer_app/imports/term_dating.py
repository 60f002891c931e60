"""The days of a fact in a school year, and whether their weekdays are as they are written."""

from collections.abc import Sequence
from datetime import date, timedelta

from carer_app.imports.term_facts import Fact
from carer_app.imports.term_written_day import WrittenDay

SEPTEMBER = 9
LAST_FIRST_DAY = 15
LONGEST_SUMMER = timedelta(days=100)


def days_of(fact: Fact, base: int | None) -> tuple[date, ...] | None:
    """The days of a fact in a school year; None where one of them has no year, or is no day."""
    days: list[date] = []
    for written in fact.days:
        day = _day(written, base, fact, days[-1] if fact.is_range and days else None)
        if day is None:
            return None
        days.append(day)
    if fact.group.weeks:
        # Whole weeks: from their first day to the Friday of the last of them.
        monday = days[0] - timedelta(days=days[0].weekday())
        last = monday + timedelta(days=7 * fact.group.weeks - 3)
        days = [days[0], last] if last >= days[0] else [days[0], days[0]]
    return tuple(days)


def _day(written: WrittenDay, base: int | None, fact: Fact, after: date | None) -> date | None:
    year = written.year
    if year is None:
        if base is None:
            return None
        year = base if _starts_school_year(written, fact) or _is_before_september(written, base) else base + 1
        if fact.season == "summer" and _is_after_summer(written, base):
            year = base + 1
        if after is not None and (written.month, written.day) >= (after.month, after.day):
            year = after.year
    try:
        return date(year, written.month, written.day)
    except ValueError:
        return None


def own_base(fact: Fact) -> int | None:
    """The school year that the days of a fact have written with them; None where they have no year."""
    for written in fact.days:
        if written.year is not None:
            return written.year - (not _starts_school_year(written, fact))
    return None


def _starts_school_year(written: WrittenDay, fact: Fact) -> bool:
    """Whether a day lies in the part of a school year that falls into its first calendar year."""
    if written.month == 8:
        return written.day >= 15 and fact.season != "summer" and fact.role in ("start", "period", "inset")
    return written.month >= 9


def _is_before_september(written: WrittenDay, base: int) -> bool:
    """Whether a day in late August has the weekday of the August before its school year."""
    if written.month != 8 or written.day < 15 or written.weekday is None:
        return False
    return date(base, 8, written.day).weekday() == written.weekday


def _is_after_summer(written: WrittenDay, base: int) -> bool:
    """Whether a day below "Summer 2026" has the weekday of the September after that summer, not of the one before."""
    if written.month != SEPTEMBER or written.weekday is None or written.day > LAST_FIRST_DAY:
        return False
    before, after = (date(year, SEPTEMBER, written.day).weekday() for year in (base, base + 1))
    return before != written.weekday == after


def weekdays_fit(fact: Fact, days: Sequence[date]) -> int:
    """How many weekdays are as written, less how many are not."""
    pairs = [(written.weekday, day.weekday()) for written, day in zip(fact.days, days, strict=False)]
    return sum(1 if said == real else -1 for said, real in pairs if said is not None)


def all_fit(facts: Sequence[Fact], base: int) -> int:
    """How many weekdays of facts are as written in a school year, less how many are not."""
    return sum(weekdays_fit(fact, days) for fact in facts if (days := days_of(fact, base)) is not None)


def hardly_misfit(facts: Sequence[Fact], base: int) -> bool:
    """Whether of the weekdays none is wrong in a year, or few beside those that are right, as slips are."""
    right, wrong = how_weekdays_fit(facts, base)
    return 2 * wrong <= right


def how_weekdays_fit(facts: Sequence[Fact], base: int) -> tuple[int, int]:
    """How many weekdays are as written in a school year, and how many are not."""
    right = wrong = 0
    for fact in facts:
        for written, day in zip(fact.days, days_of(fact, base) or (), strict=False):
            right += written.weekday is not None and written.weekday == day.weekday()
            wrong += written.weekday is not None and written.weekday != day.weekday()
    return right, wrong


def goes_over_summer(fact: Fact, days: Sequence[date]) -> bool:
    """Whether a stretch of school would go on through August: its days are the last before it and the first after."""
    is_over_august = days[0] < date(days[-1].year, 8, 1) and days[-1].month >= SEPTEMBER
    is_short = days[-1] - days[0] <= LONGEST_SUMMER
    return fact.role == "period" and fact.is_range and is_over_august and is_short
