"""A PEP that was held before PEP Companion was there has a place, and its copy is chased like any other."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    earlier_peps,
    for_home,
    next_pep,
    pep_copies,
    planning,
    recording_the_meeting,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step
from tests import builders
from tests.builders import TODAY, do, read

BEFORE = date(2025, 9, 12)


def steps(vault: Vault) -> set[Step]:
    (card,) = read(vault, for_home.home, TODAY).steps
    return {card.step, *(each.step for each in card.also)}


def asks(vault: Vault) -> str:
    """What Home says of a copy."""
    (card,) = read(vault, for_home.home, TODAY).steps
    return next(each.words for each in (card, *card.also) if each.step == Step.ASK_FOR_COPY)


def test_its_copy_is_missing_until_it_is_said_where_it_is(vault: Vault) -> None:
    mia = builders.add_child(vault)
    pep = do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", BEFORE, TODAY)
    (row,) = read(vault, pep_copies.copies, TODAY)
    assert (row.meeting_id, row.held_on, row.is_late) == (pep, BEFORE, True)
    assert Step.ASK_FOR_COPY in steps(vault)
    do(vault, pep_copies.say_where_the_copy_is, pep, WhereIsTheCopy.LOCK_BOX, TODAY)
    assert Step.ASK_FOR_COPY not in steps(vault)


def test_whether_its_copy_came_is_asked_and_not_known(vault: Vault) -> None:
    """Nobody has said that it has not come."""
    mia = builders.add_child(vault)
    pep = do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", BEFORE, TODAY)
    assert asks(vault) == "Do you have the copy of Mia’s last PEP?"
    before = read(vault, pep_copies.copy_of, pep, TODAY)
    assert before is not None
    assert before.is_a_question
    do(vault, pep_copies.say_where_the_copy_is, pep, WhereIsTheCopy.NOT_YET, TODAY)
    assert asks(vault) == "Ask your supervising social worker for Mia’s PEP copy", (
        "school was to send it weeks ago"
    )
    do(vault, pep_copies.put_copy_back, before)
    assert read(vault, pep_copies.copy_of, pep, TODAY) == before


def test_nothing_is_planned_got_ready_for_or_held_against_anybody(vault: Vault) -> None:
    mia = builders.add_child(vault)
    coming = builders.add_meeting(vault, mia, date(2026, 3, 31))
    pep = do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", BEFORE, TODAY)
    known = read(vault, next_pep.next_pep_of, mia, TODAY)
    assert known.meeting_id == coming, "the meeting to come stays the one that is got ready for"
    (was,) = [row for row in read(vault, children.child_facts, mia, TODAY).meetings if row.id == pep]
    assert (was.is_over, was.was_due) == (True, "")
    assert read(vault, planning.meeting_facts, coming).on_day == date(2026, 3, 31)


def test_the_last_pep_that_was_typed_is_offered_until_it_is_added(vault: Vault) -> None:
    mia = builders.add_child(vault)
    do(vault, children.set_date, mia, ChildDate.LAST_PEP, BEFORE, TODAY)
    assert read(vault, earlier_peps.earlier_pep, mia).known_day == BEFORE
    do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", BEFORE, TODAY)
    assert read(vault, earlier_peps.earlier_pep, mia).known_day is None


def test_it_is_there_once(vault: Vault) -> None:
    mia = builders.add_child(vault)
    do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", BEFORE, TODAY)
    with pytest.raises(NotAllowed, match=r"^The PEP of Friday 12 September 2025 is here already\.$"):
        do(vault, earlier_peps.add_earlier_pep, mia, "uid-2", BEFORE, TODAY)


def test_a_day_to_come_is_no_pep_that_was_held(vault: Vault) -> None:
    mia = builders.add_child(vault)
    with pytest.raises(NotAllowed, match=r"^That day has not come yet\."):
        do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", TODAY + timedelta(days=1), TODAY)
    assert read(vault, pep_copies.copies, TODAY) == []


def test_a_meeting_that_was_put_down_for_that_day_is_the_one(vault: Vault) -> None:
    mia = builders.add_child(vault)
    planned = builders.add_meeting(vault, mia, date(2026, 3, 6))
    assert do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", date(2026, 3, 6), TODAY) == planned
    do(vault, earlier_peps.take_earlier_pep_out, mia, date(2026, 3, 6))
    facts = read(vault, planning.meeting_facts, planned)
    assert (facts.is_over, facts.on_day) == (False, date(2026, 3, 6))


@settings(max_examples=20, deadline=None)
@given(days=st.integers(0, 2000), held=st.integers(0, 400))
def test_undo_takes_it_out_whole_and_the_newest_pep_still_leads(days: int, held: int) -> None:
    with builders.new_vault_each_time() as vault:
        mia = builders.add_child(vault)
        newest = builders.add_meeting(vault, mia, TODAY - timedelta(days=held), uid="uid-0")
        do(vault, recording_the_meeting.meeting_was_held, newest, TODAY - timedelta(days=held), TODAY)
        before = read(vault, next_pep.next_pep_of, mia, TODAY)
        day = TODAY - timedelta(days=held + 1 + days)
        do(vault, earlier_peps.add_earlier_pep, mia, "uid-1", day, TODAY)
        assert read(vault, next_pep.next_pep_of, mia, TODAY).day == before.day
        do(vault, earlier_peps.take_earlier_pep_out, mia, day)
        assert read(vault, next_pep.next_pep_of, mia, TODAY) == before
        with vault.reading() as session:
            assert session.scalar(select(func.count()).select_from(Meeting)) == 1
