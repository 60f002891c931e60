"""A room that shows one page at a time, below a bar that stays: how the keyboard, the ear and the text size follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from carer_app.sitting import RoomWords, Sitting
from carer_app.words import _
from ui.child_mode.bars import TopBar, where_words
from ui.child_mode.my_look import TEXT_SIZES
from ui.child_mode.outside import Outside
from ui.child_mode.step import RoomStep, takes_tab
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.focus_ring import something_new_is_shown
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.tab_order import follow_reading_order, in_reading_order, lie_in_reading_order
from ui.widgets.text import PlainLabel


class RoomOfPages(QWidget):
    """One page after the other; which one is up to who comes from here, as are the `words`, `outside` and `sitting`."""

    words: RoomWords
    outside: Outside
    sitting: Sitting

    def __init__(self) -> None:
        super().__init__()
        self.step: RoomStep | None = None
        self.read = ReadButton(_("Read it to me"), self._to_read, self.say, no_voice=NO_VOICE_HERE)
        self.stop = Button(_("Stop for now"))
        self.talk = Button(_("Talk to someone else"))
        self.said_here = PlainLabel("", kind="strong")
        self.said_here.hide()
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(16, 12, 16, 8))
        self.bigger = Button("")
        self.bigger.clicked.connect(self._on_size)
        self._name_size()
        self.top = TopBar(self.stop, self.talk, self.read, self.bigger)
        self._column.addWidget(self.top)
        self._column.addWidget(self.said_here)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the colours worn here, which need not be those of the window."""
        QPainter(self).fillRect(self.rect(), theme.colour("bg"))

    def show_page(self, make: Callable[[], RoomStep]) -> None:
        """Show a page; the one before it is destroyed with every word on it."""
        self.read.aloud.stop()
        before, self.step = self.step, None
        if before is not None:
            focused = before.focusWidget()
            if focused is not None:
                focused.clearFocus()  # else it would go to "Stop for now" first, and a listener would hear of that
            before.hide()
            self._column.removeWidget(before)
            before.setParent(None)
            before.deleteLater()
        self.say("")
        self.step = make()
        self.say_where()
        something_new_is_shown()
        self._column.addWidget(self.step, 1)
        self.step.show()
        follow_reading_order(self)
        lie_in_reading_order(self)
        self.focus_step()
        self.begin_reading()

    def begin_reading(self) -> None:
        """By itself, a moment later: what is new is in its place then."""
        if self.words.reads_itself and self.sitting.age_set.by == "cards":
            QTimer.singleShot(0, self, self._read_by_itself)

    def _read_by_itself(self) -> None:
        if self.isVisible():
            self.read.begin_by_itself()

    def say_where(self) -> None:
        """Which step this is, in marks and words, and for who listens."""
        if self.step is not None:
            number, of_all = self.step.where()
            self.top.show_where(number, of_all)
            self.step.setAccessibleDescription(where_words(number, of_all))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on only to what is in sight, and else down the page first: no words are passed by."""
        now = QApplication.focusWidget()
        if self.step is None or now is None or not self.isAncestorOf(now):
            return super().focusNextPrevChild(forward)
        if (aside := self.step.keys.goes_aside(now, forward)) is not None:
            aside.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        if not forward:
            return super().focusNextPrevChild(forward)
        on_page = now is self.step
        stop = self.step.first_stop() if on_page else self._after(now)
        if stop is not None and self.step.only_scrolled(stop):
            return True
        if on_page and stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def _after(self, now: QWidget) -> QWidget | None:
        """Where Tab leads from here, by the order that was set.

        Never ask `nextInFocusChain`: PySide makes each answer a child of the one before it. Parts of a page that is
        gone are then taken for parts of the page on screen, and the program ends without a word.
        """
        order = [each for each in in_reading_order(self) if each is now or takes_tab(each)]
        at = order.index(now) + 1 if now in order else len(order)
        return order[at] if at < len(order) else None

    def focus_step(self) -> None:
        """Put the keyboard where it begins on the page, whose name is heard."""
        if self.step is not None and self.isVisible():
            self.step.arrive()

    def say(self, words: str) -> None:
        """A sentence at the top, until the next page."""
        self.said_here.setText(words)
        self.said_here.setVisible(bool(words))
        if words:
            announce(self, words)

    def _on_size(self) -> None:
        """The next size up; after the biggest, the usual one."""
        now = self.outside.text_size()
        self.set_text_size(next((size for size in TEXT_SIZES if size > now), TEXT_SIZES[0]))

    def set_text_size(self, size: int) -> None:
        """In per cent of what is usual here."""
        self.outside.set_text_size(size)
        self._name_size()
        announce(self, _("The text is at {size} per cent.").format(size=self.outside.text_size()))

    def _name_size(self) -> None:
        biggest = self.outside.text_size() >= TEXT_SIZES[-1]
        self.bigger.setText(_("Usual text") if biggest else _("Bigger text"))

    def _to_read(self) -> list[PlainLabel]:
        return self.step.to_read() if self.step is not None else []
