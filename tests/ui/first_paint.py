"""A page that opens is whole the first time it is drawn: nothing jumps in, and nothing moves afterwards."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from tests.ui.audit_survey import say
from ui.base.page import Page
from ui.parts.pdf_view import PdfView
from ui.widgets.card import Card
from ui.widgets.page_viewer import PageViewer
from ui.widgets.paper_in_parts import PaperInParts, PaperPart
from ui.widgets.rail import Rail
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

_SEEN = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, Card, Rail, Tag)


SLOW = {"GoBack": "which backups there are is read from disks that may be slow"}
"""Where something may come later, and why; it must not move what is there."""


class FirstPaint(QObject):
    """Where everything on a page lies when its page is drawn for the first time."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.lay: dict[QWidget, QRect] | None = None
        self.wrong: dict[str, None] = {}
        page.body.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isValid(self._page):
            if self.lay is None:
                self.lay = lying(self._page)
            for found in (squeezed(self._page), without_words(self._page)):
                self.wrong.update(dict.fromkeys(found))
        return False


def lying(page: Page) -> dict[QWidget, QRect]:
    """What can be seen of the page, and where it lies in the window."""
    view = page.body.viewport()
    found: dict[QWidget, QRect] = {}
    for widget in page.body.findChildren(QWidget):
        if isinstance(widget, PaperPart) and not widget.is_drawn:
            continue  # nothing of it is seen until its page is drawn
        if isinstance(widget, _SEEN) and widget.isVisible() and view.isAncestorOf(widget):
            box = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
            if box.intersects(view.rect()) and not box.isEmpty():
                # A card that goes on beneath what is seen may grow there.
                found[widget] = box.intersected(view.rect()) if isinstance(widget, Card) else box
    return found


def squeezed(page: Page) -> Iterator[str]:
    """The column is drawn as high as what is seen in it needs: not squeezed together, and not pulled apart.

    Pages of paper fill what is left of the window, once it is known how much that is.
    """
    if any(each.isVisible() for kind in (PageViewer, PaperInParts) for each in page.findChildren(kind)):
        return
    column = page.column
    has, needs = column.geometry().height(), column.totalHeightForWidth(column.geometry().width())
    if has and has != needs:  # none is known while all of it waits to be laid out once more
        yield f"the column is drawn {has} pixels high and needs {needs}"


def without_words(page: Page) -> Iterator[str]:
    """What has no words yet takes no room, also where it is only hidden in a later piece of filling the page."""
    for label in page.body.findChildren(PlainLabel):
        if label.isVisible() and not label.words().strip():
            yield f"a line without words takes room in {say(label.parentWidget())}"


def is_paper(widget: QWidget) -> bool:
    """A page as it will be printed is drawn elsewhere meanwhile, and comes where that is said."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, (PageViewer, PaperInParts)):
        above = above.parentWidget()
    return above is not None


def waits(widget: QWidget) -> bool:
    """The sentence in the place of what is still drawn."""
    view = widget.parentWidget() if isValid(widget) else None
    return isinstance(view, PdfView) and widget is view.state


def moved_since(first: FirstPaint, page: Page) -> Iterator[str]:
    """What does not lie, now that the page is at rest, where it lay when the page was drawn for the first time."""
    yield from first.wrong
    last = lying(page)
    if first.lay is None:
        yield "it is never drawn"
        return
    for widget, box in last.items():
        was = first.lay.get(widget)
        if was is None and (type(page.place).__name__ in SLOW or is_paper(widget)):
            continue
        if was != box:
            yield f"{say(widget)} was at {was and was.getRect()}, is at {box.getRect()}"
    yield from (f"{say(each)} went" for each in first.lay if each not in last and not waits(each))
