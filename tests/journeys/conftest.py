"""The whole application in a real window over real records."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from carer_app.computer.paths import DataDir
from tests import builders
from ui.base.places import Place
from ui.shell.app import Companion


def bring_forward(companion: Companion, qtbot: QtBot) -> None:
    """The window is on screen and has the keyboard."""
    with qtbot.waitActive(companion.window, timeout=10_000):
        companion.window.raise_()
        companion.window.activateWindow()


def settle() -> None:
    """Let everything that was posted happen, deletions too."""
    for _round in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def put_away(companion: Companion) -> None:
    """Close the application, and let its window really go: each change of look reaches every window there is."""
    if not isValid(companion.window):
        return  # the test itself did it
    companion.close()
    companion.window.close()
    companion.window.deleteLater()
    companion.deleteLater()
    settle()


def wait_for(true: Callable[[], object], what: str, seconds: float = 20) -> None:
    """Let the application run until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def named(root: QWidget, name: str, kind: type[QWidget] = QWidget) -> Any:
    """The shown control that a screen reader calls by this name."""
    found = [
        widget
        for widget in root.findChildren(kind)
        if widget.isVisible()
        and widget.accessibleName() == name
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert found, f"nothing on screen is called {name!r}: " + ", ".join(
        sorted(
            {w.accessibleName() for w in root.findChildren(QWidget) if w.isVisible() and w.accessibleName()}
        )
    )
    return found[0]


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "data")


@pytest.fixture
def companion(qapp: QApplication, qtbot: QtBot, data: DataDir) -> Iterator[Companion]:
    """The running application, with its window on screen and no records yet."""
    companion = Companion(data, lambda: builders.TODAY)
    companion.start()
    bring_forward(companion, qtbot)
    yield companion
    put_away(companion)


@pytest.fixture
def unlocked(qapp: QApplication, qtbot: QtBot, data: DataDir) -> Iterator[tuple[Companion, dict[str, Any]]]:
    """The running application over the ordinary household, unlocked through its page."""
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    ids = builders.ordinary_household(vault)
    vault.close()
    companion = Companion(data, lambda: builders.TODAY)
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)
    yield companion, ids
    put_away(companion)


def unlock(companion: Companion, password: str = builders.PASSWORD) -> None:
    """Type the password and wait for the records to open."""
    box = named(companion.window, "Password (three words)")
    QTest.keyClicks(box, password)
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait_for(lambda: companion.records.is_open, "the records to open")


def visit(companion: Companion, place: Place) -> Any:
    """Go there and hand the page back."""
    companion.window.go(place)
    settle()
    return companion.window.page


def press(companion: Companion, name: str, root: QWidget | None = None) -> None:
    """Press the button on screen, or in this dialog, that says so."""
    buttons = [b for b in (root or companion.window).findChildren(QAbstractButton) if b.isVisible()]
    next(button for button in buttons if getattr(button, "words", str)() == name).click()
    settle()


def fill(companion: Companion, name: str, words: str) -> None:
    box = named(companion.window, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)
