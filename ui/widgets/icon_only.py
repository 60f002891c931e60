"""Buttons of which only the icon is seen: where many stand on a page, and the page says once what each icon is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QToolTip

from ui.look import theme
from ui.widgets.word_button import TARGET

if TYPE_CHECKING:
    from ui.widgets.button import Button

    _Base = Button
else:
    _Base = object


def icon_side() -> int:
    """So wide and so high is such a button: large enough for a finger at every text size."""
    return theme.picture_px(TARGET)


class IconOnly(_Base):
    """Mixed into a button that has an icon, before it. Its words are heard, and shown where the mouse rests on it."""

    def event(self, event: QEvent) -> bool:
        """Not `setToolTip`: a screen reader would say the words twice."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words(), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(icon_side(), icon_side())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def height_in(self, _width: int) -> int:
        return icon_side()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        if self._icon_name is None:
            return
        side = icon_side() // 2
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.drawPixmap(left, top, icon_of(self._icon_name, ink, side))


def icon_of(name: str, ink: str, side: int) -> QPixmap:
    """An icon so many pixels wide and high."""
    return theme.pixmap(name, ink, round(side * 100 / theme.current().scale))
