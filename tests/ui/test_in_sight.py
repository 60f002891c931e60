"""What a press asks for is in sight: a form that opens below its button opens whole, wherever the button stood."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from carer_app.choices import ConcernKind, NoteKind, Owner, Part, Role, Share, WhoseWords
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    childs_kept_words,
    hearing_the_child,
    planning,
    preparing,
    recording_the_meeting,
    writing_notes,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do
from tests.ui.audit import settle
from tests.ui.preparing_pages import part_page
from ui.actions.actions import ActionsPage
from ui.after_meeting.you_said import YouSaidPage
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Actions, ChildRecord, CouncilRules, Home, NotesOf, YouSaid
from ui.children.child_record import ChildRecordPage
from ui.council_rules.council_rules import CouncilRulesPage
from ui.home.home import HomePage
from ui.meetings.who_comes import WhoComesPage
from ui.notes.notes_of import NotesOfPage
from ui.parts.action_row import ActionWidget
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hard_now import HardNowPage

Show = Callable[[Any], Any]
Opened = tuple[Any, QWidget]


def _council(page: Any, which: str) -> Opened:
    row = page.cards["southwark_procedures"].lines[which]
    return row.change, row.form


CASES: dict[str, tuple[Callable[[House, dict[str, int]], Page], Callable[[Any], Opened]]] = {
    "a day of a rule": (
        lambda house, ids: CouncilRulesPage(house, CouncilRules(ids["mia"])),
        lambda page: _council(page, "copy_within.days"),
    ),
    "how often": (
        lambda house, ids: CouncilRulesPage(house, CouncilRules(ids["mia"])),
        lambda page: _council(page, "rhythm"),
    ),
    "remind me later": (
        lambda house, _ids: HomePage(house, Home()),
        lambda page: (page.cards[1].later, page.cards[1].waits),
    ),
    "put an action right": (lambda house, _ids: ActionsPage(house, Actions()), lambda page: _action(page)),
    "whose words": (
        lambda house, ids: part_page(house, ChildSaysPage, ids["meeting"], Part.CHILD_SAYS),
        lambda page: _last(page, "details"),
    ),
    "more about what is hard": (
        lambda house, ids: part_page(house, HardNowPage, ids["meeting"], Part.HARD_NOW),
        lambda page: _last(page, "more"),
    ),
    "change a note": (
        lambda house, ids: NotesOfPage(house, NotesOf(ids["mia"])),
        lambda page: _last(page, "details"),
    ),
    "more about somebody": (
        lambda house, ids: part_page(house, WhoComesPage, ids["meeting"], Part.WHO_COMES),
        lambda page: (page.rows.row(page.rows.ids()[-1]).more, page.rows.row(page.rows.ids()[-1]).details),
    ),
    "another school": (
        lambda house, ids: ChildRecordPage(house, ChildRecord(ids["mia"])),
        lambda page: (page.school.changed, page.school.form),
    ),
    "another social worker": (
        lambda house, ids: ChildRecordPage(house, ChildRecord(ids["mia"])),
        lambda page: (page.people.new_worker, page.people.form),
    ),
    "it cannot happen": (
        lambda house, ids: YouSaidPage(house, YouSaid(ids["meeting"])),
        lambda page: _said(page),
    ),
}


def _action(page: Any) -> Opened:
    row = page.findChildren(ActionWidget)[-1]
    return row.change, row.edit


def _last(page: Any, opened: str) -> Opened:
    row = page.rows.row(page.rows.ids()[-1])
    return row.change, getattr(row, opened)


def _said(page: Any) -> Opened:
    card = page.rows.row(page.rows.ids()[-1])
    return card.fold, card.no


@pytest.fixture
def ids(vault: Vault) -> dict[str, int]:
    mia = builders.add_child(vault)
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 6))
    for what in ("Ring school", "Send the list", "Ask about reading", "Find a club", "Bring the book"):
        do(vault, recording_the_meeting.add_action, meeting, NewAction(what, Owner.SCHOOL, "", None), TODAY)

    said = Sitting("7_to_10")
    for question in ("one_thing", "going_well"):
        said.said[question] = Said(words="More science", share=Share.SHEET)
    do(vault, childs_kept_words.keep, meeting, said, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, meeting, date(2026, 3, 6), TODAY)
    for kind in (ConcernKind.SUBJECT, ConcernKind.OTHER):
        do(vault, preparing.add_concern, meeting, kind)
    for words in ("One", "Two", "Three", "Four"):
        do(vault, writing_notes.add_note, mia, NewNote(NoteKind.WORRY, TODAY, words))
    do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY, "Art.")
    do(vault, planning.suggest_attendees, meeting)
    do(vault, children.set_person, mia, Role.SOCIAL_WORKER, "Ms Ali")
    return {"mia": mia, "meeting": meeting}


@pytest.mark.parametrize("case", CASES)
def test_what_opens_below_its_button_is_in_sight_as_a_whole(
    house: House, show: Show, ids: dict[str, int], case: str
) -> None:
    make, find = CASES[case]
    page = show(make(house, ids))
    page.resize(1000, 560)
    settle()
    button, opened = find(page)
    bar = page.body.verticalScrollBar()
    content = page.body.widget()
    bottom = button.mapTo(content, QPoint(0, button.height())).y()
    bar.setValue(max(0, bottom + 4 - page.body.viewport().height()))  # the button is the last thing in sight
    settle()
    button.setFocus()
    button.click()
    settle()
    assert opened.isVisible()
    seen = page.body.viewport().rect()
    place = QRect(opened.mapTo(page.body.viewport(), QPoint(0, 0)), opened.size())
    if place.height() <= seen.height():
        assert seen.top() <= place.top()
        assert place.bottom() <= seen.bottom()
    else:
        assert place.top() <= seen.height() // 4, "what does not fit begins near the top"
