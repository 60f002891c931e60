"""A move to another school is no PEP: what was late for certain before it stays late, until one is held."""

from datetime import date

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_school, children, for_home
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.next_pep import next_pep_of
from tests import builders
from tests.builders import do, read
from tests.use_cases.test_which_date_leads import NEXT_YEAR

SECOND, THIRD = date(2026, 9, 3), date(2026, 10, 12)
BEFORE, AFTER = date(2026, 10, 11), date(2026, 10, 12)


def in_care(vault: Vault, council: str) -> int:
    child = builders.add_child(vault, council=council, came_into_care_on=date(2024, 5, 1))
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 6, 10), date(2026, 6, 11))
    return child


def moving_twice(vault: Vault, council: str, *with_dates: str) -> int:
    child = in_care(vault, council)
    for school, starts in (("Oak Hill", SECOND), ("Elm Park", THIRD)):
        do(vault, changing_school.change_school, child, school, starts, starts)
        with vault.work() as session:
            school_id = children.child_facts(session, child, starts).school_id
            assert school_id is not None
            if school in with_dates:
                builders.open_on(session, school_id, *NEXT_YEAR)
    return child


def home(vault: Vault, on: date) -> NextStep:
    (found,) = read(vault, for_home.home, on).steps
    assert isinstance(found, NextStep)
    return found


@pytest.mark.parametrize(
    ("council", "was_due"), [("Birmingham", "Thursday 1 October"), ("Gateshead", "Thursday 17 September")]
)
def test_a_pep_that_is_late_stays_late_after_the_next_move(vault: Vault, council: str, was_due: str) -> None:
    child = moving_twice(vault, council, "Oak Hill", "Elm Park")
    for on in (BEFORE, AFTER, date(2026, 12, 1)):
        assert read(vault, next_pep_of, child, on).words == f"It was due by {was_due} 2026"
        assert (home(vault, on).step, home(vault, on).tag_kind) == (Step.ASK_FOR_DATE, "warn")
    said = read(vault, next_pep_of, child, AFTER).due.uncertain
    assert any(each.startswith("The child left that school on Monday 12 October 2026.") for each in said)
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 10, 14), date(2026, 10, 15))
    held = read(vault, next_pep_of, child, date(2026, 10, 15))
    assert held.due.due_on is not None
    assert held.due.due_on > date(2026, 10, 15)


def test_a_pep_due_after_the_move_is_counted_from_the_new_school(vault: Vault) -> None:
    child = in_care(vault, "Birmingham")
    for starts in (SECOND, date(2026, 9, 21)):
        do(vault, changing_school.change_school, child, f"School of {starts}", starts, starts)
        with vault.work() as session:
            school = children.child_facts(session, child, starts).school_id
            assert school is not None
            builders.open_on(session, school, *NEXT_YEAR)
    assert read(vault, next_pep_of, child, date(2026, 9, 21)).due.due_on == date(2026, 10, 19)


def test_the_dates_of_a_school_that_was_left_are_asked_for_no_more(vault: Vault) -> None:
    """The last day that it can have been due by was before the move, so it is late whatever they are."""
    child = in_care(vault, "Birmingham")
    for school, starts in (("Oak Hill", SECOND), ("Elm Park", date(2026, 11, 9))):
        do(vault, changing_school.change_school, child, school, starts, starts)
    with vault.work() as session:
        school_id = children.child_facts(session, child, date(2026, 11, 9)).school_id
        assert school_id is not None
        builders.open_on(session, school_id, *NEXT_YEAR)
    found = read(vault, next_pep_of, child, date(2026, 11, 10))
    assert (found.words, found.due.asks_for) == ("It was due by Monday 2 November 2026", "")
    assert "This is the latest day it can have been." in " ".join(found.due.uncertain)
