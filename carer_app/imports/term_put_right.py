"""Days that cannot be as they are written, and what they can be instead."""

from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.day_counts import add_months
from carer_app.domain.school_calendar import days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_stretches import LONGEST_TERM


def a_year_later(days: tuple[date, ...]) -> tuple[date, ...] | None:
    """A range whose end lies in the year before it begins, with the end a year later; None for any other."""
    first, last = days[0], days[-1]
    later = add_months(last, 12 * (first.year - last.year + (last.month < first.month)))
    return (
        (first, later)
        if first <= later and later - first <= LONGEST_TERM and last.year < later.year
        else None
    )


def in_its_week(fact: Fact, days: tuple[date, ...]) -> tuple[date, ...] | None:
    """A half term that ends before it begins, until the day of its weekday: "17 - Friday 11st February"."""
    weekday = fact.days[-1].weekday
    is_right = [written.weekday == day.weekday() for written, day in zip(fact.days, days, strict=True)]
    if fact.role != "half" or weekday is None or is_right != [True, False]:
        return None
    last = next(day for day in days_between(days[0], days[0] + timedelta(days=6)) if day.weekday() == weekday)
    return (days[0], last) if last > days[0] else None


def is_where_it_stands(fact: Fact, days: tuple[date, ...]) -> bool:
    """Whether days with no weekday beside them lie in the school year of their heading."""
    if any(written.weekday is not None for written in fact.days) or fact.base is None:
        return False
    return all(school_year(day) == fact.base for day in days)


def all_weekdays_fit(fact: Fact, days: tuple[date, ...]) -> bool:
    weekdays = [(written.weekday, day.weekday()) for written, day in zip(fact.days, days, strict=False)]
    told = [(written, real) for written, real in weekdays if written is not None]
    return bool(told) and all(written == real for written, real in told)


def is_of_another_year(fact: Fact, day: date) -> bool:
    """Whether a bank holiday is none in its year, and in the year beside is one on the weekday that is written."""
    written = fact.days[0].weekday
    return (
        written is not None
        and written != day.weekday()
        and not is_bank_holiday(day)
        and (is_of_the_year_beside(day, written) or _is_some_days_away(day, written))
    )


def _is_some_days_away(day: date, weekday: int) -> bool:
    """Whether a bank holiday of that weekday lies in the same week or the next: "Monday 1 May" for Monday 4 May."""
    near = (day + timedelta(days=days) for days in range(-6, 7))
    return any(each.weekday() == weekday and is_bank_holiday(each) for each in near)


def is_of_the_year_beside(day: date, weekday: int) -> bool:
    """Whether a bank holiday has its weekday a year later, or a year earlier: it closes no day of school anyway."""
    beside = (add_months(day, 12), add_months(day, -12))
    return any(each.weekday() == weekday and is_bank_holiday(each) for each in beside)
