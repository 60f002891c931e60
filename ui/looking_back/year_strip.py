"""A school year as a strip on screen: the same picture as on paper, in the colours of the look."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.paper.content.year_drawn import MarkedDay, YearBand, YearDrawn, YearMark
from ui.look import theme

_SIDE, _BAND, _MONTH = 24, 20, 24
_LEAST = 320


class YearStrip(QWidget):
    """Draws one year. A screen reader hears its title, and then every day of it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._year: YearDrawn | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, year: YearDrawn) -> None:
        """Draw this one."""
        if year == self._year:
            return
        self._year = year
        self.setAccessibleName(year.title)
        self.setAccessibleDescription(" ".join(year.words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._rows(width)) * theme.px(_SIDE + 2) + theme.px(_BAND + _MONTH + 6)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LEAST), self.heightForWidth(max(self.width(), theme.px(_LEAST))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(_BAND + _MONTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._year is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._rows(self.width())
        top = len(rows) * theme.px(_SIDE + 2) + theme.px(3)
        band = QRectF(0.5, top, self.width() - 1, theme.px(_BAND))
        self._paint_bands(painter, band, self._year)
        self._paint_months(painter, band, self._year)
        for number, row in enumerate(rows):
            middle = top - theme.px(3) - (number + 0.5) * theme.px(_SIDE + 2)
            for each in row:
                self._paint_mark(painter, each, QPointF(self._across(each), middle))
        painter.end()

    def _rows(self, width: int) -> tuple[tuple[MarkedDay, ...], ...]:
        return self._year.rows_of_marks(theme.px(_SIDE + 3) / max(1, width)) if self._year else ()

    def _across(self, each: MarkedDay) -> float:
        """The middle of a mark: on its day, but never over an end of the strip."""
        assert self._year is not None
        half = theme.px(_SIDE) / 2 + 1
        return min(max(self._year.place(each.on) * self.width(), half), self.width() - half)

    def _paint_bands(self, painter: QPainter, band: QRectF, year: YearDrawn) -> None:
        edge = QPen(theme.colour("border"), 1)
        painter.setPen(edge)
        painter.setBrush(theme.colour("surface"))
        painter.drawRect(band)
        painter.setBrush(theme.colour("tint"))
        for start, end in year.bands(YearBand.TERM):
            painter.drawRect(_part(band, start, end))
        for start, end in year.bands(YearBand.OUT):
            box = _part(band, start, end)
            box.setWidth(max(box.width(), theme.px(4)))
            painter.setBrush(theme.colour("surface"))
            painter.drawRect(box)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.save()
            painter.setClipRect(box)
            painter.setPen(QPen(theme.colour("text"), theme.px(2)))
            at = box.left() - box.height()
            while at < box.right():
                painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
                at += theme.px(6)
            painter.restore()
            painter.drawRect(box)

    def _paint_months(self, painter: QPainter, band: QRectF, year: YearDrawn) -> None:
        painter.setFont(theme.font("tag"))
        below = band.bottom()
        width = band.width() / 12
        fits = painter.fontMetrics().horizontalAdvance("May") + theme.px(6) <= width
        for number, (at, name) in enumerate(year.months()):
            left = at * band.width()
            painter.setPen(QPen(theme.colour("hair"), 1))
            painter.drawLine(QPointF(left, band.top()), QPointF(left, below + theme.px(6)))
            if fits or number % 3 == 0:
                painter.setPen(theme.colour("muted"))
                box = QRectF(left + theme.px(3), below, width * (1 if fits else 3), theme.px(_MONTH))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if year.today is not None:
            now = year.place(year.today) * band.width()
            painter.setPen(QPen(theme.colour("text"), theme.px(2)))
            painter.drawLine(QPointF(now, band.top() - theme.px(3)), QPointF(now, below + theme.px(3)))

    def _paint_mark(self, painter: QPainter, each: MarkedDay, middle: QPointF) -> None:
        ink, ground = theme.colour("text"), theme.colour("surface")
        painter.setPen(QPen(ink, theme.px(2)))
        painter.setBrush(ground if each.ahead else ink)
        half = theme.px(_SIDE) / 2 - 1
        _SHAPES[each.mark](painter, middle, half)
        painter.setPen(ink if each.ahead else ground)
        font = theme.font("tag")
        font.setBold(True)
        font.setPixelSize(max(8, int(half * 1.2)))
        painter.setFont(font)
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, each.mark.value)


def _part(band: QRectF, start: float, end: float) -> QRectF:
    return QRectF(band.left() + start * band.width(), band.top(), (end - start) * band.width(), band.height())


def _circle(painter: QPainter, middle: QPointF, half: float) -> None:
    painter.drawEllipse(middle, half, half)


def _square(painter: QPainter, middle: QPointF, half: float) -> None:
    painter.drawRect(QRectF(middle.x() - half * 0.9, middle.y() - half * 0.9, half * 1.8, half * 1.8))


def _corners(
    corners: tuple[tuple[float, float], ...], painter: QPainter, middle: QPointF, half: float
) -> None:
    painter.drawPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))


_FLAG = ((-1.0, -0.95), (1.0, -0.95), (1.0, 0.35), (0.0, 1.05), (-1.0, 0.35))
_PAGE = ((-0.75, -1.05), (0.35, -1.05), (0.75, -0.65), (0.75, 1.05), (-0.75, 1.05))
_BADGE = ((-0.55, -0.95), (0.55, -0.95), (1.1, 0.0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0.0))
_DIAMOND = ((0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0))
_SHAPES: dict[YearMark, Callable[[QPainter, QPointF, float], None]] = {
    YearMark.MEETING: _circle,
    YearMark.DUE: partial(_corners, _FLAG),
    YearMark.REVIEW: _square,
    YearMark.MOVE: partial(_corners, _DIAMOND),
    YearMark.REPORT: partial(_corners, _PAGE),
    YearMark.CERTIFICATE: partial(_corners, _BADGE),
}
"""The same shapes as on paper; in halves of a mark, counted down."""
