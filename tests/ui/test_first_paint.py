"""A page that opens is whole the first time it is drawn: nothing jumps in, and nothing moves afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from tests.ui.audit_survey import say
from tests.ui.test_every_place import WITH_IDS, Room, name_of
from ui.base.page import Page
from ui.base.places import Help, Settings
from ui.look import theme
from ui.parts.pdf_view import PdfView
from ui.widgets.card import Card
from ui.widgets.page_viewer import PageViewer
from ui.widgets.rail import Rail
from ui.widgets.tag import Tag

SIZES = [(theme.Look(), (1366, 728)), (theme.Look("light", 200), (1366, 728))]
_SEEN = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, Card, Rail, Tag)


SLOW = {"GoBack": "which backups there are is read from disks that may be slow"}
"""Where something may come later, and why; it must not move what is there."""


class FirstPaint(QObject):
    """Where everything on a page lies when its page is drawn for the first time."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.lay: dict[QWidget, QRect] | None = None
        page.body.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.lay is None:
            self.lay = lying(self._page)
        return False


def lying(page: Page) -> dict[QWidget, QRect]:
    """What can be seen of the page, and where it lies in the window."""
    view = page.body.viewport()
    found: dict[QWidget, QRect] = {}
    for widget in page.body.findChildren(QWidget):
        if isinstance(widget, _SEEN) and widget.isVisible() and view.isAncestorOf(widget):
            box = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
            if box.intersects(view.rect()) and not box.isEmpty():
                # A card that goes on beneath what is seen may grow there.
                found[widget] = box.intersected(view.rect()) if isinstance(widget, Card) else box
    return found


def is_paper(widget: QWidget) -> bool:
    """A page as it will be printed is drawn elsewhere meanwhile, and comes where that is said."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, PageViewer):
        above = above.parentWidget()
    return above is not None


def waits(widget: QWidget) -> bool:
    """The sentence in the place of what is still drawn."""
    view = widget.parentWidget() if isValid(widget) else None
    return isinstance(view, PdfView) and widget is view.state


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    theme.apply(qapp, theme.Look())
    made = Room("ordinary", Path(tmp_path_factory.mktemp("ordinary")))
    made.window.show()
    yield made
    made.close()
    theme.apply(qapp, theme.Look())


@pytest.mark.parametrize("number", range(len(WITH_IDS)), ids=lambda number: name_of(("ordinary", number)))
def test_nothing_moves_after_a_page_is_drawn_for_the_first_time(
    room: Room, qapp: QApplication, number: int
) -> None:
    moved, before = [], Help()
    place = room.places()[number]
    if place.is_closed_room:
        pytest.skip("the child's part has pages of its own")
    for look, size in SIZES:
        theme.apply(qapp, look)
        room.window.resize(*size)
        room.go(before if place != before else Settings())
        room.window.start_at(place)
        page = room.window.page
        assert page is not None
        first = FirstPaint(page)
        room.rest()
        last = lying(page)
        assert first.lay is not None
        for widget, box in last.items():
            was = first.lay.get(widget)
            if was is None and (type(place).__name__ in SLOW or is_paper(widget)):
                continue
            if was != box:
                moved.append(
                    f"{look.scale} %: {say(widget)} was at {was and was.getRect()}, is at {box.getRect()}"
                )
        moved += [
            f"{look.scale} %: {say(each)} went" for each in first.lay if each not in last and not waits(each)
        ]
    assert moved == []


def test_what_comes_later_is_found(room: Room, qapp: QApplication) -> None:
    """The test itself: a page that shows something a moment later is told."""
    theme.apply(qapp, theme.Look())
    room.go(Help())
    room.window.start_at(room.places()[0])
    page = room.window.page
    assert page is not None
    first = FirstPaint(page)
    room.rest()
    assert first.lay == lying(page)
    page.column.insertWidget(0, QLabel("later", page))
    room.rest()
    assert first.lay != lying(page)
