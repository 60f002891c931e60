"""Our drawings on screen: in the colours of the look, with nothing around them."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import path
from ui.look import theme
from ui.look.theme_tokens import contrast
from ui.widgets.picture import DrawnPicture, drawn

DRAWINGS = sorted(path("cards").glob("*.svg"))
MARKS = ("mark_up", "mark_between", "mark_down")
_EDGES = 0.05
"""So much of a drawing may be a shade between two others, where they meet."""


@pytest.fixture(params=theme.COLOURS)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> object:
    theme.apply(qapp, theme.Look(request.param))
    yield request.param
    theme.apply(qapp, theme.Look())


def shades(key: str) -> dict[str, int]:
    """How often each colour is there, and "" for what one sees through."""
    picture, found = drawn(path(f"cards/{key}.svg"), 96).toImage(), dict[str, int]()
    for x in range(picture.width()):
        for y in range(picture.height()):
            seen = picture.pixelColor(x, y)
            name = seen.name().upper() if seen.alpha() == 255 else "" if not seen.alpha() else "between"
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda each: each.stem)
def test_a_drawing_is_kept_in_three_shades(drawing: object) -> None:
    kept = set(re.findall(r"#\w+", drawing.read_text(encoding="utf-8")))  # type: ignore[attr-defined]
    assert kept <= {"#222222", "#ffffff", "#d9d9d9"}


@pytest.mark.parametrize("key", ["playing_outside", "friends", "coming_all", *MARKS])
def test_a_drawing_wears_the_colours_of_the_look_and_no_square_lies_under_it(look: str, key: str) -> None:
    found = shades(key)
    assert found[""] > sum(found.values()) / 4, "one sees through it, where nothing is drawn"
    ink, ground = theme.tokens().text.upper(), theme.tokens().surface.upper()
    large = {name for name, often in found.items() if often > _EDGES * sum(found.values())}
    assert {ink} < large | {ink, ground}
    assert not large & {"#D9D9D9", "#222222"}, "no shade of the paper"
    for fill in large - {"", "between", ink}:
        assert contrast(ink, fill) >= 4.5, fill
    if look == "dark":
        assert "#FFFFFF" not in found


def test_no_mark_is_warmer_than_another(look: str) -> None:
    ink, ground = theme.tokens().text.upper(), theme.tokens().surface.upper()
    filled = []
    for mark in MARKS:
        found = {
            name: often for name, often in shades(mark).items() if name not in ("", "between", ink, ground)
        }
        filled.append(max(found, key=lambda name: found[name]))
    assert len(set(filled)) == 1


def test_a_picture_that_stands_alone_has_the_ground_of_its_page(look: str, qtbot: QtBot) -> None:
    picture = DrawnPicture(96)
    qtbot.addWidget(picture)
    picture.show_drawing(path("cards/friends.svg"), "friends")
    picture.resize(picture.sizeHint())
    corner = picture.grab().toImage().pixelColor(3, 3)
    assert corner == QColor(theme.tokens().bg)
