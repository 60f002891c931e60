"""Two moves to another home: what is owed for the first is not wiped out by the second."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.authority_rules import DayCount
from carer_app.domain.deadlines import PepDue, PepFacts, SaidDate, next_pep
from carer_app.domain.pep_big_changes import AT_A_NEW_HOME
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.rules import shipped

TODAY = date(2026, 11, 29)
(KENT,) = shipped.rules_of("Kent")
WITH_A_NUMBER = replace(KENT, new_home=DayCount(20, "working"), own_numbers={"new_home": TODAY})
MOVED_TWICE = PepFacts(
    came_into_care=date(2024, 1, 8),
    last_pep=date(2026, 9, 10),
    moved_home_before=(date(2026, 10, 5),),
    moved_home=date(2026, 11, 16),
)


def due(facts: PepFacts) -> PepDue:
    return next_pep(facts, [WITH_A_NUMBER], KnownTerms(), TODAY)


def test_the_day_of_the_first_move_leads_and_asks_whether_it_still_stands() -> None:
    found = due(MOVED_TWICE)
    assert (found.by, found.reason.split(". ")[0]) == (
        date(2026, 11, 2),
        "20 working days after moving to another home on Monday 5 October 2026",
    )
    assert (
        "The child moved again on Monday 16 November 2026. Ask the social worker if this day still stands."
        in found.uncertain
    )
    assert [clock.by for clock in found.clocks if clock.kind == "new_home"] == [
        date(2026, 11, 2),
        date(2026, 12, 14),
    ]
    assert "Moved to another home before that: Monday 5 October 2026" in found.facts_used


def test_a_pep_between_the_two_answers_the_first_and_not_the_second() -> None:
    assert due(replace(MOVED_TWICE, last_pep=date(2026, 10, 20))).by == date(2026, 12, 14)


@given(st.integers(1, 400), st.integers(0, 500))
def test_to_know_of_an_earlier_move_never_makes_a_day_later(before: int, held: int) -> None:
    facts = replace(MOVED_TWICE, last_pep=TODAY - timedelta(days=held), moved_home_before=())
    assert facts.moved_home is not None
    both = replace(facts, moved_home_before=(facts.moved_home - timedelta(days=before),))
    one, two = due(facts).by, due(both).by
    assert one is not None
    assert two is not None
    assert two <= one


def test_of_three_moves_the_one_in_the_middle_leads_where_a_pep_answered_the_first() -> None:
    three = replace(MOVED_TWICE, moved_home_before=(date(2026, 9, 14), date(2026, 10, 5)))
    assert due(three).by == date(2026, 10, 12)
    found = due(replace(three, last_pep=date(2026, 9, 20)))
    assert found.by == date(2026, 11, 2)
    assert "The child moved again on Monday 16 November 2026." in found.uncertain[0]


def test_a_move_to_come_is_not_said_to_have_been() -> None:
    found = due(replace(MOVED_TWICE, moved_home=date(2027, 1, 10)))
    (doubt,) = [each for each in found.uncertain if "again" in each]
    assert doubt == (
        "The child will move again on Sunday 10 January 2027. Ask the social worker if this day still stands."
    )
    assert "Will move to another home: Sunday 10 January 2027" in found.facts_used


def test_a_day_told_before_the_move_does_not_hide_that_the_council_asks_for_one() -> None:
    facts = replace(MOVED_TWICE, said=SaidDate(date(2027, 3, 1), "Ms Ali", date(2026, 10, 20)))
    assert AT_A_NEW_HOME in next_pep(facts, [KENT], KnownTerms(), TODAY).uncertain
    since = replace(facts, said=SaidDate(date(2027, 3, 1), "Ms Ali", date(2026, 11, 20)))
    assert next_pep(since, [KENT], KnownTerms(), TODAY).uncertain == ()


def test_a_move_today_has_been() -> None:
    found = due(replace(MOVED_TWICE, moved_home=TODAY))
    assert [each[:41] for each in found.uncertain if "again" in each] == [
        "The child moved again on Sunday 29 Novemb"
    ]


def test_a_move_before_care_or_before_peps_start_or_a_year_ago_asks_for_nothing() -> None:
    once = replace(MOVED_TWICE, moved_home_before=(), moved_home=date(2026, 10, 5))

    def asks(facts: PepFacts) -> bool:
        return any(clock.kind == "new_home" for clock in due(facts).clocks)

    assert asks(once)
    assert not asks(replace(once, came_into_care=date(2026, 10, 5), last_pep=None))
    assert asks(replace(once, came_into_care=date(2026, 10, 4), last_pep=None))
    assert not asks(replace(once, birthday=date(2023, 10, 6), last_pep=None))
    assert asks(replace(once, moved_home=date(2025, 11, 30), last_pep=date(2025, 9, 10)))
    assert not asks(replace(once, moved_home=date(2025, 11, 29), last_pep=date(2025, 9, 10)))
