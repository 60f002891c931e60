"""Slow work on other threads: while the program is still being read in, and when the window closes."""

import threading

from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.background import Background


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
