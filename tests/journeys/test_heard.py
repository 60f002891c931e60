"""What a carer who listens is told when something changes, and where it stands to be read again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import settle, visit
from tests.journeys.test_window import tick_off
from ui.base.places import Actions, Settings, Unlock
from ui.shell.app import Companion
from ui.widgets.announce import Voice

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]
CTRL = Qt.KeyboardModifier.ControlModifier


def heard(companion: Companion) -> str:
    """What was said last, as a screen reader is given it."""
    voice = Voice.of(companion.window)
    return voice.accessibleName() if voice is not None else ""


def press(
    companion: Companion, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(companion.window, key, held)
    settle()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_undo_is_told_with_its_key_and_a_second_time_says_that_there_is_nothing(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    tick_off(companion, ids)
    assert heard(companion) == "Ticked off: reading group. To undo, press Ctrl+Z."
    press(companion, Qt.Key.Key_Z, CTRL)
    assert heard(companion) == "Undone: “Ticked off: reading group”"
    press(companion, Qt.Key.Key_Z, CTRL)
    assert heard(companion) == companion.window.message_bar.text() == "There is nothing to undo."


def test_the_text_size_is_told_and_takes_no_undo_away(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    visit(companion, Settings())
    press(companion, Qt.Key.Key_Plus, CTRL)
    assert heard(companion) == companion.window.message_bar.text() == "Text size: 125 per cent."
    tick_off(companion, ids)
    press(companion, Qt.Key.Key_0, CTRL)
    assert heard(companion) == "Text size: 100 per cent. That is the usual size."
    assert companion.window.message_bar.offers_undo()


def test_f6_goes_round_side_bar_message_and_page(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    window = companion.window
    tick_off(companion, ids)
    page = visit(companion, Actions())
    press(companion, Qt.Key.Key_F6)
    assert window.side_bar.isAncestorOf(focused())
    press(companion, Qt.Key.Key_F6)
    assert focused() is window.message_bar.undo_button
    press(companion, Qt.Key.Key_F6)
    assert page.isAncestorOf(focused())
    window.message_bar.close_button.click()
    for area in (window.side_bar, page):
        press(companion, Qt.Key.Key_F6)
        assert area.isAncestorOf(focused())


def test_nothing_that_was_said_can_be_read_once_it_is_locked(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    tick_off(companion, ids)
    companion.lock()
    assert companion.window.place == Unlock()
    assert heard(companion) == ""
