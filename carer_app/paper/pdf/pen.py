"""The measures of one sheet, and the rows that all its pieces share: titles, headings, words, lines to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from carer_app.paper.content.pieces import Room
from carer_app.paper.content.printed import Mark
from carer_app.paper.pdf.cells import (
    BODY_WIDTH,
    FOR_THE_EYE,
    INK,
    MUTED,
    NOTES_WIDTH,
    PANEL_PAD,
    TEAL,
    Cell,
    LineOfWords,
    PaperTag,
    RowOfCells,
    WritingLine,
    bold_width,
    spans,
    words,
)
from carer_app.paper.pdf.shapes import MarkShape, NumberInDisc


@dataclass(frozen=True, slots=True)
class Pen:
    """How big the words are, where the body begins and how wide it is; makes the rows that every sheet uses.

    All measures are in points; `left` counts from the left edge of the body, inside the page's margin.
    `snug` sets lines closer together, for a sheet that would only just run on to another page. `room` is how much the
    page has for more lines to write on: for each thing, for all of them together, or none. `labels` is how wide the
    column of labels is that all lists of the sheet share; `warm` lets the child's own words stand out.
    """

    size: float
    left: float = 0.0
    width: float = BODY_WIDTH
    panel: bool = False
    snug: bool = False
    room: Room = Room.NONE
    labels: float = 0.0
    warm: bool = False

    def beside_notes(self) -> "Pen":
        """For a page that keeps a column free for notes."""
        return replace(self, width=self.width - NOTES_WIDTH - 24)

    def in_panel(self) -> "Pen":
        """For rows in the soft box."""
        return replace(self, left=PANEL_PAD + 4, width=self.width - 2 * PANEL_PAD - 4, panel=True)

    def indented(self) -> "Pen":
        """For what stands under a numbered heading."""
        return replace(self, left=self.left + self.indent, width=self.width - self.indent)

    @property
    def indent(self) -> float:
        """How far things with a number or a shape before them are set in."""
        return self.size * 1.75

    @property
    def small(self) -> float:
        """The size of words that may stand back: never below ten points."""
        return max(10.0, self.size * 0.84)

    @property
    def leading(self) -> float:
        """The height of a line as a multiple of the size of its words."""
        return 1.18 if self.snug else 1.34

    @property
    def line(self) -> float:
        """The height of one line of words."""
        return self.size * self.leading

    @property
    def gap(self) -> float:
        """The usual room above a row."""
        return self.size * (0.13 if self.snug else 0.34)

    @property
    def above_heading(self) -> float:
        """The room above a heading; in the soft box it begins inside its edge."""
        return self.size * (0.48 if self.snug else 0.95) + (PANEL_PAD - 2 if self.panel else 0)

    @property
    def writing(self) -> float:
        """The height of a line to write on."""
        return self.size * (1.35 if self.snug else 1.7)

    @property
    def has_room(self) -> bool:
        """Whether columns side by side would still hold a few words each."""
        return self.width / self.size > 30

    def row(
        self, *cells: Cell, above: float | None = None, with_next: bool = False, rule: bool = False
    ) -> RowOfCells:
        """Cells side by side, with the usual room above unless `above` says how much; `rule` draws a line over them."""
        above = self.gap if above is None else above
        return RowOfCells(cells, above=above, with_next=with_next, panel=self.panel, rule_above=rule)

    def line_of(
        self,
        parts: Sequence[tuple[str, bool]],
        *,
        apart: float | None = None,
        small: bool = False,
        with_next: bool = False,
    ) -> RowOfCells:
        """Words over the whole width, some of them bold; `apart` is the room above in heights of a letter."""
        above = None if apart is None else self.size * apart
        if small:
            pieces = self.quiet("".join(text for text, _bold in parts))
        else:
            pieces = spans(parts, self.width, self.size, leading=self.leading)
        return self.row(Cell(self.left, self.width, pieces), above=above, with_next=with_next)

    def words(self, text: str, width: float | None = None, *, bold: bool = False) -> tuple[LineOfWords, ...]:
        """The lines of `text` in `width`, or in the whole of it; none where there are no words."""
        return words(text, width or self.width, self.size, bold=bold, leading=self.leading)

    def quiet(self, text: str, width: float | None = None, *, bold: bool = False) -> tuple[LineOfWords, ...]:
        """Words that may stand back: small and softer."""
        return words(text, width or self.width, self.small, bold=bold, colour=INK if bold else MUTED)

    def title(self, text: str) -> RowOfCells:
        """The heading of the sheet: big, and a little smaller where it then fits on one line."""
        one_line = self.width / max(0.1, bold_width(text, 1.0)) * 0.999
        size = min(self.size * 1.55, max(one_line, self.size * (1.2 if len(text) < 80 else 1.0)))
        pieces = words(text, self.width, size, bold=True, leading=1.2)
        title = Cell(self.left, self.width, pieces, tags=(PaperTag("H1", words=text),))
        return self.row(title, with_next=True)

    def opening(self, lines: Sequence[str]) -> list[RowOfCells]:
        """The lines under the title; the first one says when, and stands out."""
        rows = []
        for place, text in enumerate(lines):
            colour = MUTED if place else INK
            pieces = words(text, self.width, self.small, bold=not place, colour=colour)
            rows.append(self.row(Cell(self.left, self.width, pieces), above=1 if place else self.gap))
        return rows

    def heading(self, text: str, number: int = 0) -> RowOfCells:
        """The heading of a part, with its number in a disc before it; 0 for none. It stays with what follows."""
        size = self.size * 1.12
        left = self.indent if number else 0.0
        pieces = words(text, self.width - left, size, bold=True, colour=TEAL)
        tags = (PaperTag("H", words=text),)
        cells = [Cell(self.left + left, self.width - left, pieces, tags=tags)]
        if number:
            disc = NumberInDisc(number, self.size * 0.92, size * 1.3)
            cells.insert(0, Cell(self.left, left, (disc,), tags=tags))
        return self.row(*cells, above=self.above_heading, with_next=True)

    def reply(self, words: str, indent: float = 0.0) -> RowOfCells:
        """The child's line beneath something the carer wrote."""
        room = self.width - indent
        return self.row(Cell(self.left + indent, room, self.quiet(words, room, bold=True)), above=0)

    def shaped(self, mark: Mark | None, parts: Sequence[tuple[str, bool]], width: float = 0.0) -> list[Cell]:
        """The shape of how far an action has come, if there is one, and its words (some of them bold)."""
        room = (width or self.width) - self.indent
        said = spans(parts, room, self.size, leading=self.leading)
        if mark is None:
            return [Cell(self.left + self.indent, room, said, tags=(PaperTag("P"),))]
        tags = (PaperTag("P"), PaperTag("Figure", words=mark.words))
        shape = Cell(self.left, self.indent, (MarkShape(mark, self.size, self.line),), tags=tags)
        return [shape, Cell(self.left + self.indent, room, said, tags=tags[:1])]

    def counted(self, number: int, text: str) -> RowOfCells:
        """A line with its number before it."""
        room = self.width - self.indent
        before = Cell(
            self.left, self.indent, self.words(f"{number}.", self.indent, bold=True), tags=(PaperTag("Lbl"),)
        )
        said = Cell(
            self.left + self.indent, room, self.words(text, room), tags=(PaperTag("LBody"), PaperTag("P"))
        )
        return self.row(before, said)

    def to_fill_in(self, label: str, known: str, left: float, width: float) -> RowOfCells:
        """A label with what is known, or a line to write it on."""
        if known:
            parts = [(f"{label} ", False), (known, True)]
            return self.row(Cell(left, width, spans(parts, width, self.size, leading=self.leading)))
        pieces = self.words(label, width)
        used = pieces[-1].text.width(self.size) + self.size * 0.4
        writing = Cell(left + used, width - used, (WritingLine(self.line),), tags=FOR_THE_EYE)
        return self.row(Cell(left, width, pieces), writing)
