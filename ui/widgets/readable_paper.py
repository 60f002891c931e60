"""The pages of a paper that is read: turned, with what was found marked, and with words chosen to be copied."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent

from ui.look import theme
from ui.widgets.letters_seen import LettersSeen
from ui.widgets.page_pictures import Draw
from ui.widgets.paper_sheet import PaperSheet
from ui.widgets.paper_stack import PaperStack

_ROOM = 80

Hit = tuple[int, int, int]
"""A page and the letters on it: from the first to behind the last."""


class ReadablePaper(PaperStack):
    """`letters` gives those of a page, or None while they are not known. `copied` carries words to paste elsewhere.

    `zoom_wanted` is 1 for bigger and -1 for smaller.
    """

    copied = Signal(str)
    chosen_changed = Signal(bool)
    zoom_wanted = Signal(int)

    def __init__(self, draw: Draw, letters: Callable[[int], LettersSeen | None]) -> None:
        super().__init__(draw)
        self._letters = letters
        self._turns = 0
        self._hits: Sequence[Hit] = ()
        self._now: Hit | None = None
        self._from: tuple[int, int] | None = None
        self._chosen: Hit | None = None

    def show_pages(self, pages: Sequence[tuple[float, float, str | None]], in_place: bool = False) -> None:
        super().show_pages(pages, in_place)
        self._hits, self._now, self._chosen = (), None, None
        for sheet in self._sheets:
            sheet.setCursor(Qt.CursorShape.IBeamCursor)
            sheet.turn(self._turns)
        self._lay_out()

    # Turned

    def turns(self) -> int:
        """How many quarters to the right all pages are turned."""
        return self._turns

    def turn_to(self, turns: int) -> None:
        """Turn all pages; the page that is read stays."""
        number, self._turns = self.page(), turns % 4
        for sheet in self._sheets:
            sheet.turn(self._turns)
        self._lay_out()
        self.go_to(number)

    # Found

    def mark(self, hits: Sequence[Hit], now: int) -> None:
        """Mark what was found, and bring one of it into sight; none where `now` is below 0."""
        self._hits = hits
        self._now = hits[now] if 0 <= now < len(hits) else None
        self.mark_again()
        if self._now is not None:
            self._bring(self._now)

    def bring_again(self) -> None:
        """There is more or less room now: what was brought into sight stays there."""
        if self._now is not None and self.page() == self._now[0]:
            self._bring(self._now)

    def mark_again(self) -> None:
        """Once more letters are known."""
        for sheet in self._sheets:
            mine = [hit for hit in self._hits if hit[0] == sheet.number]
            sheet.show_hits(
                [rect for hit in mine if hit != self._now for rect in self._rects(hit)],
                self._rects(self._now) if self._now is not None and self._now in mine else (),
            )

    def _bring(self, hit: Hit) -> None:
        rects, sheet = self._rects(hit), self._sheet(hit[0])
        if not rects:
            self.go_to(hit[0])
            return
        at = sheet.on_screen(rects[0]).center() + QPointF(sheet.pos())
        bar, high = self.verticalScrollBar(), self._high_seen()
        seen = bar.value() + high // 8 <= at.y() <= bar.value() + high * 7 // 8
        if not seen or self.page() != hit[0]:
            bar.setValue(round(at.y()) - high // 3)  # where the page that is read begins to count
        self.ensureVisible(round(at.x()), round(at.y()), theme.px(_ROOM), 0)

    def _high_seen(self) -> int:
        """How much of it is in sight: the page that it stands on may go on beneath the window, or beneath a message."""
        high = self.viewport().height()
        seen: int = self.visibleRegion().boundingRect().bottom() + 1
        return min(high, seen) if seen > 0 else high

    def _rects(self, hit: Hit) -> list[QRectF]:
        letters = self._letters(hit[0])
        return letters.rects(hit[1], hit[2]) if letters is not None else []

    # Chosen, to be copied

    def chosen(self) -> str:
        """The words that are chosen."""
        letters = self._letters(self._chosen[0]) if self._chosen is not None else None
        return letters.words(*self._chosen[1:]) if letters is not None and self._chosen is not None else ""

    def choose(self, hit: Hit | None) -> None:
        """These words, or none."""
        self._chosen = hit
        for sheet in self._sheets:
            sheet.show_chosen(self._rects(hit) if hit is not None and hit[0] == sheet.number else ())
        self.chosen_changed.emit(bool(self.chosen()))

    def choose_page(self) -> None:
        """All words of the page that is looked at."""
        letters = self._letters(self.page())
        if letters is not None and letters.said:
            self.choose((self.page(), 0, len(letters.said)))

    def copy(self) -> None:
        """Whoever hears `copied` takes them where they can be pasted."""
        if words := self.chosen():
            self.copied.emit(words)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._letter_at(event.position().toPoint())
            self.choose(None)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        number, first = self._from
        there = self._nearest(self._sheet(number), event.position().toPoint())
        if there is not None:
            self.choose((number, min(first, there), max(first, there) + 1))
        self.ensureVisible(*self._on_ground(event.position().toPoint()).toTuple(), 20, 20)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._letter_at(event.position().toPoint())
        letters = self._letters(found[0]) if found is not None else None
        if found is not None and letters is not None:
            self.choose((found[0], *letters.word_at(found[1])))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_page()
        else:
            super().keyPressEvent(event)

    def _letter_at(self, at: QPoint) -> tuple[int, int] | None:
        sheet = next((each for each in self._sheets if each.geometry().contains(self._on_ground(at))), None)
        letter = self._nearest(sheet, at) if sheet is not None else None
        return (sheet.number, letter) if sheet is not None and letter is not None else None

    def _nearest(self, sheet: PaperSheet, at: QPoint) -> int | None:
        letters = self._letters(sheet.number)
        on_sheet = QPointF(self._on_ground(at) - sheet.pos())
        return letters.nearest(sheet.on_page(on_sheet)) if letters is not None else None

    def _on_ground(self, at: QPoint) -> QPoint:
        return self._ground.mapFrom(self.viewport(), at)
