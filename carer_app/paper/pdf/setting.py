"""From what the pieces of a sheet are to rows on paper. Each row knows its piece, and the parts around that."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from carer_app.paper.content.pieces import (
    CodeGroups,
    Decisions,
    FillIn,
    Labelled,
    LastLines,
    Marked,
    Pairs,
    Paragraph,
    PhotographedPage,
    PicturesBeside,
    PicturesToCut,
    Piece,
    Points,
    Quotation,
    Reply,
    RoomFor,
    SheetOpening,
    SheetPart,
    ShortThings,
    SmallHeading,
    Steps,
    Table,
    Title,
    ToTick,
    WritingLines,
)
from carer_app.paper.content.year_drawn import YearDrawn
from carer_app.paper.pdf.boxes import beside_rows, code_rows, picture_rows
from carer_app.paper.pdf.cells import FOR_THE_EYE, Cell, PaperTag, RowOfCells, WritingLine
from carer_app.paper.pdf.lists import labelled_rows, point_rows, short_rows, step_rows, tick_rows
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.quotes import quote_rows
from carer_app.paper.pdf.shapes import Photo
from carer_app.paper.pdf.strips import strip_rows
from carer_app.paper.pdf.tables import decision_rows, pair_rows, table_rows

MOST_OF_A_PAGE = 640.0
"""Points: as high as a photographed page may be, with its heading above it."""

_TWO, _LONG = 2, 200.0
_LONGEST_LABEL = 0.7


def rows_of(pieces: Iterable[Piece], pen: Pen) -> list[RowOfCells]:
    """The rows of all these pieces, in order."""
    rows = []
    for place, piece in enumerate(pieces):
        within = PaperTag("Sect" if isinstance(piece, SheetPart) else "", place)
        made = _ROWS[type(piece)](piece, pen)
        for number, row in enumerate(made):
            cells = tuple(_placed(cell, within, number, column) for column, cell in enumerate(row.cells))
            # Of two things that belong together neither stands on a page without the other.
            with_next = row.with_next or (len(made) == _TWO and not number and row.height < _LONG)
            rows.append(replace(row, cells=cells, of=((piece, number), *row.of), with_next=with_next))
    return rows


def _placed(cell: Cell, within: PaperTag, number: int, column: int) -> Cell:
    """The cell in its piece; one without tags is a paragraph of its own."""
    if cell.tags:
        return cell.inside(within)
    return replace(cell, tags=(within, PaperTag("", number), PaperTag("P", column)))


def _part(part: SheetPart, pen: Pen) -> list[RowOfCells]:
    on = pen.in_panel() if part.in_box else pen
    heading = [on.heading(part.heading, part.number)] if part.heading else []
    return heading + rows_of(part.pieces, on.indented() if part.number else on)


def _small_heading(piece: SmallHeading, pen: Pen) -> list[RowOfCells]:
    row = pen.line_of(((piece.words, True),), apart=piece.apart, with_next=True)
    [cell] = row.cells
    return [replace(row, cells=(replace(cell, tags=(PaperTag("H", 1, piece.words),)),))]


def _paragraph(piece: Paragraph, pen: Pen) -> list[RowOfCells]:
    return [pen.line_of(piece.spans, apart=piece.apart, small=piece.small)]


def _fill_in(piece: FillIn, pen: Pen) -> list[RowOfCells]:
    width = min(pen.width, pen.size * piece.widest) if piece.widest else pen.width
    return [pen.to_fill_in(piece.label, piece.known, pen.left, width)]


def _last_lines(piece: LastLines, pen: Pen) -> list[RowOfCells]:
    above = pen.above_heading + pen.gap
    first, second = piece.first, piece.second
    if not pen.has_room:
        rows = [pen.to_fill_in(each.label, each.known, pen.left, pen.width) for each in (first, second)]
        return [replace(rows[0], above=above), replace(rows[1], above=pen.size * 0.6)]
    gap = pen.size * 1.4
    half = (pen.width - gap) / 2
    left = pen.to_fill_in(first.label, first.known, pen.left, half)
    right = pen.to_fill_in(second.label, second.known, pen.left + half + gap, half)
    return [pen.row(*left.cells, *right.cells, above=above)]


def _writing_lines(piece: WritingLines, pen: Pen) -> list[RowOfCells]:
    height = pen.writing if piece.together else pen.size * 1.7
    line = Cell(pen.left, pen.width, (WritingLine(height),), tags=FOR_THE_EYE)
    # A last line alone on the next page would belong to nothing.
    keep = piece.count if piece.together else 2
    return [pen.row(line, above=0, with_next=number < keep) for number in range(1, piece.count + 1)]


def _room_for(piece: RoomFor, pen: Pen) -> list[RowOfCells]:
    if pen.room is not piece.room:
        return []
    most = pen.width * _LONGEST_LABEL
    label = pen.quiet(piece.label, most)
    width = label[0].text.width(pen.small) + pen.size * 0.6 if len(label) == 1 else most
    height = label[0].height + 1
    line = Cell(pen.left + width, pen.width - width, (WritingLine(height),), tags=FOR_THE_EYE)
    return [pen.row(Cell(pen.left, width, label), line, above=pen.size * 0.8)]


def _photographed(piece: PhotographedPage, pen: Pen) -> list[RowOfCells]:
    photo = Photo(piece.jpeg, pen.width, MOST_OF_A_PAGE)
    return [pen.row(Cell(pen.left, pen.width, (photo,), tags=(PaperTag("Figure", words=piece.words),)))]


_ROWS: dict[type, Callable[[Any, Pen], list[RowOfCells]]] = {
    Title: lambda piece, pen: [pen.title(piece.words)],
    SheetOpening: lambda piece, pen: pen.opening(piece.lines),
    SheetPart: _part,
    SmallHeading: _small_heading,
    Paragraph: _paragraph,
    Quotation: quote_rows,
    Reply: lambda piece, pen: [pen.reply(piece.words)],
    Points: point_rows,
    Steps: step_rows,
    Labelled: lambda piece, pen: labelled_rows(piece.items, pen, in_column=piece.in_column),
    Marked: lambda piece, pen: [pen.row(*pen.shaped(piece.mark, piece.spans))],
    ShortThings: short_rows,
    ToTick: tick_rows,
    FillIn: _fill_in,
    LastLines: _last_lines,
    WritingLines: _writing_lines,
    RoomFor: _room_for,
    Pairs: pair_rows,
    Table: lambda piece, pen: table_rows(piece, pen, rows_of),
    Decisions: decision_rows,
    CodeGroups: code_rows,
    PicturesToCut: picture_rows,
    PicturesBeside: beside_rows,
    PhotographedPage: _photographed,
    YearDrawn: strip_rows,
}
"""How each piece is set."""
