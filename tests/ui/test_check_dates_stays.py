"""What is done on the page of school dates stays in sight and under the mouse, also with big text."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carer_app.choices import WhatDay
from carer_app.storage.vault import Vault
from tests import builders
from tests.journeys.sitting import Sitting
from tests.ui.audit import settle
from tests.ui.children_pages import school_of, use_riverside
from tests.ui.test_check_dates import Show, by_hand, fill_all, line, stretch, with_lines
from ui.base.house import House
from ui.base.places import CheckDates
from ui.children.check_dates import CheckDatesPage
from ui.look import theme


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    yield sitting
    theme.apply(qapp, theme.Look())
    sitting.close()


def top_of(page: CheckDatesPage, widget: QWidget) -> int:
    return widget.mapTo(page.body.viewport(), QPoint(0, 0)).y()


def is_in_sight(page: CheckDatesPage, widget: QWidget) -> bool:
    box = QRect(widget.mapTo(page.body.viewport(), QPoint(0, 0)), widget.size())
    return page.body.viewport().rect().contains(box)


def put_mouse_on(page: CheckDatesPage, widget: QWidget) -> None:
    """In the middle of what is seen, with the mouse on it."""
    bar = page.body.verticalScrollBar()
    bar.setValue(bar.value() + top_of(page, widget) - page.body.viewport().height() // 2)
    settle()
    QCursor.setPos(widget.mapToGlobal(widget.rect().center()))
    assert page.body.viewport().rect().contains(page.body.viewport().mapFromGlobal(QCursor.pos()))


def first_whole_stretch(page: CheckDatesPage) -> None:
    page.changes.type_in(page.sections[2025].stretches.ids()[0], "first", "26 aug")
    page.changes.type_in(page.sections[2025].stretches.ids()[0], "last", "19 dec")


def something_to_look_at(page: CheckDatesPage) -> None:
    first_whole_stretch(page)
    page.changes.settle()


def a_year_that_is_whole(page: CheckDatesPage) -> None:
    fill_all(page)
    page.changes.settle()


GROWS: dict[str, Callable[[CheckDatesPage], None]] = {
    "the picture": first_whole_stretch,
    "what is to be looked at": something_to_look_at,
    "the counts": a_year_that_is_whole,
}


@pytest.mark.parametrize("what", GROWS)
def test_nothing_moves_from_under_the_mouse_while_a_year_is_filled(
    house: House, show: Show, school: int, what: str
) -> None:
    page = by_hand(house, show, school)
    settle()
    at = stretch(page, 5).out
    put_mouse_on(page, at)
    before, height = top_of(page, at), page.body.widget().height()
    GROWS[what](page)
    settle()
    assert page.body.widget().height() != height, "the page has grown"
    assert top_of(page, at) == before


def test_nothing_moves_from_under_the_mouse_while_lines_are_answered(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    settle()
    for place in (0, 1):
        for what in WhatDay:
            at = line(page, place).what.row(what)
            QCursor.setPos(at.mapToGlobal(at.rect().center()))
            before = top_of(page, at)
            QTest.mouseClick(at, Qt.MouseButton.LeftButton)
            settle()
            assert top_of(page, at) == before, f"{place}, {what}"


@pytest.mark.parametrize("scale", [100, 200])
def test_both_days_of_last_years_pattern_are_in_sight_before_they_are_said_to_be_right(
    sitting: Sitting, qapp: QApplication, scale: int
) -> None:
    theme.apply(qapp, theme.Look("light", scale))
    sitting.window.resize(1366, 728)
    school = school_of(sitting.vault, 1)
    use_riverside(sitting.vault, school)
    sitting.window.go(CheckDates(school, 2026))
    settle()
    page = sitting.window.page
    assert isinstance(page, CheckDatesPage)
    page.sections[2026].pattern.click()
    page.going.jump_to((page.sections[2026].stretches.ids()[0], "first"))
    for place in range(6):
        settle()
        row = stretch(page, place, 2026)
        assert sitting.window.focusWidget() is row.right
        for part in (row.first.line, row.last.line, row.right):
            assert is_in_sight(page, part), f"{place}: {part.accessibleName()}"
        QTest.keyClick(row.right, Qt.Key.Key_Space)
    settle()
    assert sitting.window.focusWidget() is page.using.use
