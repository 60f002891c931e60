"""The clocks that make something due: each counts from one fact by one rule, and shows its working."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from carer_app.domain.authority_rules import DayCount, RuleSource
from carer_app.domain.day_counts import add_months, working_days
from carer_app.domain.left_out import (
    LeftOut,
    doubtful_breaks,
    say_days,
    say_left_out,
    school_days_left_out,
    working_days_left_out,
)
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.domain.term_bounds import Bound, TermBounds
from carer_app.errors import TermDatesMissing
from carer_app.typed_dates import say_day, say_short, say_span
from carer_app.words import _, plural

# In the last week of July schools may still be open, so the dates of both years can be needed.
SUMMER_BREAK_STARTS = (7, 25)


ClockKind = Literal[
    "first_pep_start",
    "first_pep",
    "new_school",
    "new_home",
    "key_stage",
    "next_pep",
    "copy",
    "review",
    "ehcp_review",
]


@dataclass(frozen=True, slots=True)
class Clock:
    """One thing that is due: when, by which rule, from which fact, and how that was worked out.

    `by` is None where something is `missing`; then it cannot fall due before `not_before`. `fact` and `fact_on`
    are what it counts from. `counted` are the days that were counted, day 1 first, and `left_out` those skipped;
    both are empty where months were counted. `school_years` are those whose term dates are asked for, each as the
    year in which it begins. `bounds` say between which days it falls due, where no day can be given: one bound, or
    two where it can be either of two terms, earliest first. One that stands `beneath` never leads where there is
    another: its rule is an old one, or the carer has put a number of their own in its place.
    """

    by: date | None
    not_before: date
    reason: str
    kind: ClockKind = "next_pep"
    rule: RuleSource | None = None
    fact: str = ""
    fact_on: date | None = None
    missing: str = ""
    school_years: tuple[int, ...] = ()
    uncertain: tuple[str, ...] = ()
    counted: tuple[date, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    bounds: tuple[Bound, ...] = ()
    beneath: bool = False

    @property
    def surely_by(self) -> date:
        """The day by which it is due for certain; as far ahead as can be where nothing bounds it."""
        return self.by or (self.bounds[-1].last if self.bounds else date.max)


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """What is known of the school's dates.

    `unsure_years` are the school years, each as the year in which it begins, whose training days are not all known.
    `bounds` are what all school years in England have in common.
    """

    calendar: SchoolCalendar | None = None
    unsure_years: frozenset[int] = frozenset()
    bounds: TermBounds | None = None

    def unsure_between(self, first: date, last: date) -> bool:
        """Whether training days may be missing between two days."""
        return any(year in self.unsure_years for year in range(school_year(first), school_year(last) + 1))


def days_clock(event: date, what: str, count: DayCount, terms: KnownTerms) -> Clock:
    """Due a number of days after an event; `what` follows "after", as in "starting at Elm Park".

    The day after the event is day 1: councils' pages do not say which day is, so it is said with each date.
    """
    start = _("{days} after {what} on {date}. The day after is day 1.").format(
        days=say_days(count.days, count.kind), what=what, date=say_day(event)
    )
    if count.kind == "calendar":
        by = event + timedelta(days=count.days)
        return Clock(by, by, start, fact=what, fact_on=event)
    if count.kind == "working":
        days = working_days(event, count.days)
        left_out = working_days_left_out(event, days[-1])
        reason = _joined(start, say_left_out(left_out))
        return Clock(
            days[-1],
            days[-1],
            reason,
            fact=what,
            fact_on=event,
            counted=tuple(days),
            left_out=tuple(left_out),
        )
    bound = terms.bounds.school_days_after(event, count.days) if terms.bounds else None
    earliest = bound.first if bound else _weekday_after(event, count.days)
    try:
        days = _calendar(event, earliest, terms).counted_days(event, count.days, shut_in_august=True)
    except TermDatesMissing as missing:
        return Clock(
            None,
            earliest,
            start,
            fact=what,
            fact_on=event,
            missing=str(missing),
            school_years=missing.school_years,
            bounds=(bound,) if bound else (),
        )
    return _school_days_clock(event, what, start, days, terms)


def months_clock(last_pep: date, months: int, terms: KnownTerms, *, at_most: bool = False) -> Clock:
    """Due a number of months after the last PEP; with `at_most`, on a day that school is open, not after."""
    by = add_months(last_pep, months)
    what = _("the last PEP")
    words = (
        _("At most {months} after {what} on {date}.") if at_most else _("{months} after {what} on {date}.")
    )
    reason = words.format(
        months=plural("{count} month", "{count} months", months), what=what, date=say_day(last_pep)
    )
    open_until = terms.calendar.last_school_day_until(by) if terms.calendar else None
    if open_until is None or open_until == by:
        return Clock(by, by, reason, fact=what, fact_on=last_pep)
    if at_most and open_until > last_pep:
        shut = _("{date} is no school day, so the last school day before it counts.").format(date=say_day(by))
        by = open_until
    else:
        shut = _("That is no school day. The last school day before it: {date}.").format(
            date=say_day(open_until)
        )
    return Clock(by, by, _joined(reason, shut), fact=what, fact_on=last_pep)


def with_doubt(clock: Clock, sentence: str) -> Clock:
    """The same clock with one more thing that is not certain."""
    return replace(clock, uncertain=(*clock.uncertain, sentence))


def _calendar(event: date, earliest: date, terms: KnownTerms) -> SchoolCalendar:
    if terms.calendar is not None:
        return terms.calendar
    first = school_year(event) + (event.month == 8)
    last = school_year(earliest) + (SUMMER_BREAK_STARTS <= (earliest.month, earliest.day) < (9, 1))
    raise term_dates_missing(range(first, last + 1))


def _school_days_clock(event: date, what: str, start: str, days: list[date], terms: KnownTerms) -> Clock:
    calendar = terms.calendar or SchoolCalendar()
    by = days[-1]
    doubts: list[str] = []
    if terms.unsure_between(event, by):
        doubts.append(
            _(
                "The school may have training days that we do not know. "
                "They can make this date a little later, so we show the earlier one."
            )
        )
    doubts += [
        _(
            "No school days are known from {days}. If a half term is missing there, this date is too late."
        ).format(days=say_span(first, last, with_year=True))
        for first, last in doubtful_breaks(calendar, event, by)
    ]
    if calendar.is_august_before_known_term(event):
        doubts.append(
            _("We counted as if school was shut until {date}.").format(
                date=say_short(days[0], with_year=True)
            )
        )
    left_out = school_days_left_out(calendar, event, by)
    return Clock(
        by,
        by,
        _joined(start, say_left_out(left_out)),
        fact=what,
        fact_on=event,
        uncertain=tuple(doubts),
        counted=tuple(days),
        left_out=tuple(left_out),
    )


def _weekday_after(event: date, n: int) -> date:
    day = event
    while n:
        day += timedelta(days=1)
        n -= day.weekday() < 5
    return day


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
