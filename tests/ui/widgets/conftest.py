"""A look to start from, and widgets put on a real screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.look import theme
from ui.look.theme_tokens import Colours

Show = Callable[..., QWidget]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Callable[..., None]]:
    """Changes the look; afterwards it is the usual one again."""

    def change(colours: Colours = "light", scale: int = 100) -> None:
        theme.apply(qapp, theme.Look(colours, scale))
        settle()

    change()
    yield change
    theme.apply(qapp, theme.Look())


@pytest.fixture
def show(qtbot: QtBot, look: Callable[..., None]) -> Show:
    """Puts widgets one under another in a window of this width, on screen."""
    windows = []  # else a test that drops the window would lose it

    def put(*widgets: QWidget, width: int = 800, height: int = 2600) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        windows.append(window)
        qtbot.addWidget(window)
        # Until the window is active nothing in it has the keyboard, and on a busy machine that takes a moment.
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        settle()
        return window

    return put
