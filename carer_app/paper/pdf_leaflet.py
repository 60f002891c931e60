"""Leaflets and the list of words, as rows on paper."""

from carer_app.paper.content import LeafletSheet, WordsSheet
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row, spans
from carer_app.words import _

_POINT = "- "


def leaflet_rows(sheet: LeafletSheet, pen: Pen) -> list[Row]:
    """The title, for whom it is, and every part with its lines."""
    rows = [pen.title(sheet.title), *pen.opening((sheet.for_whom,))]
    for part in sheet.told:
        rows.append(pen.heading(part.label))
        rows += [_line(line, pen) for line in part.lines]
    return rows + _end(sheet.end, pen)


def words_rows(sheet: WordsSheet, pen: Pen) -> list[Row]:
    """A word in bold with its other names, its meaning beneath."""
    rows = [pen.title(sheet.title), *pen.opening((_("From a meeting about a PEP, in plain words"),))]
    for word in sheet.told:
        said = spans(
            ((f"{word.label}: ", True), (" ".join(word.lines), False)),
            pen.width,
            pen.size,
            leading=pen.leading,
        )
        rows.append(pen.row(Cell(pen.left, pen.width, said)))
    return rows + _end(sheet.end, pen)


def _end(lines: tuple[str, ...], pen: Pen) -> list[Row]:
    """Small and last: the day, and where it comes from."""
    return [
        pen.row(Cell(pen.left, pen.width, pen.quiet(line)), above=0.0 if place else pen.size)
        for place, line in enumerate(lines)
    ]


def _line(line: str, pen: Pen) -> Row:
    if not line.startswith(_POINT):
        return pen.row(Cell(pen.left, pen.width, pen.words(line)))
    indent = pen.size * 1.1
    dot = Cell(pen.left, indent, pen.words("•", indent))
    room = pen.width - indent
    return pen.row(dot, Cell(pen.left + indent, room, pen.words(line.removeprefix(_POINT), room)))
