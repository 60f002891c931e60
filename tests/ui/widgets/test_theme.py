"""The carer changes the look and the whole window follows, with the text still whole."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit_contrast import token_contrast
from ui.look import theme
from ui.look.style_sheet import style_sheet
from ui.look.theme_tokens import contrast
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel

Look = Callable[..., None]
Show = Callable[..., QWidget]


@pytest.mark.parametrize("colours", theme.COLOURS)
def test_words_and_edges_stand_out_in_every_look(look: Look, colours: str) -> None:
    look(colours)
    assert token_contrast() == []


def test_contrast_is_the_published_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_pixels_and_fonts_grow_with_the_text_size(look: Look) -> None:
    look(scale=175)
    assert theme.px(44) == 77
    assert theme.font("body").pixelSize() == 28
    assert theme.font("h1").pixelSize() == 52
    assert theme.current() == theme.Look("light", 175)


def test_what_is_on_screen_follows_at_once(show: Show, look: Look) -> None:
    label, button = PlainLabel("Ask for the date"), Button("Ask")
    window = show(label, button)
    small, ground = label.height(), window.grab().toImage().pixelColor(2, 2).name()
    look("dark", 200)
    assert label.height() >= 1.9 * small
    assert button.height() >= 88
    assert label.font().pixelSize() == 32
    assert ground == theme.tokens("light").bg.lower()
    assert window.grab().toImage().pixelColor(2, 2).name() == theme.tokens("dark").bg.lower()


def test_gaps_of_layouts_grow_half_as_much_and_shrink_back(show: Show, look: Look) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    theme.space(row, gap=8, edges=(4, 0, 4, 0))
    show(holder)
    look(scale=200)
    assert (row.spacing(), row.contentsMargins().left()) == (12, 6)
    look(scale=100)
    assert (row.spacing(), row.contentsMargins().left()) == (8, 4)


def test_those_who_listen_for_a_change_hear_of_it(qtbot: QtBot, look: Look) -> None:
    with qtbot.waitSignal(theme.signals.changed):
        look("contrast")


def test_icons_take_the_colour_of_the_look(look: Look) -> None:
    def shades() -> set[str]:
        picture = theme.pixmap("house", "primary").toImage()
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {picture.pixelColor(x, y).name() for x, y in points if picture.pixelColor(x, y).alpha() == 255}

    assert theme.tokens().primary.lower() in shades()
    look("dark", 200)
    assert theme.tokens("dark").primary.lower() in shades()
    assert theme.pixmap("house").width() == 44
    assert not theme.icon("house").isNull()


def test_the_style_sheet_never_fixes_the_height_of_words() -> None:
    sheet = style_sheet(theme.tokens("light"), 200)
    rules = [rule for rule in sheet.split("}") if "height" in rule]
    assert rules
    assert all("QScrollBar" in rule or "QMenu::separator" in rule for rule in rules)
    assert "$" not in sheet


def test_the_style_sheet_is_written_in_a_blink() -> None:
    began = time.process_time()
    for _time in range(100):
        style_sheet(theme.tokens("dark"), 150)
    assert (time.process_time() - began) / 100 < 0.05


def test_a_font_that_somebody_changes_is_nobody_elses() -> None:
    """The tags of the whole program shrank once the strip of a year had been painted."""
    before = theme.font("tag").pixelSize()
    theme.font("tag").setPixelSize(before // 2)
    assert theme.font("tag").pixelSize() == before
