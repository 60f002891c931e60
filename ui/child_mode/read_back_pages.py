"""How many cards stand on a page of what is read back: as many as fit, so that no words lie out of sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ui.child_mode.stage import AROUND, WIDEST
from ui.look import theme

if TYPE_CHECKING:
    from ui.child_mode.step import RoomStep

GAP = 3
"""Between two cards."""
BETWEEN = 10
"""Between two columns."""
_LEAST_COLUMN, _MOST_COLUMNS = 285, 3
_LEAST_WHERE_BIG = 3
"""Where words are very big a page holds so many, and they are scrolled: else there would be a page for each."""


def room_on(step: RoomStep, widest: int = WIDEST, bar: int = 0) -> QSize:
    """How wide and how high what is told on a page can be, between the bars. `bar`: the place that is kept for a scroll
    bar."""
    room = step.room
    layout = room.layout()
    assert layout is not None
    edges = layout.contentsMargins()
    width = room.width() - edges.left() - edges.right()
    bars = room.top.heightForWidth(width) + step.ways_row.heightForWidth(width) + 2 * layout.spacing()
    high = room.height() - edges.top() - edges.bottom() - bars
    around = 2 * theme.gap(AROUND)
    return QSize(min(width - around - bar, theme.px(widest)), high - around)


def widths_of_columns(across: int) -> dict[int, int]:
    """How wide each is, of as many as have room."""
    widths = {n: (across - (n - 1) * theme.gap(BETWEEN)) // n for n in range(1, _MOST_COLUMNS + 1)}
    return {n: width for n, width in widths.items() if n == 1 or width >= theme.px(_LEAST_COLUMN)}


def even_columns(heights: Sequence[int], number: int) -> tuple[int, list[int]]:
    """In so many columns, in their order, none higher than it must be: how high, and where each ends."""
    gap, of_all = theme.gap(GAP), len(heights)

    def high(ends: tuple[int, ...]) -> int:
        return max(sum(heights[a:b]) + (b - a - 1) * gap for a, b in pairwise((0, *ends)))

    ways = combinations(range(1, of_all), min(number, max(of_all, 1)) - 1)
    best = min(((*each, of_all) for each in ways), key=high)
    return high(best), list(best)


@dataclass(frozen=True, slots=True)
class CardsHere:
    """Up to which card it goes, and in how many columns they stand."""

    end: int
    columns: int


@dataclass(frozen=True, slots=True)
class CardsAndRoom:
    """How high each card is in one of so many columns, the room for them on each of several pages, and on a page that
    holds all. The last page may ask about all of them `beneath`."""

    heights: Mapping[int, Sequence[int]]
    of_several: int
    alone: int
    beneath: int = 0

    def pages_from(self, start: int) -> list[CardsHere]:
        """The pages from the card with which one begins on: as few as there can be, in as few columns as that takes."""
        ways = [self._pages(start, most) for most in self.heights]
        return min(ways, key=len)

    def _pages(self, start: int, columns: int) -> list[CardsHere]:
        of_all = len(self.heights[1])
        if not start and (page := self._last(0, self.alone, columns)):
            return [page]
        pages = list[CardsHere]()
        while not pages or pages[-1].end < of_all:
            pages.append(self._page(pages[-1].end if pages else start, columns))
        return pages

    def _page(self, start: int, columns: int) -> CardsHere:
        if start and (page := self._last(start, self.of_several, columns)):
            return page
        of_all = len(self.heights[1])
        # What is asked stands with at least one of them, and one page alone was tried before.
        most = of_all - 1 if self.beneath or not start else of_all
        page = self._fullest(start, self.of_several, columns)
        return replace(page, end=max(min(page.end, most), start + 1))

    def _last(self, start: int, room: int, columns: int) -> CardsHere | None:
        page = self._fullest(start, room - self.beneath, columns)
        return page if page.end == len(self.heights[1]) else None

    def _fullest(self, start: int, room: int, columns: int) -> CardsHere:
        """With the most cards; of those, in the fewest columns."""
        ways = [
            CardsHere(_fitting(heights, number, room, start), number)
            for number, heights in self.heights.items()
            if number <= columns
        ]
        return max(ways, key=lambda way: (way.end, -way.columns))


def _fitting(heights: Sequence[int], columns: int, room: int, start: int) -> int:
    """Up to which card so many columns hold them, each filled from the top."""
    least = _LEAST_WHERE_BIG if theme.current().scale > theme.MOST else 1
    end, of_all = start, len(heights)
    for _column in range(columns):
        used = 0
        while end < of_all:
            needed = heights[end] + (theme.gap(GAP) if used else 0)
            if used + needed > room and end - start >= least:
                break
            used += needed
            end += 1
    return end
