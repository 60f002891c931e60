"""A chair at the table, with who sits on it: a head and shoulders without a face. The name lies on the table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen

from carer_app.seats import ME
from carer_app.sitting import capital
from ui.look import theme
from ui.widgets.focus_ring import paint_box, paint_ring
from ui.widgets.word_button import TARGET, WordButton

_FIGURE = 48
_AROUND = 6
_NARROWEST = 88
_LEAST_NAME = 24


class Chair(WordButton):
    """Pressed, somebody sits down on it, or gets up. "Me" looks like nobody else, in every look and without colour."""

    def __init__(self, is_above: bool) -> None:
        """`is_above`: it stands behind the table, else in front of it."""
        self._is_me, self._is_above = False, is_above
        super().__init__("")

    def seat(self, who: str) -> None:
        """Who sits here; "" where nobody does."""
        self._is_me = who == ME
        self.setText(capital(who))

    def sizeHint(self) -> QSize:
        words = self.wrapped().natural_width + 2 * theme.padding(_AROUND)
        width = max(words, theme.picture_px(_NARROWEST), theme.px(TARGET))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(TARGET), self.heightForWidth(self.sizeHint().width()))

    def height_in(self, width: int) -> int:
        words = self.wrapped().height(width - 2 * theme.padding(_AROUND))
        return figure_high() + max(words, theme.picture_px(_LEAST_NAME)) + theme.padding(_AROUND)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, around = theme.picture_px(_FIGURE), theme.padding(_AROUND)
        top = around if self._is_above else self.height() - side
        box = QRectF((self.width() - side) / 2, top, side, side)
        self._paint_chair(painter, box)
        if self.words():
            self._paint_person(painter, box)
        room = self.width() - 2 * around
        used, high = self.wrapped().used_width(room), self.wrapped().height(room)
        card = (self.height() - figure_high() - high) // 2 + (figure_high() if self._is_above else 0)
        self.wrapped().draw(painter, (self.width() - used) / 2, card, room, theme.colour("text"))
        if self.ring.shown:
            paint_ring(painter, QRectF(self.rect()))

    def _paint_chair(self, painter: QPainter, box: QRectF) -> None:
        lit = self.underMouse() or self.isDown()
        width = box.width()
        back = QRectF(box.x() + 0.08 * width, box.y() + 0.26 * width, 0.84 * width, 0.66 * width)
        paint_box(painter, back, "tint" if lit else "surface", "text" if lit else "border", 2)
        pen = QPen(theme.colour("border"), 3)
        painter.setPen(pen)
        for left in (back.left() + 0.12 * width, back.right() - 0.12 * width):
            painter.drawLine(QPointF(left, back.bottom()), QPointF(left, box.bottom()))

    def _paint_person(self, painter: QPainter, box: QRectF) -> None:
        width, foot = box.width(), box.y() + 0.92 * box.width()
        body = QPainterPath(QPointF(box.x() + 0.2 * width, foot))
        body.cubicTo(
            QPointF(box.x() + 0.2 * width, box.y() + 0.42 * width),
            QPointF(box.x() + 0.8 * width, box.y() + 0.42 * width),
            QPointF(box.x() + 0.8 * width, foot),
        )
        body.closeSubpath()
        painter.setPen(QPen(theme.colour("text"), theme.px(2)))
        painter.setBrush(theme.colour("primary" if self._is_me else "tint"))
        painter.drawPath(body)
        painter.drawEllipse(QPointF(box.x() + width / 2, box.y() + 0.26 * width), 0.22 * width, 0.22 * width)


def figure_high() -> int:
    """So much of a chair does not reach over the table."""
    return theme.picture_px(_FIGURE) + theme.padding(_AROUND)
