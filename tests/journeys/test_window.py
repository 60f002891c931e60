"""The window itself: messages and text size."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.use_cases import following_up
from tests.builders import TODAY
from tests.journeys.conftest import visit
from ui.app import Companion
from ui.places import Actions, Children, Documents, Home, Settings
from ui.records import Undo

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]


def test_a_message_stays_behind_with_its_page(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    visit(companion, Actions()).said.emit("Saved as PEP notes.pdf.")
    assert companion.window.message_bar.isVisible()
    visit(companion, Home())
    assert not companion.window.message_bar.isVisible()


def test_a_message_with_undo_goes_along_once_and_no_further(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    visit(companion, Actions())
    action = companion.records.read(following_up.actions_of_child, ids["jordan"], TODAY)[0].id
    undo = Undo("Ticked off.", following_up.untick, (action,))
    companion.records.change(following_up.tick_off, action, on=TODAY, undo=undo)
    visit(companion, Children())
    assert companion.window.message_bar.offers_undo()
    visit(companion, Documents())
    assert not companion.window.message_bar.isVisible()


def test_ctrl_and_0_brings_the_usual_text_size_back(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    page = visit(companion, Settings())
    for key, size in ((Qt.Key.Key_Plus, 125), (Qt.Key.Key_Plus, 150), (Qt.Key.Key_0, 100)):
        QTest.keyClick(page.name, key, Qt.KeyboardModifier.ControlModifier)
        assert companion.window.house.preferences().text_size == size
