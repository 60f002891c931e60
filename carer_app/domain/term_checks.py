"""What does not fit in a set of school dates: pointed at, never put right behind anybody's back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import ONE_DAY, Period, SchoolCalendar, days_between
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.typed_dates import say_day, say_span
from carer_app.words import _

# fmt: off
ProblemKind = Literal[
    "weekday", "year", "overlap", "reversed", "inset_outside", "missing", "bank_holiday",
    "count", "half_term", "long", "unused", "twice",
]
# fmt: on

LONGEST_TERM = timedelta(weeks=20)
"""No English term is as long as this, so a longer stretch has a wrong year in it, or a holiday is missing."""
LONGEST_BREAK = timedelta(weeks=10)
LONGEST_STRETCH = timedelta(weeks=9)
"""Between two holidays there are five to eight weeks; with more, a half term is missing."""
FEWEST_DAYS, MOST_DAYS = 185, 195
"""A school meets on 190 days with its pupils (SI 1999/3181); with moved or unknown training days it may seem a few
more or fewer."""
# The half term of each term, and what it is called.
HALF_TERMS = (
    ((10, 13), (11, 6), _("autumn term")),
    ((2, 8), (2, 27), _("spring term")),
    ((5, 24), (6, 5), _("summer term")),
)
# A day in the middle of each term, whatever the school.
MIDDLE_OF_TERMS = ((10, 10, _("autumn term")), (2, 1, _("spring term")), (6, 15, _("summer term")))


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
    right = sorted(period for period in periods if period[0] <= period[1])
    off = {*mentioned, *inset_days, *closed_days}
    problems = [_reversed(period) for period in periods if period[1] < period[0]]
    problems += [_overlap(before, after) for before, after in pairwise(right) if after[0] <= before[1]]
    problems += [_too_long(period) for period in right if period[1] - period[0] > LONGEST_TERM]
    problems += [
        _bank_holiday(day)
        for first, last in right
        if last - first <= LONGEST_TERM
        for day in days_between(first, last)
        if day.weekday() < 5 and day not in off and is_bank_holiday(day)
    ]
    problems += [_outside(day) for day in inset_days if not _inside(day, right)]
    missing = _missing(right)
    problems += missing
    problems += [_long(period) for period in right if LONGEST_STRETCH < period[1] - period[0] <= LONGEST_TERM]
    unfinished = {school_year(day) for problem in missing for day in problem.days}
    problems += _counts(right, inset_days, closed_days, unfinished)
    return in_order_of_days(problems)


def in_order_of_days(problems: Iterable[DatesProblem]) -> list[DatesProblem]:
    """The problems by the day they are about, each once; those without a day come last."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.days[:1] or (date.max,))


def _inside(day: date, periods: Sequence[Period]) -> bool:
    return day.weekday() < 5 and any(first <= day <= last for first, last in periods)


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


def _long(period: Period) -> DatesProblem:
    """A stretch of more than nine weeks, said as a term without a half term where that is what it is."""
    first, last = period
    year = school_year(last)
    for (month, day), (last_month, last_day), name in HALF_TERMS:
        begins = date(year + (month < 8), month, day)
        ends = date(year + (last_month < 8), last_month, last_day)
        if first < begins and ends < last:
            words = _("The {term} of {year} has no half term. Please check whether it is missing.")
            sentence = words.format(term=name, year=say_school_year(year))
            return DatesProblem("half_term", sentence, (begins, ends))
    words = _("{days} is longer than nine weeks. Please check whether a holiday is missing.")
    return DatesProblem("long", words.format(days=say_span(first, last, with_year=True)), period)


def _counts(
    periods: Sequence[Period],
    inset_days: Sequence[date],
    closed_days: Sequence[date],
    unfinished: Collection[int],
) -> list[DatesProblem]:
    """School years that are all there and have far more or fewer days than a school has."""
    found = []
    for year in sorted({school_year(last) for _first, last in periods} - set(unfinished)):
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
    words = _("{day} is a bank holiday. We count it as a day off. Please check that school is shut.")
    return DatesProblem("bank_holiday", words.format(day=say_day(day)), (day,))


def _outside(day: date) -> DatesProblem:
    words = (
        _("The training day on {day} is at a weekend. Please check it.")
        if day.weekday() > 4
        else _(
            "The training day on {day} lies outside the school’s dates. It changes nothing. Please check it."
        )
    )
    return DatesProblem("inset_outside", words.format(day=say_day(day)), (day,))


def _missing(periods: Sequence[Period]) -> list[DatesProblem]:
    """Terms of a school year that are not there, and stretches of more than ten weeks without any school."""
    found: list[DatesProblem] = []
    for year in sorted({school_year(last) for _first, last in periods}):
        inside = [period for period in periods if school_year(period[1]) == year]
        for month, day, name in MIDDLE_OF_TERMS:
            middle = date(year if month > 8 else year + 1, month, day)
            if not any(
                first - timedelta(weeks=3) <= middle <= last + timedelta(weeks=3) for first, last in inside
            ):
                words = _("There are no dates for the {term} of {year}.")
                found.append(
                    DatesProblem("missing", words.format(term=name, year=say_school_year(year)), (middle,))
                )
        for before, after in pairwise(inside):
            if after[0] - before[1] > LONGEST_BREAK and not any(
                before[1] < each.days[0] < after[0] for each in found if each.kind == "missing"
            ):
                words = _("From {days} there are no school days. Please check whether dates are missing.")
                days = (before[1] + ONE_DAY, after[0] - ONE_DAY)
                found.append(
                    DatesProblem("missing", words.format(days=say_span(*days, with_year=True)), days)
                )
    return found
