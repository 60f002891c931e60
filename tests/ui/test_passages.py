"""What was searched for is in sight and marked on the page that opens: notes, actions, answers, a child’s words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import ChildList, NoteKind, Owner, WhoseWords
from carer_app.storage.vault import Vault
from carer_app.texts.review_form import review_form
from carer_app.use_cases import (
    at_the_review,
    childs_lists,
    following_up,
    hearing_the_child,
    recording_the_meeting,
    searching,
    writing_notes,
    writing_to_the_child,
    you_said,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.searching import SearchLine
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from ui.base.house import House
from ui.base.places import Home, NotesOf, Place, WhatSchoolSaid
from ui.parts.rows import Rows
from ui.search.where import _BY_TABLE, place_of
from ui.shell.passage import IN_LISTS
from ui.shell.window import Window
from ui.widgets.choice import Tick
from ui.widgets.line import Line
from ui.widgets.row_button import RowButton
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel

ROOT = Path(__file__).parents[2]
SHOWN = ("note", "agreed_action", "answer", "child_view", "school_question", "concern")
"""Where a line of words of somebody's own stands."""


@pytest.fixture
def ids(vault: Vault) -> dict[str, Any]:
    ids = builders.ordinary_household(vault)
    for number in range(30):
        day = TODAY - timedelta(days=number)
        words = f"Day {number}: read a page about whales." if number < 29 else "Saw a zebra.\nIt was striped."
        do(vault, writing_notes.add_note, ids["mia"], NewNote(NoteKind.HOME, day, words))
    return ids


@pytest.fixture
def window(house: House, ids: dict[str, Any], qtbot: QtBot) -> Iterator[Window]:
    made = Window(house)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.start_at(Home())
    yield made
    made.let_go_of_pages()


def go(window: Window, line: SearchLine, found: str) -> Place:
    """What Search does when a find is pressed."""
    window.go(Home())
    settle()
    place = place_of(line, found)
    window.page.passage.emit(line, found)
    window.page.go.emit(place)
    settle()
    return place


def marked(window: Window) -> list[tuple[QWidget, str]]:
    """Everything on the page that is marked, with the words that are."""
    found: list[tuple[QWidget, str]] = []
    for each in window.page.findChildren(QWidget):
        if isinstance(each, PlainLabel | SavedText | Tick):
            words = each.marked()
        elif isinstance(each, RowButton):
            words = "".join(each.words()[at : at + long] for at, long in each._marked)
        elif isinstance(each, Line):
            words = each.selectedText()
        else:
            continue
        if words:
            found.append((each, words))
    return found


def is_in_sight(window: Window, box: QWidget) -> bool:
    view = window.page.body.viewport()
    top = box.mapTo(window.page.body, QPoint(0, 0))
    return box.isVisible() and QRect(QPoint(0, 0), view.size()).intersects(QRect(top, box.size()))


def lines(vault: Vault, *tables: str) -> list[SearchLine]:
    return [each for each in read(vault, searching.everything_to_search) if each.table in tables]


def test_a_note_of_long_ago_is_in_sight_and_its_word_is_marked(window: Window, vault: Vault) -> None:
    (line,) = [each for each in lines(vault, "note") if "zebra" in each.words]
    go(window, line, "zebra")
    ((box, words),) = marked(window)
    assert words == "zebra"
    assert is_in_sight(window, box)
    assert window.focusWidget() is not None
    assert "Change" in window.focusWidget().accessibleName(), "the keyboard is at that note"
    assert not getattr(window.focusWidget(), "is_removal", False)


def test_the_mark_goes_when_one_goes_on_and_comes_back_with_nobody(window: Window, vault: Vault) -> None:
    (line,) = [each for each in lines(vault, "note") if "zebra" in each.words]
    go(window, line, "zebra")
    window.go(Home())
    window.back()
    settle()
    assert marked(window) == []


def test_a_page_that_shows_another_kind_alone_shows_the_note_all_the_same(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    do(vault, writing_notes.add_note, ids["mia"], NewNote(NoteKind.ACHIEVEMENT, TODAY, "Swam."))
    window.go(NotesOf(ids["mia"]))
    settle()
    window.page.kinds.row(NoteKind.ACHIEVEMENT.value).click()
    window.go(Home())
    (line,) = [each for each in lines(vault, "note") if "zebra" in each.words]
    go(window, line, "zebra")
    assert [words for _box, words in marked(window)] == ["zebra"]


def test_an_action_that_is_done_is_shown_among_the_done_ones(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    new = NewAction("Mend the trombone", Owner.SCHOOL, "", None)
    action = do(vault, recording_the_meeting.add_action, ids["over"], new, TODAY)
    do(vault, following_up.tick_off, action, TODAY)
    window.house.records.changed.emit()
    (line,) = [each for each in lines(vault, "agreed_action") if "trombone" in each.words]
    go(window, line, "trombone")
    ((box, words),) = marked(window)
    assert words == "trombone"
    assert is_in_sight(window, box)


def test_every_line_of_somebodys_own_words_is_marked_where_it_opens(window: Window, vault: Vault) -> None:
    wrong = []
    for line in lines(vault, *SHOWN):
        if line.table == "note" and "whales" in line.words:
            continue
        found = max(line.words.split(), key=len).strip(".,?!")
        place = go(window, line, found)
        seen = marked(window)
        if [words for _box, words in seen] != [found] or not is_in_sight(window, seen[0][0]):
            wrong.append((line.table, line.question, line.words, place, [words for _box, words in seen]))
    print(*wrong, sep="\n")
    assert wrong == []


def rows_with_a_mark(window: Window) -> list[tuple[str, int]]:
    """The table and the id of each row in which something is marked."""
    marks = [box for box, _words in marked(window)]
    return [
        (rows.table, row_id)
        for rows in window.page.findChildren(Rows)
        for row_id in rows.ids()
        if rows.table and any(rows.row(row_id).isAncestorOf(box) for box in marks)
    ]


def test_the_same_words_for_two_children_open_at_the_action_of_each(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    new = NewAction("Mend the trombone", Owner.SCHOOL, "", None)
    builders.hold(vault, ids["coming"])
    actions = [
        do(vault, recording_the_meeting.add_action, ids[meeting], new, TODAY)
        for meeting in ("over", "coming")
    ]
    window.house.records.changed.emit()
    found = {each.id: each for each in lines(vault, "agreed_action") if "trombone" in each.words}
    assert sorted(found) == sorted(actions)
    for action, child in zip(actions, ("Jordan", "Mia"), strict=True):
        assert found[action].child == child
        go(window, found[action], "trombone")
        assert rows_with_a_mark(window) == [("agreed_action", action)]
        assert child in window.focusWidget().accessibleName()


def test_the_same_words_in_two_notes_open_at_each_and_at_none_that_is_gone(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    notes = [
        do(vault, writing_notes.add_note, ids["mia"], NewNote(NoteKind.HOME, TODAY, "Saw a heron."))
        for _each in range(2)
    ]
    found = {each.id: each for each in lines(vault, "note") if "heron" in each.words}
    for note in notes:
        go(window, found[note], "heron")
        assert rows_with_a_mark(window) == [("note", note)]
    do(vault, writing_notes.remove_note, notes[0], TODAY)
    window.house.records.changed.emit()
    go(window, found[notes[0]], "heron")
    assert marked(window) == []


def test_the_same_answer_to_two_questions_is_marked_at_the_one_that_was_found(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    write = recording_the_meeting.write_school_said
    for question in recording_the_meeting.SCHOOL_SAID:
        do(vault, write, ids["over"], question, "Ask about a harp.")
    window.house.records.changed.emit()
    found = [each for each in lines(vault, "answer") if "harp" in each.words]
    found = [each for each in found if place_of(each) == WhatSchoolSaid(ids["over"])]
    assert len(found) > 1
    for line in found:
        go(window, line, "harp")
        ((box, words),) = marked(window)
        assert words == "harp"
        assert line.question in box.about


def test_the_same_words_in_two_boxes_are_marked_in_the_one_that_was_found(
    window: Window, vault: Vault, ids: dict[str, Any]
) -> None:
    today, harp = TODAY, "Ask about a harp."
    views = [
        do(vault, hearing_the_child.add_view, ids["over"], WhoseWords.CHILD_SAID, date(2025, 9, 8))
        for _view in range(2)
    ]
    for view, field in product(views, ("at_the_meeting", "now", "cannot_because")):
        do(vault, hearing_the_child.write_view, view, "I like music.")
        do(vault, you_said.write_what_happened, view, field, harp)
    for which, line in product(ChildList, ("ring_1", "ring_2")):
        if which is ChildList.SCHOOL_CARD:
            do(vault, childs_lists.write_line, ids["mia"], which, line, harp)
    for number in range(2):
        letter = do(vault, writing_to_the_child.begin_letter, ids["mia"], today - timedelta(days=number))
        do(vault, writing_to_the_child.write_letter, letter, harp)
    for question in [each.key for each in review_form().questions][:2]:
        do(vault, at_the_review.write, ids["mia"], question, harp)
    window.house.records.changed.emit()
    found = [
        each
        for each in lines(vault, "what_happened", "list_line", "child_letter", "review_answer")
        if "harp" in each.words
    ]
    assert len(found) == 6 + 2 + 2 + 2
    for line in found:
        go(window, line, "harp")
        assert [words for _box, words in marked(window)] == ["harp"], line
        ((box, _words),) = marked(window)
        assert set(line.box or [line.id]) <= set(box.about), line


def test_every_table_in_lists_is_one_that_search_knows_and_some_list_says() -> None:
    known = {each.noun.__tablename__ for each in searching.SEARCHED}
    assert set(IN_LISTS) <= known
    assert known - set(_BY_TABLE) == {"child", "person"}, "what opens at the child's own page"
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    assert [table for table in IN_LISTS if f'table="{table}"' not in written] == []
    assert set(re.findall(r'\btable="(\w+)"', written)) <= set(IN_LISTS)


def test_what_a_page_does_not_show_opens_at_its_heading_as_before(window: Window, vault: Vault) -> None:
    (line,) = [each for each in lines(vault, "note") if "zebra" in each.words]
    window.page.passage.emit(replace(line, words="Nobody ever wrote this."), "wrote")
    window.page.go.emit(place_of(line))
    settle()
    assert marked(window) == []
