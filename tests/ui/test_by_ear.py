"""Every place as a listener meets it: what is told when a page opens, and what its parts are called."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.test_every_place import Room
from ui.page import Page
from ui.places import OUTSIDE, Place, Settings
from ui.widgets.text import Heading

GROUPS = {QAccessible.Role.Grouping, QAccessible.Role.LayeredPane, QAccessible.Role.List}
"""Orca tells these, by name, when one comes into them."""


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room("ordinary", tmp_path_factory.mktemp("heard"))
    made.window.start_at(Settings())
    made.window.show()
    made.window.activateWindow()
    assert QTest.qWaitForWindowActive(made.window, 20_000)
    yield made
    made.close()


class Visit:
    """A page that was opened from another, and where the focus was on the way."""

    def __init__(self, room: Room, place: Place) -> None:
        self.place = place
        self.focused: list[QWidget] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        room.window.start_at(place)
        application.focusChanged.disconnect(self._on_focus)
        page = room.window.page
        assert page is not None
        self.page: Page = page

    def told_on_opening(self) -> list[str]:
        """The names of the groups around what has the focus, from within."""
        widget: QWidget | None = self.focused[-1] if self.focused else None
        told = []
        while widget is not None:
            if role(widget) in GROUPS and widget.accessibleName():
                told.append(widget.accessibleName())
            widget = widget.parentWidget()
        return told

    def strays(self) -> list[str]:
        """What has a name, had the focus on the way, and is not of this page."""
        away = (each for each in self.focused if each is not self.page and not self.page.isAncestorOf(each))
        return [name(each) for each in away if name(each)]

    def heading(self) -> str:
        shown = (each for each in self.page.findChildren(Heading) if each.level == 1 and each.isVisible())
        return next(shown).words()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.focused.append(now)


def places(room: Room) -> list[Place]:
    return [*room.places(), *(place() for place in OUTSIDE)]


def test_every_page_that_opens_is_told_and_nothing_before_it(room: Room) -> None:
    wrong = []
    for place in places(room):
        visit = Visit(room, place)
        if visit.heading() not in visit.told_on_opening():
            wrong.append(f"{place}: {visit.heading()!r} is not told, only {visit.told_on_opening()}")
        wrong += [f"{place}: {stray!r} is told first" for stray in visit.strays()]
    assert wrong == []


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()
