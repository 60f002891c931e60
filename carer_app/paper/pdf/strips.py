"""A school year as a strip on paper, black and white safe: shapes with letters, and stripes for days out of school."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from carer_app.paper.content.year_drawn import MarkedDay, YearBand, YearDrawn, YearMark
from carer_app.paper.pdf.cells import EDGE, HAIR, INK, TINT, Cell, PaperTag, RowOfCells
from carer_app.paper.pdf.lettering import lines_of
from carer_app.paper.pdf.pen import Pen

_STRIPE = 3.2


@dataclass(frozen=True, slots=True)
class StripOfYear:
    """The strip with its months below and its marks above, as wide as its cell."""

    year: YearDrawn
    size: float
    widest: float

    @property
    def side(self) -> float:
        """How wide and high a mark is, in points."""
        return self.size * 1.25

    @property
    def band(self) -> float:
        return self.size * 1.1

    def rows(self) -> tuple[tuple[MarkedDay, ...], ...]:
        return self.year.rows_of_marks(self.side * 1.1 / self.widest)

    @property
    def height(self) -> float:
        return len(self.rows()) * self.side * 1.12 + self.band + self.size * 1.7

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        rows = self.rows()
        foot = top - len(rows) * self.side * 1.12 - self.band
        self._bands(canvas, x, foot, width)
        for at, name in self.year.months():
            left = x + at * width
            canvas.setStrokeColor(HAIR)
            canvas.setLineWidth(0.5)
            canvas.line(left, foot - self.size * 0.5, left, foot + self.band)
            self._words(canvas, name, left + 2, foot - self.size * 1.15, self.size * 0.8)
        if self.year.today is not None:
            now = x + self.year.place(self.year.today) * width
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1.4)
            canvas.line(now, foot - 2, now, foot + self.band + 2)
        for number, row in enumerate(rows):
            middle = foot + self.band + self.side * (0.6 + 1.12 * number)
            for each in row:
                self._mark(canvas, each, x + self._inside(each, width), middle)

    def _inside(self, each: MarkedDay, width: float) -> float:
        """The middle of a mark: on its day, but never over an end of the strip."""
        half = self.side / 2
        return min(max(self.year.place(each.on) * width, half), width - half)

    def _bands(self, canvas: Canvas, x: float, foot: float, width: float) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.6)
        canvas.setFillColor(white)
        canvas.rect(x, foot, width, self.band, stroke=1, fill=1)
        canvas.setFillColor(TINT)
        for start, end in self.year.bands(YearBand.TERM):
            canvas.rect(x + start * width, foot, (end - start) * width, self.band, stroke=1, fill=1)
        for start, end in self.year.bands(YearBand.OUT):
            self._striped(canvas, x + start * width, foot, max(2.0, (end - start) * width))

    def _striped(self, canvas: Canvas, left: float, foot: float, wide: float) -> None:
        canvas.saveState()
        edge = canvas.beginPath()
        edge.rect(left, foot, wide, self.band)
        canvas.clipPath(edge, stroke=0, fill=0)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
        at = left - self.band
        while at < left + wide:
            canvas.line(at, foot, at + self.band, foot + self.band)
            at += _STRIPE
        canvas.restoreState()
        canvas.setStrokeColor(INK)
        canvas.rect(left, foot, wide, self.band, stroke=1, fill=0)

    def _mark(self, canvas: Canvas, each: MarkedDay, x: float, y: float) -> None:
        canvas.setStrokeColor(INK)
        canvas.setFillColor(white if each.ahead else INK)
        canvas.setLineWidth(0.9)
        half = self.side / 2
        path = canvas.beginPath()
        if each.mark is YearMark.MEETING:
            path.circle(x, y, half)
        elif each.mark is YearMark.REVIEW:
            path.rect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8)
        else:
            _closed(path, [(x + dx * half, y + dy * half) for dx, dy in _CORNERS[each.mark]])
        canvas.drawPath(path, stroke=1, fill=1)
        canvas.setFillColor(INK if each.ahead else white)
        size = self.side * 0.62
        [line] = lines_of([(each.mark.value, True)], 100, size)
        line.draw(canvas, x - line.width(size) / 2, y - size * 0.36, size)

    def _words(self, canvas: Canvas, words: str, x: float, y: float, size: float) -> None:
        canvas.setFillColor(INK)
        for line in lines_of([(words, False)], 200, size):
            line.draw(canvas, x, y, size)


_CORNERS = {
    YearMark.DUE: ((-1.0, 0.95), (1.0, 0.95), (1.0, -0.35), (0.0, -1.05), (-1.0, -0.35)),
    YearMark.MOVE: ((0.0, 1.15), (1.15, 0.0), (0.0, -1.15), (-1.15, 0.0)),
    YearMark.REPORT: ((-0.75, 1.05), (0.35, 1.05), (0.75, 0.65), (0.75, -1.05), (-0.75, -1.05)),
    YearMark.CERTIFICATE: (
        (-0.55, 0.95),
        (0.55, 0.95),
        (1.1, 0.0),
        (0.55, -0.95),
        (-0.55, -0.95),
        (-1.1, 0.0),
    ),
}
"""A flag that points at its day, a diamond, a page with a corner turned, a badge; in halves of a mark, counted up."""


def _closed(path: PDFPathObject, corners: Sequence[tuple[float, float]]) -> None:
    first, *others = corners
    path.moveTo(*first)
    for corner in others:
        path.lineTo(*corner)
    path.close()


def strip_rows(piece: YearDrawn, pen: Pen) -> list[RowOfCells]:
    """The strip alone: what it says in words stands in the pieces after it, so its figure is told in a line."""
    strip = StripOfYear(piece, pen.small, pen.width)
    tags = (PaperTag("Figure", words=piece.title),)
    return [pen.row(Cell(pen.left, pen.width, (strip,), tags=tags), above=pen.size * 0.5)]
