"""A year drawn month by month, a small box for each day; what a day is is said by its letter, not by colour alone."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme

_BOX, _GAP, _LABEL = 17, 2, 54
_DAYS = 31
_DOT, _ROUND = 3, 2
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
        self._picture: QPixmap | None = None
        self._kinds: dict[date, str] = {}
        self._rows: list[tuple[int, int]] = []
        self._letters, self._months = dict(letters), dict(months)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_kinds(kinds, words)

    def show_kinds(self, kinds: Mapping[date, str], words: str) -> None:
        """Draw these days instead."""
        if self._kinds == kinds and self.accessibleDescription() == words:
            return
        self._kinds = dict(kinds)
        self._rows = sorted({(day.year, day.month) for day in kinds})
        self.setAccessibleDescription(words)
        self._picture = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LABEL + _DAYS * (_BOX + _GAP)), self._row() * (1 + len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self._row() * (1 + len(self._rows)))

    def follow_look(self) -> None:
        """The look changed."""
        self._picture = None
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture is drawn once: a page that is being laid out paints itself many times."""
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label, step = theme.px(_LABEL), self._step()
        self._paint_numbers(painter)
        painter.setFont(theme.font("tag"))
        painter.setPen(theme.colour("muted"))
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for row, (_year, month) in enumerate(self._rows, start=1):
            painter.drawText(QRectF(0, row * self._row(), label, self._row()), aligned, self._months[month])
        rows = {month: row for row, month in enumerate(self._rows, start=1)}
        boxes: dict[str, list[QRectF]] = {}
        for day, kind in self._kinds.items():
            top = rows[day.year, day.month] * self._row() + 1
            left = label + (day.day - 1) * step
            box = QRectF(left, top, step - theme.px(_GAP), self._row() - 2)
            boxes.setdefault(kind, []).append(box)
        painter.setFont(self._small(step))
        for kind, all_of_them in boxes.items():
            self._paint_kind(painter, kind, all_of_them)
        painter.end()
        return picture

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

    def _paint_kind(self, painter: QPainter, kind: str, boxes: Sequence[QRectF]) -> None:
        """All days of one kind, with one pen and one brush: there are hundreds."""
        if kind == "weekend":
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "unknown":
            painter.setBrush(theme.colour("border"))
            dot = theme.px(_DOT)
            for box in boxes:
                painter.drawEllipse(QRectF(0, 0, dot, dot).translated(box.center()))
            return
        if kind == "open":
            painter.setBrush(theme.colour("primary"))
        else:
            painter.setBrush(theme.colour("sunken" if kind == "off" else "surface"))
            painter.setPen(QPen(theme.colour("border"), 1))
        half = 0 if kind == "open" else 0.5
        rounding = max(0.0, theme.px(_ROUND) - half)
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), rounding, rounding)
        if letter := self._letters.get(kind):
            painter.setPen(theme.colour("text"))
            for box in boxes:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _row(self) -> int:
        return theme.px(_BOX + _GAP + 3)
