"""What comes along from the meeting before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import PlainQuestion
from carer_app.storage.vault import Vault
from carer_app.use_cases import following_up, last_time, recording_the_meeting, the_same_evening
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import GetReady, LastMeeting, Place
from ui.preparation.get_ready import GetReadyPage
from ui.preparation.last_meeting import LastMeetingPage

Show = Callable[[Any], Any]


@pytest.fixture
def meetings(vault: Vault) -> tuple[int, int]:
    """The one before, held in September, and the one to come."""
    child = builders.add_child(vault)
    before = builders.add_meeting(vault, child, date(2025, 9, 17), uid="uid-0")
    builders.prepare(vault, before)
    builders.hold(vault, before, date(2025, 9, 17))
    with vault.work() as session:
        recording_the_meeting.write_school_said(
            session, before, PlainQuestion.LEARNING_SAID, "Reading is fine."
        )
    return before, builders.add_meeting(vault, child)


@pytest.fixture
def page(house: House, show: Show, meetings: tuple[int, int]) -> LastMeetingPage:
    page: LastMeetingPage = show(LastMeetingPage(house, LastMeeting(meetings[1])))
    settle()
    return page


def test_what_was_said_and_agreed_comes_along(page: LastMeetingPage) -> None:
    words = sentences(page)
    assert page.accessibleName() == "Last time, on Wednesday 17 September 2025"
    assert "Start a reading group (Mr Fox): due 20 March" in words
    assert "Ask about a place at swimming (Me): was due 9 March" in words
    assert "“Playtime is hard. They run off.” Mia said this" in words
    assert "Learning: Reading is fine." in words
    assert len(page.done) == 3


def test_what_was_not_agreed_comes_along_with_its_reason(
    page: LastMeetingPage, house: House, meetings: tuple[int, int]
) -> None:
    before = meetings[0]
    [asked] = house.records.read(the_same_evening.asked_for, before)
    house.records.change(the_same_evening.refuse, before, asked.id, TODAY)
    house.records.change(the_same_evening.write_why_not, asked.id, "there is no room.")
    settle()
    assert "What was not agreed" in sentences(page)
    assert "A buddy at playtime: there is no room." in sentences(page)


def test_everything_that_school_said_comes_along() -> None:
    assert tuple(last_time.SAID_AT_SCHOOL) == recording_the_meeting.WRITTEN_AFTER


def test_ticked_off_here_is_ticked_off_everywhere_and_can_be_undone(
    page: LastMeetingPage, house: House
) -> None:
    first = next(iter(page.done))
    page.done[first].click()
    settle()
    assert first not in page.done
    assert "done on 10 March" in sentences(page)
    rows = house.records.read(following_up.actions_of_child, 1, TODAY)
    assert [row.done_on for row in rows if row.id == first] == [TODAY]
    house.records.undo()
    settle()
    assert first in page.done


def test_getting_ready_says_on_one_row_what_is_open(
    house: House, show: Show, meetings: tuple[int, int]
) -> None:
    page: GetReadyPage = show(GetReadyPage(house, GetReady(meetings[1])))
    assert page.last_time.state() == "3 still open"
    went: list[Place] = []
    page.go.connect(went.append)
    page.last_time.click()
    assert went == [LastMeeting(meetings[1])]


def test_before_the_first_meeting_there_is_nothing_and_no_row(
    house: House, show: Show, meetings: tuple[int, int]
) -> None:
    before, _coming = meetings
    page: GetReadyPage = show(GetReadyPage(house, GetReady(before)))
    assert not page.last_time.isVisible()
    empty: LastMeetingPage = show(LastMeetingPage(house, LastMeeting(before)))
    assert (
        "No earlier meeting is written down as held. What you agree at this one shows before the next."
        in sentences(empty)
    )
    went: list[Place] = []
    empty.go.connect(went.append)
    empty.get_ready.click()
    assert went == [GetReady(before)]


def test_what_is_open_from_before_the_last_one_comes_along_too(
    vault: Vault, meetings: tuple[int, int]
) -> None:
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meetings[1], date(2026, 3, 9), TODAY)
    third = builders.add_meeting(vault, 1, date(2026, 9, 9), uid="uid-3")
    with vault.reading() as session:
        before = last_time.last_time(session, third, TODAY)
    assert before is not None
    assert before.held_on == date(2026, 3, 9)
    assert len(before.open) == 3
    assert before.child_said == ()
