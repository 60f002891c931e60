"""Keeps a rail in sight: beside the column of a page where there is room, else as a line at the top of the window."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.rail import Lies, Rail, stay_at
from ui.widgets.tab_order import follow_reading_order

COLUMN, BETWEEN, RAIL, WIDE_RAIL = 700, 28, 330, 360
"""How wide the column is at most, the room between, and the rail: at least, and at most (100 % pixels)."""
FROM = 844
"""From here on (100 % pixels) there is room for both: a window of 1100, less its side bar and the edges."""
_SHARE = 0.3
"""A line takes at most so much of the height."""

_MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)
_SHOWN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class RailKeeper(QObject):
    """The rail lies in the scrolled part of the page, among what is read before and after it, and moves along with what
    one sees. Nothing is made anew when the window changes.

    As a line it lies at the top once its place is above what is seen, and at the bottom as long as its place is below:
    there always where it is read last (`is_last`). While something listens, it is never a line: what moves to the front
    is no longer read at its place. One that is higher than the window shows its beginning, where its button is, and its
    end as long as the keyboard is there.
    """

    def __init__(self, rail: Rail, body: QScrollArea, column: QVBoxLayout, is_last: bool) -> None:
        super().__init__(body)
        rail.is_last = is_last
        self._width = RAIL
        self.rail = rail
        self._body = body
        self._column = column
        holder = column.parentWidget()
        assert holder is not None
        self._holder: QWidget = holder
        column.addWidget(rail.place)
        was_hidden = rail.isHidden() and rail.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        rail.setParent(holder)
        rail.setVisible(not was_hidden)
        for watched in (holder, rail, rail.place):
            watched.installEventFilter(self)
        body.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def is_beside(self) -> bool:
        """Whether there is room for it beside the page just now."""
        return self.rail.lies == Lies.BESIDE

    def covers(self, at: int | None = None) -> tuple[int, int]:
        """So many pixels at the top and at the bottom of what can be seen lie under the rail, or may come to.

        `at`: once one comes to what is so far down the column.
        """
        rail = self.rail
        if rail.lies != Lies.LINE or rail.isHidden():
            return 0, 0
        if at is None:
            at = self._scrolled() + self._body.viewport().height() - rail.height()
        return (0, rail.height()) if rail.is_last or at < rail.place.y() else (rail.height(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (_SHOWN if watched is self.rail else _MOVED):
            self.settle()
        return False

    def choose(self, room: int) -> None:
        """What can be seen is so many pixels wide, `room` of them for the page: where does the rail lie?"""
        beside = self.rail.may_lie_beside and room >= theme.px(FROM)
        spare = room - theme.px(COLUMN + BETWEEN)
        self._width = min(max(spare, theme.px(RAIL)), theme.px(WIDE_RAIL))
        # As space is given: that grows less than the rail does.
        edge = (self._width + theme.gap(BETWEEN)) * 1000 / theme.gap(1000) if beside else 0.0
        theme.space(self._column, edges=(0, 0, edge, 0))
        if beside != self.is_beside:
            self._lie(Lies.BESIDE if beside else Lies.WHOLE)

    def settle(self) -> None:
        """Put it where it belongs now; what is not on screen waits until it comes there."""
        if not self._body.isVisible():
            return
        if self.rail.isHidden():
            self.rail.place.keep(0)
            self._holder.setMinimumHeight(0)
        elif self.is_beside:
            self._settle_beside()
        else:
            self._settle_above()

    def _settle_beside(self) -> None:
        rail, seen = self.rail, self._body.viewport().height()
        height = rail.height_in(self._width)
        if height > self._holder.height():  # asked only then: it lays out the whole page once more
            self._holder.setMinimumHeight(height)
        rail.place.keep(0)
        top = self._body.verticalScrollBar().value()
        at = cast(QWidget | None, rail.window().focusWidget())
        over = height + 2 * self._holder.y() - seen
        if over > 0 and at is not None and rail.isAncestorOf(at):
            ends = at.mapTo(rail, QPoint(0, at.height())).y() + 2 * self._holder.y()
            top -= min(over, max(0, ends - seen))
        left = self._holder.width() - self._width
        self._put(left, max(0, min(top, self._holder.height() - height)), self._width, height)

    def _settle_above(self) -> None:
        rail, place, seen = self.rail, self.rail.place, self._body.viewport().height()
        self._holder.setMinimumHeight(0)
        width = self._holder.width()
        at = cast(QWidget | None, rail.window().focusWidget())
        fits = 0 < rail.line_height(width) <= seen * _SHARE
        self._lie(Lies.LINE if fits and not QAccessible.isActive() else Lies.WHOLE)
        height = rail.height_in(width)
        place.keep(height)
        stay_at(at)
        top, scrolled = place.y(), self._scrolled()
        if rail.lies == Lies.LINE:
            if rail.is_last:
                top += place.height() - height
            else:
                top = max(top, scrolled)
            low = max(0, min(top, scrolled + seen - height))
            rail.lie_low(low < top)
            top = low
            rail.raise_()  # what is scrolled passes under it, also what was added since
        self._put(0, top, width, height)

    def _scrolled(self) -> int:
        """So far down the column begins what can be seen."""
        return self._body.verticalScrollBar().value() - self._holder.y()

    def _lie(self, where: Lies) -> None:
        rail, place, was = self.rail, self.rail.place, self.rail.lies
        rail.lie(where)
        if (was == Lies.LINE) == (where == Lies.LINE):
            return
        if where != Lies.LINE:  # read where it stands
            rail.stackUnder(place)
            place.stackUnder(rail)
        follow_reading_order(self._body)

    def _put(self, left: int, top: int, width: int, height: int) -> None:
        self.rail.setGeometry(left, top, width, height)

    def _on_scrolled(self, _value: int) -> None:
        self.settle()
