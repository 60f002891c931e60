"""What a carer who listens is told when something changes, and where it stands to be read again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carer_app.use_cases import following_up
from tests.builders import TODAY
from tests.journeys.conftest import settle, visit
from tests.journeys.test_window import is_done, tick_off
from ui.base.places import Actions, Settings, Unlock
from ui.base.records import Undo
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


@pytest.mark.parametrize("again", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_what_was_undone_is_done_again_with_the_key_that_is_said_and_with_no_second_undo(
    unlocked: Unlocked, again: str
) -> None:
    companion, ids = unlocked

    def keys(which: str) -> None:
        QTest.keySequence(companion.window, QKeySequence(which))
        settle()

    visit(companion, Actions())
    action = companion.records.read(following_up.actions_of_child, ids["jordan"], TODAY)[0].id
    tick, untick = (following_up.tick_off, (action, TODAY)), (following_up.untick, (action,))
    assert companion.records.change(tick[0], *tick[1], undo=Undo("Ticked off.", *untick, again=tick))
    keys(again)
    assert is_done(companion, ids, action)
    assert heard(companion) == "There is nothing to do again."
    keys("Ctrl+Z")
    assert not is_done(companion, ids, action)
    assert heard(companion) == "Undone: “Ticked off”. To do it again, press Ctrl+Y."
    keys("Ctrl+Z")
    assert not is_done(companion, ids, action), "who presses it twice wants more undone, and nothing done"
    assert heard(companion) == "There is nothing to undo. To do it again, press Ctrl+Y."
    assert companion.window.message_bar.undo_button.words() == "Do it again"
    keys(again)
    assert is_done(companion, ids, action)
    assert heard(companion) == "Ticked off. To undo, press Ctrl+Z."


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
