"""Tables on paper: in columns where there is room, and below each other where words are too big for that."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from carer_app.paper.content.pieces import Column, Decision, Decisions, Pair, Pairs, Piece, Table
from carer_app.paper.content.printed import Item, Mark
from carer_app.paper.pdf.cells import Cell, PaperTag, RowOfCells, WritingLine
from carer_app.paper.pdf.lists import labelled_rows
from carer_app.paper.pdf.pen import Pen

_UNDER_HEADS = 3.0
_TABLE, _FIRST = PaperTag("Table"), PaperTag("TD")
SetPieces = Callable[[Iterable[Piece], Pen], list[RowOfCells]]
"""Makes the rows of pieces: what stands beneath a row of a table is made of pieces too."""


def table_rows(table: Table, pen: Pen, set_pieces: SetPieces) -> list[RowOfCells]:
    """The rows of a table. A column in which nothing stands needs no head; a single one that is left is no table."""
    used = [
        column.to_fill_in or not place or any(row.cells[place] for row in table.rows)
        for place, column in enumerate(table.columns)
    ]
    if not pen.has_room or sum(used) < 2:
        return _stacked(table, pen, set_pieces)
    return _in_columns(table, pen, set_pieces)


def _in_columns(table: Table, pen: Pen, set_pieces: SetPieces) -> list[RowOfCells]:
    has_boxes = any(column.to_fill_in for column in table.columns)
    last = table.first + len(table.rows) - 1
    number_width = pen.size * (0.5 + 0.8 * len(str(last))) if table.numbered else 0.0
    gap = pen.size * (0.5 if has_boxes else 1.2)
    widths = _widths(table.columns, pen, number_width, gap, has_boxes)
    lefts = [pen.left + number_width]
    for width in widths[:-1]:
        lefts.append(lefts[-1] + width + gap)
    heads = [
        Cell(at, width, pen.quiet(column.head, width), tags=(PaperTag("TH", number),))
        for number, (at, width, column) in enumerate(zip(lefts, widths, table.columns, strict=True))
    ]
    rows = [pen.row(*heads, above=1, with_next=True).inside(_TABLE, PaperTag("TR"))]
    below = replace(pen, left=lefts[0], width=pen.width - number_width)
    for place, each in enumerate(table.rows):
        cells = [
            (
                _box(pen, at, width, text) if column.to_fill_in else Cell(at, width, pen.words(text, width))
            ).inside(PaperTag("TD", number))
            for number, (at, width, column, text) in enumerate(
                zip(lefts, widths, table.columns, each.cells, strict=True)
            )
        ]
        if table.numbered:
            before = pen.words(f"{place + table.first}.", number_width, bold=True)
            cells.insert(0, Cell(pen.left, number_width, before, tags=(_FIRST, PaperTag("P", -1))))
        beneath = [row.inside(_FIRST, PaperTag("", 1)) for row in set_pieces(each.beneath, below)]
        row = pen.row(*cells, with_next=bool(beneath))
        if has_boxes:
            row = replace(row, above=pen.gap + 3 if place else _UNDER_HEADS, at_least=pen.line * 1.25)
        else:
            row = replace(row, above=pen.gap * 2 + 3 if place else 1, rule_above=place > 0)
        rows += [each.inside(_TABLE, PaperTag("TR", place + 1)) for each in (row, *beneath)]
    return rows


def _widths(
    columns: tuple[Column, ...], pen: Pen, number_width: float, gap: float, has_boxes: bool
) -> list[float]:
    """How wide each column is, in points. Beside boxes, a share is one of the whole width."""
    gaps = gap * (len(columns) - 1)
    whole = pen.width if has_boxes else pen.width - gaps
    widths = [column.share * whole + column.letters * pen.size for column in columns]
    left = pen.width - number_width - sum(widths) - gaps
    return [width or left for width in widths]


def _stacked(table: Table, pen: Pen, set_pieces: SetPieces) -> list[RowOfCells]:
    """Each row's cells below each other, with their heads before them."""
    inside = pen.indented() if table.numbered else pen
    scope = "Decimal" if table.numbered else ""
    rows: list[RowOfCells] = []
    for place, each in enumerate(table.rows):
        first, *others = zip(table.columns, each.cells, strict=True)
        plain = [Item(text, column.head) for column, text in others if text and not column.to_fill_in]
        below = [*labelled_rows(plain, inside), *_boxes_below(others, inside)]
        begin = _begin(table, place, first[1], pen, with_next=bool(below))
        beneath = [row.inside(PaperTag("LBody"), PaperTag("", 1)) for row in set_pieces(each.beneath, inside)]
        whole = [*begin, *(row.inside(PaperTag("LBody")) for row in below), *beneath]
        whole = [row.inside(PaperTag("L", scope=scope), PaperTag("LI", place)) for row in whole]
        if place and whole and not table.numbered:
            whole[0] = replace(whole[0], above=pen.gap * 3 + 2, rule_above=True)
        rows += whole
    return rows


def _begin(table: Table, place: int, text: str, pen: Pen, *, with_next: bool) -> list[RowOfCells]:
    if table.numbered:
        return [replace(pen.counted(place + table.first, text), with_next=with_next)]
    return [pen.line_of(((text, False),), with_next=with_next).inside(PaperTag("LBody"))] if text else []


def _boxes_below(cells: Iterable[tuple[Column, str]], pen: Pen) -> list[RowOfCells]:
    """The boxes to fill in side by side, each with its head inside."""
    boxed = [(column.head, text) for column, text in cells if column.to_fill_in]
    if not boxed:
        return []
    gap = pen.size * 0.5
    width = (pen.width - (len(boxed) - 1) * gap) / len(boxed)
    boxes = []
    for place, (head, text) in enumerate(boxed):
        pieces = (*pen.quiet(head, width - 10), *(pen.words(text, width - 10) if text else ()))
        tags = (PaperTag("P", place + 1),)
        boxes.append(Cell(pen.left + place * (width + gap), width, pieces, boxed=True, tags=tags))
    return [replace(pen.row(*boxes, above=4), at_least=pen.small * 1.3 + pen.line)]


def _box(pen: Pen, at: float, width: float, text: str) -> Cell:
    return Cell(at, width, pen.words(text, width - 10) if text else (), boxed=True)


def pair_rows(pairs: Pairs, pen: Pen) -> list[RowOfCells]:
    """A name on the left, what belongs to it on the right."""
    return [
        _pair(each, pairs, pen).inside(_TABLE, PaperTag("TR", place)) for place, each in enumerate(pairs.rows)
    ]


def _pair(pair: Pair, pairs: Pairs, pen: Pen) -> RowOfCells:
    width = pen.width * pairs.share
    room = pen.width - width
    name = (*pen.words(pair.name, width, bold=pairs.strong), *pen.quiet(pair.small, width))
    belongs = (
        pen.words(pair.belongs, room, bold=pairs.strong) if pair.belongs else (WritingLine(pen.writing),)
    )
    return pen.row(
        Cell(pen.left, width, name, tags=(PaperTag("TH", scope="Row"), PaperTag("P"))),
        Cell(pen.left + width, room, belongs, tags=(PaperTag("TD"), PaperTag("P"))),
    )


def decision_rows(piece: Decisions, pen: Pen) -> list[RowOfCells]:
    """The heading, then each action with a box beside it."""
    column, gap = pen.size * 9, pen.size
    width = pen.width - column - gap
    at = pen.left + width + gap
    heading = pen.heading(piece.heading)
    if piece.head:
        narrow = replace(pen, width=width).heading(piece.heading)
        heading = replace(narrow, cells=(*narrow.cells, Cell(at, column, pen.quiet(piece.head, column))))
    rows = [heading]
    for place, each in enumerate(piece.rows):
        asked = pen.quiet(each.asked, column - 10) if each.asked else ()
        cells = (*_decision(each, pen, width), Cell(at, column, asked, boxed=True, tags=(PaperTag("P", 1),)))
        row = pen.row(*cells, above=pen.gap * 2 + 5 if place else pen.gap, rule=place > 0)
        row = row.inside(PaperTag("L"), PaperTag("LI", place), PaperTag("LBody"))
        rows.append(replace(row, at_least=pen.line * 2 + sum(line.height for line in asked)))
    return rows


def _decision(each: Decision, pen: Pen, width: float) -> list[Cell]:
    shape, words = pen.shaped(each.mark, [(each.what, False)], width)
    below = pen.quiet(each.state, words.width, bold=each.mark is Mark.LATE)
    note = pen.quiet(each.note, words.width) if each.note else ()
    return [shape, replace(words, drawn=(*words.drawn, *below, *note))]
