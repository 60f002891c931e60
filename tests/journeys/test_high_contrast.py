"""A computer in high contrast: the program wears the colours chosen there, and follows when others are chosen."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import settle
from tests.ui.audit_contrast import drawn_contrast
from ui.base.places import ChildsOwnPart, Home, MeetingSheetPlace, Settings, every_place
from ui.look import computers_colours, theme
from ui.look.theme_tokens import OF_A_PALETTE
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]
THEMES = {  # ground, words, links, what is chosen, the words on it: Windows 11 calls them so
    "Aquatic": ("#202020", "#ffffff", "#75e9fc", "#8ee3f0", "#263b50"),
    "Desert": ("#fffaef", "#3d3d3d", "#1c5e75", "#903909", "#fff5e3"),
    "Night sky": ("#000000", "#ffffff", "#8080ff", "#d6b4fd", "#2b2b2b"),
}

Wear = Callable[[str | None], None]


@pytest.fixture
def wear(unlocked: Unlocked, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wear]:
    """The computer takes one of its contrast themes, or none, while the program is open."""
    window = unlocked[0].window
    now: list[str | None] = [None]

    def palette(_app: QApplication) -> QPalette:
        role, made = QPalette.ColorRole, QPalette()
        parts = (role.Window, role.WindowText, role.Link, role.Highlight, role.HighlightedText)
        for part, shade in zip(parts, THEMES[now[0] or "Aquatic"], strict=True):
            made.setColor(part, QColor(shade))
        return made

    monkeypatch.setattr(computers_colours, "palette_of_the_computer", palette)
    monkeypatch.setattr(computers_colours, "wants_high_contrast", lambda: now[0] is not None)

    def change(name: str | None) -> None:
        now[0] = name
        QApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.ThemeChange))
        settle()

    yield change
    theme.apply(qapp, theme.Look())


ROLES = ("Window", "WindowText", "Link", "Highlight", "HighlightedText")


def colours_named(app: QApplication) -> set[str]:
    """Every colour that the style sheet sets, as it stands there: what a property ending in "color" or "background"
    has, and the last word of each edge."""
    set_here = re.findall(r"(?:^|[;{\s])(?:[\w-]*color|background|border[\w-]*): ([^;}]+)", app.styleSheet())
    return (
        {each.split()[-1] for each in set_here}
        - {"none", "transparent"}
        - set(re.findall(r"\b\d+px", app.styleSheet()))
    )


def wears_only(app: QApplication, name: str) -> None:
    """T21: the sheet names no colour, only parts of the palette, and that palette is the computer's."""
    parts = {f"palette({part})" for part in OF_A_PALETTE}
    assert colours_named(app) == parts & colours_named(app) != set()
    shown = app.palette()
    assert tuple(shown.color(QPalette.ColorRole[role]).name() for role in ROLES) == THEMES[name]
    assert set(theme.tokens()) == set(THEMES[name])


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_one_that_was_chosen_for_the_computer(
    qapp: QApplication, wear: Wear, name: str
) -> None:
    wear(name)
    wears_only(qapp, name)


def test_the_open_window_changes_with_the_computer_and_back(
    qapp: QApplication, unlocked: Unlocked, wear: Wear
) -> None:
    window = unlocked[0].window
    window.go(Settings())

    def ground() -> str:
        settle()
        picture = window.grab().toImage()
        return picture.pixelColor(picture.width() - 40, picture.height() // 2).name()

    usual = ground()
    for name in ("Desert", "Aquatic"):
        wear(name)
        assert ground() == THEMES[name][0]
    wear(None)
    assert ground() == usual


def test_a_change_that_only_the_computers_settings_tell_is_followed(
    qapp: QApplication, wear: Wear, monkeypatch: pytest.MonkeyPatch
) -> None:
    wear(None)
    monkeypatch.setattr(computers_colours, "wants_high_contrast", lambda: True)
    hints = QGuiApplication.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    wears_only(qapp, "Aquatic")


def test_the_computers_own_colours_are_found_under_ours(qapp: QApplication) -> None:
    qapp.setPalette(QPalette())
    theirs = qapp.palette().color(QPalette.ColorRole.Window)
    ours = QPalette(qapp.palette())
    ours.setColor(QPalette.ColorRole.Window, QColor("#123456"))
    qapp.setPalette(ours)
    assert computers_colours.palette_of_the_computer(qapp).color(QPalette.ColorRole.Window) == theirs
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#123456")


@pytest.mark.parametrize("name", ["Aquatic", "Desert"])
def test_pages_are_drawn_in_the_computers_colours_as_plainly_as_in_ours(
    unlocked: Unlocked, wear: Wear, name: str
) -> None:
    """How far its colours are from each other is the carer's own choice; that ours do not come between them is ours."""
    window, ids = unlocked[0].window, unlocked[1]
    wear(name)
    places = every_place(ids["mia"], ids["school"], ids["coming"], ids["over"])
    found = []
    for place in [
        each for each in places if isinstance(each, (Home, MeetingSheetPlace, Settings, ChildsOwnPart))
    ]:
        window.start_at(place)
        settle()
        found += [f"{place}: {each}" for each in drawn_contrast(window)]
    assert found == []
