"""Locking is instant, asks nothing, and leaves nothing about a child behind."""

import gc
import weakref
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from carer_app.storage.vault import Vault
from carer_app.use_cases import household
from tests.journeys.conftest import named, settle, unlock, visit, wait_for
from ui.base import dialogs
from ui.base.places import (
    Actions,
    AddActions,
    AddChild,
    AfterMeeting,
    CheckAndPrint,
    Help,
    Hidden,
    Home,
    LeafletPlace,
    Settings,
    Unlock,
    WhatSchoolSaid,
)
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]


def nothing_left(refs: list["weakref.ref[Any]"]) -> list[object]:
    for _round in range(3):
        settle()
        gc.collect()
    return [ref() for ref in refs if ref() is not None]


def test_after_locking_every_page_and_the_records_are_gone_from_memory(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    refs: list[weakref.ref[Any]] = [weakref.ref(companion.records.vault)]
    for place in (Home(), Actions(), AddActions(ids["over"]), CheckAndPrint(ids["coming"]), Settings()):
        refs.append(weakref.ref(visit(companion, place)))
    QTest.keyClick(companion.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert companion.window.place == Unlock()
    assert nothing_left(refs) == []


def test_an_open_dialog_does_not_stop_the_lock_and_goes_with_it(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    home = visit(companion, Home())
    dialogs.ShortQuestion(home, "Sure?", "A question is open.", [("Yes", lambda: None)], "Leave it").open()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    refs = [weakref.ref(companion.records.vault), weakref.ref(home), weakref.ref(dialog)]
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not companion.records.is_open, "the lock")
    del home, dialog
    assert nothing_left(refs) == []
    assert QApplication.activeModalWidget() is None


def test_the_file_dialog_does_not_stop_the_lock_either(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    dialogs.choose_file(companion.window, "Choose a PDF", "PDF files (*.pdf)", lambda _path: None)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not companion.records.is_open, "the lock")
    del dialog
    settle()
    assert QApplication.activeModalWidget() is None


def test_what_was_typed_a_moment_ago_is_there_after_unlocking_on_the_same_page(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    page = visit(companion, Settings())
    QTest.keyClicks(page.name, "Sam")
    QTest.keyClick(page.name, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not companion.records.is_open
    unlock(companion)
    assert companion.window.place == Settings()
    assert companion.records.read(household.own_name) == "Sam"
    assert companion.window.page.name.text() == "Sam"  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [100, 200])
def test_after_unlocking_the_keyboard_the_cursor_and_the_page_are_where_they_were(
    unlocked: Unlocked, size: int
) -> None:
    companion, ids = unlocked
    house = companion.window.house
    house.prefer(replace(house.preferences(), text_size=size))
    companion.window.resize(900, 560)
    page = visit(companion, WhatSchoolSaid(ids["over"]))
    number, box = list(enumerate(page.texts.values()))[-1]
    box.setFocus()
    box.setPlainText("\n".join(f"Line {line} of what school said." for line in range(60)))
    cursor = box.textCursor()
    cursor.setPosition(400)
    cursor.setPosition(380, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    settle()
    scrolled, text = page.body.verticalScrollBar().value(), box.text()
    assert scrolled > 0
    refs = [weakref.ref(page), weakref.ref(box)]
    side_bar_lock(companion)
    del page, box, cursor
    assert nothing_left(refs) == []
    unlock(companion)
    settle()
    page = companion.window.page
    box = list(page.texts.values())[number]
    assert box.hasFocus()
    assert box.text() == text
    assert (box.textCursor().anchor(), box.textCursor().position()) == (400, 380)
    assert page.body.verticalScrollBar().value() == scrolled


def test_a_half_typed_day_is_there_with_the_cursor_in_it(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    page = visit(companion, AfterMeeting(ids["coming"]))
    page.held.line.setFocus()
    QTest.keyClicks(page.held.line, "31 f 20")
    page.held.line.setSelection(4, -2)
    companion.lock()
    unlock(companion)
    settle()
    line = companion.window.page.held.line  # type: ignore[union-attr]
    assert line.hasFocus()
    assert (line.text(), line.selectedText(), line.cursorPosition()) == ("31 f 20", " f", 2)


def test_the_keyboard_is_back_in_its_box_though_a_dialog_was_open(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    page = visit(companion, AddActions(ids["over"]))
    page.form.what.setFocus()
    QTest.keyClicks(page.form.what, "Read together each")
    page.form.what.setCursorPosition(4)
    dialogs.ShortQuestion(page, "Sure?", "A question is open.", [("Yes", lambda: None)], "Leave it").open()
    settle()
    companion.lock()
    unlock(companion)
    settle()
    what = companion.window.page.form.what  # type: ignore[union-attr]
    assert companion.window.focusWidget() is what  # without a window manager no window is in front now
    assert (what.text(), what.cursorPosition()) == ("Read together each", 4)


def test_a_box_that_is_not_there_any_more_leaves_the_keyboard_where_the_page_begins(
    unlocked: Unlocked,
) -> None:
    companion, ids = unlocked
    page = visit(companion, AddActions(ids["over"]))
    page.form.what.setFocus()
    companion.lock()
    companion._came_from = AddChild()  # has such boxes too, and another number of them
    unlock(companion)
    settle()
    page = companion.window.page
    assert companion.window.focusWidget() is page.first_field()


def test_what_is_remembered_of_the_place_holds_no_word_of_it(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    page = visit(companion, AddActions(ids["over"]))
    page.form.what.setFocus()
    QTest.keyClicks(page.form.what, "Mia")
    companion.lock()
    kept = vars(companion._place_on_page)
    assert kept.pop("kind") == "ui.widgets.line.Line"
    assert all(type(value) is int for value in kept.values())


def side_bar_lock(companion: Companion) -> None:
    """Press Lock in the side bar, which takes the keyboard from the page."""
    lock = companion.window.side_bar.lock_button
    lock.setFocus()
    QTest.keyClick(lock, Qt.Key.Key_Space)
    assert not companion.records.is_open


def test_the_locked_window_says_nothing_about_anyone(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    visit(companion, Actions())
    companion.lock()
    settle()
    seen = [companion.window.windowTitle()]
    for widget in companion.window.findChildren(object):
        for ask in ("accessibleName", "accessibleDescription", "text", "toPlainText", "toolTip"):
            value = getattr(widget, ask, None)
            if callable(value):
                try:
                    seen.append(str(value()))
                except (TypeError, RuntimeError):
                    continue
    words = " ".join(seen)
    assert "Locked" in words
    assert not [name for name in ("Mia", "Jordan", "Riverside", "Ms Ali", "swimming") if name in words]


def test_a_wrong_password_says_so_and_keeps_the_box_ready(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    companion.lock()
    box = named(companion.window, "Password (three words)")
    QTest.keyClicks(box, "wrong words here")
    QTest.keyClick(box, Qt.Key.Key_Return)
    page: Any = companion.window.page
    wait_for(lambda: page._summary.isVisible(), "the sentence")
    assert "password" in page._summary.sentences()[0].lower()
    assert box.text() == ""
    unlock(companion)
    assert companion.records.is_open


def test_f1_shows_what_cannot_wait_also_while_it_is_locked(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    wait_for(lambda: companion.window.actions(), "the keys that work everywhere")
    companion.lock()
    QTest.keyClick(companion.window, Qt.Key.Key_F1)
    settle()
    assert companion.window.place == LeafletPlace("something_worrying")
    assert not companion.window.side_bar.isVisible()
    QTest.keyClick(companion.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert companion.window.place == Unlock()
    unlock(companion)
    QTest.keyClick(companion.window, Qt.Key.Key_F1)
    settle()
    assert companion.window.place == Help()


def test_f1_shows_nothing_of_a_sitting_that_is_hidden(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    wait_for(lambda: companion.window.actions(), "the keys that work everywhere")
    companion.lock()
    companion.records.open(Vault.in_memory())
    companion._on_opened()
    companion.lock()
    assert companion.window.place == Hidden()
    QTest.keyClick(companion.window, Qt.Key.Key_F1)
    settle()
    assert companion.window.place == Hidden()
