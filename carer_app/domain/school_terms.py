"""Autumn, spring and summer term, found in a school's known dates, and the half terms inside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import (
    ONE_DAY,
    SUMMER_TERM_CAN_END,
    Period,
    SchoolCalendar,
    days_between,
    too_far,
    weekdays_in,
)
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.words import _

Season = Literal["autumn", "spring", "summer"]
MonthDay = tuple[int, int]
SEASONS: tuple[Season, ...] = ("autumn", "spring", "summer")

EASTER_HOLIDAY_BEGINS = ((3, 1), (5, 1))
SHORTEST_EASTER_HOLIDAY = 7
SHORTEST_HALF_TERM = 3
# No term with the holiday after it is as short as this.
SHORTEST_TERM = timedelta(days=70)
# Between which days a term begins and ends, with some days more than in any calendar read here. What begins
# or ends elsewhere is a part of a term, and another part of it is missing.
BEGINS: dict[Season, tuple[MonthDay, MonthDay]] = {
    "autumn": ((8, 10), (9, 25)), "spring": ((1, 2), (1, 20)), "summer": ((3, 25), (5, 12)),
}  # fmt: skip
ENDS_FROM: dict[Season, MonthDay] = {"autumn": (12, 5), "spring": (3, 15), "summer": SUMMER_TERM_CAN_END}


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a school year (`year` is the one it began in). `half` is the last school day of its first half.

    `first` and `last` are days when pupils are in; `opens` is the training day before the first, or `first` itself, and
    None where the term began before what is known of it. `half` is None where no half-term break is known.
    """

    season: Season
    year: int
    first: date
    last: date
    half: date | None
    opens: date | None = field(default=None, compare=False)


def say_term(season: Season) -> str:
    """The term in words, inside a sentence."""
    names = (_("autumn term"), _("spring term"), _("summer term"))
    return dict(zip(SEASONS, names, strict=True))[season]


def season_after(season: Season, year: int) -> tuple[Season, int]:
    """The term that follows one, with the year in which its school year begins."""
    place = SEASONS.index(season)
    return SEASONS[(place + 1) % 3], year + (place == 2)


def season_before(season: Season, year: int) -> tuple[Season, int]:
    """The term before one, with the year in which its school year begins."""
    place = SEASONS.index(season)
    return SEASONS[place - 1], year - (place == 0)


def term_of(calendar: SchoolCalendar, day: date) -> tuple[Season, int] | None:
    """The term that a day belongs to, as far as the known dates tell; None where they do not.

    A day in a holiday belongs to the term before it; the training days that a term opens with belong to that term, and
    so does every day in September: by then the staff are back.
    """
    year = school_year(day)
    for term in (each for near in (year - 1, year, year + 1) for each in terms(calendar, near)):
        if (term.opens or term.first) <= day <= term.last:
            return term.season, term.year
        if term.opens is not None and term.opens - SHORTEST_TERM < day < term.opens:
            has_begun = term.season == "autumn" and day.month == 9
            return (term.season, term.year) if has_begun else season_before(term.season, term.year)
        following = next((p for p in calendar.periods if p[0] > term.last), None)
        if following is not None and term.last < day <= following[1] and not too_far(term.last, following[0]):
            opens = _opens(calendar, following, season_after(term.season, term.year)[0])
            if opens is None:
                continue  # the stretch between is missing, and with it where the term begins
            has_begun = day >= opens or (term.season == "summer" and day.month == 9)
            return season_after(term.season, term.year) if has_begun else (term.season, term.year)
    return None


def term_after(calendar: SchoolCalendar, after: tuple[Season, int]) -> Term:
    """The term that follows another. Raises TermDatesMissing where it is not known to its end."""
    season, year = season_after(*after)
    following = next((term for term in terms(calendar, year) if term.season == season), None)
    if following is None:
        raise term_dates_missing([year], the_rest=bool(_periods(calendar, year)))
    return following


def terms(calendar: SchoolCalendar, year: int) -> list[Term]:
    """The terms of one school year that are known to their end, in order. Of one that ends too soon, a part is missing.

    The autumn term ends with the break that holds Christmas Day; the spring term with the longest break that
    begins in March or April; the summer term with the year. Source: all calendars read for PEP Companion,
    with two terms of two halves each side of Christmas and Easter, have it so (see tests/domain).
    """
    periods = _periods(calendar, year)
    autumn = [p for p in periods if p[1] <= date(year, 12, 25)]
    later = [p for p in periods if p[0] > date(year, 12, 25)]
    cut = _easter_cut(later)
    spring, summer = later[:cut], later[cut:]
    of_seasons: tuple[tuple[Season, Sequence[Period]], ...]
    of_seasons = (("autumn", autumn), ("spring", spring), ("summer", summer))
    return [
        term
        for season, its in of_seasons
        if its and its[-1][1] not in calendar.cuts
        if its[-1][1] >= date(year + (season != "autumn"), *ENDS_FROM[season])
        for term in _term(calendar, season, year, its)
    ]


def _periods(calendar: SchoolCalendar, year: int) -> list[Period]:
    return [period for period in calendar.periods if school_year(period[1]) == year]


def _easter_cut(periods: Sequence[Period]) -> int:
    """How many of these periods lie before the Easter holiday."""
    breaks = [
        (_weekdays_between(before, after), place)
        for place, (before, after) in enumerate(pairwise(periods), start=1)
        if EASTER_HOLIDAY_BEGINS[0] <= ((before[1] + ONE_DAY).month, (before[1] + ONE_DAY).day)
        and (before[1].month, before[1].day) < EASTER_HOLIDAY_BEGINS[1]
    ]
    longest, place = max(breaks, key=lambda each: (each[0], -each[1]), default=(0, 0))
    if longest >= SHORTEST_EASTER_HOLIDAY:
        return place
    # Nothing after Easter is known, or what is known begins after it.
    return sum((p[0].month, p[0].day) < EASTER_HOLIDAY_BEGINS[1] and p[1].month < 5 for p in periods)


def _term(calendar: SchoolCalendar, season: Season, year: int, periods: Sequence[Period]) -> list[Term]:
    first = next(filter(calendar.is_school_day, _days(periods)), None)
    last = _last_school_day(calendar, periods)
    if first is None or last is None:
        return []
    breaks = [
        (_weekdays_between(before, after), place) for place, (before, after) in enumerate(pairwise(periods))
    ]
    weekdays, place = max(breaks, key=lambda each: each[0], default=(0, 0))
    half = _last_school_day(calendar, periods[: place + 1]) if weekdays >= SHORTEST_HALF_TERM else None
    opens = _opens(calendar, periods[0], season)
    return [Term(season, year, first, last, half, opens)]


def _last_school_day(calendar: SchoolCalendar, periods: Sequence[Period]) -> date | None:
    # Looked for from the end: a term has seventy days, and this is asked of each for every date on a page.
    return next(filter(calendar.is_school_day, _days(periods, backwards=True)), None)


def _days(periods: Sequence[Period], *, backwards: bool = False) -> Iterator[date]:
    if not backwards:
        return (day for period in periods for day in days_between(*period))
    return (day for period in reversed(periods) for day in reversed([*days_between(*period)]))


def _opens(calendar: SchoolCalendar, period: Period, season: Season) -> date | None:
    """The first training day before the stretch that a term begins with, where there is one; else its first day.

    None where no such term begins then: the stretch is a later part of it.
    """
    earliest, latest = BEGINS[season]
    if period[0] in calendar.cuts or not earliest <= (period[0].month, period[0].day) <= latest:
        return None
    opens, day = period[0], period[0] - ONE_DAY
    while day.weekday() >= 5 or day in calendar.inset_days or is_bank_holiday(day):
        opens = day if day in calendar.inset_days else opens
        day -= ONE_DAY
    return opens


def _weekdays_between(before: Period, after: Period) -> int:
    return weekdays_in(before[1] + ONE_DAY, after[0] - ONE_DAY)
