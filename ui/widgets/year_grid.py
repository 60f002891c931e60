"""A year drawn month by month, a small box for each day; what a day is is said by its letter, not by colour alone."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.focus_ring import paint_box

_BOX, _GAP, _LABEL = 17, 2, 54
_DAYS = 31
_DOT = 3
_ROOM_FOR_ALL = 14
"""The narrowest column, at 100 %, above which a number of two figures can still be read."""
_LETTER, _AS_HIGH = 11, 1.3
"""A letter grows with the text also where the columns do not, as long as it fits between the sides of its box."""
_SOME_DAYS = (1, 5, 10, 15, 20, 25, 30)


class YearGrid(QWidget):
    """`kinds` says for each day "open", "off", "weekend", "unknown" or a kind that has a letter in `letters`.

    The numbers of the days stand once, above the months.
    Nothing is drawn for a weekend, and a dot for an unknown day. A screen reader gets `words`.
    """

    def __init__(
        self,
        kinds: Mapping[date, str],
        letters: Mapping[str, str],
        months: Mapping[int, str],
        name: str,
        words: str,
    ) -> None:
        super().__init__()
        self._letters, self._months = dict(letters), dict(months)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_kinds(kinds, words)

    def show_kinds(self, kinds: Mapping[date, str], words: str) -> None:
        """Draw these days instead."""
        self._kinds = dict(kinds)
        self._rows = sorted({(day.year, day.month) for day in kinds})
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LABEL + _DAYS * (_BOX + _GAP)), self._row() * (1 + len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self._row() * (1 + len(self._rows)))

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label, step = theme.px(_LABEL), self._step()
        small = self._small(step)
        self._paint_numbers(painter)
        for row, (year, month) in enumerate(self._rows, start=1):
            top = row * self._row()
            painter.setFont(theme.font("tag"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                QRectF(0, top, label, self._row()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self._months[month],
            )
            painter.setFont(small)
            for day in (each for each in self._kinds if (each.year, each.month) == (year, month)):
                box = QRectF(label + (day.day - 1) * step, top + 1, step - theme.px(_GAP), self._row() - 2)
                self._paint_day(painter, box, self._kinds[day])

    def numbers(self) -> tuple[int, ...]:
        """The days whose numbers there is room for: each of them, or every fifth where the columns are narrow."""
        every = self._step() >= theme.px(_ROOM_FOR_ALL)
        return tuple(range(1, _DAYS + 1)) if every else _SOME_DAYS

    def _step(self) -> float:
        """How wide a day is with the gap after it."""
        return min(float(theme.px(_BOX + _GAP)), (self.width() - theme.px(_LABEL)) / _DAYS)

    def _paint_numbers(self, painter: QPainter) -> None:
        label, step = theme.px(_LABEL), self._step()
        numbers = self.numbers()
        all_of_them = len(numbers) == _DAYS
        wide = step if all_of_them else 5 * step
        painter.setFont(self._small(step) if all_of_them else theme.font("tag"))
        painter.setPen(theme.colour("muted"))
        for day in numbers:
            middle = label + (day - 0.5) * step - theme.px(_GAP) / 2
            box = QRectF(middle - wide / 2, 0, wide, self._row())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day))

    def _small(self, step: float) -> QFont:
        small = QFont(theme.font("tag"))
        fits = (step - theme.px(_GAP)) * _AS_HIGH
        small.setPixelSize(max(8, int(min(step, self._row()) * 0.62), int(min(theme.px(_LETTER), fits))))
        return small

    def _paint_day(self, painter: QPainter, box: QRectF, kind: str) -> None:
        if kind == "weekend":
            return
        if kind == "unknown":
            dot = theme.px(_DOT)
            paint_box(
                painter, QRectF(0, 0, dot, dot).translated(box.center()), "border", None, 0, radius=dot / 2
            )
            return
        if kind == "open":
            paint_box(painter, box, "primary", None, 0, radius=2)
            return
        paint_box(painter, box, "sunken" if kind == "off" else "surface", "border", 1, radius=2)
        if letter := self._letters.get(kind):
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _row(self) -> int:
        return theme.px(_BOX + _GAP + 3)
