"""Plain words laid out in lines; a word too long for its line is broken rather than cut off."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_WIDE = 1_000_000.0


@dataclass(frozen=True, slots=True)
class MarkedStretch:
    """So many characters from `start`, shown on another ground."""

    start: int
    length: int
    ground: QColor
    ink: QColor


class WrappedText:
    """Some words in one font, shown exactly as typed, in as many lines as the width needs."""

    def __init__(self, words: str, font: QFont, line_height: float = 1.45, centred: bool = False) -> None:
        """`centred`: each line stands in the middle of the width that it is wrapped to."""
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(words.replace("\r\n", "\n").replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._line = font.pixelSize() * line_height
        self._width, self._size = -1.0, (0.0, 0.0)
        # Layouts ask for a few widths in turn, many times over; laying the words out again is what costs.
        self._measured: dict[float, tuple[int, int]] = {}
        self.natural_width = int(_WIDE)
        """The width in pixels that needs no wrapping."""
        self.natural_width = self._measure(_WIDE)[1] + 1
        if not centred:  # else each line stands in the middle of that width
            self._width = self.natural_width

    def height(self, width: float) -> int:
        """The height in pixels when wrapped to this width."""
        return self._measure(width)[0]

    def used_width(self, width: float) -> int:
        """The width in pixels of the longest line when wrapped to this width."""
        return self._measure(width)[1]

    def _measure(self, width: float) -> tuple[int, int]:
        if width not in self._measured:
            high, used = self._fit(width)
            self._measured[width] = math.ceil(high), math.ceil(used)
        return self._measured[width]

    def draw(
        self,
        painter: QPainter,
        left: float,
        top: float,
        width: float,
        colour: QColor,
        *marked: MarkedStretch,
    ) -> None:
        """Paint the words, wrapped to this width, some of them on another ground."""
        self._fit(width)
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top), [self._on_ground(each) for each in marked])

    def _on_ground(self, marked: MarkedStretch) -> QTextLayout.FormatRange:
        looks = QTextCharFormat()
        looks.setBackground(marked.ground)
        looks.setForeground(marked.ink)
        part, words = QTextLayout.FormatRange(), self._layout.text()
        part.start, part.format = _utf16(words[: marked.start]), looks
        part.length = _utf16(words[marked.start : marked.start + marked.length])
        return part

    def lines(self, width: float) -> list[QRectF]:
        """Where each line lies when wrapped to this width."""
        self._fit(width)
        return [self._layout.lineAt(i).naturalTextRect() for i in range(self._layout.lineCount())]

    def _fit(self, width: float) -> tuple[float, float]:
        """Lay the words out in this width. Their height and their longest line, in pixels."""
        width = min(max(1.0, width), self.natural_width)  # more room changes nothing
        if width == self._width:
            return self._size
        layout, top, used = self._layout, 0.0, 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            tall = max(self._line, line.height())
            line.setPosition(QPointF(0, top + (tall - line.height()) / 2))
            top += tall
            used = max(used, line.naturalTextWidth())
            line = layout.createLine()
        layout.endLayout()
        self._width, self._size = width, (max(top, self._line), used)
        return self._size


def _utf16(text: str) -> int:
    """Qt counts an emoji as two characters, Python as one."""
    return len(text.encode("utf-16-le")) // 2
