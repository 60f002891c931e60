"""What is told on a page of the room: one column between the bars, and how keys go down it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.child_mode.stage import AROUND, WIDEST
from ui.look import theme
from ui.widgets.scroll_page import PageBody

_LINE = 40


class StepBody(PageBody):
    """The column of a page: close to the bars above and below it, which stay where they are."""

    widest = WIDEST
    _keeps_place = False

    def be_wide(self, widest: int) -> None:
        """The column takes more room than on other pages, and is as wide with a scroll bar as without."""
        self.widest, self._keeps_place = widest, True
        self._set_margins()

    def _set_margins(self) -> None:
        super()._set_margins()
        around = theme.gap(AROUND)
        if self._keeps_place:
            room = min(self._room, self.width() - self.verticalScrollBar().sizeHint().width()) - 2 * around
            spare = max(0, room - theme.px(self.widest)) // 2
            for_a_bar = max(0, self._room - 2 * around - room) + spare
            self._sheet.setContentsMargins(around + spare, around, around + for_a_bar, around)
        else:
            spare = max(0, self.width() - 2 * around - theme.px(self.widest)) // 2
            self._sheet.setContentsMargins(around + spare, around, around + spare, around)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Not the scroll area's own: it goes back to what has the keyboard, also where Tab only went down the page."""
        return QWidget.focusNextPrevChild(self, forward)

    @property
    def is_longer_than_fits(self) -> bool:
        """Whether there is more of it than can be seen at once."""
        content = self.widget()
        assert content is not None
        needed, seen = content.heightForWidth(self.viewport().width()), self.viewport().height()
        return needed - seen > theme.gap(AROUND)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Up and down, by line and by page, to the top and to the end."""
        bar = self.verticalScrollBar()
        page, line = max(bar.pageStep() * 4 // 5, 1), theme.px(_LINE)
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ways = {
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Space: -page if back else page,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in ways:
            return False
        bar.setValue(bar.value() + ways[Qt.Key(key)])
        return True

    def only_scrolled(self, stop: QWidget | None = None) -> bool:
        """Go down towards this part, or else to the end, by a page at most, so that no words are passed by. True where
        one is not there yet."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        wanted = bar.maximum()
        if stop is not None:
            content = self.widget()
            assert content is not None
            top = stop.mapTo(content, QPoint(0, 0)).y()
            wanted = top + min(stop.height(), seen) - seen
        if wanted <= bar.value():
            return False
        most = bar.value() + max(seen * 4 // 5, 1)
        bar.setValue(min(wanted, most))
        return wanted > most or stop is None
