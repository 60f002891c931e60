"""Locking is instant, asks nothing, and leaves nothing about a child behind."""

import gc
import weakref
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from carer_app.use_cases import household
from tests.journeys.conftest import named, settle, unlock, visit, wait_for
from ui import dialogs
from ui.app import Companion
from ui.places import Actions, AddActions, CheckAndPrint, Home, Settings, Unlock

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
    dialogs.Ask(home, "Sure?", "A question is open.", [("Yes", lambda: None)], "Leave it").open()
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
