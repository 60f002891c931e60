"""Days of a count, week by week: each counted day with its number, each day left out marked. Knows no domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.focus_ring import paint_box

_CELL, _GAP, _AFTER_LABEL = 44, 4, 10
_SCHOOL_WEEK = 5


@dataclass(frozen=True, slots=True)
class StripDay:
    """One weekday: `number` counts it, None leaves it out; `says` is the whole of it in words."""

    day: date
    number: int | None
    says: str


class DayStrip(QWidget):
    """A row for each week, Monday to Friday; `week_words` name the weeks of `weeks_of`, in order, and `heads` the five
    days of a week, above them.

    A screen reader gets the same in words, as the widget's description; a page says it in a line below as well.
    """

    def __init__(
        self, days: Sequence[StripDay], week_words: Sequence[str], heads: Sequence[str], name: str
    ) -> None:
        super().__init__()
        self._days = {each.day: each for each in days}
        self._last = max(self._days)
        self._mondays = _mondays(self._days)
        self._labels, self._heads = list(week_words), list(heads)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(each.says for each in days))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._beside() + _SCHOOL_WEEK * theme.px(_CELL + _GAP), self._height())

    def minimumSizeHint(self) -> QSize:
        cell = max(self._metrics().horizontalAdvance(each) for each in (*self._heads, "20"))
        return QSize(self._beside() + _SCHOOL_WEEK * (cell + theme.px(_GAP)), self._height())

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label, gap, row = self._beside(), theme.px(_GAP), self._row()
        cell = min(theme.px(_CELL), (self.width() - label) // _SCHOOL_WEEK - gap)
        boxes = [
            QRectF(label + weekday * (cell + gap), 0, cell, row - gap) for weekday in range(_SCHOOL_WEEK)
        ]
        painter.setFont(theme.font("tag"))
        painter.setPen(theme.colour("muted"))
        for box, head in zip(boxes, self._heads, strict=True):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, head)
        for number, monday in enumerate(self._mondays):
            top = (number + 1) * row
            painter.setFont(theme.font("tag"))
            painter.setPen(theme.colour("muted"))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(0, top, label, row - gap), middle, self._labels[number])
            for weekday, box in enumerate(boxes):
                day = self._days.get(monday + timedelta(days=weekday))
                if day is not None:
                    self._paint_day(painter, box.translated(0, top), day)

    def _paint_day(self, painter: QPainter, box: QRectF, day: StripDay) -> None:
        if day.number is None:
            paint_box(painter, box, "sunken", "border", 1, radius=6, dashed=True)
            painter.setPen(QPen(theme.colour("border"), max(1, theme.px(1))))
            inset = box.adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(8))
            painter.drawLine(QPointF(inset.left(), inset.bottom()), QPointF(inset.right(), inset.top()))
            return
        is_last = day.day == self._last
        paint_box(painter, box, "primary" if is_last else "tint", "primary", 2 if is_last else 1, radius=6)
        painter.setFont(theme.font("tag"))
        painter.setPen(theme.colour("on_primary" if is_last else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.number))

    def _beside(self) -> int:
        """How much room the names of the weeks need."""
        metrics = self._metrics()
        return max(metrics.horizontalAdvance(each) for each in self._labels) + theme.px(_AFTER_LABEL)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font("tag"))

    def _height(self) -> int:
        return self._row() * (1 + len(self._mondays))

    def _row(self) -> int:
        return theme.px(36 + _GAP)


def weeks_of(days: Sequence[date]) -> list[date]:
    """The Mondays of the weeks that hold these days, in order; weeks between them too."""
    return _mondays(days)


def _mondays(days: "Sequence[date] | dict[date, StripDay]") -> list[date]:
    first, last = min(days), max(days)
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(weeks=week) for week in range((last - monday).days // 7 + 1)]
