"""Whatever is known: one more true fact never takes a known date away, and nothing is due later than its bound says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.rules import shipped
from carer_app.typed_dates import read_day
from tests.domain.test_term_bounds import BOUNDS

FIRST = date(2025, 9, 1)
TWO_YEARS = SchoolCalendar(
    [
        *((date(2025, 9, 2), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))),
        *((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27))),
        *((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 17))),
        *((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))),
        *((date(2027, 1, 4), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 25))),
        *((date(2027, 4, 12), date(2027, 5, 28)), (date(2027, 6, 7), date(2027, 7, 21))),
    ],
    [date(2025, 9, 2), date(2026, 1, 5), date(2026, 9, 3)],
)
DAYS = st.integers(0, 500).map(lambda ahead: FIRST + timedelta(days=ahead))
RULES = st.sampled_from(sorted({rules.council for rules in shipped.all_rules()})).map(shipped.rules_of)
FACTS = st.builds(
    PepFacts,
    came_into_care=st.none() | st.dates(date(2022, 1, 1), date(2026, 12, 31)),
    started_school=st.none() | DAYS,
    school_name=st.just("Elm"),
    last_pep=st.none() | DAYS,
    birthday=st.none() | st.dates(date(2009, 9, 1), date(2022, 8, 31)),
)
TODAY = st.integers(0, 600).map(lambda ahead: FIRST + timedelta(days=ahead))
NO_DATES, ALL_DATES = KnownTerms(bounds=BOUNDS), KnownTerms(TWO_YEARS, bounds=BOUNDS)
Rules = Sequence[AuthorityRules]
FEW = settings(max_examples=150, deadline=None)


def surely(answer: PepDue) -> date | None:
    """The day that is told: the one it is due by, or the last of the bound."""
    return answer.by or answer.roughly_until


def happened(facts: PepFacts, today: date) -> PepFacts:
    """What was ahead on a day is not known as a fact yet."""
    known = {name: getattr(facts, name) for name in ("came_into_care", "started_school", "last_pep")}
    return replace(facts, **{name: None for name, day in known.items() if day is not None and day > today})


@FEW
@given(FACTS, RULES, TODAY, st.integers(0, 6))
def test_term_dates_only_make_a_bound_into_a_day(
    facts: PepFacts, rules: Rules, today: date, half_years: int
) -> None:
    facts = happened(facts, today)
    some = KnownTerms(SchoolCalendar(TWO_YEARS.periods[:half_years], TWO_YEARS.inset_days), bounds=BOUNDS)
    without = next_pep(facts, rules, NO_DATES, today)
    with_some = next_pep(facts, rules, some if half_years else NO_DATES, today)
    with_all = next_pep(facts, rules, ALL_DATES, today)
    for less, more in ((without, with_some), (with_some, with_all), (without, with_all)):
        told, tells = surely(less), surely(more)
        if told is not None and more.state in ("due", "unknown"):
            assert tells is not None
            assert tells <= told, "later than its bound"
        if less.by is not None and more.state == "due":
            assert more.by is not None


@FEW
@given(FACTS, RULES, TODAY, st.booleans(), st.sampled_from(["came_into_care", "started_school", "birthday"]))
def test_one_more_fact_never_takes_a_known_date_away(
    facts: PepFacts, rules: Rules, today: date, dates: bool, fact: str
) -> None:
    """A PEP that was held answers what was due before: it is the one fact that lets a day go."""
    facts = happened(facts, today)
    terms = ALL_DATES if dates else NO_DATES
    less = next_pep(replace(facts, **{fact: None}), rules, terms, today)
    more = next_pep(facts, rules, terms, today)
    # A PEP from before coming into care counts for nothing, and then the day of the last one is asked for.
    held, care = facts.last_pep, facts.came_into_care
    held_before_care = fact == "came_into_care" and held is not None and care is not None and held < care
    if surely(less) is not None and more.state in ("due", "unknown") and not held_before_care:
        assert surely(more) is not None
        if less.by is not None and more.by is None:
            assert more.roughly_until is not None
            assert more.roughly_until < less.by, "only a bound before it takes the place of a day"


@FEW
@given(FACTS, RULES, TODAY, DAYS)
def test_a_move_to_come_never_takes_a_known_date_away(
    facts: PepFacts, rules: Rules, today: date, moves_on: date
) -> None:
    facts = happened(facts, today)
    moving = replace(facts, moves_on=max(moves_on, today + timedelta(days=1)), moves_to="Big School")
    less, more = (next_pep(each, rules, ALL_DATES, today) for each in (facts, moving))
    if less.by is not None:
        assert more.by is not None
        assert more.by <= less.by


@FEW
@given(FACTS, RULES, TODAY, st.lists(DAYS, min_size=2, max_size=4, unique=True).map(sorted), st.booleans())
@example(
    PepFacts(date(2024, 5, 1), last_pep=date(2026, 6, 10), birthday=date(2014, 3, 2)),
    shipped.rules_of("Birmingham"),
    date(2026, 10, 12),
    [date(2026, 9, 3), date(2026, 10, 12)],
    True,
)
def test_what_is_late_before_a_move_is_late_after_it(
    facts: PepFacts, rules: Rules, today: date, moves: list[date], dates: bool
) -> None:
    """A school that begins answers nothing: only a PEP that is held does."""
    facts = happened(facts, today)
    begun = [(day, f"School {place}") for place, day in enumerate(moves) if day <= today]
    terms = ALL_DATES if dates else NO_DATES
    late = date.max
    for place, (day, name) in enumerate(begun):
        there = replace(facts, started_school=day, school_name=name, schools_before=tuple(begun[:place]))
        answer = next_pep(there, rules, terms, today)
        until = surely(answer) or date.max
        if late < day and answer.state in ("due", "unknown"):
            assert until <= late
        late = until


@FEW
@given(FACTS, RULES, TODAY, st.booleans())
@example(PepFacts(last_pep=date(2026, 4, 14)), shipped.rules_of(""), date(2026, 9, 15), False)
def test_no_bound_in_the_past_is_said_as_if_to_come(
    facts: PepFacts, rules: Rules, today: date, dates: bool
) -> None:
    answer = next_pep(happened(facts, today), rules, ALL_DATES if dates else NO_DATES, today)
    if answer.roughly:
        assert answer.roughly_from is not None
        assert answer.roughly_until is not None
        assert answer.roughly_from <= answer.roughly_until
        assert answer.by is None
        said = [read_day(day, today) for day in re.findall(r"\d{1,2} [A-Z][a-z]+ \d{4}", answer.roughly)]
        assert answer.roughly_until < today or max(said) >= today


@FEW
@given(FACTS, RULES, TODAY, DAYS, DAYS)
def test_a_second_move_to_come_never_leaves_the_carer_without_a_date(
    facts: PepFacts, rules: Rules, today: date, first: date, second: date
) -> None:
    """The day of a school that is left before it comes never leads while that school is ahead; another does."""
    facts = happened(facts, today)
    first = max(first, today + timedelta(days=1))
    second = max(second, first + timedelta(days=1))
    once = replace(facts, moves_on=first, moves_to="Big School")
    twice = replace(once, later_moves=((second, "Oak Hill"),))
    less, more = (next_pep(each, rules, ALL_DATES, today) for each in (once, twice))
    if surely(less) is not None:
        assert surely(more) is not None
    leads = more.worked_out
    if leads is not None and leads.fact == "starting at Big School" and leads.by is not None:
        others = [clock for clock in more.clocks if clock.fact == "starting at Oak Hill" and clock.by]
        assert leads.by < second or not others
