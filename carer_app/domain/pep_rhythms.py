"""How one PEP follows another: the six rhythms councils have, each as a clock that shows its working."""

from dataclasses import replace
from datetime import date

from carer_app.domain.authority_rules import AuthorityRules, Rhythm
from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_clocks import Clock, KnownTerms, months_clock, with_doubt
from carer_app.domain.pep_rounds import last_date_clock, list_ended, round_clock
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.domain.school_terms import SEASONS, Season, Term, term_after
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.domain.year_group import RECEPTION, YearGroup, year_group
from carer_app.errors import TermDatesMissing
from carer_app.typed_dates import say_day
from carer_app.words import _

LAST_BEFORE_POST_16 = 11
# No term ends sooner than this after another one has ended.
SHORTEST_TERM_MONTHS = 2
SURELY_SPRING_UNTIL = (3, 20)
# No spring term and no summer term has been seen to end later.
SPRING_OVER_BY, SUMMER_OVER_BY = (4, 24), (7, 31)


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
    now = _for_age(rules, _group(birthday, held, years_ahead))
    clocks = _both(held, now, rules, terms, today)
    then = _for_age(rules, _group(birthday, clocks[0].by or clocks[0].not_before, years_ahead))
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
    if rules.england is None or not rhythm.is_rarer_than_each_term:
        return [clock]
    england = rules.england
    beside = replace(
        rhythm_clock(held, england.rhythm, terms, today),
        rule=england.named,
        beneath=field in rules.own_numbers,
    )
    return [clock, beside]


def rhythm_clock(held: date, rhythm: Rhythm, terms: KnownTerms, today: date | None = None) -> Clock:
    """When the PEP after one that was held is due by one rhythm, as it holds today."""
    if rhythm.kind == "last_dates":
        if today is None or rhythm.on(today) is rhythm:
            clock = last_date_clock(held, rhythm.last_dates)
            if clock.by is not None:
                return clock
        else:
            clock = None
        return _without_the_list(clock, held, rhythm, terms, today)
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


def _group(birthday: date | None, on: date, years_ahead: int) -> YearGroup | None:
    return year_group(birthday, on, years_ahead=years_ahead) if birthday else None


def _for_age(rules: AuthorityRules, group: YearGroup | None) -> str:
    """The field with the rhythm for a class."""
    if group is not None and group.number < RECEPTION and rules.early_years:
        return "early_years"
    if group is not None and group.number > LAST_BEFORE_POST_16 and rules.post_16:
        return "post_16"
    return "rhythm"


def _term_clock(held: date, first_half: bool, terms: KnownTerms) -> Clock:
    what = _("the last PEP")
    not_before = add_months(held, SHORTEST_TERM_MONTHS) if not first_half else held + ONE_DAY
    try:
        if terms.calendar is None:
            raise term_dates_missing([school_year(held)])
        term = term_after(terms.calendar, held)
        if first_half and term.half is None:
            raise term_dates_missing([term.year], the_rest=True)
    except TermDatesMissing as missing:
        words = (
            _("A PEP is due in the first half of each term.") if first_half else _("A PEP is due each term.")
        )
        start = _("{rule} The last one was on {date}.").format(rule=words, date=say_day(held))
        return Clock(
            None,
            not_before,
            start,
            fact=what,
            fact_on=held,
            missing=str(missing),
            school_years=missing.school_years,
            roughly=_roughly_after(held)[0],
            roughly_until=_roughly_after(held)[1],
        )
    return _found_in(term, held, what, first_half)


def _found_in(term: Term, held: date, what: str, first_half: bool) -> Clock:
    if first_half:
        assert term.half is not None
        words = _(
            "A PEP is due in the first half of each term. The last one was on {date}. "
            "The last day of the first half of the {term}: {end}."
        )
        by = term.half
    else:
        words = _(
            "A PEP is due each term. The last one was on {date}. Then comes the {term}. Its last day: {end}."
        )
        by = term.last
    reason = words.format(date=say_day(held), term=_say_term(term), end=say_day(by))
    return Clock(by, by, reason, fact=what, fact_on=held)


def _roughly_after(held: date) -> tuple[str, date | None]:
    """About when the next term is, where school's dates are not known, and when that term is surely over.

    Empty where it could be either of two terms.
    """
    if held.month >= 9:
        return _("in the spring term"), date(held.year + 1, *SPRING_OVER_BY)
    if (held.month, held.day) <= SURELY_SPRING_UNTIL:
        return _("in the summer term"), date(held.year, *SUMMER_OVER_BY)
    return (_("in the autumn term"), date(held.year, 12, 31)) if held.month >= 5 else ("", None)


def _say_term(term: Term) -> str:
    names: dict[Season, str] = dict(
        zip(SEASONS, (_("autumn term"), _("spring term"), _("summer term")), strict=True)
    )
    return names[term.season]
