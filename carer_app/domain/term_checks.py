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
from carer_app.words import _, plural

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
    looked: Collection[str] = (),
    inset_unknown: int = 0,
) -> list[DatesProblem]:
    """What does not fit in these dates, in the order of the year.

    `mentioned` are days that the source itself names as days off, so that a bank holiday among them is no surprise;
    `told` are days of which another sentence says that the day belonging to them is missing. `looked` are sentences
    that the carer has found right: they are no reason any more for a year with too few days. `inset_unknown` are
    training days of the last year that have no day yet.
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
    problems += [_weekend(day) for day in edges if day.weekday() > 4]
    problems += [each for day in inset_days if (each := _odd_training(day, right))]
    reasons = [each for each in of_places if each.sentence not in looked and not _is_of_a_day(each)]
    spoken_of = {school_year(day) for problem in reasons for day in problem.days}
    spoken_of |= {school_year(day) for day in told}
    counts = _counts(right, inset_days, closed_days, spoken_of, inset_unknown)
    return in_order_of_days([*of_places, *problems, *counts])


def _reversed(period: Period) -> DatesProblem:
    words = _("School days from {first} to {last} run backwards. Please check both days.")
    return DatesProblem("reversed", words.format(first=say_day(period[0]), last=say_day(period[1])), period)


def _overlap(before: Period, after: Period) -> DatesProblem:
    words = _("Two parts of the school year overlap: one until {last}, one from {first}. Please check them.")
    return DatesProblem(
        "overlap", words.format(last=say_day(before[1]), first=say_day(after[0])), (after[0], before[1])
    )


def _too_long(period: Period) -> DatesProblem:
    words = _("{days} is longer than any term. Please check the years, and whether a holiday is missing.")
    return DatesProblem("year", words.format(days=say_span(*period, with_year=True)), period)


def _is_of_a_day(problem: DatesProblem) -> bool:
    """Whether a sentence is about the one day before, or after, a half term: it makes no year far too short."""
    return problem.kind == "break" and len(problem.days) == 1


def _counts(
    periods: Sequence[Period],
    inset_days: Sequence[date],
    closed_days: Sequence[date],
    spoken_of: Collection[int],
    inset_unknown: int,
) -> list[DatesProblem]:
    """School years with far more or fewer days than a school has, where nothing else said tells the place of it."""
    found = []
    years = sorted({school_year(last) for _first, last in periods})
    for year in (each for each in years if each not in spoken_of):
        inside = [period for period in periods if school_year(period[1]) == year]
        count = SchoolCalendar(inside, inset_days, closed_days).pupil_days()
        to_come = inset_unknown if year == years[-1] else 0
        if not FEWEST_DAYS <= count <= MOST_DAYS:
            words = _(
                "We count {count} days for pupils in {year}. Most schools have 190. Please check the dates."
            )
        elif count - to_come < FEWEST_DAYS:
            words = _(
                "We count {count} days for pupils in {year}, and {training} may still come off. "
                "Most schools have 190. Please check the dates."
            )
        else:
            continue
        training = plural("{count} training day", "{count} training days", to_come)
        said = words.format(count=count, year=say_school_year(year), training=training)
        found.append(DatesProblem("count", said, (inside[0][0], inside[-1][1])))
    return found


def _bank_holiday(day: date) -> DatesProblem:
    """School begins and ends on no bank holiday. Those within a stretch are left out of every count, unasked."""
    words = _("{day} is a bank holiday. We count it as a day off. Please check that school is shut.")
    return DatesProblem("bank_holiday", words.format(day=say_day(day)), (day,))


def _weekend(day: date) -> DatesProblem:
    """A Saturday or Sunday as the first or last day of school: of a weekend beside a holiday, or of another year."""
    words = _("{day} is at a weekend. Please check whether this is the right day.")
    return DatesProblem("weekend", words.format(day=say_day(day)), (day,))


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
