"""What nobody holds any more goes where Qt is not at it: a widget that goes elsewhere takes the program with it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import wait_for
from ui.look import theme
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


class Page(QWidget):
    """Held by nothing but itself, as a page is once the window has let go of it."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


class Busy(QWidget):
    """Makes a great many things when the look changes."""

    def follow_look(self) -> None:
        self.things = make_a_great_deal()


def make_a_great_deal() -> list[list[object]]:
    return [[] for _each in range(100_000)]


@pytest.fixture(autouse=True)
def as_python_begins() -> Iterator[None]:
    was = gc.isenabled()
    gc.enable()
    yield
    gc.enable() if was else gc.disable()


def test_a_page_that_nobody_holds_goes_between_two_events_whatever_else_is_made_meanwhile(
    companion: Companion, qapp: QApplication
) -> None:
    wait_for(lambda: companion._auto_lock is not None, "the first page to settle in")
    gone: list[int] = []
    page, busy = Page(), Busy()
    page.destroyed.connect(lambda: gone.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)
    del page
    companion.background.run(make_a_great_deal, lambda _made: None, lambda _error: None)
    companion.background.finish()
    assert gone == [], "it went on another thread"
    theme.apply(qapp, theme.Look("dark", 150))
    assert gone == [], "it went while the look was changing"
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    assert gone == [threading.main_thread().ident]
    busy.deleteLater()
