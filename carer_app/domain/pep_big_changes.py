"""What some councils ask for at a big change: a full PEP at a new key stage, or when the child moves to another home.

Pages that ask for it give no number of days. England’s guidance asks for none then, so its number for a new school is
not for this: without a number of the council’s own, or of the carer’s, it is said and there is no day.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_clocks import Clock, ClockKind, KnownTerms, days_clock, with_doubt
from carer_app.domain.pep_due import PepFacts
from carer_app.domain.pep_starts import needed_from
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import school_year
from carer_app.domain.year_group import year_group
from carer_app.typed_dates import say_day
from carer_app.words import _

LONG_AGO_MONTHS = 12
# The latest day in September on which a school year has been seen to start.
TERM_STARTS_BY = (9, 20)
NO_NUMBER = _("It gives no number of days. Ask the social worker when it will be.")
AT_A_NEW_HOME = _(
    "This council asks for a full PEP when the child moves to another home. {no_number}"
).format(no_number=NO_NUMBER)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What a council asks for at a change: a clock where there is a number, else a sentence beside the next PEP."""

    clocks: tuple[Clock, ...] = ()
    doubt: str = ""


def new_home(facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date) -> AskedFor:
    """Moves to another home while in care, where the council asks for a PEP then and none was held since.

    A later move does not take away what is owed for an earlier one. Source: Kent’s and Staffordshire’s pages.
    """
    if facts.moved_home is None:
        return AskedFor()
    days = (*facts.moved_home_before, facts.moved_home)
    clocks: list[Clock] = []
    for moved, then in pairwise(days):
        asked = _at_a_new_home(moved, facts, rules, terms, today)
        clocks.extend(with_doubt(clock, _moves_again(then, today)) for clock in asked.clocks)
    newest = _at_a_new_home(facts.moved_home, facts, rules, terms, today)
    return AskedFor((*clocks, *newest.clocks), newest.doubt)


def _moves_again(on: date, today: date) -> str:
    words = _("The child moved again on {day}. Ask the social worker if this day still stands.")
    if on > today:
        words = _("The child will move again on {day}. Ask the social worker if this day still stands.")
    return words.format(day=say_day(on))


def _at_a_new_home(
    moved: date | None, facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date
) -> AskedFor:
    care, held, starts_on = facts.came_into_care, facts.last_pep, needed_from(facts, rules)
    if moved is None or not (rules.new_home or rules.asks_at_new_home):
        return AskedFor()
    if (care and moved <= care) or (held and held >= moved):
        return AskedFor()
    if (starts_on and moved < starts_on) or add_months(moved, LONG_AGO_MONTHS) <= today:
        return AskedFor()
    what = _("moving to another home")
    if rules.new_home is not None:
        clock = days_clock(moved, what, rules.new_home, terms)
        return AskedFor((named(clock, "new_home", "new_home", rules, today),))
    if rules.new_school is None or not _has_its_own_number(rules, "asks_at_new_home"):
        return AskedFor(doubt=AT_A_NEW_HOME)
    clock = days_clock(moved, what, rules.new_school, terms)
    doubt = _(
        "This council asks for a full PEP then and gives no number of days. We took that of a new school."
    )
    return AskedFor((named(with_doubt(clock, doubt), "new_home", "new_school", rules, today),))


def key_stage(
    facts: PepFacts, held: date, rules: AuthorityRules, terms: KnownTerms, today: date, before: date
) -> AskedFor:
    """The newest start of a key stage after the last PEP, up to today; or in the September to come, where that comes
    `before` the next PEP is due anyway.

    An ordinary new class in September starts no clock. Source: Kent’s, Nottinghamshire’s and Staffordshire’s pages;
    others ask for nothing then, and have no `key_stage_years`.
    """
    if facts.birthday is None or not rules.key_stage_years:
        return AskedFor()
    for year in range(school_year(today) + 1, school_year(held) - 1, -1):
        starts = _first_day(terms.calendar, year)
        if starts > today and starts >= before:
            continue
        group = year_group(facts.birthday, date(year, 9, 1), years_ahead=facts.years_ahead)
        if group is None or group.number not in rules.key_stage_years or not held < starts:
            continue
        if any(abs(first - starts) <= timedelta(days=31) for first, _name in facts.schools):
            return AskedFor()  # The new school's own clock counts the same thing.
        return _at_stage(facts, starts, group.name, rules, terms, today)
    return AskedFor()


def at_a_key_stage(name: str) -> str:
    """What a council asks for that wants a new PEP in this year group."""
    return _("This council asks for a new PEP at a new key stage. {year} is one.").format(year=name)


def _at_stage(
    facts: PepFacts, starts: date, name: str, rules: AuthorityRules, terms: KnownTerms, today: date
) -> AskedFor:
    asks = at_a_key_stage(name)
    if rules.new_school is None or not _has_its_own_number(rules, "key_stage_years"):
        return AskedFor(doubt=f"{asks} {NO_NUMBER}")
    # Of a school that the child came to later, its first day is not the day on which the child started the year.
    came_later = facts.started_school is not None and facts.started_school > starts
    starts = date(starts.year, 9, 1) if came_later else starts
    what = _("starting {year}").format(year=name)
    clock = days_clock(starts, what, rules.new_school, terms)
    clock = with_doubt(named(clock, "key_stage", "new_school", rules, today), asks)
    if came_later and clock.counted:
        clock = with_doubt(
            clock,
            _("Counted with the dates of the school now. The school before may have had other days."),
        )
    return AskedFor((clock,))


def named(clock: Clock, kind: ClockKind, field: str, rules: AuthorityRules, today: date) -> Clock:
    """The clock with what it is for, and the rule that its number comes from."""
    return replace(clock, kind=kind, rule=rules.whose(field), beneath=not rules.leads(field, today))


def _has_its_own_number(rules: AuthorityRules, asks: str) -> bool:
    """Whether the number for a new school is of the page that asks, or the carer’s."""
    if "new_school" in rules.own_numbers:
        return True
    return "new_school" not in rules.borrowed and asks not in rules.own_numbers


def _first_day(calendar: SchoolCalendar | None, year: int) -> date:
    """The first day for pupils of a school year, where it is known; else 1 September."""
    first = date(year, 9, 1)
    for period in calendar.periods if calendar else ():
        if date(year, 8, 15) <= period[0] <= date(year, *TERM_STARTS_BY):
            day = period[0]
            while calendar and day <= period[1] and not calendar.is_school_day(day):
                day += timedelta(days=1)
            return day
    return first
