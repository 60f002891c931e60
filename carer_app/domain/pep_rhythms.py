"""How one PEP follows another: the six rhythms councils have, each as a clock that shows its working."""

from dataclasses import replace
from datetime import date

from carer_app.domain.authority_rules import AuthorityRules, Rhythm
from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_clocks import Clock, KnownTerms, months_clock, with_doubt
from carer_app.domain.pep_rounds import last_date_clock, list_ended, round_clock
from carer_app.domain.school_calendar import ONE_DAY, SchoolCalendar, days_between
from carer_app.domain.school_terms import Season, say_term, season_after, term_after, term_of
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.domain.term_bounds import Bound
from carer_app.domain.year_group import RECEPTION, year_number
from carer_app.errors import TermDatesMissing
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _

LAST_BEFORE_POST_16 = 11
# No term ends sooner than this after another one has ended.
SHORTEST_TERM_MONTHS = 2


def rhythm_clocks(
    held: date,
    rules: AuthorityRules,
    terms: KnownTerms,
    birthday: date | None,
    years_ahead: int,
    today: date,
) -> list[Clock]:
    """When the PEP after one that was held is due, by the rhythm for the child's age, each with its rule.

    Where the child moves from early years to Reception, or from Year 11 on, before that day, the other rhythm is
    counted too, and the earlier day leads. Without a birthday it is the rhythm of most children. Beside a rhythm with
    fewer PEPs than one a term stands England's.
    """
    now = _for_age(rules, _year(birthday, held, years_ahead))
    clocks = _both(held, now, rules, terms, today)
    then = _for_age(rules, _year(birthday, clocks[0].by or clocks[0].not_before, years_ahead))
    if then != now:
        clocks += _both(held, then, rules, terms, today)
    if birthday is None and (rules.early_years or rules.post_16):
        doubt = _(
            "We do not know the birthday. For the youngest and the oldest this council has another rule."
        )
        clocks = [with_doubt(clock, doubt) for clock in clocks]
    return clocks


def _both(held: date, field: str, rules: AuthorityRules, terms: KnownTerms, today: date) -> list[Clock]:
    """By the council's rhythm, and by England's where it asks for more."""
    rhythm: Rhythm = getattr(rules, field)
    clock = replace(
        rhythm_clock(held, rhythm, terms, today),
        rule=rules.whose(field),
        beneath=not rules.leads(field, today),
    )
    if rules.england is None or clock.beneath or not rhythm.is_rarer_than_each_term:
        return [clock]
    england = rules.england
    beside = rhythm_clock(held, england.rhythm, terms, today)
    why = _("England’s guidance asks for more PEPs than the rule of this council, so it counts too.")
    if field in rules.own_numbers:
        why = _("England’s guidance asks for more PEPs than the rule you set.")
    reason = _("{reason} {why}").format(reason=beside.reason, why=why)
    return [
        clock,
        replace(beside, reason=reason, rule=england.named, beneath=field in rules.own_numbers),
    ]


def rhythm_clock(held: date, rhythm: Rhythm, terms: KnownTerms, today: date | None = None) -> Clock:
    """When the PEP after one that was held is due by one rhythm, as it holds today."""
    if rhythm.kind == "last_dates":
        clock = last_date_clock(held, rhythm.last_dates)
        # A last date that has gone by stays: that the list has ended since makes nothing due later.
        is_the_list_still_on = today is None or rhythm.on(today) is rhythm
        if clock.by is not None and (is_the_list_still_on or not clock.uncertain):
            return clock
        return _without_the_list(clock if is_the_list_still_on else None, held, rhythm, terms, today)
    if rhythm.kind == "rounds":
        return round_clock(held, rhythm.rounds, terms)
    if rhythm.kind in ("each_term", "first_half_term"):
        return _term_clock(held, rhythm.kind == "first_half_term", terms)
    assert rhythm.months is not None
    return months_clock(held, rhythm.months, terms, at_most=rhythm.kind == "at_most_months")


def _without_the_list(
    clock: Clock | None, held: date, rhythm: Rhythm, terms: KnownTerms, today: date | None
) -> Clock:
    """Where a council's list of dates has ended or does not reach far enough, what it says beside the list."""
    if rhythm.then is None or rhythm.ends is None:
        return clock or last_date_clock(held, rhythm.last_dates)
    return list_ended(rhythm_clock(held, rhythm.then, terms), rhythm.ends, today)


def _year(birthday: date | None, on: date, years_ahead: int) -> int | None:
    """The year by number, also before Nursery and after Year 13."""
    return year_number(birthday, on, years_ahead=years_ahead) if birthday else None


def _for_age(rules: AuthorityRules, year: int | None) -> str:
    """The field with the rhythm for a class."""
    if year is not None and year < RECEPTION and rules.early_years:
        return "early_years"
    if year is not None and year > LAST_BEFORE_POST_16 and rules.post_16:
        return "post_16"
    return "rhythm"


def _term_clock(held: date, first_half: bool, terms: KnownTerms) -> Clock:
    what, calendar = _("the last PEP"), terms.calendar or SchoolCalendar()
    of_held = _terms_of(held, terms)
    try:
        if len(of_held) != 1:  # that one of the two next terms is known does not tell which it was
            raise term_dates_missing([school_year(held)], the_rest=bool(of_held and terms.calendar))
        season, year = season_after(*of_held[0])
        by = _half_known(calendar, season, year, terms) if first_half else None
        if by is None:
            term = term_after(calendar, of_held[0])
            by = term.half if first_half else term.last
        if by is None:
            raise term_dates_missing([year], the_rest=True)
    except TermDatesMissing as missing:
        words = (
            _("A PEP is due in the first half of each term.") if first_half else _("A PEP is due each term.")
        )
        start = _("{rule} The last one was on {date}.").format(rule=words, date=say_day(held))
        bounds = tuple(_bound(each, first_half, terms) for each in of_held) if terms.bounds else ()
        not_before = held + ONE_DAY if first_half else add_months(held, SHORTEST_TERM_MONTHS)
        clock = Clock(
            None,
            bounds[0].first if bounds else not_before,
            start,
            fact=what,
            fact_on=held,
            missing=str(missing),
            school_years=missing.school_years,
            bounds=bounds,
        )
        if len(of_held) < 2:
            return clock
        return with_doubt(clock, _in_either(of_held[0][0], of_held[1][0], bounds))
    return _found_in(season, by, held, what, first_half)


def _terms_of(held: date, terms: KnownTerms) -> tuple[tuple[Season, int], ...]:
    """The term that a PEP was held in; both, where it can be either; none, where nothing is known."""
    known = term_of(terms.calendar, held) if terms.calendar else None
    if known is not None:
        return (known,)
    return terms.bounds.terms_of(held) if terms.bounds else ()


def _bound(held_in: tuple[Season, int], first_half: bool, terms: KnownTerms) -> Bound:
    """Between which days the term after one ends."""
    assert terms.bounds is not None
    bound = terms.bounds.term_ends(*season_after(*held_in), first_half=first_half)
    try:
        term = term_after(terms.calendar or SchoolCalendar(), held_in)
    except TermDatesMissing:
        return bound
    by = term.half if first_half else term.last
    return replace(bound, first=by, last=by) if by else bound


def _in_either(one: Season, other: Season, bounds: tuple[Bound, ...]) -> str:
    """Both days are named: once the earlier one has gone by, the later one is shown, and the first may have been it."""
    words = _(
        "We cannot tell if the last PEP was in the {one} or already in the {other}. "
        "So the last day for the next one may be {early} or {late}."
    )
    early, late = (say_short(each.last, with_year=True) for each in bounds)
    return words.format(one=say_term(one), other=say_term(other), early=early, late=late)


def _half_known(calendar: SchoolCalendar, season: Season, year: int, terms: KnownTerms) -> date | None:
    """The last day of a stretch that ends where no stretch but the first half of a term does."""
    if terms.bounds is None:
        return None
    bound = terms.bounds.term_ends(season, year, first_half=True)
    open_days = (
        [day for day in days_between(*period) if calendar.is_school_day(day)]
        for period in calendar.periods
        if bound.first <= period[1] <= bound.last
    )
    return min((days[-1] for days in open_days if days), default=None)


def _found_in(season: Season, by: date, held: date, what: str, first_half: bool) -> Clock:
    if first_half:
        words = _(
            "A PEP is due in the first half of each term. The last one was on {date}. "
            "The last day of the first half of the {term}: {end}."
        )
    else:
        words = _(
            "A PEP is due each term. The last one was on {date}. Then comes the {term}. Its last day: {end}."
        )
    reason = words.format(date=say_day(held), term=say_term(season), end=say_day(by))
    return Clock(by, by, reason, fact=what, fact_on=held)
