"""A table with its places, seen from above: each place is a button, from the door round the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.sitting import capital
from carer_app.words import _
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.focus_ring import paint_box
from ui.widgets.text import PlainLabel

_GAP = 8
_TABLE_HIGH = 48
_DOOR_WIDE = 40
_WIDEST_PLACE = 150


class TableSeats(QWidget):
    """Half of the places above the table, from left to right, and half below it, from right to left."""

    def __init__(self, places: int, press: Callable[[int], None]) -> None:
        super().__init__()
        self.places = [Button("") for _place in range(places)]
        for number, place in enumerate(self.places):
            place.setParent(self)
            place.be_narrow()
            place.clicked.connect(partial(self._on_pressed, press, number))
        self.door = PlainLabel(_("door"), "hint")
        self.door.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_seats(self, seats: Sequence[str]) -> None:
        """Who sits where; "" is an empty place."""
        for number, (place, who) in enumerate(zip(self.places, seats, strict=True)):
            place.setText(capital(who) or _("empty"))
            place.set_kind("main" if who else "plain")
            place.setAccessibleName(self.says(number, who))
        self.updateGeometry()
        self._place()

    def says(self, number: int, who: str) -> str:
        """One place for the ear."""
        where = _("Place {number}").format(number=number + 1)
        if number in (0, len(self.places) - 1):
            where = _("Place {number}, by the door").format(number=number + 1)
        return f"{where}: {capital(who) or _('empty')}"

    def _on_pressed(self, press: Callable[[int], None], number: int, _checked: bool = False) -> None:
        press(number)

    def in_order(self) -> list[QWidget]:
        """The parts in the order in which they are read."""
        return [self.door, *self.places]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 2 * self._high(width) + theme.gap(_TABLE_HIGH) + 2 * theme.gap(_GAP)

    def sizeHint(self) -> QSize:
        columns = (len(self.places) + 1) // 2
        width = columns * (theme.px(_WIDEST_PLACE) + theme.gap(_GAP)) + self._door_wide()
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self._place()

    def _door_wide(self) -> int:
        return self.door.sizeHint().width() + theme.gap(_GAP)

    def _wide(self, width: int) -> int:
        columns = (len(self.places) + 1) // 2
        room = (width - self._door_wide()) // columns - theme.gap(_GAP)
        return max(1, min(room, theme.px(_WIDEST_PLACE)))

    def _high(self, width: int) -> int:
        across = self._wide(width)
        return max(place.heightForWidth(across) for place in self.places)

    def _boxes(self) -> Iterator[QRect]:
        across, high, gap = self._wide(self.width()), self._high(self.width()), theme.gap(_GAP)
        columns = (len(self.places) + 1) // 2
        left = self._table().left()
        below = high + theme.gap(_TABLE_HIGH) + 2 * gap
        for number in range(len(self.places)):
            is_above = number < columns
            column = number if is_above else len(self.places) - 1 - number
            yield QRect(left + column * (across + gap), 0 if is_above else below, across, high)

    def _table(self) -> QRect:
        across, gap = self._wide(self.width()), theme.gap(_GAP)
        columns = (len(self.places) + 1) // 2
        wide = columns * (across + gap) - gap
        left = max(self._door_wide(), (self.width() - wide) // 2)
        return QRect(left, self._high(self.width()) + gap, wide, theme.gap(_TABLE_HIGH))

    def _place(self) -> None:
        for place, box in zip(self.places, self._boxes(), strict=True):
            place.setGeometry(box)
        table, size = self._table(), self.door.sizeHint()
        top = table.center().y() - size.height() // 2
        self.door.setGeometry(table.left() - self._door_wide(), top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, table = QPainter(self), self._table()
        paint_box(painter, QRectF(table), "tint", "border", 2, radius=16)
        door = QRect(0, 0, 4, table.height())
        door.moveTopLeft(table.topLeft())
        door.moveLeft(self.door.geometry().left() - 6)
        painter.fillRect(door, theme.colour("text"))
        painter.setPen(Qt.PenStyle.NoPen)
