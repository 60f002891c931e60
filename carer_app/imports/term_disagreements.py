"""Where lines of one text do not agree: school on a day of a holiday, or days that are neither. The carer is told."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import Period, days_between
from carer_app.imports.term_candidates import Candidate
from carer_app.typed_dates import say_day
from carer_app.words import _

MOST_BETWEEN = 10
"""More days than these between school and a holiday are a holiday of which nothing was told."""


def disagreements(made: Candidate) -> list[DatesProblem]:
    """A sentence for each holiday that begins before the last day of school, or ends after the first, and for gaps."""
    return [*_overlaps(made), *_gaps(made), *_no_bank_holidays(made)]


def _overlaps(made: Candidate) -> Iterator[DatesProblem]:
    taken = made.taken
    firsts = {*taken.starts, *(first for first, _last in taken.spans)}
    lasts = {*taken.ends, *(last for _first, last in taken.spans)}
    for off, back in sorted(taken.holidays):
        if last := max((day for day in lasts if off < day <= back), default=None):
            words = _(
                "The text has school until {last}, and a holiday from {first}. Please check them with school."
            )
            yield _overlap(words.format(last=say_day(last), first=say_day(off)), (off, last))
        if first := min((day for day in firsts if off <= day < back), default=None):
            words = _(
                "The text has a holiday until {last}, and school from {first}. Please check them with school."
            )
            yield _overlap(words.format(last=say_day(back), first=say_day(first)), (first, back))


def _overlap(sentence: str, days: Period) -> DatesProblem:
    return DatesProblem("overlap", sentence, days)


def _gaps(made: Candidate) -> Iterator[DatesProblem]:
    """Days between school and a holiday that the text calls neither."""
    off = {
        day for first, last in made.taken.holidays for day in days_between(first, last)
    } - made.taken.untold
    told = {*off, *made.taken.closed, *made.taken.inset}
    for (_first, last), (first, _last) in pairwise(made.periods):
        if goes_over_august(last, first):
            continue  # the days between the summer holiday and the first day are no school days either way
        between = list(days_between(last, first))[1:-1]
        left = [day for day in between if day.weekday() < 5 and not is_bank_holiday(day) and day not in told]
        if left and len(left) <= MOST_BETWEEN and any(day in off for day in between):
            words = _(
                "The text calls these days neither school nor holiday: {days}. Please check them with school."
            )
            yield DatesProblem("missing", words.format(days=_listed(left)), tuple(left))


def _no_bank_holidays(made: Candidate) -> Iterator[DatesProblem]:
    """What the text calls a bank holiday and we do not know as one: a slip, or a day that was announced later."""
    told = {day for each in made.taken.outcomes if each.fact.role == "bank" for day in each.days}
    for day in made.closed_days:
        if day in told and any(first <= day <= last for first, last in made.periods):
            words = _(
                "The text calls {day} a bank holiday, and we do not know it as one. We took it as a day off. "
                "Please check it with school."
            )
            yield DatesProblem("bank_holiday", words.format(day=say_day(day)), (day,))


def _listed(days: Sequence[date]) -> str:
    said = [say_day(day) for day in days]
    return (
        said[0] if len(said) == 1 else _("{days} and {last}").format(days=", ".join(said[:-1]), last=said[-1])
    )


def goes_over_august(last: date, first: date) -> bool:
    """Whether the summer holiday lies between a last day and a first."""
    return last < date(first.year, 8, 15) < first
