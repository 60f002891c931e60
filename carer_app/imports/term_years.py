"""Which year each written day lies in: as written, as its heading says, or as the days beside it tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from carer_app.imports.term_facts import Fact
from carer_app.imports.term_lexing import WrittenDay


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its days: None where no year can be told, or where a day is none.

    Where the year that is written contradicts the heading, `instead` are the days in the heading's year.
    """

    fact: Fact
    days: tuple[date, ...] | None
    instead: tuple[date, ...] | None = None


def in_years(facts: Sequence[Fact], near: date | None = None) -> Iterator[Dated]:
    """Each fact with its days.

    A day without a year takes that of its heading, else that of the facts beside it. Without any year in the whole
    text, `near` decides, as the school year whose weekdays fit the text.
    """
    for fact, base in zip(facts, _bases(facts, near), strict=True):
        days = _days(fact, base)
        odd = days is not None and any(_contradicts(day, fact) for day in days)
        unwritten = replace(fact, days=tuple(replace(written, year=None) for written in fact.days))
        yield Dated(fact, days, _days(unwritten, base) if odd else None)


def _days(fact: Fact, base: int | None) -> tuple[date, ...] | None:
    days: list[date] = []
    for written in fact.days:
        day = _day(written, base, fact, days[-1] if fact.is_range and days else None)
        if day is None:
            return None
        days.append(day)
    return tuple(days)


def _bases(facts: Sequence[Fact], near: date | None) -> list[int | None]:
    """The school year of each fact: its heading's, its own, or that of the nearest fact before or after it."""
    own = [fact.base if fact.base is not None else _own_base(fact) for fact in facts]
    if all(base is None for base in own) and near is not None:
        guess = _fits_weekdays(facts, near)
        return [guess] * len(facts)
    filled = list(own)
    for place in range(1, len(filled)):
        if filled[place] is None:
            filled[place] = filled[place - 1]
    for place in range(len(filled) - 2, -1, -1):
        if filled[place] is None:
            filled[place] = filled[place + 1]
    return filled


def _own_base(fact: Fact) -> int | None:
    for written in fact.days:
        if written.year is not None:
            return written.year - (not _starts_school_year(written, fact))
    return None


def _starts_school_year(written: WrittenDay, fact: Fact) -> bool:
    """Whether a day lies in the part of a school year that falls into its first calendar year."""
    if written.month == 8:
        return written.day >= 15 and fact.season != "summer" and fact.role in ("start", "period", "inset")
    return written.month >= 9


def _day(written: WrittenDay, base: int | None, fact: Fact, after: date | None) -> date | None:
    year = written.year
    if year is None:
        if base is None:
            return None
        year = base if _starts_school_year(written, fact) else base + 1
        if after is not None and (written.month, written.day) >= (after.month, after.day):
            year = after.year
    try:
        return date(year, written.month, written.day)
    except ValueError:
        return None


def _contradicts(day: date, fact: Fact) -> bool:
    if fact.base is None:
        return False
    return not date(fact.base, 8, 15) <= day <= date(fact.base + 1, 9, 10)


def _fits_weekdays(facts: Sequence[Fact], near: date) -> int | None:
    """The school year from two before to one after `near` in which the most weekdays are as written."""
    now = near.year if near.month >= 7 else near.year - 1
    scores: list[tuple[int, int, int]] = []
    for base in (now, now + 1, now - 1, now - 2):
        right = wrong = 0
        for fact in facts:
            for written in fact.days:
                day = _day(written, base, fact, None)
                if day is not None and written.weekday is not None:
                    right += day.weekday() == written.weekday
                    wrong += day.weekday() != written.weekday
        scores.append((wrong - right, abs(base - now), base))
    best = min(scores)
    return best[2] if best[0] < 0 else None
