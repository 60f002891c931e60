"""What is drawn in boxes: the letters of a code, and pictures to cut out with their words."""

from dataclasses import dataclass

from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content.pieces import CodeGroups, Picture, PicturesBeside, PicturesToCut
from carer_app.paper.pdf.cells import (
    BODY_WIDTH,
    EDGE,
    FOR_THE_EYE,
    INK,
    Cell,
    LineOfWords,
    PaperTag,
    RowOfCells,
    words,
)
from carer_app.paper.pdf.lettering import lines_of
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.svg import Drawing
from carer_app.words import _

LETTERS = 4
"""How many letters a group of a code has."""
SIDE = 6 * cm
"""How wide and high a picture to cut out is."""
_ACROSS = 3
_WORDS, _LEAST_WORDS = 12.0, 10.0


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one group, each in a box of its own; without letters, empty boxes to write in."""

    letters: str
    side: float

    @property
    def height(self) -> float:
        return self.side

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setLineWidth(0.9)
        size = self.side * 0.72
        for place in range(LETTERS):
            left = x + place * self.side
            canvas.setStrokeColor(EDGE)
            canvas.rect(left, top - self.side, self.side, self.side, stroke=1, fill=0)
            if self.letters:
                canvas.setFillColor(INK)
                [letter] = lines_of([(self.letters[place], True)], self.side * 2, size)
                letter.draw(canvas, left + (self.side - letter.width(size)) / 2, top - self.side * 0.76, size)


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture in its square, its words below."""

    picture: Picture
    height: float = SIDE

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        side = self.height
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.8)
        canvas.setDash([])
        canvas.rect(x, top - side, side, side, stroke=1, fill=0)
        if not self.picture.drawing:
            return
        scale = side / SIDE
        size = max(_LEAST_WORDS, _WORDS * scale)
        Drawing(self.picture.drawing, 3.9 * cm * scale, 4.2 * cm * scale).draw(
            canvas, x, top - 0.25 * cm * scale, side
        )
        below = top - 4.55 * cm * scale
        for line in words(self.picture.words, side - 0.6 * cm * scale, size, bold=True):
            middle = (side - line.text.width(size)) / 2
            line.draw(canvas, x + middle, below, side)
            below -= line.height


@dataclass(frozen=True, slots=True)
class PictureWithWords:
    """A drawing, and its words in the middle below it."""

    picture: Picture
    side: float
    size: float
    lines: tuple[LineOfWords, ...]

    @property
    def height(self) -> float:
        return self.side + sum(line.height for line in self.lines)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        Drawing(self.picture.drawing, self.side * 0.9, self.side).draw(canvas, x, top, width)
        below = top - self.side
        for line in self.lines:
            line.draw(canvas, x + (width - line.text.width(self.size)) / 2, below, width)
            below -= line.height


def beside_rows(piece: PicturesBeside, pen: Pen) -> list[RowOfCells]:
    """As many side by side as there are."""
    width = pen.width / len(piece.pictures)
    cells = [
        Cell(
            pen.left + place * width,
            width,
            (PictureWithWords(each, pen.size * 5, pen.size, pen.words(each.words, width - pen.size)),),
            tags=(PaperTag("Figure", place, each.words),),
        )
        for place, each in enumerate(piece.pictures)
    ]
    return [pen.row(*cells, above=pen.size * 0.6)]


def code_rows(piece: CodeGroups, pen: Pen) -> list[RowOfCells]:
    """Three groups to a line, each with its number above."""
    gap = 22.0
    width = (pen.width - gap * (_ACROSS - 1)) / _ACROSS
    side = width / LETTERS
    rows = []
    for first in range(0, len(piece.groups), _ACROSS):
        cells = [
            Cell(
                pen.left + place * (width + gap),
                width,
                (
                    *pen.words(_("Group {number}").format(number=first + place + 1), width),
                    Letters(group, side),
                ),
                tags=(PaperTag("P", first + place),),
            )
            for place, group in enumerate(piece.groups[first : first + _ACROSS])
        ]
        rows.append(pen.row(*cells, above=pen.size * 0.8))
    return rows


def picture_rows(piece: PicturesToCut, pen: Pen) -> list[RowOfCells]:
    """So many to a row with no room between them. A place to stick on is for the eye alone."""
    across = piece.across
    side = SIDE if across == _ACROSS else BODY_WIDTH / across
    left = (BODY_WIDTH - across * side) / 2
    rows = []
    for first in range(0, len(piece.pictures), across):
        here = piece.pictures[first : first + across]
        cells = [
            Cell(
                left + number * side,
                side,
                (PictureBox(each, side),),
                tags=(PaperTag("Figure", first + number, each.words),) if each.drawing else FOR_THE_EYE,
            )
            for number, each in enumerate(here)
        ]
        rows.append(RowOfCells(tuple(cells), above=0.0 if first else pen.size))
    return rows
