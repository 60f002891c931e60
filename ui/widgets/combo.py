"""A drop-down list, for long lists only; under seven answers use `Choices`."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.look import theme

SAME_NAME_MS = 1500
"""Letters that come within this belong to one name. Not everybody types fast."""

NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Combo(QComboBox):
    """A drop-down list whose value the mouse wheel never changes, and where a whole name can be typed.

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.timestamp() - self._typed_at > SAME_NAME_MS:
            self._typed = ""
        is_typing = letter.isprintable() and letter and not event.modifiers() & NOT_TYPING
        if not is_typing or not (self._typed + letter).strip():
            super().keyPressEvent(event)
            return
        typed, self._typed_at = self._typed + letter.casefold(), event.timestamp()
        if not self._go_to(typed) and letter == " ":
            super().keyPressEvent(event)
            return
        self._typed = typed

    def _go_to(self, typed: str) -> bool:
        """Whether a name begins with what was typed. One letter again and again goes on to its next name."""
        same = len(set(typed)) == 1
        wanted = typed[0] if same else typed
        first = self.currentIndex() + (1 if same else 0)
        rows = [(first + step) % self.count() for step in range(self.count())]
        found = next((row for row in rows if self.itemText(row).casefold().startswith(wanted)), None)
        if found is not None and found != self.currentIndex():
            self.setCurrentIndex(found)
            self.activated.emit(found)
        return found is not None

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
