"""Pages of paper to look at, or to read as plain text: our own sheets before printing, and papers from outside.

The viewer is given sizes and texts, and asks a function it was handed for the pictures; it knows no file and no PDF.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.folding_tools import FoldingTools
from ui.widgets.page_pictures import Draw
from ui.widgets.paper_stack import PaperStack
from ui.widgets.paper_text import PaperText
from ui.widgets.text import PlainLabel

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_SAY_MS = 700


class PageViewer(QWidget):
    """All pages in one scroll. `page_changed(number)` says which is being looked at.

    `draw(numbers, pixels_wide, reply)` is called on the main thread when pages come near; later, on the same
    thread, `reply(pictures)` must be called once, with an empty list where they could not be drawn. `pages` are those
    of a paper that is read, instead of the plain ones.
    """

    page_changed = Signal(int)
    text_toggled = Signal(bool)

    def __init__(self, draw: Draw, pages: PaperStack | None = None) -> None:
        super().__init__()
        self._where = PlainLabel("", kind="strong")
        self._smaller = Button(_("Smaller"), name=_("Smaller pages"))
        self._bigger = Button(_("Bigger"), name=_("Bigger pages"))
        self._fit = Button(_("Fit the width"), name=_("Fit the width of the pages"))
        self._as_text = Button(_("Read as text"), icon="file-text")
        self.tools = FoldingTools(
            self._where, self._as_text, self._smaller, self._bigger, self._fit, main=self._as_text
        )
        self._pages = pages or PaperStack(draw)
        self.words = PaperText()
        self.words.hide()
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(self.tools)
        for part in (self._pages, self.words):  # they fill the height they are given, and ask for none
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            column.addWidget(part, 1)
        self._say_soon = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._say_soon.timeout.connect(self._say_where)
        self._smaller.clicked.connect(lambda: self.step_zoom(-1))
        self._bigger.clicked.connect(lambda: self.step_zoom(+1))
        self._fit.clicked.connect(self.fit_width)
        self._as_text.clicked.connect(self._toggle_text)
        self._pages.page_changed.connect(self._on_page)
        self._set_zoom(1.0)

    def show_pages(self, pages: Sequence[tuple[float, float, str | None]], in_place: bool = False) -> None:
        """Show this paper: for each page its width and height in points, and its text, None where that is not known
        yet (`say_words` tells it). From its first page, or `in_place` of the one before, which is seen until each page
        is there."""
        number = self.words.page()
        self._pages.show_pages(pages, in_place)
        self.words.write([text for _width, _height, text in pages])
        if in_place and self.reads_as_text():
            self.words.go_to(min(number, len(pages)))
        self._on_page(self._pages.page())
        self._say_soon.stop()

    def show_empty_paper(self) -> None:
        """A sheet of paper with nothing on it yet."""
        self._pages.show_empty_paper()

    def in_sight(self) -> tuple[int, int]:
        """The page that is looked at, and how many pixels wide it is drawn."""
        return self._pages.in_sight()

    def say_words(self, texts: Sequence[str]) -> None:
        """The words of all pages, where they were not known at first."""
        for number, text in enumerate(texts, start=1):
            self._pages.say_words(number, text)
        number = self.words.page()
        self.words.write(texts)
        self.words.go_to(number)

    def add_row(self, row: QWidget) -> None:
        """Put something between the buttons and the pages."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._pages), row)

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
            self.words.go_to(number)

    def take_keyboard(self) -> None:
        """The keyboard goes to the pages, or to the words where one reads as text."""
        (self.words if self.reads_as_text() else self._pages).setFocus(Qt.FocusReason.OtherFocusReason)

    def reads_as_text(self) -> bool:
        """Whether the words are shown instead of the pictures."""
        return not self.words.isHidden()

    def read_as_text(self, on: bool) -> None:
        """Show the words of all pages instead of the pictures, or the pictures again, at the same page."""
        if on == self.reads_as_text():
            return
        number = self.words.page() if not on else self._pages.page()
        self._pages.setVisible(not on)
        self.words.setVisible(on)
        self._smaller.setVisible(not on)
        self._bigger.setVisible(not on)
        self._fit.setVisible(not on and self._pages.zoom() != 1.0)
        self._as_text.setText(_("Show the pages") if on else _("Read as text"))
        if on:
            self.words.go_to(number)
        else:
            self._pages.go_to(number)
        self._where.setText(self._where_one_is())
        self.text_toggled.emit(on)

    def _toggle_text(self) -> None:
        self.read_as_text(not self.reads_as_text())
        self.take_keyboard()
        announce(self, _("Showing the words") if self.reads_as_text() else _("Showing the pages"))

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

    def step_zoom(self, step: int) -> None:
        """A step bigger (1) or smaller (-1)."""
        at = ZOOMS.index(self._pages.zoom()) + step
        self._set_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])
        announce(self._pages, _("{percent} per cent").format(percent=round(self._pages.zoom() * 100)))

    def fit_width(self) -> None:
        """The pages are as wide as there is room."""
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes away
        self._set_zoom(1.0)

    def zoom(self) -> float:
        """1.0 is the page fitted to the width."""
        return self._pages.zoom()

    def zoom_to(self, zoom: float) -> None:
        """As it was read before; one of `ZOOMS`."""
        if zoom in ZOOMS:
            self._set_zoom(zoom)

    def _set_zoom(self, zoom: float) -> None:
        self._pages.set_zoom(zoom)
        self._fit.setVisible(zoom != 1.0)
