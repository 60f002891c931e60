"""Days of a count and of a year, drawn and said."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.widgets.conftest import Show
from ui.look import theme
from ui.widgets.day_strip import DayStrip, StripDay, weeks_of
from ui.widgets.year_grid import YearGrid

FIRST = date(2025, 10, 9)
DAYS = [
    StripDay(FIRST, 1, "Thursday: day 1."),
    StripDay(date(2025, 10, 10), None, "Friday: left out."),
    StripDay(date(2025, 10, 20), 2, "Monday: day 2."),
]

HEADS = ["Mon", "Tue", "Wed", "Thu", "Fri"]


def strip() -> DayStrip:
    return DayStrip(DAYS, ["6 October", "13 October", "20 October"], HEADS, "The days")


def colours_in(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())
    }


def test_the_weeks_are_those_that_hold_the_days_and_those_between() -> None:
    assert weeks_of([day.day for day in DAYS]) == [date(2025, 10, 6), date(2025, 10, 13), date(2025, 10, 20)]
    assert weeks_of([FIRST]) == [date(2025, 10, 6)]


def test_a_screen_reader_gets_every_day_in_words(show: Show) -> None:
    made = strip()
    show(made)
    assert made.accessibleName() == "The days"
    assert made.accessibleDescription() == "Thursday: day 1. Friday: left out. Monday: day 2."


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_last_day_is_filled_and_a_day_left_out_is_hatched(
    show: Show, look: Callable[..., None], colours: str, scale: int
) -> None:
    look(colours, scale)
    made = strip()
    show(made, width=1200)
    found = colours_in(made.grab().toImage())
    assert theme.colour("primary").name() in found
    assert theme.colour("sunken").name() in found
    assert made.sizeHint().height() == 4 * theme.px(40)  # the names of the days, and three weeks


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("week", ["30 November", "14 September", "1 May"])
def test_no_word_of_it_is_cut_off_however_narrow_it_is(
    show: Show, look: Callable[..., None], scale: int, week: str
) -> None:
    look("light", scale)
    narrow, wide = (DayStrip(DAYS, [week] * 3, HEADS, "The days") for _each in range(2))
    show(narrow, width=narrow.minimumSizeHint().width())
    show(wide, width=1600)
    assert narrow.width() < wide.width()
    for made in (narrow, wide):
        made.resize(made.width(), made.sizeHint().height())
    rows = QRect(0, theme.px(40), QFontMetrics(theme.font("tag")).horizontalAdvance(week) + 2, theme.px(36))
    assert narrow.grab(rows).toImage() == wide.grab(rows).toImage()
    edge = narrow.grab(QRect(narrow.width() - 1, 0, 1, theme.px(36))).toImage()
    assert (
        len({edge.pixel(0, y) for y in range(edge.height())}) == 1
    )  # the name of the last day is not cut either


def test_it_fits_where_there_is_little_room(show: Show) -> None:
    made = strip()
    show(made, width=300)
    assert made.width() <= 300


def test_the_letters_of_a_year_grow_with_the_text_where_its_columns_do_not(
    qapp: QApplication, show: Show
) -> None:
    grid = YearGrid({date(2025, 9, 1): "inset"}, {"inset": "T"}, {9: "Sep"}, "The year", "")
    show(grid, width=860)
    sizes = []
    for scale in (100, 200):
        theme.apply(qapp, theme.Look("light", scale))
        grid.setFixedWidth(860)
        sizes.append(grid._small(grid._step()).pixelSize())
    theme.apply(qapp, theme.Look())
    assert sizes[1] >= 1.6 * sizes[0]


def test_above_a_year_stand_the_numbers_of_its_days_and_every_fifth_where_there_is_little_room(
    show: Show,
) -> None:
    """A training day was a T in a row of boxes, and nobody could tell of which day."""
    kinds = {date(2025, 9, 1) + timedelta(days=n): "weekend" for n in range(30)}
    grid = YearGrid(kinds, {}, {9: "Sep"}, "The year", "")
    show(grid, width=900)
    top = grid.grab(QRect(theme.px(60), 0, grid.width() - theme.px(60), theme.px(20)))
    assert theme.colour("muted").name() in colours_in(top.toImage())
    assert grid.numbers() == tuple(range(1, 32))
    grid.setFixedWidth(theme.px(300))
    assert grid.numbers() == (1, 5, 10, 15, 20, 25, 30)


def test_a_year_has_a_row_for_each_month_and_says_its_lines(show: Show) -> None:
    kinds = {date(2025, 9, 1) + timedelta(days=n): "open" for n in range(40)}
    kinds[date(2025, 9, 1)] = "inset"
    kinds[date(2025, 9, 6)] = "weekend"
    kinds[date(2025, 10, 2)] = "off"
    grid = YearGrid(kinds, {"inset": "T"}, {9: "Sep", 10: "Oct"}, "The year", "1 September to 10 October.")
    show(grid, width=900)
    assert (grid.accessibleName(), grid.accessibleDescription()) == ("The year", "1 September to 10 October.")
    assert grid.sizeHint().height() == 3 * theme.px(22), "the months, and the numbers above them"
    found = colours_in(grid.grab().toImage())
    assert theme.colour("primary").name() in found
    assert theme.colour("sunken").name() in found


def test_a_year_is_drawn_once_however_often_its_page_paints_itself(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = YearGrid({}, {"inset": "T"}, {9: "Sep"}, "The year", "")
    grid.show_kinds({date(2025, 9, 1): "inset"}, "1 September.")
    show(grid, width=900)
    drawn: list[int] = []
    paint = YearGrid._paint_kind
    monkeypatch.setattr(YearGrid, "_paint_kind", lambda *given: (drawn.append(1), paint(*given)))
    for _time in range(3):
        grid.grab()
    grid.show_kinds({date(2025, 9, 1): "inset"}, "1 September.")
    grid.grab()
    assert drawn == []
    grid.show_kinds({date(2025, 9, 1): "closed"}, "1 September.")
    grid.grab()
    assert len(drawn) == 1
