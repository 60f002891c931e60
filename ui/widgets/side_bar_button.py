"""A place in the side bar."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.focus_ring import paint_box, paint_focus
from ui.widgets.word_button import NARROWEST, TARGET, WordButton

_PADDING = 8
"""Above and below the words: with more, the seven doors do not fit on a screen 700 high at twice the size."""


class SideBarButton(WordButton):
    """One place in the side bar. `setChecked(True)` marks the place one is at; clicking does not."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        self._icon_name = icon
        self._here = False
        super().__init__(text, parent)

    def setChecked(self, here: bool) -> None:
        """Mark this as the place one is at. Not Qt's own check mark: that reads as a tick box aloud."""
        self._here = here
        self.setAccessibleDescription(_("You are here") if here else "")
        self.update()

    def isChecked(self) -> bool:
        """Whether this is the place one is at."""
        return self._here

    def sizeHint(self) -> QSize:
        width = self._sides() + self.wrapped().natural_width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sides() + min(self.wrapped().natural_width, theme.px(NARROWEST)), theme.px(TARGET))

    def height_in(self, width: int) -> int:
        return max(theme.px(TARGET), self.wrapped().height(width - self._sides()) + 2 * theme.px(_PADDING))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "focus_ink" if self.ring.shown else "text"
        if self.ring.shown:
            paint_focus(painter, QRectF(self.rect()))
        elif self._here or self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), "tint", None, 0)
        if self._here and not self.ring.shown:
            bar = QRectF(0, theme.px(8), theme.px(4), self.height() - 2 * theme.px(8))
            paint_box(painter, bar, "primary", None, 0, radius=2)
        icon = theme.px(theme.ICON_SIZE)
        picture = theme.pixmap(self._icon_name or "house", ink)
        painter.drawPixmap(self._before(), (self.height() - icon) // 2, picture)
        room = self.width() - self._sides()
        top = (self.height() - self.wrapped().height(room)) / 2
        left = self._before() + icon + theme.px(14)
        self.wrapped().draw(painter, left, top, room, theme.colour(ink))

    def _sides(self) -> int:
        return theme.px(14) + theme.px(theme.ICON_SIZE) + theme.px(14) + theme.px(14)

    def _before(self) -> int:
        """So far from its edge stands the picture."""
        return theme.px(14)


class PictureDoor(SideBarButton):
    """A place that takes no row of its own: its picture alone. The word is heard, and stands in its tip."""

    def __init__(self, word: str, icon: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent)
        self.setAccessibleName(word)
        self.setToolTip(_("{word} ({keys})").format(word=word, keys=keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(TARGET), theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def height_in(self, _width: int) -> int:
        return theme.px(TARGET)

    def _before(self) -> int:
        return (self.width() - theme.px(theme.ICON_SIZE)) // 2
