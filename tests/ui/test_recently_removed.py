"""Recently taken out: what was taken away by mistake is found again, and comes back."""

from collections.abc import Callable
from typing import Any

import pytest

from carer_app.choices import NoteKind, Part
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, following_up, planning, removed, writing_notes
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from ui.actions.actions import ActionsPage
from ui.after_meeting.add_actions import AddActionsPage
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    Actions,
    AddActions,
    ChildRecord,
    Children,
    Documents,
    NotesOf,
    Place,
    PreparePart,
    RecentlyRemoved,
    Settings,
)
from ui.children.child_record import ChildRecordPage
from ui.children.children import ChildrenPage
from ui.documents.documents import DocumentsPage
from ui.meetings.when_where import WhenWherePage
from ui.notes.notes_of import NotesOfPage
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.questions import QuestionsPage
from ui.settings.recently_removed import RecentlyRemovedPage
from ui.settings.settings import SettingsPage
from ui.widgets.buttons import Button

Show = Callable[[Any], Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    mia = builders.add_child(vault)
    builders.prepare(vault, builders.add_meeting(vault, mia))
    do(vault, writing_notes.add_note, mia, NewNote(NoteKind.GOOD_NEWS, TODAY, "Read a whole book to the dog"))
    return mia


def journey(page: Page) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def remove_the_note(vault: Vault, mia: int) -> int:
    note: int = read(vault, writing_notes.notes_of, mia)[0].id
    do(vault, writing_notes.remove_note, note, TODAY)
    return note


def rows(page: RecentlyRemovedPage) -> list[tuple[str, str]]:
    shown = (page.rows.row(number) for number in page.rows.ids())
    return [(row.what.words(), row.about.words()) for row in shown]


def test_a_removed_note_is_put_back_and_that_can_be_undone(
    house: House, vault: Vault, show: Show, mia: int
) -> None:
    before = read(vault, writing_notes.notes_of, mia)
    remove_the_note(vault, mia)
    page: RecentlyRemovedPage = show(RecentlyRemovedPage(house, RecentlyRemoved()))
    said = "Mia · a note of 10 March 2026 · taken out today"
    assert rows(page) == [("Read a whole book to the dog", said)]
    assert not page.nothing.isVisible()
    row = page.rows.row(page.rows.ids()[0])
    assert row.back.accessibleName() == "Put it back: Read a whole book to the dog"
    row.back.click()
    assert read(vault, writing_notes.notes_of, mia) == before
    assert page.nothing.isVisible()
    assert house.records.undo()
    assert rows(page) == [("Read a whole book to the dog", said)]


def test_what_is_removed_and_put_back_keeps_the_keyboard_in_the_list(
    house: House, vault: Vault, show: Show, mia: int
) -> None:
    remove_the_note(vault, mia)
    do(vault, children.delete_child, builders.add_child(vault, "Sam", ""), TODAY)
    page: RecentlyRemovedPage = show(RecentlyRemovedPage(house, RecentlyRemoved()))
    first, second = (page.rows.row(number).back for number in page.rows.ids())
    first.setFocus()
    first.click()
    assert page.focusWidget() is second


def lists(house: House, vault: Vault, mia: int) -> list[Page]:
    """Every page that something can be removed from."""
    meeting = builders.add_meeting(vault, mia)
    return [
        ChildrenPage(house, Children()),
        ChildRecordPage(house, ChildRecord(mia)),
        ActionsPage(house, Actions()),
        NotesOfPage(house, NotesOf(mia)),
        DocumentsPage(house, Documents()),
        ChildSaysPage(house, PreparePart(meeting, Part.CHILD_SAYS)),
        HardNowPage(house, PreparePart(meeting, Part.HARD_NOW)),
        QuestionsPage(house, PreparePart(meeting, Part.QUESTIONS)),
        AddActionsPage(house, AddActions(meeting)),
    ]


def test_each_list_leads_there_while_something_was_removed(
    house: House, vault: Vault, show: Show, mia: int
) -> None:
    for page in lists(house, vault, mia):
        show(page)
        link = next(b for b in page.findChildren(Button) if b.words() == "Recently taken out")
        assert not link.isVisible(), type(page)
    remove_the_note(vault, mia)
    for page in lists(house, vault, mia):
        show(page)
        went = journey(page)
        link = next(b for b in page.findChildren(Button) if b.words() == "Recently taken out")
        assert link.isVisible(), type(page)
        link.click()
        assert went == [RecentlyRemoved()]


def test_settings_lead_there_always(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    went = journey(page)
    next(b for b in page.findChildren(Button) if b.words() == "See what was taken out").click()
    assert went == [RecentlyRemoved()]


def test_a_meeting_planned_by_mistake_goes_with_what_was_got_ready_and_comes_back(
    house: House, vault: Vault, show: Show, mia: int
) -> None:
    meeting = builders.add_meeting(vault, mia)
    before = read(vault, planning.meeting_facts, meeting)
    page: WhenWherePage = show(WhenWherePage(house, PreparePart(meeting, Part.WHEN_WHERE)))
    went, words = journey(page), list[str]()
    house.records.undoable.connect(lambda undo: words.append(undo.words))
    page.take_out.click()
    assert went == [ChildRecord(mia)]
    assert words == ["The meeting is taken out, with what was got ready for it."]
    assert read(vault, children.child_facts, mia, TODAY).meetings == ()
    assert house.records.undo()
    assert read(vault, planning.meeting_facts, meeting) == before
    do(vault, planning.take_meeting_out, meeting, TODAY)
    gone: RecentlyRemovedPage = show(RecentlyRemovedPage(house, RecentlyRemoved()))
    said = "Mia · with what was got ready · taken out today"
    assert rows(gone) == [("Meeting of Wednesday 18 March 2026", said)]


def test_a_meeting_that_was_held_says_why_it_stays(house: House, vault: Vault, show: Show, mia: int) -> None:
    meeting = builders.add_meeting(vault, mia)
    builders.hold(vault, meeting)
    page: WhenWherePage = show(WhenWherePage(house, PreparePart(meeting, Part.WHEN_WHERE)))
    assert not page.take_out.isVisible()
    assert page.about_mistake.words().startswith("This meeting was held, so it stays.")


def test_an_action_taken_out_after_the_meeting_is_there_too(
    house: House, vault: Vault, show: Show, mia: int
) -> None:
    meeting = builders.add_meeting(vault, mia)
    builders.hold(vault, meeting)
    action = read(vault, following_up.actions_of_child, mia, TODAY)[0]
    do(vault, following_up.remove_action, action.id, TODAY)
    page: RecentlyRemovedPage = show(RecentlyRemovedPage(house, RecentlyRemoved()))
    assert rows(page) == [(action.what, "Mia · an agreed action · taken out today")]
    assert read(vault, removed.is_any_removed, TODAY)
