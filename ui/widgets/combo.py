"""A drop-down list, for long lists only; under seven answers use `Choices`."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.look import theme

SAME_NAME_MS = 1500
"""Letters that come within this belong to one name. Not everybody types fast."""

FEWEST_ROWS = 3
"""Seen at once in an open list, however large the text is."""

NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Combo(QComboBox):
    """A drop-down list whose value the mouse wheel never changes, and where a whole name can be typed.

    Open, it covers no more than half of the window; the rest is scrolled to, or typed for there too.

    Qt's own search opens the list at a space, and forgets the letters before when the page takes long to follow: it
    goes by the time a key is worked on. Here it is the time it was pressed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._typed, self._typed_at = "", 0
        self.view().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_letter(event, self.currentIndex(), self._choose):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the open list a name is typed as in the closed one; it is chosen with Enter."""
        if watched is self.view() and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_letter(event, self.view().currentIndex().row(), self._point_at)
        return super().eventFilter(watched, event)

    def showPopup(self) -> None:
        height = self.view().sizeHintForRow(0)
        self.setMaxVisibleItems(max(FEWEST_ROWS, self.window().height() // 2 // max(height, 1)))
        super().showPopup()

    def _take_letter(self, event: QKeyEvent, at: int, go_to: Callable[[int], None]) -> bool:
        """Whether a key belongs to a name that is being typed; then `go_to` gets its row, where there is one."""
        letter = event.text()
        if event.timestamp() - self._typed_at > SAME_NAME_MS:
            self._typed = ""
        is_typing = letter.isprintable() and letter and not event.modifiers() & NOT_TYPING
        if not is_typing or not (self._typed + letter).strip():
            return False
        typed, self._typed_at = self._typed + letter.casefold(), event.timestamp()
        found = self._find(typed, at)
        if found is None and letter == " ":
            return False
        if found is not None and found != at:
            go_to(found)
        self._typed = typed
        return True

    def _find(self, typed: str, at: int) -> int | None:
        """The row of the name that begins with what was typed, or else has a word that does.

        One letter again and again goes on to its next name.
        """
        same = len(set(typed)) == 1
        wanted = typed[0] if same else typed
        first = at + (1 if same else 0)
        rows = [(first + step) % self.count() for step in range(self.count())]
        names = {row: self.itemText(row).casefold() for row in rows}
        begins = (row for row in rows if names[row].startswith(wanted))
        has_a_word = (row for row in rows if f" {wanted}" in names[row])
        return next(begins, next(has_a_word, None) if len(typed) > 1 else None)

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.activated.emit(row)

    def _point_at(self, row: int) -> None:
        self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), max(super().sizeHint().height(), theme.px(46)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), max(super().minimumSizeHint().height(), theme.px(46)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("focus_ink" if self.hasFocus() else "text"), max(2, theme.px(2)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        step, x, y = theme.px(5), self.width() - theme.px(24), self.height() / 2
        painter.drawPolyline(
            QPolygonF(
                [QPointF(x - step, y - step / 2), QPointF(x, y + step / 2), QPointF(x + step, y - step / 2)]
            )
        )
