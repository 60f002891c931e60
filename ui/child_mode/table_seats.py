"""A table with chairs on both sides and the door beside it: each chair is a button, from the door round the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.seats import is_by_the_door
from carer_app.sitting import capital
from carer_app.words import _
from ui.child_mode.chair import Chair, figure_high
from ui.look import theme
from ui.widgets.focus_ring import paint_box
from ui.widgets.text import PlainLabel

_GAP = 8
_DOOR = (26, 44)
_WIDEST_PLACE = 150


class TableSeats(QWidget):
    """Half of the places above the table, from left to right, and half below it, from right to left."""

    def __init__(self, places: int, press: Callable[[int], None]) -> None:
        super().__init__()
        self.door = PlainLabel(_("door"), "hint")  # the first to be read is the first to be made
        self.door.setParent(self)
        self.places = [Chair(is_above=place < (places + 1) // 2) for place in range(places)]
        for number, place in enumerate(self.places):
            place.setParent(self)
            place.clicked.connect(partial(self._on_pressed, press, number))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_seats(self, seats: Sequence[str]) -> None:
        """Who sits where; "" is an empty place."""
        for number, (place, who) in enumerate(zip(self.places, seats, strict=True)):
            place.seat(who)
            place.setAccessibleName(self.says(number, who))
        self.updateGeometry()
        self._place()

    def says(self, number: int, who: str) -> str:
        """One place for the ear."""
        where = _("Chair {number}").format(number=number + 1)
        if is_by_the_door(number, len(self.places)):
            where = _("Chair {number}, by the door").format(number=number + 1)
        return f"{where}: {capital(who) or _('empty')}"

    def _on_pressed(self, press: Callable[[int], None], number: int, _checked: bool = False) -> None:
        press(number)

    def in_order(self) -> list[QWidget]:
        """The parts in the order in which they are read."""
        return [self.door, *self.places]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 2 * self._high(width) + theme.gap(_GAP)

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
        return max(self.door.sizeHint().width(), theme.picture_px(_DOOR[0])) + 2 * theme.gap(_GAP)

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
        below = high + gap
        for number in range(len(self.places)):
            is_above = number < columns
            column = number if is_above else len(self.places) - 1 - number
            yield QRect(left + column * (across + gap), 0 if is_above else below, across, high)

    def _table(self) -> QRect:
        across, gap = self._wide(self.width()), theme.gap(_GAP)
        columns = (len(self.places) + 1) // 2
        wide = columns * (across + gap) - gap
        left = max(self._door_wide(), (self.width() - wide) // 2)
        high = 2 * (self._high(self.width()) - figure_high()) + gap
        return QRect(left, figure_high(), wide, high)

    def _place(self) -> None:
        for place, box in zip(self.places, self._boxes(), strict=True):
            place.setGeometry(box)
        size, drawn = self.door.sizeHint(), self._drawn_door()
        self.door.setGeometry(
            drawn.center().x() - size.width() // 2, drawn.bottom(), size.width(), size.height()
        )

    def _drawn_door(self) -> QRect:
        """The door itself, with its word below: both together are level with the table."""
        wide, high = (theme.picture_px(each) for each in _DOOR)
        table, words = self._table(), self.door.sizeHint().height()
        left = table.left() - (self._door_wide() + wide) // 2
        return QRect(left, table.center().y() - (high + words) // 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        table, door = QRectF(self._table()), QRectF(self._drawn_door())
        paint_box(painter, table, "tint", "border", 2, radius=20)
        paint_box(painter, door, "surface", "border", 2, radius=2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        knob = theme.picture_px(2)
        painter.drawEllipse(QPointF(door.right() - 3 * knob, door.center().y()), knob, knob)
