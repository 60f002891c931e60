"""Where on a page somebody was, without anything that stands there: it is kept while the records are locked."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.base.page import Page
from ui.widgets.tab_order import in_reading_order


@dataclass(frozen=True)
class LeftAt:
    """Numbers only, and the kind of box: a name or a word might be a child's.

    The keyboard was in the box `number` of the `of_so_many` of that `kind`, its selection from `anchor` to `cursor`.
    `of_so_many` is 0 where the page was not whole yet: nobody knows then how many come beneath.
    """

    kind: str
    number: int
    of_so_many: int
    anchor: int
    cursor: int
    scrolled: int

    def go_back(self, page: Page) -> None:
        """Put the keyboard where it was, on a page that has been read again. If that box is gone, leave it be."""
        page.fill_whole()  # the box may be beneath what is drawn first
        boxes = _boxes_of(page, self.kind)
        if self.of_so_many in (0, len(boxes)) and self.number < len(boxes):
            box = boxes[self.number]
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            _select(box, self.anchor, self.cursor)
        # A moment later, when what has the keyboard has been scrolled to: exactly as it was.
        QTimer.singleShot(0, page, partial(_scroll, page, self.scrolled))


def of(page: Page | None) -> LeftAt | None:
    """Where the keyboard is on this page, or was when it went to the side bar or a dialog."""
    if page is None:
        return None
    box = page.focusWidget()
    kind = _kind(box)
    boxes = _boxes_of(page, kind)
    number = next((number for number, each in enumerate(boxes) if each is box), len(boxes))
    scrolled = page.body.verticalScrollBar().value()
    so_many = len(boxes) if page.is_whole else 0
    return LeftAt(kind, number, so_many, *_selection(box), scrolled)


def _kind(widget: QWidget | None) -> str:
    return f"{type(widget).__module__}.{type(widget).__qualname__}"


def _boxes_of(page: Page, kind: str) -> list[QWidget]:
    return [box for box in in_reading_order(page) if _kind(box) == kind and box.isVisibleTo(page)]


def _selection(box: QWidget | None) -> tuple[int, int]:
    if isinstance(box, QPlainTextEdit):
        return box.textCursor().anchor(), box.textCursor().position()
    if isinstance(box, QLineEdit):
        at = box.cursorPosition()
        if not box.hasSelectedText():
            return at, at
        return (box.selectionEnd() if at == box.selectionStart() else box.selectionStart()), at
    return 0, 0


def _select(box: QWidget, anchor: int, cursor: int) -> None:
    if isinstance(box, QPlainTextEdit):
        last = box.document().characterCount() - 1
        selection = box.textCursor()
        selection.setPosition(min(anchor, last))
        selection.setPosition(min(cursor, last), QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(selection)
    elif isinstance(box, QLineEdit):
        last = len(box.text())
        box.setCursorPosition(min(anchor, last))
        if cursor != anchor:
            box.setSelection(min(anchor, last), min(cursor, last) - min(anchor, last))


def _scroll(page: Page, to: int) -> None:
    content = page.body.widget()
    layout = content.layout() if content is not None else None
    if layout is not None:
        layout.activate()
    page.body.return_to(to)
