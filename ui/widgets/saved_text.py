"""A text box that saves while one types, so that nothing typed is ever lost."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from ui.look import theme
from ui.widgets.redo_key import is_redone
from ui.widgets.scroll_page import bring_into_view

PAUSE_MS = 400
MOST_MS = 1000
_TALLEST_LINES = 24
_EDGE = 5
"""The edge and the room inside it, as the style sheet draws them, and a pixel for what was rounded."""


class SavedText(QPlainTextEdit):
    """Calls `save(text)` 400 ms after the last key, each second while typing, and on leaving the box.

    It grows with its text, to `tallest` lines. With `lines=1` it takes no line breaks. If `save` raises, the text
    stays in the box as not yet saved and is tried again at the next key or on leaving.
    """

    saved = Signal()
    pasted = Signal()
    """A text came into the box at once."""

    def __init__(
        self,
        save: Callable[[str], None],
        lines: int = 3,
        parent: QWidget | None = None,
        tallest: int = _TALLEST_LINES,
    ) -> None:
        self._save = save
        self._lines, self._tallest = lines, tallest
        self._unsaved = False
        self._showing = False
        self._stored = ""
        self._passage: list[QTextEdit.ExtraSelection] = []
        self._beside: Sequence[QTextEdit.ExtraSelection] = ()
        self.offer: Callable[[QContextMenuEvent], bool] | None = None
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = self._timer(PAUSE_MS, self.flush)
        self._most = self._timer(MOST_MS, self.flush)
        self.document().setDocumentMargin(theme.px(10))
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._regrow)
        self._follow = self._timer(0, self._follow_cursor)
        self.cursorPositionChanged.connect(self._follow.start)

    def text(self) -> str:
        """What is in the box."""
        return self.toPlainText()

    def mark(self, start: int, length: int) -> None:
        """Show that this part was looked for; none where `length` is 0. Nothing is selected: a key replaces no word."""
        self._passage = []
        if length:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(theme.colour("focus_bg"))
            look.setForeground(theme.colour("focus_ink"))
            mark.cursor, mark.format = cursor, look
            self._passage = [mark]
        self.setExtraSelections(self._beside)

    def marked(self) -> str:
        """The words that are marked as looked for; empty where none are."""
        return self._passage[0].cursor.selectedText() if self._passage else ""

    def setExtraSelections(self, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Marks of spelling stand beside what was looked for."""
        self._beside = marks
        super().setExtraSelections([*marks, *self._passage])

    def unsaved(self) -> bool:
        """Whether something typed waits to be saved."""
        return self._unsaved

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self._pause.stop()
        self._most.stop()
        if not self._unsaved:
            return
        text = self.text()
        self._save(text)
        self._stored = text
        self._unsaved = self.text() != text
        self.saved.emit()

    def show_stored(self, text: str) -> None:
        """Show what the records say, unless something typed waits to be saved; the cursor stays."""
        if self._unsaved or text == self.text():
            return
        if self.hasFocus() and text.strip() == self.text().strip():
            return
        self._showing = True
        at = self.textCursor().position()
        self._stored = text
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._showing = False

    def add_words(self, words: str) -> None:
        """Put these words at the end, as if typed."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = self.text()
        if before and not before[-1].isspace():
            words = " " + words if before[-1] in ",;.!?:" else ", " + words
        cursor.insertText(words)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self._height())

    def event(self, event: QEvent) -> bool:
        return is_redone(self, event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        finished = self._lines == 1 or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if finished and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if self._lines == 1:
            text = " ".join(text.split("\n"))
        self.textCursor().insertText(text)
        self.ensureCursorVisible()
        self.pasted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """`offer` may show a menu of its own, and then answers True."""
        if self.offer is None or not self.offer(event):
            super().contextMenuEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() == bar.minimum() or not self.hasFocus():
            event.ignore()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._regrow()

    def follow_look(self) -> None:
        """The look changed."""
        self.document().setDocumentMargin(theme.px(10))
        self._regrow()

    def _typed(self) -> None:
        self._regrow()
        # Qt also reports a change when only the look changed: that is not typing.
        if self._showing or (not self._unsaved and self.text() == self._stored):
            return
        self._unsaved = True
        self._pause.start()
        if not self._most.isActive():
            self._most.start()

    def _follow_cursor(self) -> None:
        """The box grew below the edge of the window, or the cursor went where one has not scrolled to."""
        if self.hasFocus() and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring_into_view(self)

    def _timer(self, ms: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(do)
        return timer

    def _height(self) -> int:
        rows = min(max(self._lines, math.ceil(self.document().size().height())), self._tallest)
        around = 2 * self.document().documentMargin() + 2 * _EDGE
        return max(
            theme.px(46), math.ceil(rows * math.ceil(QFontMetricsF(self.font()).lineSpacing()) + around)
        )

    def _regrow(self) -> None:
        long = self.document().size().height() > self._tallest
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()
