"""What was searched for is in sight and marked on the page that opens: notes, actions, answers, a child’s words."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import NoteKind, Owner
from carer_app.storage.vault import Vault
from carer_app.use_cases import following_up, recording_the_meeting, searching, writing_notes
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.searching import SearchLine
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from ui.base.house import House
from ui.base.places import Home, NotesOf, Place
from ui.search.where import place_of
from ui.shell.window import Window
from ui.widgets.choice import Tick
from ui.widgets.line import Line
from ui.widgets.row_button import RowButton
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel

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
    window.page.passage.emit(line.words, found)
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


def test_what_a_page_does_not_show_opens_at_its_heading_as_before(window: Window, vault: Vault) -> None:
    (line,) = [each for each in lines(vault, "note") if "zebra" in each.words]
    window.page.passage.emit("Nobody ever wrote this.", "wrote")
    window.page.go.emit(place_of(line))
    settle()
    assert marked(window) == []
