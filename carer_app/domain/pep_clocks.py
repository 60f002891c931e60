"""The clocks that can make a PEP due: each counts from one fact by one rule, and shows its working."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from carer_app.domain.authority_rules import DayCount
from carer_app.domain.day_counts import add_months, working_days
from carer_app.domain.left_out import (
    doubtful_breaks,
    say_days,
    say_left_out,
    school_days_left_out,
    working_days_left_out,
)
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.errors import TermDatesMissing
from carer_app.typed_dates import say_day, say_short, say_span
from carer_app.words import _, plural

# In the last week of July schools may still be open, so the dates of both years can be needed.
SUMMER_BREAK_STARTS = (7, 25)


@dataclass(frozen=True, slots=True)
class Clock:
    """One obligation that is live: when it falls due and how that was worked out.

    `by` is None where something is `missing`; then it cannot fall due before `not_before`.
    `counted` are the days that were counted, day 1 first; empty where months were counted.
    `school_years` are those whose term dates are asked for, each as the year in which it begins.
    """

    by: date | None
    not_before: date
    reason: str
    missing: str = ""
    school_years: tuple[int, ...] = ()
    uncertain: tuple[str, ...] = ()
    counted: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """What is known of the school's dates. Without `inset_known` some training days may be missing."""

    calendar: SchoolCalendar | None = None
    inset_known: bool = True


def days_clock(event: date, what: str, count: DayCount, terms: KnownTerms) -> Clock:
    """Due a number of days after an event; `what` follows "after", as in "starting at Elm Park"."""
    start = _("{days} after {what} on {date}. The day after is day 1.").format(
        days=say_days(count.days, count.kind), what=what, date=say_day(event)
    )
    if count.kind == "working":
        days = working_days(event, count.days)
        left_out = say_left_out(working_days_left_out(event, days[-1]))
        return Clock(days[-1], days[-1], _joined(start, left_out), counted=tuple(days))
    earliest = _weekday_after(event, count.days)
    try:
        days = _calendar(event, earliest, terms).counted_days(event, count.days, shut_in_august=True)
    except TermDatesMissing as missing:
        return Clock(None, earliest, start, str(missing), missing.school_years)
    return _school_days_clock(event, start, days, terms)


def months_clock(last_pep: date, months: int, terms: KnownTerms) -> Clock:
    """Due a number of months after the last PEP."""
    by = add_months(last_pep, months)
    reason = _("{months} after the last PEP on {date}.").format(
        months=plural("{count} month", "{count} months", months), date=say_day(last_pep)
    )
    open_until = terms.calendar.last_school_day_until(by) if terms.calendar else None
    if open_until is None or open_until == by:
        return Clock(by, by, reason)
    shut = _("School is shut that day. The last school day before it is {date}.").format(
        date=say_day(open_until)
    )
    return Clock(by, by, _joined(reason, shut))


def with_doubt(clock: Clock, sentence: str) -> Clock:
    """The same clock with one more thing that is not certain."""
    return replace(clock, uncertain=(*clock.uncertain, sentence))


def _calendar(event: date, earliest: date, terms: KnownTerms) -> SchoolCalendar:
    if terms.calendar is not None:
        return terms.calendar
    first = school_year(event) + (event.month == 8)
    last = school_year(earliest) + (SUMMER_BREAK_STARTS <= (earliest.month, earliest.day) < (9, 1))
    raise term_dates_missing(range(first, last + 1))


def _school_days_clock(event: date, start: str, days: list[date], terms: KnownTerms) -> Clock:
    calendar = terms.calendar or SchoolCalendar()
    by = days[-1]
    doubts: list[str] = []
    if not terms.inset_known:
        doubts.append(
            _(
                "We do not know all of the school’s training days. "
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
            _("We took it that school was shut until {date}.").format(date=say_short(days[0], with_year=True))
        )
    reason = _joined(start, say_left_out(school_days_left_out(calendar, event, by)))
    return Clock(by, by, reason, uncertain=tuple(doubts), counted=tuple(days))


def _weekday_after(event: date, n: int) -> date:
    day = event
    while n:
        day += timedelta(days=1)
        n -= day.weekday() < 5
    return day


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
