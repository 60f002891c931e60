"""How long it takes until a page of twelve years is seen for the first time, beside as many plain widgets."""

import gc
import time
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.keeping import Pair
from tests.benchmarks.long_lists import RUNS, plain_like, settled
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Place
from ui.shell.sweep import sweep_what_is_due
from ui.shell.window import Window

WIDE, HIGH = 1366, 728


def pages_first_seen(house: House, places: dict[str, Place]) -> dict[str, list[Pair]]:
    """In the window, as it is used. Meanwhile the collector runs between two pages, as in the application."""
    window = Window(house)
    window.resize(WIDE, HIGH)
    window.show()
    was_on = gc.isenabled()
    gc.disable()
    try:
        return {
            name: [_once(window, place) for _run in range(RUNS + 1)][1:] for name, place in places.items()
        }
    finally:
        window.let_go_of_pages()
        window.hide()
        window.deleteLater()
        settled()
        if was_on:
            gc.enable()


def _once(window: Window, place: Place) -> Pair:
    window.let_go_of_pages()
    settled()
    sweep_what_is_due()
    plain: list[QWidget] = []

    def show_page() -> QWidget:
        window.start_at(place)
        return cast(QWidget, window.page)

    def show_plain() -> QWidget:
        plain.append(plain_like(page))
        plain[0].resize(window.size())
        plain[0].show()
        return plain[0]

    ours = until_painted(show_page)
    page = cast(Page, window.page)
    floor = until_painted(show_plain)
    plain[0].hide()
    plain[0].deleteLater()
    page.fill_whole()
    settled()
    return ours, floor


def until_painted(show: Callable[[], QWidget]) -> float:
    """What stands first is looked at alone: whoever listened to every part would be the slowest thing here."""
    application = cast(QApplication, QApplication.instance())
    painted = _Painted()
    began = time.perf_counter()
    shown = show()
    first = shown.body.viewport() if isinstance(shown, Page) else shown
    first.installEventFilter(painted)
    while not painted.is_so:
        application.processEvents()
    took = time.perf_counter() - began
    first.removeEventFilter(painted)
    return took


class _Painted(QObject):
    """Whether it was painted meanwhile."""

    is_so = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_so = self.is_so or event.type() == QEvent.Type.Paint
        return False
