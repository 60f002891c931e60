"""What a tick box and a radio row share: the whole row can be pressed, and its mark is plain to see."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter

from ui.look import theme
from ui.widgets.focus_ring import paint_box, paint_ring
from ui.widgets.worded import Worded
from ui.widgets.wrapped_text import MarkedStretch, WrappedText

MARK = 26
_PAD = 8
_SIDE = 8
_GAP = 12
_WIDEST = 620
MARK_AND_GAPS = _SIDE + MARK + _GAP
"""So far from its edge (100 % pixels) the words of such a row begin."""


class MarkedRow(Worded):
    """Mixed into QCheckBox and QRadioButton, before them."""

    _looked_for: tuple[int, int] = (0, 0)

    def mark(self, start: int, length: int) -> None:
        """Show that this part of the words was looked for; none where `length` is 0."""
        self._looked_for = (start, length)
        self.update()

    def marked(self) -> str:
        """The words that are marked; empty where none are."""
        start, length = self._looked_for
        return self._words[start : start + length]

    def height_in(self, width: int) -> int:
        return max(theme.px(44), self._wrapped().height(self._text_width(width)) + 2 * theme.px(_PAD))

    def restyle(self) -> None:
        self._hint: QSize | None = None
        self._least: QSize | None = None
        super().restyle()

    def sizeHint(self) -> QSize:
        if self._hint is None:
            width = min(self._wrapped().natural_width, theme.px(_WIDEST)) + self._sides()
            self._hint = QSize(width, self.heightForWidth(width))
        return QSize(self._hint)

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            width = self._sides() + min(self._wrapped().natural_width, theme.px(80))
            self._least = QSize(width, theme.px(44))
        return QSize(self._least)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def plain(self) -> bool:
        """Not switched off."""
        return self.isEnabled()

    def paint_row(self, painter: QPainter) -> str:
        """Ground, ring and words; gives back the ink colour for the mark. The ring leaves the mark as it is."""
        ink = "text" if self.isEnabled() else "muted"
        if self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), "tint", None, 0)
        if self.ring.shown:
            paint_ring(painter, QRectF(self.rect()))
        width = self._text_width(self.width())
        top = max(0.0, (self.height() - self._wrapped().height(width)) / 2)
        left = theme.px(MARK_AND_GAPS)
        start, length = self._looked_for
        # The whole row stands on the ring's colour where it has the keyboard: a mark would not be seen there.
        marks = [MarkedStretch(start, length, theme.colour("focus_bg"), theme.colour("focus_ink"))]
        shown = marks if length and not self.ring.shown else []
        self._wrapped().draw(painter, left, top, width, theme.colour(ink), *shown)
        return ink

    def mark_box(self) -> QRectF:
        """Where the tick box or radio lies: beside the first line."""
        size = theme.px(MARK)
        return QRectF(theme.px(_SIDE), (theme.px(44) - size) / 2, size, size)

    def _wrapped(self) -> WrappedText:
        if self._block is None:
            self._block = WrappedText(self._words, theme.font("body"), theme.LINE_HEIGHT["body"])
        return self._block

    def _sides(self) -> int:
        return theme.px(_SIDE) * 2 + theme.px(MARK) + theme.px(_GAP)

    def _text_width(self, width: int) -> int:
        return min(width - self._sides(), theme.px(_WIDEST))
