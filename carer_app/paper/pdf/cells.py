"""Rows of cells, and the lines of words in them, with the colours and measures of every sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.pdf.lettering import lines_of
from carer_app.paper.pdf.lines_drawn import TextLine

INK, MUTED, TEAL = HexColor("#22282B"), HexColor("#454E52"), HexColor("#0B5A5E")
EDGE, HAIR, TINT = HexColor("#716B60"), HexColor("#BDB4A5"), HexColor("#EDF5F4")

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 44.0, 32.0, 44.0
BODY_WIDTH = PAGE_WIDTH - 2 * SIDE
NOTES_WIDTH = 146.0
PANEL_PAD = 9.0


class Drawable(Protocol):
    """Anything with a height that can be drawn with its top left corner at x, top. Points, counted up from the foot."""

    @property
    def height(self) -> float:
        """How much of the page it takes, whatever the width."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw it. `width` is that of the cell it stands in."""


@dataclass(frozen=True, slots=True)
class LineOfWords:
    """One line of words."""

    text: TextLine
    size: float
    leading: float
    colour: Color = INK
    to_the_right: bool = False

    @property
    def height(self) -> float:
        return self.leading

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        if self.to_the_right or self.text.right_to_left:
            x += width - self.text.width(self.size)
        if canvas._fillColorObj is not self.colour:  # type: ignore[attr-defined]
            canvas.setFillColor(self.colour)
        self.text.draw(canvas, x, top - self.leading / 2 - 0.34 * self.size, self.size)


@dataclass(frozen=True, slots=True)
class WritingLine:
    """A line to write on."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.6)
        y = top - self.height + 2
        canvas.line(x, y, x + width, y)


@dataclass(frozen=True, slots=True)
class PaperTag:
    """What something is to whoever hears the paper (ISO 32000-1, 14.8.4), and which one of that kind beside others.

    Without a kind it is only a place, so that what stands in it is apart; "Artifact" is for the eye alone. `words` are
    those of a heading, or what a figure shows; `scope` says of what a head cell is the head ("Row"), or how a list
    counts ("Disc", "Decimal").
    """

    kind: str
    number: int = 0
    words: str = ""
    scope: str = ""


FOR_THE_EYE = (PaperTag("Artifact"),)


@dataclass(frozen=True, slots=True)
class Cell:
    """Drawn things below each other, `x` points in from the left of the body. `boxed` draws the box to fill in.

    `tags` say what it is, the outermost first; a cell without any is a paragraph.
    """

    x: float
    width: float
    drawn: tuple[Drawable, ...]
    boxed: bool = False
    tags: tuple[PaperTag, ...] = ()

    @property
    def is_for_the_eye(self) -> bool:
        """Whether it says nothing to who hears the paper: a line or a box to write in."""
        return bool(self.tags) and self.tags[-1].kind == "Artifact"

    def inside(self, *tags: PaperTag) -> "Cell":
        """The same, with these round what it is."""
        return replace(self, tags=(*tags, *(self.tags or (PaperTag("P"),))))

    @property
    def height(self) -> float:
        return sum(each.height for each in self.drawn)


@dataclass(frozen=True, slots=True)
class RowOfCells:
    """Cells side by side. `with_next` keeps a heading with what it heads; `panel` sets the row in the soft box.

    `of` is what it is a row of: pieces of the sheet, the outermost first, each with which of its rows this is, from 0.
    The heading of a part is row 0 of the part itself. Cut by the end of a page, both halves are still the same row.
    """

    cells: tuple[Cell, ...]
    above: float = 0.0
    at_least: float = 0.0
    with_next: bool = False
    panel: bool = False
    rule_above: bool = False
    of: tuple[tuple[object, int], ...] = ()

    @property
    def height(self) -> float:
        return max([self.at_least, *(cell.height for cell in self.cells)])

    def inside(self, *tags: PaperTag) -> "RowOfCells":
        """The same, with these round what each of its cells is."""
        return replace(self, cells=tuple(cell.inside(*tags) for cell in self.cells))

    @property
    def first_lines(self) -> float:
        """What must fit for the row to begin on this page."""
        starts = [sum(each.height for each in cell.drawn[:2]) for cell in self.cells]
        return min(self.height, max([0.0, *starts]))

    def split(self, room: float) -> tuple["RowOfCells", "RowOfCells"] | None:
        """The row cut so that the first part fits in `room`, or None where nothing fits."""
        here: list[Cell] = []
        there: list[Cell] = []
        for cell in self.cells:
            count, used = 0, 0.0
            while count < len(cell.drawn) and used + cell.drawn[count].height <= room:
                used += cell.drawn[count].height
                count += 1
            here.append(replace(cell, drawn=cell.drawn[:count]))
            there.append(replace(cell, drawn=cell.drawn[count:]))
        if not any(cell.drawn for cell in here):
            return None
        return (
            replace(self, cells=tuple(here), at_least=0.0, with_next=False),
            replace(self, cells=tuple(there), above=0.0, at_least=0.0, rule_above=False),
        )


def words(
    text: str, width: float, size: float, *, bold: bool = False, colour: Color = INK, leading: float = 1.3
) -> tuple[LineOfWords, ...]:
    """The lines of `text` at `size` in `width` (points). `leading` is the height of a line in sizes of its words."""
    return spans([(text, bold)], width, size, colour=colour, leading=leading)


def spans(
    parts: Sequence[tuple[str, bool]], width: float, size: float, *, colour: Color = INK, leading: float = 1.3
) -> tuple[LineOfWords, ...]:
    """As `words`, with some of the words bold."""
    return tuple(LineOfWords(line, size, size * leading, colour) for line in lines_of(parts, width, size))


def bold_width(text: str, size: float) -> float:
    """How wide these words are in bold on lines that never end, in points."""
    lines = words(text, 10_000, size, bold=True)
    return max((line.text.width(size) for line in lines), default=0.0)
