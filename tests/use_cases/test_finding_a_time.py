"""Finding a time for a PEP: days that suit home, what speaks against one, and words that nobody has sent."""

from datetime import date, time

import pytest

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, household, planning
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.finding_a_time import SuitingTime, TimeToSend, days_that_suit, time_to_send
from tests import builders
from tests.builders import TODAY, do, read

TERMS = ((date(2026, 2, 23), date(2026, 3, 27)), (date(2026, 4, 13), date(2026, 5, 22)))


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *TERMS, inset=[date(2026, 3, 16)])
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        household.set_own_name(session, "Sam")
        return planning.plan_meeting(session, child, "uid-mia", TODAY)


def look(vault: Vault, meeting: int, *slots: SuitingTime) -> TimeToSend:
    found: TimeToSend = read(vault, time_to_send, meeting, slots, TODAY)
    return found


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 9), "That day has been."),
        (date(2026, 3, 14), "That is at the weekend."),
        (date(2026, 3, 16), "That is a training day: pupils are not in."),
        (date(2026, 3, 31), "That is in the school holidays."),
        (date(2026, 5, 4), "That is a bank holiday."),
        (date(2026, 3, 17), ""),
        (date(2026, 6, 9), ""),  # nobody knows
    ],
)
def test_what_speaks_against_a_day_is_said_and_the_day_stays(
    vault: Vault, meeting: int, day: date, said: str
) -> None:
    found = look(vault, meeting, SuitingTime(day))
    assert found.said == (said,)
    assert f"{day.day} " in found.words


def test_another_meeting_of_the_household_that_day_is_said(vault: Vault, meeting: int) -> None:
    leo = builders.add_child(vault, "Leo")
    builders.add_meeting(vault, leo, date(2026, 3, 18), uid="uid-leo")
    do(vault, children.set_date, leo, ChildDate.REVIEW, date(2026, 3, 19), TODAY)
    found = look(vault, meeting, SuitingTime(date(2026, 3, 18)), SuitingTime(date(2026, 3, 19)))
    assert found.said[0].startswith("Leo has a meeting that day")
    assert found.said[1] == "Leo’s review is that day."
    assert "Leo" not in found.words


def test_a_day_after_the_pep_is_due_is_said(vault: Vault, meeting: int) -> None:
    child = read(vault, planning.meeting_facts, meeting).child_id
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2025, 11, 10), TODAY)
    found = look(vault, meeting, SuitingTime(date(2026, 5, 20)))
    assert "The PEP is due before it" in found.said[0]


def test_the_words_have_the_days_in_order_and_name_no_child(vault: Vault, meeting: int) -> None:
    found = look(
        vault,
        meeting,
        SuitingTime(date(2026, 3, 19), time(14)),
        SuitingTime(),
        SuitingTime(date(2026, 3, 17)),
    )
    assert found.to == "For Ms Ali"
    assert "- Tuesday 17 March 2026\n- Thursday 19 March 2026, from 2.00pm" in found.words
    assert found.words.startswith("Hello Ms Ali,")
    assert "Mia" not in found.words


def test_without_a_day_there_are_no_words_and_a_day_twice_is_said(vault: Vault, meeting: int) -> None:
    assert look(vault, meeting, SuitingTime(), SuitingTime(None, time(9))).words == ""
    twice = look(vault, meeting, SuitingTime(date(2026, 3, 17)), SuitingTime(date(2026, 3, 17), time(9)))
    assert twice.said == ("", "This day stands here twice.")


def test_three_days_are_offered_with_nothing_against_them(vault: Vault, meeting: int) -> None:
    offered = read(vault, days_that_suit, meeting, TODAY)
    assert len(offered) == 3
    assert len({day.weekday() for day in offered}) == 3
    assert min(offered) >= date(2026, 3, 17)
    assert look(vault, meeting, *map(SuitingTime, offered)).said == ("", "", "")


def test_looking_changes_nothing(vault: Vault, meeting: int) -> None:
    before = vault.saves
    look(vault, meeting, SuitingTime(date(2026, 3, 17)))
    read(vault, days_that_suit, meeting, TODAY)
    assert vault.saves == before
