"""More than one move to another home: all that are known stay, and only the carer says which are right."""

from datetime import date, timedelta

import pytest

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.meeting import Meeting
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, for_home, pep_copies
from carer_app.use_cases.children import ChildDate, child_facts
from carer_app.use_cases.pep_dates import pep_due
from tests.builders import TODAY, add_child, do, read


@pytest.fixture
def mia(vault: Vault) -> int:
    return add_child(vault, council="Kent", came_into_care_on=date(2024, 1, 8), last_pep_on=date(2025, 9, 10))


FIRST, SECOND, THIRD = date(2025, 11, 3), date(2025, 12, 15), date(2026, 2, 2)


def moved(vault: Vault, child: int, *days: date) -> None:
    do(vault, children.set_moves, child, days)


def typed(vault: Vault, child: int, which: ChildDate, *days: date | None) -> tuple[date, ...]:
    """The moves that are known once these days were typed, one after the other."""
    for day in days:
        do(vault, children.set_date, child, which, day, TODAY)
    return read(vault, child_facts, child, TODAY).moves


def test_every_move_stays_whatever_is_typed_and_the_newest_leads(vault: Vault, mia: int) -> None:
    moved(vault, mia, SECOND, THIRD, FIRST, FIRST)
    facts = read(vault, child_facts, mia, TODAY)
    assert (facts.moves, facts.moved_home_on) == ((FIRST, SECOND, THIRD), THIRD)


def test_a_day_put_right_is_no_second_move_however_far_it_was_off(vault: Vault, mia: int) -> None:
    for wrong in (date(2025, 10, 3), date(2025, 11, 13), date(2024, 11, 3), date(2026, 11, 3)):
        assert typed(vault, mia, ChildDate.MOVED_HOME, wrong, FIRST) == (FIRST,)


def test_a_second_move_typed_by_mistake_and_cleared_lets_the_first_count_again(
    vault: Vault, mia: int
) -> None:
    moved(vault, mia, FIRST, SECOND)
    assert typed(vault, mia, ChildDate.MOVED_HOME, None) == (FIRST,)
    assert read(vault, child_facts, mia, TODAY).moved_home_on == FIRST


def test_a_last_pep_typed_wrongly_or_later_makes_no_move_be_forgotten(vault: Vault, mia: int) -> None:
    moved(vault, mia, FIRST)
    typed(vault, mia, ChildDate.LAST_PEP, date(2025, 11, 20))
    moved(vault, mia, FIRST, SECOND)
    moved(vault, mia, FIRST, SECOND, THIRD)
    assert typed(vault, mia, ChildDate.LAST_PEP, date(2025, 9, 10)) == (FIRST, SECOND, THIRD)
    assert "Moved to another home before that: Monday 15 December 2025" in facts_used(vault, mia)


def test_two_moves_ten_days_apart_are_two(vault: Vault, mia: int) -> None:
    near = FIRST + timedelta(days=10)
    moved(vault, mia, FIRST, near)
    assert read(vault, child_facts, mia, TODAY).moves == (FIRST, near)
    assert "Moved to another home before that: Monday 3 November 2025" in facts_used(vault, mia)


def test_a_move_to_come_is_not_said_to_have_been(vault: Vault, mia: int) -> None:
    moved(vault, mia, FIRST, TODAY + timedelta(days=30))
    used = facts_used(vault, mia)
    assert "Will move to another home: Thursday 9 April 2026" in used
    assert "Moved to another home: Thursday 9 April 2026" not in used


def facts_used(vault: Vault, child: int) -> list[str]:
    return list(read(vault, pep_due, child, TODAY).facts_used)


@pytest.mark.parametrize(
    ("held", "told", "said"),
    [
        (date(2025, 9, 12), date(2026, 5, 20), "By the rules it is due sooner, by Thursday 12 March 2026."),
        (date(2025, 9, 4), date(2026, 4, 2), "By the rules it was due sooner, by Wednesday 4 March 2026."),
        (date(2026, 2, 4), date(2026, 9, 20), "it is due sooner, by Friday 31 July 2026 at the latest."),
    ],
)
def test_where_the_told_day_is_later_than_the_rules_home_says_so_too(
    vault: Vault, held: date, told: date, said: str
) -> None:
    """It stood on the child's card only: once while nothing needs doing, and once where a day is asked for."""
    child = add_child(vault, last_pep_on=held, social_worker_says_by=told)
    with vault.work() as session:
        meeting = Meeting(child_id=child, held_on=held, calendar_uid="uid-held")
        session.add(meeting)
        session.flush()
        pep_copies.say_where_the_copy_is(session, meeting.id, WhereIsTheCopy.LOCK_BOX, TODAY)
    (card,) = read(vault, for_home.home, date(2026, 3, 11) if held.month == 9 else date(2026, 7, 2)).steps
    assert said in " ".join((card.why, *(each.why for each in card.also)))
