"""Finding words in the paper that is read: each find marked, the next and the one before."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.paper_words import WordsAre
from carer_app.words import _
from ui.documents.paper_letters import PaperLetters
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.folding_tools import BIG
from ui.widgets.line import Line
from ui.widgets.page_viewer import PageViewer
from ui.widgets.readable_paper import Hit, ReadablePaper
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_STILL_MS, _SAY_MS = 200, 900
_WIDE, _WIDE_WHERE_BIG = 260, 150


class FindInPaper(QWidget):
    """One box, hidden until it is wanted. Looks in the pages, or in the words where one reads as text."""

    opened = Signal()
    closed = Signal()

    def __init__(self, viewer: PageViewer, pages: ReadablePaper, letters: PaperLetters) -> None:
        super().__init__()
        self._viewer, self._pages, self._letters = viewer, pages, letters
        self._hits: list[Hit] = []
        self._words_are = WordsAre.KNOWN
        self._now = -1
        self.box = Line()
        self.box.setAccessibleName(_("Find in this paper"))
        self.box.setPlaceholderText(_("Find in this paper"))
        self.before = Button(_("The one before"), icon="arrow-up")
        self.next = Button(_("Next"), name=_("Next find"), icon="arrow-down")
        self.close_it = Button(_("Close"), name=_("Close this search"), icon="x")
        self.told = PlainLabel("", kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.box, self.before, self.next, self.close_it, self.told))
        self._soon = self._timer(_STILL_MS, self._look_anew)
        self._say_soon = self._timer(_SAY_MS, lambda: announce(self, self.told.words()))
        self._begin_at = 0
        self.box.textEdited.connect(self._on_typed)
        self.next.clicked.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.close_it.clicked.connect(self.leave)
        letters.came.connect(self._on_letters)
        self.follow_look()
        self.hide()

    def follow_look(self) -> None:
        """The look changed: its buttons stand beside the box."""
        self.box.setMaximumWidth(theme.px(_WIDE_WHERE_BIG if theme.px(100) >= BIG else _WIDE))

    def begin(self, words: str = "", page: int = 0) -> None:
        """Show the box with these words in it, or with what was looked for before; the first find is from `page` on."""
        self._begin_at = page
        was_hidden = self.isHidden()
        self.show()
        if words:
            self.box.setText(words)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        if was_hidden:
            self.opened.emit()
        if not self._viewer.reads_as_text():
            self._letters.want_all()
        self._look_anew()

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody types here."""
        return self.window().focusWidget() is self.box

    def say_words_are(self, words: WordsAre) -> None:
        """Whether the words in its pictures are known too: where they are not, nothing found is no proof."""
        if words != self._words_are:
            self._words_are = words
            if not self.isHidden():
                self._mark()

    def step(self, by: int) -> None:
        """The next find (1), or the one before (-1); after the last comes the first."""
        if self.isHidden():
            self.begin()
            return
        if self._soon.isActive():
            self._look_anew()
        elif self._hits:
            self._now = (self._now + by) % len(self._hits)
            self._mark()

    def leave(self) -> None:
        """Nothing is marked any more."""
        if self.isHidden():
            return
        self._hits, self._now = [], -1
        self._mark()
        self.hide()
        self.closed.emit()

    def look_again(self) -> None:
        """Where one reads changed: as pages, or as text."""
        if self.isVisible():
            self.begin()

    def _on_typed(self, _typed: str) -> None:
        self._begin_at = 0
        self._soon.start()

    def _look_anew(self) -> None:
        self._soon.stop()
        page = self._begin_at or self._viewer.page()
        self._look(lambda hits: next((at for at, hit in enumerate(hits) if hit[0] >= page), 0))

    def _look(self, begin_at: Callable[[list[Hit]], int]) -> None:
        """`begin_at` says which of the finds is brought into sight."""
        typed = self.box.text()
        if self._viewer.reads_as_text():
            self._hits = [(0, *hit) for hit in self._viewer.words.find_all(typed)]
            self._now = 0 if self._hits else -1
        else:
            self._hits = [
                (number, *hit)
                for number in range(1, self._pages.count() + 1)
                if (letters := self._letters.of(number)) is not None
                for hit in letters.find(typed)
            ]
            self._now = begin_at(self._hits) if self._hits else -1
        self._mark()

    def _on_letters(self) -> None:
        """More pages are known: what is looked at stays."""
        if self.isHidden() or self._viewer.reads_as_text():
            return
        now = self._hits[self._now] if 0 <= self._now < len(self._hits) else None
        if now is None or now[0] < self._begin_at:
            self._look_anew()
        else:
            self._look(lambda hits: hits.index(now) if now in hits else 0)

    def _mark(self) -> None:
        if self._viewer.reads_as_text():
            self._viewer.words.mark([hit[1:] for hit in self._hits], self._now)
            self._pages.mark((), -1)
        else:
            self._pages.mark(self._hits, self._now)
            self._viewer.words.mark((), -1)
        self.told.setText(self._said())
        self.told.setVisible(bool(self.told.words()))
        for button in (self.before, self.next):
            button.setEnabled(bool(self._hits))
        if self.told.words():
            self._say_soon.start()

    def _said(self) -> str:
        typed, count = self.box.text().strip(), len(self._hits)
        if not typed:
            return ""
        still = not self._viewer.reads_as_text() and self._letters.missing() > 0
        if not count:
            if still:
                return _("Looking…")
            if self._words_are == WordsAre.TO_BE_READ:
                return _("Nothing has “{typed}” so far. Some words are still being read.").format(typed=typed)
            if self._words_are == WordsAre.NOT_READ:
                return _(
                    "Nothing has “{typed}” where the words are known. In some pictures they are not."
                ).format(typed=typed)
            return _("Nothing in this paper has “{typed}”.").format(typed=typed)
        words = _("{number} of {count}").format(number=self._now + 1, count=count)
        if not self._viewer.reads_as_text():
            words = _("{number} of {count}, on page {page}").format(
                number=self._now + 1, count=count, page=self._hits[self._now][0]
            )
        return _("{found}. Still looking…").format(found=words) if still else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.has_keyboard:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer
