"""What does not fit in a set of school dates: pointed at, never put right behind anybody's back."""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem, in_order_of_days
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_pattern import LONGEST_TERM, missing, odd_breaks, odd_stretches
from carer_app.typed_dates import say_day, say_span
from carer_app.words import _

FEWEST_DAYS, MOST_DAYS = 185, 195
"""A school meets on 190 days with its pupils (SI 1999/3181); with moved or unknown training days it may seem a few
more or fewer."""
SUMMER = (7, 28), (8, 20)
"""No school trains its staff between these days."""


def problems_in(
    periods: Sequence[Period],
    inset_days: Sequence[date] = (),
    closed_days: Sequence[date] = (),
    *,
    mentioned: Collection[date] = (),
    told: Collection[date] = (),
) -> list[DatesProblem]:
    """What does not fit in these dates, in the order of the year.

    `mentioned` are days that the source itself names as days off, so that a bank holiday among them is no surprise;
    `told` are days of which another sentence says that the day belonging to them is missing.
    """
    right = sorted(period for period in periods if period[0] <= period[1])
    off = {*mentioned, *inset_days, *closed_days}
    whole = [period for period in right if period[1] - period[0] <= LONGEST_TERM]
    of_places = [_reversed(period) for period in periods if period[1] < period[0]]
    of_places += [_overlap(before, after) for before, after in pairwise(right) if after[0] <= before[1]]
    of_places += [_too_long(period) for period in right if period not in whole]
    of_places += missing(right, told)
    of_places += odd_stretches(right)
    of_places += odd_breaks(right, off)
    edges = sorted({day for period in whole for day in period})
    problems = [_bank_holiday(day) for day in edges if is_bank_holiday(day) and day not in off]
    problems += [each for day in inset_days if (each := _odd_training(day, right))]
    spoken_of = {school_year(day) for problem in of_places for day in problem.days}
    spoken_of |= {school_year(day) for day in told}
    return in_order_of_days([*of_places, *problems, *_counts(right, inset_days, closed_days, spoken_of)])


def _reversed(period: Period) -> DatesProblem:
    words = _("A stretch from {first} to {last} runs backwards. Please check both days.")
    return DatesProblem("reversed", words.format(first=say_day(period[0]), last=say_day(period[1])), period)


def _overlap(before: Period, after: Period) -> DatesProblem:
    words = _("Two stretches of school days overlap: one until {last}, one from {first}. Please check them.")
    return DatesProblem(
        "overlap", words.format(last=say_day(before[1]), first=say_day(after[0])), (after[0], before[1])
    )


def _too_long(period: Period) -> DatesProblem:
    words = _("{days} is longer than any term. Please check the years, and whether a holiday is missing.")
    return DatesProblem("year", words.format(days=say_span(*period, with_year=True)), period)


def _counts(
    periods: Sequence[Period],
    inset_days: Sequence[date],
    closed_days: Sequence[date],
    spoken_of: Collection[int],
) -> list[DatesProblem]:
    """School years with far more or fewer days than a school has, where nothing else said tells the place of it."""
    found = []
    for year in sorted({school_year(last) for _first, last in periods} - set(spoken_of)):
        inside = [period for period in periods if school_year(period[1]) == year]
        count = SchoolCalendar(inside, inset_days, closed_days).pupil_days()
        if not FEWEST_DAYS <= count <= MOST_DAYS:
            words = _(
                "We count {count} days for pupils in {year}. Most schools have 190. Please check the dates."
            )
            days = (inside[0][0], inside[-1][1])
            found.append(DatesProblem("count", words.format(count=count, year=say_school_year(year)), days))
    return found


def _bank_holiday(day: date) -> DatesProblem:
    """School begins and ends on no bank holiday. Those within a stretch are left out of every count, unasked."""
    words = _("{day} is a bank holiday. We count it as a day off. Please check that school is shut.")
    return DatesProblem("bank_holiday", words.format(day=say_day(day)), (day,))


def _odd_training(day: date, periods: Sequence[Period]) -> DatesProblem | None:
    """A training day where none can be. Many lie in a holiday, or before the first day of pupils: that is right."""
    if day.weekday() > 4:
        words = _("The training day on {day} is at a weekend. Please check it.")
        return DatesProblem("inset_outside", words.format(day=say_day(day)), (day,))
    in_summer = SUMMER[0] <= (day.month, day.day) <= SUMMER[1]
    if in_summer and not any(first <= day <= last for first, last in periods):
        words = _("The training day on {day} lies in the summer holiday. Please check it.")
        return DatesProblem("inset_outside", words.format(day=say_day(day)), (day,))
    return None
