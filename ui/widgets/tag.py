"""A tag: how something stands, said by an icon and a word, never by colour alone."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.focus_ring import paint_box
from ui.widgets.natural_width import keep_natural_width
from ui.widgets.wrapped_text import WrappedText

Kind = Literal["over", "warn", "ok", "info", "later"]
ICONS: dict[str, str] = {
    "over": "circle-alert",
    "warn": "clock",
    "ok": "circle-check",
    "info": "info",
    "later": "hourglass",
}
_ICON = 18
_WIDEST = 420


class Tag(QLabel):
    """A word or two with an icon on a coloured ground. Without `icon`, the usual one of its kind."""

    _block: WrappedText | None = None
    _hint: QSize | None = None
    _least: QSize | None = None
    is_quiet = False
    """Without a ground, in quiet ink: where many stand beneath each other, and this one asks for nothing."""

    def __init__(self, text: str, kind: Kind, icon: str | None = None, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_as(text, kind, icon)

    def show_as(self, text: str, kind: Kind, icon: str | None = None) -> None:
        """Say something else."""
        self._words, self.kind, self._icon_name = text, kind, icon or ICONS[kind]
        super().setText(text)
        self._restyle()

    def words(self) -> str:
        """The words as given."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the same few widths many times over."""
        if width not in self._heights:
            room = min(width, self._natural_width()) - self._sides()
            self._heights[width] = self._wrapped().height(room) + 2 * theme.px(4)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        if self._hint is None:
            width = self._natural_width()
            self._hint = QSize(width, self.heightForWidth(width))
        return QSize(self._hint)

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            width = self._sides() + min(self._wrapped().natural_width, theme.px(60))
            self._least = QSize(width, self._wrapped().height(1e6) + 2 * theme.px(4))
        return QSize(self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "muted" if self.is_quiet else self.kind
        if not self.is_quiet:
            paint_box(painter, QRectF(self.rect()), f"{self.kind}_bg", self.kind, 1, radius=6)
        icon = theme.px(_ICON)
        room = self.width() - self._sides()
        top = (self.height() - self._wrapped().height(room)) / 2
        first_line = min(self.height(), self._wrapped().height(1e6) + 2 * theme.px(4))
        painter.drawPixmap(theme.px(8), (first_line - icon) // 2, theme.pixmap(self._icon_name, ink, _ICON))
        left = theme.px(8) + icon + theme.px(6)
        self._wrapped().draw(painter, left, top, room, theme.colour(ink))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_natural_width(self)

    def follow_look(self) -> None:
        """The look changed."""
        self._restyle()

    def _restyle(self) -> None:
        self._block = self._hint = self._least = None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _wrapped(self) -> WrappedText:
        if self._block is None:
            self._block = WrappedText(self._words, theme.font("tag"), theme.LINE_HEIGHT["tag"])
        return self._block

    def _natural_width(self) -> int:
        return min(self._sides() + self._wrapped().natural_width, theme.px(_WIDEST))

    def _sides(self) -> int:
        return theme.px(8) + theme.px(_ICON) + theme.px(6) + theme.px(10)
