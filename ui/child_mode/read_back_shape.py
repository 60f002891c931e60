"""How what was said lies on its card, and how high that makes it: known before the card is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect, QSize

from ui.look import theme
from ui.widgets.wrapped_text import WrappedText

_EDGE = 2
"""Pixels that the edge of a card takes."""
_BESIDE, _ABOVE, _BETWEEN = 3, 1, 8
_LEAST, _WIDEST = 85, 620
"""Between them lies how wide a line of words is, in 100 % pixels."""


def text_of(words: str, role: str) -> WrappedText:
    """Words as a label shows them."""
    return WrappedText(words, theme.font(role), theme.LINE_HEIGHT[role])


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """Where each part lies. A part that is not there has no size."""

    height: int
    left: QRect
    texts: tuple[QRect, ...]
    row: QRect


@dataclass(frozen=True, slots=True)
class CardShape:
    """What stands to the left of the words, the words, and buttons in a row so wide; `high` is how high they are in so
    much room."""

    left: QSize
    texts: Sequence[WrappedText]
    wide: int
    high: Callable[[int], int]
    _laid: dict[int, CardPlaces] = field(default_factory=dict)
    """Layouts ask for a few widths many times over."""

    def height_in(self, width: int) -> int:
        """How high the card is."""
        return self.lay(width).height

    def lay(self, width: int) -> CardPlaces:
        """The lowest of these ways: the buttons beside all of the words or the first of them, or below them."""
        if width not in self._laid:
            self._laid[width] = self._lowest(width)
        return self._laid[width]

    def _lowest(self, width: int) -> CardPlaces:
        inside = width - 2 * (theme.gap(_BESIDE) + _EDGE)
        ways = [self._below(inside)]
        if self._between(inside) >= theme.px(_LEAST):
            at_head = [self._at_head(inside, number) for number in range(1, len(self.texts))]
            ways = [self._beside(inside), *at_head, *ways]
        return _within_edges(min(ways, key=lambda way: way.height))

    def _aside(self) -> int:
        return self.left.width() + theme.gap(_BETWEEN)

    def _between(self, inside: int) -> int:
        return inside - self._aside() - self.wide - theme.gap(_BETWEEN)

    def _beside(self, inside: int) -> CardPlaces:
        across = self._between(inside)
        row = QRect(inside - self.wide, 0, self.wide, self.high(self.wide))
        return self._in_middle(self.texts, across, row)

    def _at_head(self, inside: int, number: int) -> CardPlaces:
        """So many of the words between what is left and right, the others below in all the width there is."""
        row = QRect(inside - self.wide, 0, self.wide, self.high(self.wide))
        head = self._in_middle(self.texts[:number], self._between(inside), row)
        texts, bottom = _stacked(self.texts[number:], 0, head.height, inside)
        return replace(head, height=bottom, texts=(*head.texts, *texts))

    def _below(self, inside: int) -> CardPlaces:
        told = self._in_middle(self.texts, inside - self._aside(), QRect())
        across = min(inside, self.wide)
        top = told.height + theme.gap(_ABOVE)
        row = QRect(inside - across, top, across, self.high(across))
        return replace(told, row=row, height=top + row.height())

    def _in_middle(self, shown: Sequence[WrappedText], across: int, row: QRect) -> CardPlaces:
        """The words, and what stands beside them, each in the middle of the height."""
        high = sum(_high(each, across) for each in shown)
        whole = max(high, self.left.height(), row.height())
        texts, _bottom = _stacked(shown, self._aside(), (whole - high) // 2, across)
        left = QRect(0, (whole - self.left.height()) // 2, self.left.width(), self.left.height())
        return CardPlaces(whole, left, texts, row.translated(0, (whole - row.height()) // 2))


def _within_edges(places: CardPlaces) -> CardPlaces:
    left, top = theme.gap(_BESIDE) + _EDGE, theme.gap(_ABOVE) + _EDGE
    return CardPlaces(
        places.height + 2 * top,
        places.left.translated(left, top),
        tuple(each.translated(left, top) for each in places.texts),
        places.row.translated(left, top),
    )


def _stacked(lines: Sequence[WrappedText], left: int, top: int, across: int) -> tuple[tuple[QRect, ...], int]:
    made = list[QRect]()
    for line in lines:
        made.append(QRect(left, top, across, _high(line, across)))
        top += made[-1].height()
    return tuple(made), top


def _high(text: WrappedText, across: int) -> int:
    return text.height(min(across, theme.px(_WIDEST)))
