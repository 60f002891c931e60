"""Slow work on other threads, when the window closes."""

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
