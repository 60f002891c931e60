"""A second move to another home is typed over the first: the first is kept as long as a PEP is owed for it."""

from datetime import date

import pytest

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, filing, today
from carer_app.use_cases.children import ChildDate, child_facts
from tests.builders import TODAY, add_child, do, read


@pytest.fixture
def mia(vault: Vault) -> int:
    return add_child(vault, council="Kent", came_into_care_on=date(2024, 1, 8), last_pep_on=date(2025, 9, 10))


def moves(vault: Vault, child: int, *days: date | None) -> tuple[date | None, date | None]:
    for day in days:
        do(vault, children.set_date, child, ChildDate.MOVED_HOME, day, TODAY)
    facts = read(vault, child_facts, child, TODAY)
    return facts.moved_home_before_on, facts.moved_home_on


FIRST, SECOND, THIRD = date(2025, 11, 3), date(2025, 12, 15), date(2026, 2, 2)


def test_the_first_move_stays_and_of_three_the_earliest(vault: Vault, mia: int) -> None:
    assert moves(vault, mia, FIRST, SECOND) == (FIRST, SECOND)
    assert moves(vault, mia, THIRD) == (FIRST, THIRD)


def test_a_day_put_right_is_no_second_move(vault: Vault, mia: int) -> None:
    assert moves(vault, mia, FIRST, date(2025, 11, 13)) == (None, date(2025, 11, 13))
    assert moves(vault, mia, SECOND, FIRST) == (None, FIRST), "put back as it was"


def test_a_move_that_a_pep_has_answered_is_let_go(vault: Vault, mia: int) -> None:
    moves(vault, mia, FIRST)
    do(vault, children.set_date, mia, ChildDate.LAST_PEP, date(2025, 11, 20), TODAY)
    assert moves(vault, mia, SECOND) == (None, SECOND)


def test_the_move_before_lies_before_the_newest(vault: Vault, mia: int) -> None:
    moves(vault, mia, FIRST)
    with pytest.raises(NotAllowed, match="That is not before Monday 3 November 2025"):
        do(vault, children.set_date, mia, ChildDate.MOVED_HOME_BEFORE, SECOND, TODAY)
    do(vault, children.set_date, mia, ChildDate.MOVED_HOME_BEFORE, date(2025, 10, 1), TODAY)
    assert moves(vault, mia) == (date(2025, 10, 1), FIRST)


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
        filing.say_where_the_copy_is(session, meeting.id, WhereIsTheCopy.LOCK_BOX, TODAY)
    (card,) = read(vault, today.home, date(2026, 3, 11) if held.month == 9 else date(2026, 7, 2)).steps
    assert said in " ".join((card.why, *(each.why for each in card.also)))
