"""Small drawn shapes: what a colour would say on screen is a shape on paper, safe in black and white."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content.printed import Mark
from carer_app.paper.pdf.cells import EDGE, INK, TEAL
from carer_app.paper.pdf.lettering import lines_of


@dataclass(frozen=True, slots=True)
class MarkShape:
    """The shape of a `Mark`: empty box, triangle with "!", half box, ticked box, crossed-out box."""

    mark: Mark
    size: float
    leading: float

    @property
    def height(self) -> float:
        return self.leading

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        side = self.size * 0.82
        y = top - self.leading / 2 - side / 2
        canvas.setLineWidth(max(0.9, self.size * 0.075))
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        if self.mark is Mark.LATE:
            _triangle(canvas, x, y, side)
            return
        if self.mark is Mark.TO_COME:  # no box: nothing to be ticked off by a child
            canvas.circle(x + side / 2, y + side / 2, side * 0.3, stroke=1, fill=0)
            return
        canvas.roundRect(x, y, side, side, side * 0.15, stroke=1, fill=0)
        path = canvas.beginPath()
        if self.mark is Mark.DONE:
            canvas.setLineWidth(self.size * 0.13)
            path.moveTo(x + side * 0.2, y + side * 0.5)
            path.lineTo(x + side * 0.42, y + side * 0.25)
            path.lineTo(x + side * 0.82, y + side * 0.78)
            canvas.drawPath(path, stroke=1, fill=0)
        elif self.mark is Mark.PARTLY:
            path.moveTo(x, y)
            path.lineTo(x + side, y)
            path.lineTo(x + side, y + side)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        elif self.mark is Mark.ENDED:
            canvas.line(x + side * 0.2, y + side * 0.5, x + side * 0.8, y + side * 0.5)


@dataclass(frozen=True, slots=True)
class NumberInDisc:
    """A number in a teal disc."""

    number: int
    size: float
    leading: float

    @property
    def height(self) -> float:
        return self.leading

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        radius = self.size * 0.68
        middle = top - self.leading / 2
        canvas.setFillColor(TEAL)
        canvas.circle(x + radius, middle, radius, stroke=0, fill=1)
        canvas.setFillColor(white)
        size = self.size * 0.86
        [line] = lines_of([(str(self.number), True)], 100, size)
        line.draw(canvas, x + radius - line.width(size) / 2, middle - size * 0.36, size)


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick in the middle of its cell."""

    height: float
    side: float

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.9)
        canvas.roundRect(x, top - self.height / 2 - self.side / 2, self.side, self.side, 2)


def _triangle(canvas: Canvas, x: float, y: float, side: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x - side * 0.08, y - side * 0.04)
    path.lineTo(x + side * 1.08, y - side * 0.04)
    path.lineTo(x + side / 2, y + side * 1.04)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)
    canvas.setFillColor(white)
    canvas.rect(x + side * 0.43, y + side * 0.34, side * 0.14, side * 0.36, stroke=0, fill=1)
    canvas.circle(x + side * 0.5, y + side * 0.17, side * 0.09, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG of our own making, as big as `widest` by `highest` points allow."""

    data: bytes
    widest: float
    highest: float

    @property
    def height(self) -> float:
        return self._size()[1]

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        wide, high = self._size()
        canvas.drawImage(ImageReader(BytesIO(self.data)), x, top - high, wide, high)

    def _size(self) -> tuple[float, float]:
        wide, high = ImageReader(BytesIO(self.data)).getSize()
        scale = min(self.widest / wide, self.highest / high)
        return wide * scale, high * scale
