"""Cards to cut out: six centimetres square, a drawing with its words below."""

from dataclasses import dataclass

from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content import CardsToCut, CardToCut
from carer_app.paper.pdf_drawing import Drawing
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import BODY_WIDTH, EDGE, Cell, Row, words

SIDE = 6 * cm
_ACROSS = 3
_WORDS = 12.0


@dataclass(frozen=True, slots=True)
class _Card:
    card: CardToCut
    height: float = SIDE

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.8)
        canvas.setDash([])
        canvas.rect(x, top - SIDE, SIDE, SIDE, stroke=1, fill=0)
        Drawing(self.card.drawing, 3.9 * cm, 4.2 * cm).draw(canvas, x, top - 0.25 * cm, SIDE)
        below = top - 4.55 * cm
        for line in words(self.card.words, SIDE - 0.6 * cm, _WORDS, bold=True):
            middle = (SIDE - line.text.width(_WORDS)) / 2
            line.draw(canvas, x + middle, below, SIDE)
            below -= line.height


def cards_rows(sheet: CardsToCut, pen: Pen) -> list[Row]:
    """The title, then three cards to a row with no room between them."""
    left = (BODY_WIDTH - _ACROSS * SIDE) / 2
    rows = [pen.title(sheet.title), pen.row(Cell(pen.left, pen.width, pen.words(sheet.how)))]
    for first in range(0, len(sheet.cards), _ACROSS):
        here = sheet.cards[first : first + _ACROSS]
        cells = [Cell(left + number * SIDE, SIDE, (_Card(card),)) for number, card in enumerate(here)]
        rows.append(Row(tuple(cells), above=0.0 if first else pen.size))
    return rows
