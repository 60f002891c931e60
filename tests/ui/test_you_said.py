"""What happened with what the child said, and what the child kept as the carer reads it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Owner, Part, PlainQuestion, Share
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import childs_kept_words, preparing, recording_the_meeting, you_said
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.preparing_pages import sentences
from ui.after_meeting.after_meeting import AfterMeetingPage
from ui.after_meeting.you_said import YouSaidPage
from ui.base.house import House
from ui.base.places import AfterMeeting, PreparePart, YouSaid
from ui.preparation.child_says import ChildSaysPage
from ui.widgets.text import PlainLabel

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting: int = builders.add_meeting(vault, builders.add_child(vault), on_day=TODAY)
    said = Sitting("7_to_10")
    said.said["one_thing"] = Said(words="More science", share=Share.SHEET)
    said.said["going_well"] = Said(words="Off the sheet", share=Share.OFF)
    do(vault, childs_kept_words.keep, meeting, said, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    return meeting


def test_each_thing_has_its_boxes_and_what_is_typed_is_saved(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    settle()
    [view_id] = page.rows.ids()
    card = page.rows.row(view_id)
    assert "More science" in card.said.words()
    assert "Off the sheet" not in sentences(page)
    card.texts["now"].insertPlainText("Science club")
    card.texts["now"].flush()
    card.by_when.set_raw("27 March")
    card.by_when.settle()
    settle()
    [row] = read(vault, you_said.said_to_the_meeting, meeting)
    assert (row.texts["now"], row.by_when) == ("Science club", date(2026, 3, 27))


def test_the_boxes_for_a_no_come_when_asked_for_and_stay_where_they_are_used(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    settle()
    card = page.rows.row(page.rows.ids()[0])
    assert card.no.isHidden()
    card.fold.click()
    card.texts["cannot_because"].insertPlainText("the club is full")
    card.texts["cannot_because"].flush()
    again: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    settle()
    assert not again.rows.row(again.rows.ids()[0]).no.isHidden()


def test_the_list_of_jobs_asks_only_where_the_child_said_something(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: AfterMeetingPage = show(AfterMeetingPage(house, AfterMeeting(meeting)))
    assert page.rows["you_said"].isVisible()
    other = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), uid="uid-9")
    quiet: AfterMeetingPage = show(AfterMeetingPage(house, AfterMeeting(other)))
    assert not quiet.rows["you_said"].isVisible()


def test_the_carer_reads_what_was_kept_and_where_it_goes_and_can_change_nothing(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: ChildSaysPage = show(ChildSaysPage(house, PreparePart(meeting, Part.CHILD_SAYS)))
    settle()
    words = sentences(page)
    assert "“More science”" in words
    assert "Mia put this on the sheet. Nobody can change the words." in words
    assert "Mia keeps this off the sheet. It is not printed." in words
    assert page.rows.ids() == []
    for view_id in page.kept.ids():
        card = page.kept.row(view_id)
        assert {type(part) for part in card.findChildren(PlainLabel)} == {PlainLabel}
        assert not card.findChildren(type(page.add))


def test_of_what_cannot_happen_nobody_asks_what_happens_now_and_by_when(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    settle()
    card = page.rows.row(page.rows.ids()[0])
    asked = (card.fields["now"], card.fields["who"], card.day)
    card.fold.click()
    assert not any(each.isVisible() for each in asked)
    assert card.fields["at_the_meeting"].isVisible()
    card.fold.click()
    assert all(each.isVisible() for each in asked)
    card.texts["now"].insertPlainText("Science club")
    card.texts["now"].flush()
    card.fold.click()
    assert card.fields["now"].isVisible(), "what is written is never put out of sight"


def test_what_was_agreed_because_of_it_is_chosen_once_and_asks_no_more(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    settle()
    card = page.rows.row(page.rows.ids()[0])
    assert not card.action_field.isVisible(), "where nothing was agreed, nobody is asked"
    new = NewAction("Science club", Owner.SCHOOL, "Mr Fox", date(2026, 3, 27))
    page.records.change(recording_the_meeting.add_action, meeting, new, TODAY)
    card.action.setCurrentIndex(1)
    card.action.activated.emit(1)
    assert card.end.words() == "Science club (Mr Fox, by 27 March)"
    assert not any(each.isVisible() for each in (card.fields["now"], card.fields["who"], card.day))
    [row] = page.records.read(you_said.said_to_the_meeting, meeting)
    assert row.action is not None
    assert page.records.undo()
    assert card.action.currentIndex() == 0
    assert card.fields["now"].isVisible()


def test_what_came_of_the_one_thing_the_child_would_change_has_a_box_where_there_is_one(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(meeting)))
    assert not page.change.isVisible()
    page.records.change(preparing.write_answer, meeting, PlainQuestion.WOULD_CHANGE, "A quiet place.")
    assert page.change_said.words() == "One thing at school Mia would change: “A quiet place.”"
    page.came.insertPlainText("The library")
    page.came.flush()
    assert page.change.isVisible()
    change = read(vault, you_said.would_change, meeting)
    assert change.came == "The library"
