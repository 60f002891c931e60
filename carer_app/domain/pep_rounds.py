"""Rounds of PEPs: parts of the year that come again, and a council's own list of last dates, which ends."""

from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_clocks import Clock, KnownTerms, with_doubt
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.typed_dates import MONTHS, say_day
from carer_app.words import _

SURELY_THE_SAME_ROUND = timedelta(weeks=8)
LONGEST_ROUND_MONTHS = 6
SUMMER_TERM_MONTH = 4
ENDS_IN_A_HOLIDAY = (7, 12)
"""Months whose last day is no school day anywhere, or hardly anywhere."""


def round_clock(held: date, rounds: tuple[tuple[int, int], ...], terms: KnownTerms) -> Clock:
    """The last day of the part of the year that follows the one the last PEP was held in."""
    what = _("the last PEP")
    parts = sorted(
        (date(year, first, 1), _month_ends(year, last))
        for year in (held.year, held.year + 1)
        for first, last in rounds
    )
    begins, by = next(part for part in parts if part[0] > held)
    reason = _(
        "A PEP is due in each part of the school year. The last one was on {date}. "
        "The next part: {first} to {last}."
    ).format(date=say_day(held), first=MONTHS[begins.month - 1], last=MONTHS[by.month - 1])
    open_until = _open_until(by, terms)
    if open_until is not None and begins <= open_until < by:
        shut = _("Its last school day: {date}.").format(date=say_day(open_until))
        return Clock(open_until, open_until, f"{reason} {shut}", fact=what, fact_on=held)
    clock = Clock(by, by, reason, fact=what, fact_on=held)
    if by.month not in ENDS_IN_A_HOLIDAY or open_until == by:
        return clock
    doubt = _("School may be shut then. With the school’s dates we can say the last school day before it.")
    return with_doubt(clock, doubt)


def _open_until(by: date, terms: KnownTerms) -> date | None:
    """The last school day until a day, where it is known. What ends in July is the end of the school year."""
    if terms.calendar is None:
        return None
    period = terms.calendar.period_up_to(by)
    ends_in_july = period is not None and by.month == period[1].month == 7 and period[1].year == by.year
    return terms.calendar.last_school_day_until(period[1] if period and ends_in_july else by)


def _month_ends(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


def list_ended(clock: Clock, ends: date, today: date | None) -> Clock:
    """The same clock, with why no date of the council's own list stands there."""
    ended = today is not None and today > ends
    sentence = (
        _("This council’s list of last dates ended on {day}.")
        if ended
        else _("The last dates we know of this council end on {day}.")
    )
    words = _(
        "{sentence} So this is its rule without the list. School or the social worker knows the new dates."
    )
    return with_doubt(clock, words.format(sentence=sentence.format(day=say_day(ends))))


def last_date_clock(held: date, last_dates: tuple[date, ...]) -> Clock:
    what = _("the last PEP")
    start = _("This council sets the last day for each round of PEPs. The last PEP was on {date}.").format(
        date=say_day(held)
    )
    clock = Clock(None, held + ONE_DAY, start, fact=what, fact_on=held)
    # The round that a PEP was held in ends with the first last date that does not lie before it.
    ahead = [day for day in last_dates if day >= held]
    before_all_known = bool(last_dates) and held <= last_dates[0]
    if before_all_known and held < _round_surely_began(last_dates[0]):
        # Another round may have ended in between, so the earlier day leads, and what is long ago tells nothing.
        if add_months(held, LONGEST_ROUND_MONTHS) < last_dates[0]:
            return _asks_for_last_date(clock)
        reason = _("{start} Last day of the first round we know of: {by}.").format(
            start=start, by=say_day(ahead[0])
        )
        doubt = _(
            "If the last PEP belongs to that round, the next one is due later. School or the social worker knows."
        )
        return replace(clock, by=ahead[0], not_before=ahead[0], reason=reason, uncertain=(doubt,))
    if len(ahead) < 2:
        return _asks_for_last_date(clock)
    reason = _("{start} Last day of that round: {end}. Last day of the next one: {by}.").format(
        start=start, end=say_day(ahead[0]), by=say_day(ahead[1])
    )
    return replace(clock, by=ahead[1], not_before=ahead[1], reason=reason)


def _round_surely_began(ends: date) -> date:
    """A day from which on a PEP was in the round that ends on a day: a round does not begin before its own term."""
    term_begins = date(ends.year, 9 if ends.month >= 9 else 1, 1)
    in_that_term = ends.month >= 9 or ends.month < SUMMER_TERM_MONTH
    return min(ends - SURELY_THE_SAME_ROUND, term_begins) if in_that_term else ends - SURELY_THE_SAME_ROUND


def _asks_for_last_date(clock: Clock) -> Clock:
    missing = _(
        "We need the council’s next last date to work this out. School or the social worker knows it."
    )
    return replace(clock, missing=missing)
