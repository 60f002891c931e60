"""A word with its drawing beside it, to take or to leave: low, so that several lines of them have room."""

from pathlib import Path

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.widgets.picture import PictureButton, paint_drawing
from ui.widgets.word_button import TARGET

_SIZE = 28
_AROUND, _BETWEEN = 8, 8


class PictureWord(PictureButton):
    """Pressed it is taken, which a tick on its picture shows; pressed again it is let go."""

    _is_centred = False

    def __init__(self, text: str, drawing: Path, parent: QWidget | None = None) -> None:
        super().__init__(text, drawing, size=_SIZE, stays=True, parent=parent)

    def sizeHint(self) -> QSize:
        width = self._beside() + self.wrapped().natural_width + theme.padding(_AROUND)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def height_in(self, width: int) -> int:
        words = self.wrapped().height(width - self._beside() - theme.padding(_AROUND))
        inside = max(words, theme.picture_px(self._size))
        return max(theme.padding(TARGET), inside + 2 * theme.padding(_AROUND))

    def _beside(self) -> int:
        """So much of its width is before the words."""
        return theme.padding(_AROUND) + theme.picture_px(self._size) + theme.padding(_BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), theme.picture_px(self._size)
        self.paint_ground(painter)
        left, top = theme.padding(_AROUND), (self.height() - size) // 2
        if self._drawing is not None:
            paint_drawing(painter, self._drawing, left, top, size)
        if self.isChecked():
            self.paint_tick(
                painter, QPointF(left + size - theme.picture_px(18), top + size - theme.picture_px(18)), 18
            )
        room = self.width() - self._beside() - theme.padding(_AROUND)
        above = (self.height() - self.wrapped().height(room)) / 2
        self.wrapped().draw(painter, self._beside(), above, room, theme.colour("text"))
