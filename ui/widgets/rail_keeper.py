"""Keeps a rail in sight: beside the column of a page where there is room, else as a line at the top of the window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.rail import Lies, Rail
from ui.widgets.tab_order import follow_reading_order

COLUMN, BETWEEN, RAIL = 700, 28, 330
"""How wide the column is at most, the room between, and the rail (100 % pixels)."""
FROM = 900
"""From here on (100 % pixels) there is room for both: a window of 1100, less its side bar."""
_LINE, _SHARE = 64, 5
"""A line is about so high (100 % pixels), and takes at most one such part of the height."""


_MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)
_SHOWN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class RailKeeper(QObject):
    """The rail lies in the scrolled part of the page, among what is read before and after it, and moves along with what
    one sees. Nothing is made anew when the window changes. While something listens, it is never a line: what moves to
    the front is no longer read at its place. Nor is one that is read last (`is_last`): it would lie over what is before
    it."""

    def __init__(self, rail: Rail, body: QScrollArea, column: QVBoxLayout, is_last: bool) -> None:
        super().__init__(body)
        self._is_last = is_last
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

    @property
    def covers(self) -> int:
        """So many pixels at the top of what can be seen lie under the rail, or may come to."""
        return self.rail.height() if self.rail.lies == Lies.LINE and not self.rail.isHidden() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (_SHOWN if watched is self.rail else _MOVED):
            self.settle()
        return False

    def choose(self, room: int) -> None:
        """What can be seen is so many pixels wide: where does the rail lie?"""
        beside = room >= theme.px(FROM)
        edge = float(BETWEEN + RAIL) if beside else 0.0
        theme.space(self._column, edges=(0, 0, edge, 0))
        if beside != self.is_beside:
            self._lie(Lies.BESIDE if beside else Lies.WHOLE)

    def settle(self) -> None:
        """Put it where it belongs now; what is not on screen waits until it comes there."""
        if not self._body.isVisible():
            return
        rail, place, seen = self.rail, self.rail.place, self._body.viewport().height()
        if rail.isHidden():
            place.keep(0)
            self._holder.setMinimumHeight(0)
            return
        if self.is_beside:
            width = theme.px(RAIL)
            height = rail.heightForWidth(width)
            if height > self._holder.height():  # asked only then: it lays out the whole page once more
                self._holder.setMinimumHeight(height)
            place.keep(0)
            stays = height + 2 * self._holder.y() <= seen
            top = self._body.verticalScrollBar().value() if stays else 0
            self._put(
                self._holder.width() - width, max(0, min(top, self._holder.height() - height)), width, height
            )
            return
        self._holder.setMinimumHeight(0)
        width = self._holder.width()
        fits = not self._is_last and rail.fits_a_line(width) and theme.gap(_LINE) * _SHARE <= seen
        self._lie(Lies.LINE if fits and not QAccessible.isActive() else Lies.WHOLE)
        height = rail.heightForWidth(width)
        place.keep(height)
        top = place.y()
        if rail.lies == Lies.LINE:
            top = max(top, self._body.verticalScrollBar().value() - self._holder.y())
            rail.raise_()  # what is scrolled passes under it, also what was added since
        self._put(0, top, width, height)

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
