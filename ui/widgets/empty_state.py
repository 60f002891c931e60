"""What a page shows when there is nothing yet: a small picture, one sentence, one button."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.focus_ring import paint_box
from ui.widgets.text import PlainLabel

_CIRCLE = 88
_DRAWING = 40


class EmptyState(QWidget):
    """Never a blank area: `icon` is a Lucide name."""

    def __init__(
        self, icon: str, sentence: str, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 12, 0, 12))
        column.addWidget(_Picture(icon))
        self.sentence = PlainLabel(sentence)
        column.addWidget(self.sentence)
        if button is not None:
            column.addWidget(button)


class _Picture(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_CIRCLE), theme.px(_CIRCLE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = theme.px(_CIRCLE)
        edge = "border" if theme.current().colours == "contrast" else None
        paint_box(painter, QRectF(0, 0, size, size), "tint", edge, 2, radius=_CIRCLE / 2)
        inset = (size - theme.px(_DRAWING)) // 2
        painter.drawPixmap(inset, inset, theme.pixmap(self._icon, "link", _DRAWING))

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
