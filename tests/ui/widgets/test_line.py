"""A box for one line, and who puts words into it."""

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.line import Line


@pytest.fixture
def told(qtbot: QtBot) -> tuple[Line, list[str]]:
    line, heard = Line(), list[str]()
    qtbot.addWidget(line)
    line.textEdited.connect(heard.append)
    return line, heard


def test_what_dictation_or_a_screen_reader_puts_in_is_typed(told: tuple[Line, list[str]]) -> None:
    line, heard = told
    interface = QAccessible.queryAccessibleInterface(line)
    interface.setText(QAccessible.Text.Value, "Find a buddy")
    assert line.text() == "Find a buddy"
    assert heard == ["Find a buddy"]
    interface.setText(QAccessible.Text.Value, "")
    assert heard == ["Find a buddy", ""]


def test_what_the_page_shows_is_not(told: tuple[Line, list[str]]) -> None:
    line, heard = told
    line.setText("Find a buddy")
    line.clear()
    assert not line.text()
    assert heard == []


def test_what_is_typed_with_keys_is_told_once(qtbot: QtBot, told: tuple[Line, list[str]]) -> None:
    line, heard = told
    line.setText("a")
    qtbot.keyClicks(line, "bc")
    assert heard == ["ab", "abc"]
