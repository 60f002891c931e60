"""What is drawn in boxes: the letters of a code, and pictures to cut out with their words."""

from dataclasses import dataclass

from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content.pieces import CodeGroups, Picture, PicturesToCut
from carer_app.paper.pdf.cells import BODY_WIDTH, EDGE, INK, Cell, PaperTag, RowOfCells, words
from carer_app.paper.pdf.lettering import lines_of
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.svg import Drawing
from carer_app.words import _

LETTERS = 4
"""How many letters a group of a code has."""
SIDE = 6 * cm
"""How wide and high a picture to cut out is."""
_ACROSS = 3
_WORDS = 12.0


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
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.8)
        canvas.setDash([])
        canvas.rect(x, top - SIDE, SIDE, SIDE, stroke=1, fill=0)
        Drawing(self.picture.drawing, 3.9 * cm, 4.2 * cm).draw(canvas, x, top - 0.25 * cm, SIDE)
        below = top - 4.55 * cm
        for line in words(self.picture.words, SIDE - 0.6 * cm, _WORDS, bold=True):
            middle = (SIDE - line.text.width(_WORDS)) / 2
            line.draw(canvas, x + middle, below, SIDE)
            below -= line.height


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
    """Three to a row with no room between them."""
    left = (BODY_WIDTH - _ACROSS * SIDE) / 2
    rows = []
    for first in range(0, len(piece.pictures), _ACROSS):
        here = piece.pictures[first : first + _ACROSS]
        cells = [
            Cell(
                left + number * SIDE,
                SIDE,
                (PictureBox(each),),
                tags=(PaperTag("Figure", first + number, each.words),),
            )
            for number, each in enumerate(here)
        ]
        rows.append(RowOfCells(tuple(cells), above=0.0 if first else pen.size))
    return rows
