"""Slow work on other threads: while the program is still being read in, and when the window closes."""

import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import Part
from carer_app.jobs import meeting_calendar
from carer_app.storage.vault import Vault
from tests import builders
from tests.ui.audit import settle
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import OwnCalendar, PreparePart
from ui.base.records import Records
from ui.meetings.when_where import WhenWherePage
from ui.own_calendar.own_calendar import OwnCalendarPage


def test_nothing_is_begun_once_the_window_is_closed(qtbot: QtBot) -> None:
    background, begun = Background(), list[str]()

    def draw_the_paper(_words: object) -> None:
        background.run(lambda: begun.append("drawing"), lambda _drawn: None, lambda _error: None)

    background.run(lambda: begun.append("writing"), draw_the_paper, lambda _error: None)
    background.end()
    draw_the_paper(None)
    settle()
    background.finish()
    assert begun == ["writing"]


class _Told(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel(self)

    def show_it(self, title: str, result: object) -> None:
        self.words.setText(f"{title} {result}")

    def say(self, sentence: str) -> None:
        self.words.setText(sentence)


@pytest.mark.parametrize("goes_wrong", [False, True])
def test_a_page_that_was_let_go_of_is_told_nothing(qtbot: QtBot, goes_wrong: bool) -> None:
    """A change of look lets pages go that nobody sees; a search or a list of backups may still be on its way then."""
    records, go_on = Records(Background()), threading.Event()
    page, stays = _Told(), _Told()
    qtbot.addWidget(stays)

    def slow() -> str:
        go_on.wait(20)
        if goes_wrong:
            raise OSError
        return "read"

    for each in (page, stays):
        records.run(slow, partial(each.show_it, "Is"), each.say)
    shiboken6.delete(page)
    with qtbot.captureExceptions() as raised:
        go_on.set()
        qtbot.waitUntil(lambda: bool(stays.words.text()))
        settle()
    assert not raised
    assert stays.words.text() == "Is read" or goes_wrong


def test_nothing_runs_beside_what_is_read_in_first(qtbot: QtBot) -> None:
    """Two threads that import one package meet it half made; somebody could not open her records because of it."""
    background, done = Background(), list[str]()
    go_on = threading.Event()
    background.one_by_one()

    def read_in() -> None:
        go_on.wait(20)
        done.append("read in")

    for name in ("before", "after"):
        background.run(lambda name=name: done.append(name), lambda _nothing: None, lambda _error: None)  # type: ignore[misc]
        if name == "before":
            background.read_in(read_in, lambda _error: None)
    threading.Timer(0.05, go_on.set).start()
    background.until_read_in()
    assert done[:2] == ["before", "read in"]
    background.finish()
    assert done == ["before", "read in", "after"]


def test_where_it_cannot_be_read_in_nobody_waits_for_ever(qtbot: QtBot) -> None:
    background, failed = Background(), list[str]()
    background.one_by_one()

    def read_in() -> None:
        raise ImportError("half made")

    background.read_in(read_in, lambda error: failed.append(str(error)))
    background.until_read_in()
    qtbot.waitUntil(lambda: failed == ["half made"])


@pytest.mark.parametrize("which", ["the calendar", "the meeting"])
def test_writing_that_takes_a_second_says_so_until_it_is_done(
    house: House,
    show: Callable[[Any], Any],
    vault: Vault,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    which: str,
) -> None:
    """A memory stick can be slow."""
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    go_on, said = threading.Event(), list[str]()

    def write(*_what: object) -> None:
        assert go_on.wait(20)

    house.records.news.connect(said.append)
    if which == "the calendar":
        monkeypatch.setattr(meeting_calendar, "save_entries", write)
        page = show(OwnCalendarPage(house, OwnCalendar(child)))
        page._write("stick", [])
    else:
        monkeypatch.setattr(meeting_calendar, "save_meeting", write)
        page = show(WhenWherePage(house, PreparePart(meeting, Part.WHEN_WHERE)))
        page.save_to("stick")
    assert said == []
    qtbot.waitUntil(lambda: said == ["Saving the file. This can take a moment."])
    with qtbot.waitSignal(page.said, timeout=20_000):
        go_on.set()


SETTLES_IN = """
import sys
from PySide6.QtWidgets import QApplication
QApplication([])
from pathlib import Path
from carer_app.computer.paths import DataDir
import ui.shell.app as shell
companion = shell.Companion(DataDir(Path(sys.argv[1])), lambda: __import__("datetime").date(2026, 3, 10))
companion.records.read_in = lambda job: None
before = set(sys.modules)
companion.settle_in()
print(sorted(name for name in set(sys.modules) - before if name.startswith(("sqlalchemy", "carer_app.use_cases",
      "carer_app.domain", "carer_app.storage.vault", "alembic"))))
companion.background.end()
"""


def test_the_window_imports_nothing_that_is_being_read_in_on_another_thread(tmp_path: Path) -> None:
    """What both threads import is met half made: somebody who typed her password could not open her records."""
    told = subprocess.run(
        [sys.executable, "-c", SETTLES_IN, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert told.stdout.strip() == "[]", told.stdout
