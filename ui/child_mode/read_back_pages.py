"""How many cards stand on a page of what is read back: as many as fit, so that no words lie out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ui.child_mode.stage import AROUND, WIDEST
from ui.look import theme

if TYPE_CHECKING:
    from ui.child_mode.step import RoomStep

GAP = 4
"""Between two cards."""
_EDGE = 2
_LEAST_WHERE_BIG = 3
"""Where words are very big a page holds so many, and they are scrolled: else there would be a page for each."""


def room_on(step: RoomStep) -> QSize:
    """How wide and how high what is told on a page can be, between the bars."""
    room = step.room
    layout = room.layout()
    assert layout is not None
    edges = layout.contentsMargins()
    width = room.width() - edges.left() - edges.right()
    bars = room.top.heightForWidth(width) + step.ways_row.heightForWidth(width) + 2 * layout.spacing()
    high = room.height() - edges.top() - edges.bottom() - bars
    around = 2 * theme.gap(AROUND)
    return QSize(min(width - around, theme.px(WIDEST)), high - around)


def even_columns(heights: Sequence[int], number: int) -> tuple[int, list[int]]:
    """In so many columns, in their order, none higher than it must be: how high, and where each ends."""
    gap, of_all = theme.gap(GAP), len(heights)

    def high(ends: tuple[int, ...]) -> int:
        return max(sum(heights[a:b]) + (b - a - 1) * gap for a, b in pairwise((0, *ends)))

    ways = combinations(range(1, of_all), min(number, max(of_all, 1)) - 1)
    best = min(((*each, of_all) for each in ways), key=high)
    return high(best), list(best)


@dataclass(frozen=True, slots=True)
class CardsAndRoom:
    """The heights of cards, the room for them on each of several pages, and on a page that holds all.

    The last page may ask about all of them: beside the cards, which have other heights then, or beneath them.
    """

    heights: Sequence[int]
    of_several: int
    alone: int
    last_heights: Sequence[int] | None = None
    beneath: int = 0

    def pages_from(self, start: int) -> list[int]:
        """Where each page ends, from the card with which one begins on."""
        of_all = len(self.heights)
        if not start and self._fit_on_the_last(0, self.alone):
            return [of_all]
        ends = list[int]()
        while not ends or ends[-1] < of_all:
            ends.append(self._end(ends[-1] if ends else start))
        return ends

    def _end(self, start: int) -> int:
        of_all, asks = len(self.heights), self.last_heights is not None or self.beneath > 0
        if self._fit_on_the_last(start, self.of_several):
            return of_all
        most = of_all - 1 if asks else of_all  # what is asked stands with at least one of them
        return max(min(_fitting(self.heights, self.of_several, start), most), start + 1)

    def _fit_on_the_last(self, start: int, room: int) -> bool:
        heights = self.last_heights or self.heights
        return _fitting(heights, room - self.beneath, start) == len(heights)


def _fitting(heights: Sequence[int], room: int, start: int) -> int:
    least = _LEAST_WHERE_BIG if theme.current().scale > theme.MOST else 1
    used, end = 0, start
    while end < len(heights):
        used += heights[end] + _EDGE + (theme.gap(GAP) if end > start else 0)
        if used > room and end - start >= least:
            break
        end += 1
    return end
