"""The letters of one page and where they stand: what is found there, or marked with the mouse."""

import re
import sys
from array import array
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from ui.widgets.folded_text import FoldedText

ALONG = 65_535
_A_BOX = 4
_OTHER_LINE = 4.0
"""A letter beside the mouse in its line is nearer than one in the next line."""


class LettersSeen:
    """`said` are the letters in their order; `boxes` has for each left, top, right and bottom, two bytes each, from the
    top left corner of the page, of which each side is `ALONG`. A box of nothing belongs to no place."""

    def __init__(self, said: str, boxes: bytes) -> None:
        self.said = said
        self._boxes = array("H", boxes)
        if sys.byteorder == "big":
            self._boxes.byteswap()

    @classmethod
    def of_words(cls, text: str, boxes: Sequence[Sequence[int]], along: int) -> "LettersSeen":
        """Those of words of which each has a box: each of its letters takes the same part of it. `along` is how long
        a side of the page is where the boxes were counted."""
        places = array("H", bytes(2 * _A_BOX * len(text)))
        for word, box in zip(re.finditer(r"\S+", text), boxes, strict=False):
            left, top, right, bottom = (side * ALONG // along for side in box)
            step = (right - left) / len(word[0])
            for number, at in enumerate(range(*word.span())):
                sides = (round(left + step * number), top, round(left + step * (number + 1)), bottom)
                places[_A_BOX * at : _A_BOX * (at + 1)] = array("H", sides)
        if sys.byteorder == "big":
            places.byteswap()
        return cls(text, places.tobytes())

    def find(self, typed: str) -> list[tuple[int, int]]:
        """Each place where it stands, from the first letter to behind the last."""
        return self._folded.find(typed)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """What is to be marked for these letters, a rectangle a line; each side of the page is 1."""
        lines: list[QRectF] = []
        for at in range(max(start, 0), min(end, len(self.said))):
            box = self._box(at)
            if box.isEmpty():
                continue
            if lines and _on_one_line(lines[-1], box):
                lines[-1] = lines[-1].united(box)
            else:
                lines.append(box)
        return lines

    def nearest(self, point: QPointF) -> int | None:
        """The letter nearest to this point of the page; None for a page without any."""
        best, nearest = None, float("inf")
        for at in range(len(self.said)):
            box = self._box(at)
            if box.isEmpty():
                continue
            across = max(box.left() - point.x(), point.x() - box.right(), 0.0)
            down = max(box.top() - point.y(), point.y() - box.bottom(), 0.0)
            far = across + _OTHER_LINE * down
            if far < nearest:
                best, nearest = at, far
        return best

    def word_at(self, at: int) -> tuple[int, int]:
        """The word round about a letter, from its first letter to behind its last."""
        start = end = at
        while start > 0 and not self.said[start - 1].isspace():
            start -= 1
        while end < len(self.said) and not self.said[end].isspace():
            end += 1
        return start, end

    def words(self, start: int, end: int) -> str:
        """These letters as text to copy: a word that goes on in the next line is whole."""
        return self.said[start:end].replace("\u00ad\n", "").replace("\u00ad", "").strip()

    @cached_property
    def _folded(self) -> FoldedText:
        return FoldedText(self.said)

    def _box(self, at: int) -> QRectF:
        left, top, right, bottom = self._boxes[_A_BOX * at : _A_BOX * at + _A_BOX]
        return QRectF(left / ALONG, top / ALONG, (right - left) / ALONG, (bottom - top) / ALONG)


def _on_one_line(line: QRectF, box: QRectF) -> bool:
    shared = min(line.bottom(), box.bottom()) - max(line.top(), box.top())
    return shared > min(line.height(), box.height()) / 2 and box.left() >= line.left()
