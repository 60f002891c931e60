"""Which days that a way of reading took make anything of the school year; the others are left out, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.term_candidates import Candidate, candidate
from carer_app.imports.term_school_days import weekday_after, weekday_before
from carer_app.imports.term_stretches import JUST_BEFORE
from carer_app.imports.term_taking import Outcome
from carer_app.typed_dates import say_short
from carer_app.words import _

Key = tuple[int, int]
LONGEST_BREAK = timedelta(days=30)
MOST_DAYS = 60
MOST_TRIED = 4
"""Of a text with no more days than a school's so many are taken away, to see whether the year changes; else its edges
and days off alone tell."""


@dataclass(frozen=True, slots=True)
class _Year:
    """The school years that came of a text: the days of pupils, and the first and last days of its stretches."""

    made: Candidate
    calendar: SchoolCalendar
    firsts: frozenset[date]
    lasts: frozenset[date]

    def is_inside(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.calendar.periods)

    def shuts(self, day: date) -> bool:
        """Whether pupils would be at school on that day, were it not a day off."""
        return day.weekday() < 5 and not is_bank_holiday(day) and self.is_inside(day)


def with_effects(made: Candidate) -> dict[Key, Outcome]:
    """What became of each group of days, by where it stands; "used" only where it makes something of the year."""
    year = _year_of(made)
    found: dict[Key, Outcome] = {}
    tried = MOST_TRIED if len(made.dated) > MOST_DAYS else 0
    for outcome in made.taken.outcomes:
        keys = outcome.fact.group.keys
        if keys and outcome.fate == "used" and not _is_at_work(outcome, year):
            tried += 1
            if tried > MOST_TRIED or not _changes(made, outcome):
                outcome = replace(outcome, fate="left_out", reason=_why_idle(outcome, year))
        for key in keys:
            found[key] = _both(found[key], outcome) if key in found else outcome
    return found


def _both(one: Outcome, other: Outcome) -> Outcome:
    """Two things made of the same days: the last day of school, and the first."""
    kept, less = (one, other) if one.fate == "used" else (other, one)
    if less.fact.role == "moved":
        return kept
    days = tuple(sorted({*kept.days, *less.days}))
    return kept if kept.fact.is_range else replace(kept, days=days)


def _year_of(made: Candidate) -> _Year:
    calendar = SchoolCalendar(made.periods, made.inset_days, made.closed_days)
    firsts, lasts = set[date](), set[date]()
    for first, last in made.periods:
        pupils = [day for day in days_between(first, last) if calendar.is_school_day(day)]
        firsts.update((first, *pupils[:1]))
        lasts.update((last, *pupils[-1:]))
    return _Year(made, calendar, frozenset(firsts), frozenset(lasts))


def _is_at_work(outcome: Outcome, year: _Year) -> bool:
    """Whether the days are the edge of a stretch, or days off in the midst of one."""
    days, taken = outcome.days, year.made.taken
    match outcome.fact.role:
        case "inset" | "closed" | "bank":
            off = days_between(days[0], days[-1]) if outcome.fact.is_range else days
            return any(year.shuts(day) for day in off)
        case "staff":
            return any(day in taken.inset and year.shuts(day) for day in days)
        case "between":
            return any(year.shuts(day) for day in days_between(*days) if days[0] < day < days[-1])
        case "twilight":
            return False
    if outcome.fact.is_range:
        if outcome.fact.role in ("half", "holiday", "holiday_starts", "holiday_ends", "first_off"):
            before = {days[0], weekday_before(days[0])}
            return bool(before & year.lasts) or weekday_after(days[-1]) in year.firsts
        return days[0] in year.firsts or days[-1] in year.lasts
    if outcome.fact.role in ("start", "holiday_ends"):
        return any(first in year.firsts for first in _firsts(outcome))
    return any(last in year.lasts for last in _lasts(outcome))


def _firsts(outcome: Outcome) -> Sequence[date]:
    ends = outcome.fact.role == "holiday_ends"
    return [weekday_after(day) if ends else day for day in outcome.days]


def _lasts(outcome: Outcome) -> Sequence[date]:
    if outcome.fact.role == "end":
        return outcome.days
    return list(chain.from_iterable((day, weekday_before(day)) for day in outcome.days))


def _changes(made: Candidate, outcome: Outcome) -> bool:
    """Whether the year would be another one without these days."""
    keys = outcome.fact.group.keys
    dated = [
        each for each in made.dated if each.fact.group.keys != keys or each.fact.role != outcome.fact.role
    ]
    without = candidate(made.way, made.found, dated)
    calendars = [SchoolCalendar(each.periods, each.inset_days, each.closed_days) for each in (made, without)]
    return calendars[0].school_days() != calendars[1].school_days()


def _why_idle(outcome: Outcome, year: _Year) -> str:
    role, days = outcome.fact.role, outcome.days
    match role:
        case "twilight":
            return _("It is after school, so it closes no day.")
        case "inset" | "staff" | "closed" | "bank" | "between":
            return _why_shut_already(outcome, year)
    if outcome.fact.is_range and role in ("half", "holiday", "holiday_starts", "holiday_ends", "first_off"):
        if any(first <= days[0] and days[-1] <= last for first, last in _others(outcome, year)):
            return _("It lies in a longer holiday.")
        return _("We know of no school days just before it or after it, so it changes nothing.")
    if outcome.fact.is_range:
        return _("It lies in school days that other lines tell.")
    if role in ("start", "holiday_ends"):
        return _why_nothing_begins(_firsts(outcome)[0], year)
    return _why_nothing_ends(_lasts(outcome)[0], year)


def _why_shut_already(outcome: Outcome, year: _Year) -> str:
    day = outcome.days[0]
    if outcome.fact.role == "staff" and year.calendar.is_school_day(day):
        return _("Pupils are at school on that day too.")
    off = days_between(day, outcome.days[-1]) if outcome.fact.role == "between" else outcome.days
    if (any if outcome.fact.role == "between" else all)(map(is_bank_holiday, off)):
        return _("It is a bank holiday, so school is shut then anyway.")
    if day.weekday() > 4:
        return _("It is at a weekend, so it changes nothing.")
    if not _is_known(day, year):
        if outcome.fact.role in ("inset", "staff"):
            return _("We know of no school days around it yet. It is in the list of training days.")
        return _("We know of no school days around it yet.")
    if outcome.fact.role in ("inset", "staff"):
        return _("It is no school day for pupils anyway. It is in the list of training days.")
    return _("It is no school day for pupils anyway, so it changes nothing.")


def _is_known(day: date, year: _Year) -> bool:
    """Whether school days are known near enough to a day that it can be said to lie in a holiday."""
    return any(first - LONGEST_BREAK < day < last + LONGEST_BREAK for first, last in year.made.periods)


def _others(outcome: Outcome, year: _Year) -> list[Period]:
    return [each for each in year.made.taken.holidays if each != (outcome.days[0], outcome.days[-1])]


def is_edge_of_summer(day: date, periods: Sequence[Period]) -> bool:
    """Whether a day is the far edge of a summer holiday: of its own school year the text tells nothing else."""
    years = {school_year(last) for _first, last in periods}
    if day.month in (8, 9):
        return day.year not in years and day.year - 1 in years
    return day.month == 7 and day.year - 1 not in years and day.year in years


def _why_nothing_begins(day: date, year: _Year) -> str:
    if year.calendar.is_school_day(day) and year.calendar.is_school_day(weekday_before(day)):
        return _("School is open on the day before it too, so nothing begins on it.")
    if year.is_inside(day):
        return _("It lies in school days that other lines tell.")
    if day.month in (8, 9) and is_edge_of_summer(day, year.made.periods):
        return _("It begins a school year whose other days are not here.")
    return _("We found no last day for it, so it adds no school days.")


def _why_nothing_ends(day: date, year: _Year) -> str:
    if year.calendar.is_school_day(day) and year.calendar.is_school_day(weekday_after(day)):
        return _("School is open on the day after it too, so nothing ends on it.")
    if year.is_inside(day):
        return _("It lies in school days that other lines tell.")
    if day.month == 7 and is_edge_of_summer(day, year.made.periods):
        return _("It ends a school year whose other days are not here.")
    if earlier := [last for last in year.lasts if day - JUST_BEFORE <= last < day]:
        words = _("The text has {day} as the last day too, and we took that one.")
        return words.format(day=say_short(max(earlier)))
    return _("We found no first day for it, so it adds no school days.")
