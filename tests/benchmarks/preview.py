"""From a choice beside a sheet until the page in sight shows it, beside the same made and drawn in this process."""

import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from carer_app.paper import pdf
from carer_app.use_cases import summarising
from tests import builders
from tests.benchmarks.keeping import Pair, timed
from tests.benchmarks.long_lists import house_of
from ui.base.places import MeetingSheetPlace
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.widgets.paper_stack import PaperStack

RUNS = 15
_LONGEST = 20.0
_BETWEEN = 0.5
"""Seconds until somebody chooses again."""


def changes_seen() -> list[Pair]:
    """The sheet of an ordinary meeting in another text size."""
    with house_of(builders.ordinary_household) as (house, ids):
        page = MeetingSheetPage(house, MeetingSheetPlace(ids["coming"]))
        page.resize(1100, 728)
        page.show()
        page.show_now()
        pages = page.findChild(PaperStack)
        _until(lambda: page.view.shown is not None and pages.is_drawn)
        assert isinstance(pages, PaperStack)
        pairs = []
        for _run, size in zip(range(RUNS + 1), cycle((14, 12)), strict=False):
            _wait_until_somebody_chooses_again()
            _number, wide = page.view.in_sight()
            sheet = house.records.read(summarising.meeting_sheet, ids["coming"], builders.TODAY)
            floor = timed(
                lambda size=size, sheet=sheet, wide=wide: _made_here(pdf.make_pdf(sheet, size), wide)
            )  # type: ignore[misc]
            before = page.view.opened
            began = time.perf_counter()
            page.sizes.row(str(size)).click()
            _until(lambda before=before: page.view.opened is not before and pages.is_drawn)  # type: ignore[misc]
            pairs.append((time.perf_counter() - began, floor))
        page.hide()
        page.deleteLater()
        return pairs[1:]


def _wait_until_somebody_chooses_again() -> None:
    end = time.monotonic() + _BETWEEN
    _until(lambda: time.monotonic() > end)


def _made_here(data: bytes, wide: int) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    document.render(0, QSize(wide, round(wide * 1.414)))


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST
    while not done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.0005)
