"""Lists on paper: points, steps, things with a label, short things side by side, things to tick."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from carer_app.paper.content.pieces import (
    Labelled,
    Marked,
    Paragraph,
    Piece,
    Points,
    SheetPart,
    ShortThings,
    Steps,
    ToTick,
)
from carer_app.paper.content.printed import Item
from carer_app.paper.pdf.cells import FOR_THE_EYE, Cell, PaperTag, RowOfCells, WritingLine, bold_width, spans
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.shapes import TickBox

_MOST, _SHARED = 0.34, 0.24
"""Of the width: the most a column of labels takes, and the most that the lists of a sheet share."""


def point_rows(piece: Points, pen: Pen) -> list[RowOfCells]:
    """A dot before each."""
    indent = pen.size * 1.1
    room = pen.width - indent
    return [
        pen.row(
            Cell(pen.left, indent, pen.words("•", indent), tags=(PaperTag("Lbl"),)),
            Cell(pen.left + indent, room, pen.words(line, room), tags=(PaperTag("LBody"), PaperTag("P"))),
        ).inside(PaperTag("L", scope="Disc"), PaperTag("LI", place))
        for place, line in enumerate(piece.lines)
    ]


def step_rows(piece: Steps, pen: Pen) -> list[RowOfCells]:
    """A number before each. Where they stand apart, the first is clear of what is above it."""
    rows = [
        pen.counted(number, line).inside(PaperTag("L", scope="Decimal"), PaperTag("LI", number))
        for number, line in enumerate(piece.lines, 1)
    ]
    if piece.apart is None:
        return rows
    above = pen.size * piece.apart
    return [replace(row, above=above if place else 2 * above) for place, row in enumerate(rows)]


def short_rows(piece: ShortThings, pen: Pen) -> list[RowOfCells]:
    """Two to a line; one below the other where they are not short or there is no room."""
    gap = pen.size * 1.2
    left = replace(pen, width=(pen.width - gap) / 2)
    right = replace(left, left=pen.left + left.width + gap)
    halves = [_short_thing(each, left, place) for place, each in enumerate(piece.things)]
    if not pen.has_room or len(halves) < 2 or any(len(half[-1].drawn) > 2 for half in halves):
        return [pen.row(*_short_thing(each, pen, place)) for place, each in enumerate(piece.things)]
    rows = []
    for place in range(0, len(halves), 2):
        beside = [
            cell
            for each in piece.things[place + 1 : place + 2]
            for cell in _short_thing(each, right, place + 1)
        ]
        rows.append(pen.row(*halves[place], *beside))
    return rows


def _short_thing(thing: Marked | Paragraph, pen: Pen, place: int) -> list[Cell]:
    cells = (
        pen.shaped(thing.mark, thing.spans) if isinstance(thing, Marked) else pen.line_of(thing.spans).cells
    )
    return [cell.inside(PaperTag("L"), PaperTag("LI", place), PaperTag("LBody")) for cell in cells]


def tick_rows(piece: ToTick, pen: Pen) -> list[RowOfCells]:
    """A box before each, a line to write on below it."""
    rows = []
    width = pen.width - pen.indent
    for place, line in enumerate(piece.lines):
        box = Cell(pen.left, pen.indent, (TickBox(pen.line, pen.size * 0.85),), tags=FOR_THE_EYE)
        said = Cell(pen.left + pen.indent, width, (*pen.words(line, width), WritingLine(pen.writing)))
        said = said.inside(PaperTag("L"), PaperTag("LI", place), PaperTag("LBody"))
        rows.append(pen.row(box, said))
    return rows


def shared_column(pieces: Iterable[Piece], pen: Pen) -> float:
    """How wide the labels of all lists of a sheet are, so that what they say begins at one edge; long ones apart."""
    most = pen.width * _SHARED
    widths = [
        width
        for piece in pieces
        for width in (
            [shared_column(piece.pieces, pen)] if isinstance(piece, SheetPart) else _label_widths(piece, pen)
        )
        if width <= most
    ]
    return max(widths, default=0.0)


def _label_widths(piece: Piece, pen: Pen) -> list[float]:
    if not isinstance(piece, Labelled) or not piece.in_column:
        return []
    widths = [_label_width(item, pen) for item in piece.items if item.label]
    return [max((width for width in widths if width <= pen.width * _MOST), default=0.0)]


def _label_width(item: Item, pen: Pen) -> float:
    return bold_width(item.label, pen.size) + pen.size * 0.9


def labelled_rows(items: Sequence[Item], pen: Pen, *, in_column: bool = True) -> list[RowOfCells]:
    """Lines with a bold label in a column of their own; a long label goes before its words instead."""
    most = pen.width * _MOST
    widths = [_label_width(item, pen) for item in items if item.label]
    column = max((width for width in widths if in_column and width <= most), default=0.0)
    if 0 < column < pen.labels:
        column = pen.labels
    rows = []
    for place, item in enumerate(items):
        within = (PaperTag("L"), PaperTag("LI", place))
        if column == 0 or not item.label or _label_width(item, pen) > column:
            parts = [(f"{item.label}: ", True)] if item.label else []
            pieces = spans([*parts, (item.what, False)], pen.width, pen.size, leading=pen.leading)
            cells = [Cell(pen.left, pen.width, pieces, tags=(PaperTag("LBody"), PaperTag("P")))]
        else:
            room = pen.width - column
            label = Cell(pen.left, column, pen.words(item.label, column, bold=True), tags=(PaperTag("Lbl"),))
            said = pen.words(item.what, room)
            cells = [label, Cell(pen.left + column, room, said, tags=(PaperTag("LBody"), PaperTag("P")))]
        rows.append(pen.row(*cells, with_next=bool(item.reply)).inside(*within))
        if item.reply:
            rows.append(pen.reply(item.reply, column).inside(*within, PaperTag("LBody"), PaperTag("", 1)))
    return rows
