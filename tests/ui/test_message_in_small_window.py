"""A message leaves room for its own buttons, also in the smallest window at twice the size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from tests.ui.opening import in_sight
from tests.ui.test_every_place import Room
from ui.base.places import Actions
from ui.look import theme

LONG = "Agreed: a buddy at playtime. The day you asked for, 3 March, was before the meeting. By when now?"


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    theme.apply(qapp, theme.Look("light", 200))
    made = Room("ordinary", tmp_path)
    made.window.show()
    made.window.resize(640, 480)
    yield made
    made.close()
    theme.apply(qapp, theme.Look())


def test_a_message_never_covers_its_own_buttons(room: Room, qapp: QApplication) -> None:
    room.go(Actions())
    bar, window = room.window.message_bar, room.window
    for words in ("Done: Ask about a place at swimming", LONG):
        bar.say(words, lambda: None)
        room.rest()
        for button in (bar.undo_button, bar.close_button):
            there = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
            assert window.rect().contains(there), (words, there)
            assert button.visibleRegion().boundingRect() == button.rect()
        assert in_sight(window.side_bar.lock_button)
    window.resize(1366, 728)
    theme.apply(qapp, theme.Look())
    room.rest()
    assert bar.mapTo(window, QPoint(0, 0)).x() == window.side_bar.width(), (
        "beneath the page where there is room"
    )
