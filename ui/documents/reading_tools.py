"""What one does with a paper while reading it: turn it, find in it, go to a page or a part of it, copy, and print."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from carer_app.use_cases.paper_words import WordsOfPage, told
from carer_app.words import _
from ui.base.page import Page
from ui.documents.find_in_paper import FindInPaper
from ui.documents.paper_letters import PaperLetters
from ui.look import theme
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.pdf_view import PdfView
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo
from ui.widgets.letters_seen import LettersSeen
from ui.widgets.line import Line
from ui.widgets.page_pictures import Draw
from ui.widgets.readable_paper import ReadablePaper
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_NUMBER_WIDTH = 90
PER_MILLE = 1_000


class ReadingTools(QObject):
    """Puts its tools round about the pages of `view`. `moved` comes where another page, size or turn is looked at."""

    moved = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.letters = PaperLetters(page.records, self)
        self.pages: ReadablePaper
        self.view = PdfView(page, "", waiting=_("Opening the paper…"), pages=self._make_pages)
        self.viewer = self.view.viewer
        self.find = FindInPaper(self.viewer, self.pages, self.letters)
        self.turn = Button(_("Turn"), name=_("Turn the pages"), icon="refresh-cw")
        self.find_it = Button(_("Find"), name=_("Find in this paper"), icon="search")
        self.print = Button(_("Print"), icon="printer")
        self.copy = Button(_("Copy"), name=_("Copy the words that are marked"), icon="copy")
        for button in (self.turn, self.find_it, self.copy, self.print):
            self.viewer.tools.add(button, main=button is self.find_it)
        self.copy.hide()
        self._build_jumps()
        self.viewer.tools.add(self.to_page)
        self.viewer.tools.add(self.to_part)
        self.viewer.add_row(self.find)
        self._connect()
        page.body.viewport().installEventFilter(self)
        for keys, do in self._keys().items():
            QShortcut(QKeySequence(keys), page).activated.connect(do)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A message came beneath the page, or went."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self.pages, self.pages.bring_again)
        return False

    def place(self) -> tuple[int, int, int]:
        """Where one reads: the page, how big in per cent (0 for fitted to the width), and how often it is turned."""
        zoom = self.viewer.zoom()
        return self.viewer.page(), 0 if zoom == 1.0 else round(zoom * 100), self.pages.turns()

    def open_at(self, page: int, zoom: int, turns: int) -> None:
        """Where one read before."""
        if turns:
            self.pages.turn_to(turns)
        if zoom:
            self.viewer.zoom_to(zoom / 100)
        if page:
            self.viewer.go_to(page)

    def take_words(self, words: dict[int, WordsOfPage]) -> None:
        """What a machine read lies behind its pages; it is said to be that."""
        shown = self.view.shown
        read = {number: each for number, each in words.items() if each.by_machine}
        if shown is None or not read:
            return
        self.letters.give(
            {number: LettersSeen.of_words(each.text, each.boxes, PER_MILLE) for number, each in read.items()}
        )
        texts = [text for _wide, _high, text in shown.pages]
        self.viewer.say_words(
            [told(read[number]) if number in read else text for number, text in enumerate(texts, start=1)]
        )

    def find_here(self, words: str = "", page: int = 0) -> bool:
        """Begin to look in the paper, from `page` on; False where somebody does that already."""
        if self.viewer.isHidden() or (self.find.has_keyboard and not words):
            return False
        self.find.begin(words, page)
        return True

    def _make_pages(self, draw: Draw) -> ReadablePaper:
        self.pages = ReadablePaper(draw, self.letters.of)
        return self.pages

    def _build_jumps(self) -> None:
        self.number = Line()
        self.number.setMaximumWidth(theme.px(_NUMBER_WIDTH))
        self.number.setAccessibleName(_("Go to page"))
        self.parts = Combo()
        self.parts.setAccessibleName(_("Go to a part of it"))
        self.wrong = PlainLabel("", kind="error")
        self.wrong.hide()
        # Each with its name: it does not come to stand in the line above.
        self.to_page = WrapRow(PlainLabel(_("Go to page")), self.number, self.wrong)
        self.to_part = WrapRow(PlainLabel(_("Go to a part of it")), self.parts)

    def _connect(self) -> None:
        self.view.begun.connect(self._on_begun)
        self.view.ready.connect(self._on_ready)
        self.letters.came.connect(self.pages.mark_again)
        self.viewer.page_changed.connect(self._on_page)
        self.pages.zoom_wanted.connect(self._step_zoom)
        self.pages.chosen_changed.connect(self._show_copy)
        self.viewer.words.selectionChanged.connect(lambda: self._show_copy(True))
        self.viewer.text_toggled.connect(self._on_text)
        for source in (self.pages, self.viewer.words):
            source.copied.connect(self._on_copied)
        self.find.closed.connect(self.viewer.take_keyboard)
        self.find.opened.connect(self._give_room)
        self.find.closed.connect(self._give_room)
        self.viewer.tools.folded.connect(self._give_room)
        self.find_it.clicked.connect(lambda: self.find_here())
        self.turn.clicked.connect(self._on_turn)
        self.copy.clicked.connect(self._on_copy)
        self.print.clicked.connect(self.view.print_it)
        self.number.returnPressed.connect(self._on_number)
        self.parts.activated.connect(self._on_part)

    def _keys(self) -> dict[str, object]:
        return {
            "F3": lambda: self.find.step(1),
            "Shift+F3": lambda: self.find.step(-1),
            "Ctrl+G": self._to_number,
            "Ctrl+P": self.view.print_it,
            "Ctrl+R": self._on_turn,
            "Alt+Up": partial(self._step_zoom, 1),
            "Alt+Down": partial(self._step_zoom, -1),
            "Alt+Home": self._fit,
        }

    def _on_begun(self) -> None:
        opened = self.view.opened
        assert opened is not None
        self.number.clear()
        many = len(opened.pages) > 1
        self.to_page.setVisible(many)
        self.parts.clear()
        self.parts.addItem(_("The beginning"), 1)
        for depth, words, number in opened.outline:
            self.parts.addItem("    " * depth + words, number)
        self.to_part.setVisible(bool(opened.outline))

    def _on_ready(self) -> None:
        shown = self.view.shown
        assert shown is not None
        self.letters.begin(shown.data, len(shown.pages))
        at = self.viewer.page()
        self.letters.want([at, at + 1])

    def _on_page(self, number: int) -> None:
        self.letters.want([number, number + 1])
        self.moved.emit()

    def _step_zoom(self, step: int) -> None:
        if not self.viewer.reads_as_text():
            self.viewer.step_zoom(step)
            self.moved.emit()

    def _fit(self) -> None:
        if not self.viewer.reads_as_text():
            self.viewer.fit_width()
            self.moved.emit()

    def _on_turn(self) -> None:
        if self.viewer.isVisible() and not self.viewer.reads_as_text():
            self.pages.turn_to(self.pages.turns() + 1)
            self.moved.emit()
            upright = self.pages.turns() == 0
            announce(self.pages, _("Upright again") if upright else _("Turned to the right"))

    def _on_text(self, on: bool) -> None:
        self.turn.setVisible(not on)
        self._show_copy(False)
        self.find.look_again()

    def _give_room(self) -> None:
        """Where text is big the paper has the room of the tools while one looks for words in it."""
        tools, is_looking = self.viewer.tools, not self.find.isHidden()
        tools.setVisible(not (tools.is_folded and is_looking))
        if tools.isHidden():
            self._page.body.open_at(self.find, self.find)

    def _to_number(self) -> None:
        if self.viewer.tools.is_folded:
            self.viewer.tools.open(True)
        if self.number.isVisible():
            self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.number.selectAll()

    def _on_number(self) -> None:
        typed, count = self.number.text().strip(), self.pages.count()
        there = typed.isdecimal() and 1 <= int(typed) <= count
        words = "" if there else _("There are {count} pages. Type a number up to that.").format(count=count)
        self.wrong.setText(words)
        self.wrong.setVisible(not there)
        if there:
            self.viewer.go_to(int(typed))
            self.viewer.take_keyboard()
        else:
            announce(self.number, words)

    def _on_part(self, row: int) -> None:
        self.viewer.go_to(int(self.parts.itemData(row)))

    def _chosen(self) -> str:
        return self.viewer.words.selected() if self.viewer.reads_as_text() else self.pages.chosen()

    def _show_copy(self, _is_any: bool) -> None:
        had_keyboard = self._page.window().focusWidget() is self.copy
        self.copy.setVisible(bool(self._chosen()))
        if had_keyboard and self.copy.isHidden():
            self.viewer.take_keyboard()

    def _on_copy(self) -> None:
        self._on_copied(self._chosen())

    def _on_copied(self, words: str) -> None:
        if words:
            copy_for_a_minute(self._page.records, words)
            self._page.said.emit(_("Copied. You can paste it for a minute. After that it is gone."))
