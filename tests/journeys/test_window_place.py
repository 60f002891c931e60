"""The window is whole on the screen at the first start, and later where it was left."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from carer_app.computer.paths import DataDir
from carer_app.computer.preferences import Preferences, read_preferences
from tests import builders
from tests.journeys.conftest import settle
from ui.shell import window_place
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]


def start(data: DataDir) -> Companion:
    companion = Companion(data, lambda: builders.TODAY)
    companion.start()
    settle()
    return companion


def end(companion: Companion) -> None:
    companion.close()
    companion.window.close()
    settle()
    companion.background.finish()
    companion.window.deleteLater()
    companion.deleteLater()
    settle()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (1920, 1080)])
def test_all_of_the_window_is_on_the_screen_at_the_first_start(
    qapp: QApplication, data: DataDir, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    screen = QRect(0, 0, *size)
    monkeypatch.setattr(window_place, "rooms_of_screens", lambda: [screen])
    companion = start(data)
    assert screen.contains(companion.window.frameGeometry())
    end(companion)


def test_the_window_comes_back_as_it_was_left(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    companion.window.move(60, 40)
    companion.window.resize(900, 620)
    settle()
    companion.close()
    again = start(companion.door.keeping.data)
    assert (again.window.pos().toTuple(), again.window.size().toTuple()) == ((60, 40), (900, 620))
    end(again)


def test_a_window_that_filled_the_screen_fills_it_again(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    companion.window.resize(900, 620)
    companion.window.showMaximized()
    settle()
    companion.close()
    again = start(companion.door.keeping.data)
    assert again.window.isMaximized()
    end(again)


def test_a_window_left_on_a_screen_that_is_gone_is_whole_on_the_one_there_is(
    unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion, _ids = unlocked
    companion.window.move(700, 400)
    settle()
    companion.close()
    screen = QRect(0, 0, 1366, 768)
    monkeypatch.setattr(window_place, "rooms_of_screens", lambda: [screen])
    again = start(companion.door.keeping.data)
    assert screen.contains(again.window.frameGeometry())
    end(again)


def test_what_is_kept_of_the_window_is_four_numbers_beside_records_only(
    companion: Companion, data: DataDir
) -> None:
    companion.window.resize(900, 620)
    companion.close()
    assert not data.preferences.exists()


@pytest.mark.parametrize("found", [[1, 2, 3], ["a", 0, 9, 9], "Mia", {"left": 1}, [1.5, 0, 9, 9], None])
def test_a_place_that_cannot_be_read_is_as_none(data: DataDir, found: object) -> None:
    data.preferences.parent.mkdir(parents=True)
    data.preferences.write_text(json.dumps({"window": found}), encoding="utf-8")
    assert read_preferences(data.preferences) == Preferences()
