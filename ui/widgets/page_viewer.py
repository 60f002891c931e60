"""Pages of paper to look at, or to read as plain text: our own sheets before printing, and papers from outside.

The viewer is given sizes and texts, and asks a function it was handed for the pictures; it knows no file and no PDF.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.paper_stack import Draw, PaperStack, Reply
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

__all__ = ["Draw", "PageViewer", "Reply"]

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_TEXT_WIDTH = 720
_SAY_MS = 700


class PageViewer(QWidget):
    """All pages in one scroll. `page_changed(number)` says which is being looked at.

    `draw(numbers, pixels_wide, reply)` is called on the main thread when pages come near; later, on the same
    thread, `reply(pictures)` must be called once, with an empty list where they could not be drawn.
    """

    page_changed = Signal(int)

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starts: list[int] = []
        self._where = PlainLabel("", kind="strong")
        self._smaller = Button(_("Smaller"), name=_("Smaller pages"))
        self._bigger = Button(_("Bigger"), name=_("Bigger pages"))
        self._fit = Button(_("Fit the width"), name=_("Fit the width of the pages"))
        self._as_text = Button(_("Read as text"), icon="file-text")
        self._tools = WrapRow(self._where, self._as_text, self._smaller, self._bigger, self._fit)
        self._pages = PaperStack(draw)
        self._words = _text_area()
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(self._tools)
        for part in (self._pages, self._words):  # they fill the height they are given, and ask for none
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            column.addWidget(part, 1)
        self._say_soon = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._say_soon.timeout.connect(self._say_where)
        self._smaller.clicked.connect(self._make_smaller)
        self._bigger.clicked.connect(self._make_bigger)
        self._fit.clicked.connect(self._fit_width)
        self._as_text.clicked.connect(self._toggle_text)
        self._pages.page_changed.connect(self._on_page)
        self._set_zoom(1.0)

    def show_pages(self, pages: Sequence[tuple[float, float, str]]) -> None:
        """Show this paper from its first page: for each page its width and height in points, and its text."""
        self._pages.show_pages(pages)
        self._write_text([text for _width, _height, text in pages])
        self._on_page(self._pages.page())
        self._say_soon.stop()

    def set_image(self, number: int, width: int, height: int, data: bytes) -> None:
        """Show a picture that was not asked for, for example one at hand already."""
        self._pages.set_image(number, width, height, data)

    def page(self) -> int:
        """The number of the page being looked at, from 1; 0 where there is none."""
        return self._pages.page()

    def go_to(self, number: int) -> None:
        """Bring the top of this page into view, or its first word when reading as text."""
        self._pages.go_to(number)
        if self.reads_as_text():
            self._put_cursor(number)

    def take_keyboard(self) -> None:
        """The keyboard goes to the pages, or to the words where one reads as text."""
        (self._words if self.reads_as_text() else self._pages).setFocus(Qt.FocusReason.OtherFocusReason)

    def reads_as_text(self) -> bool:
        """Whether the words are shown instead of the pictures."""
        return not self._words.isHidden()

    def read_as_text(self, on: bool) -> None:
        """Show the words of all pages instead of the pictures, or the pictures again, at the same page."""
        if on == self.reads_as_text():
            return
        number = self._page_in_text() if not on else self._pages.page()
        self._pages.setVisible(not on)
        self._words.setVisible(on)
        self._smaller.setVisible(not on)
        self._bigger.setVisible(not on)
        self._fit.setVisible(not on and self._pages.zoom() != 1.0)
        self._as_text.setText(_("Show the pages") if on else _("Read as text"))
        if on:
            self._put_cursor(number)
        else:
            self._pages.go_to(number)
        self._where.setText(self._where_one_is())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            _space(self._words)

    def _toggle_text(self) -> None:
        self.read_as_text(not self.reads_as_text())
        self.take_keyboard()
        announce(self, _("Showing the words") if self.reads_as_text() else _("Showing the pages"))

    def _write_text(self, texts: Sequence[str]) -> None:
        self._starts, written = [], ""
        for number, text in enumerate(texts, start=1):
            self._starts.append(len(written))
            written += _("Page {number} of {count}").format(number=number, count=len(texts)) + "\n\n"
            written += (text or _("There are no words on this page that the computer can read.")) + "\n\n\n"
        self._words.setPlainText(written.rstrip("\n"))

    def _put_cursor(self, number: int) -> None:
        if 1 <= number <= len(self._starts):
            cursor = self._words.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._words.setTextCursor(cursor)  # from below, so that the page's first line comes to the top
            cursor.setPosition(_utf16(self._words.toPlainText()[: self._starts[number - 1]]))
            self._words.setTextCursor(cursor)

    def _page_in_text(self) -> int:
        text, at = self._words.toPlainText(), self._words.textCursor().position()
        return max(1, sum(1 for start in self._starts if _utf16(text[:start]) <= at))

    def _on_page(self, number: int) -> None:
        self._where.setText(self._where_one_is())
        self._say_soon.start()
        self.page_changed.emit(number)

    def _where_one_is(self) -> str:
        count = self._pages.count()
        if not count:
            return ""
        if self.reads_as_text():
            return (
                _("The words of {count} pages").format(count=count) if count > 1 else _("The words of 1 page")
            )
        return _("Page {number} of {count}").format(number=self._pages.page(), count=count)

    def _say_where(self) -> None:
        if self._pages.isVisible() and self._pages.count():
            announce(self._pages, self._where_one_is())

    def _make_smaller(self) -> None:
        self._step_zoom(-1)

    def _make_bigger(self) -> None:
        self._step_zoom(+1)

    def _step_zoom(self, step: int) -> None:
        at = ZOOMS.index(self._pages.zoom()) + step
        self._set_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])
        announce(self._pages, _("{percent} per cent").format(percent=round(self._pages.zoom() * 100)))

    def _fit_width(self) -> None:
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes away
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self._pages.set_zoom(zoom)
        self._fit.setVisible(zoom != 1.0)


def _text_area() -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setReadOnly(True)
    area.setTabChangesFocus(True)
    area.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    area.setAccessibleName(_("Words on the pages"))
    area.setMinimumHeight(1)
    _space(area)
    area.hide()
    return area


def _space(area: QPlainTextEdit) -> None:
    area.setMaximumWidth(theme.px(_TEXT_WIDTH))
    area.document().setDocumentMargin(theme.px(16))


def _utf16(text: str) -> int:
    """Qt counts an emoji as two characters, Python as one."""
    return len(text.encode("utf-16-le")) // 2
