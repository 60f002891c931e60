"""The line of one action: what, with its tick at the left; whose it is; by when; and the way to change it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.widgets.choice import Tick
from ui.widgets.marked_row import MARK_AND_GAPS
from ui.widgets.wrap_row import WrapRow

_WIDE = 600
"""From here on (100 % pixels) there is room for columns."""
_WHOSE, _WHEN, _LINE = 124, 182, 44
_TALLEST = 90
"""A name that takes more than so much in its column has the whole second line."""
_GAP, _BETWEEN_LINES = 12, 8


class ActionLine(WrapRow):
    """Columns that stand one beneath the other in every row; where there is no room, two lines a row."""

    def __init__(self, what: QWidget, whose: QWidget, when: QWidget, change: QWidget) -> None:
        super().__init__(what, whose, when, change)
        self._what, self._whose, self._when, self._change = what, whose, when, change

    def sizeHint(self) -> QSize:
        width = theme.px(_WIDE)
        return QSize(width, self.heightForWidth(width))

    def _lay(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        is_wide = width >= theme.px(_WIDE) and self._whose.heightForWidth(theme.px(_WHOSE)) <= theme.px(
            _TALLEST
        )
        return self._wide(width) if is_wide else self._narrow(width)

    def _wide(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        gap, line, change = theme.gap(_GAP), theme.px(_LINE), self._change.sizeHint()
        whose, when = theme.px(_WHOSE), theme.px(_WHEN)
        what = width - change.width() - whose - when - 3 * gap
        lacks = self._what.sizeHint().width() - what
        if 0 < lacks <= whose - self._whose.sizeHint().width():
            what, whose = what + lacks, whose - lacks  # a short name lends its room, so that no line breaks
        yield self._what, _on_the_line(self._what, 0, what, line)
        yield self._whose, _on_the_line(self._whose, what + gap, whose, line)
        yield self._when, _on_the_line(self._when, what + whose + 2 * gap, when, line)
        yield self._change, QRect(width - change.width(), 0, change.width(), change.height())

    def _narrow(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        edge = theme.px(MARK_AND_GAPS) if isinstance(self._what, Tick) else 0
        gap, line = theme.gap(_GAP), theme.px(_LINE)
        first = _on_the_line(self._what, 0, width, line)
        yield self._what, first
        top = first.bottom() + 1 + theme.gap(_BETWEEN_LINES)
        left, tallest = edge, 0
        for part in (self._whose, self._when, self._change):
            across = min(part.sizeHint().width(), width - edge)
            if left > edge and left + across > width:
                left, top, tallest = edge, top + tallest + theme.gap(_BETWEEN_LINES), 0
            box = _on_the_line(part, left, across, line)
            yield part, box.translated(0, top)
            left, tallest = left + across + gap, max(tallest, box.bottom() + 1)


def _on_the_line(part: QWidget, left: int, room: int, line: int) -> QRect:
    """In this room, its first line of words at the middle of the line."""
    width = min(room, part.sizeHint().width())
    height = part.heightForWidth(width)
    one = min(height, part.minimumSizeHint().height())
    return QRect(left, max(0, (line - one) // 2), width, height)
