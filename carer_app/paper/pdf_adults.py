"""The adults' sheet and the pocket card, as rows on paper."""

from dataclasses import replace

from carer_app.paper.content import AdultsSheet, PocketCard
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row, WritingLine
from carer_app.words import _

_LINES_TO_WRITE_ON = 3


def adults_rows(sheet: AdultsSheet, pen: Pen) -> list[Row]:
    """Each thing under its own small heading: it is read in a minute before the meeting begins."""
    rows = [pen.title(sheet.title), *pen.opening(sheet.opening_lines())]
    for item in sheet.to_know:
        rows += pen.told(item.label, item.what)
    rows.append(pen.heading(_("What school could do")))
    rows += [pen.counted(number, ask.in_a_line) for number, ask in enumerate(sheet.school_could, 1)]
    line = pen.row(Cell(pen.left, pen.width, (WritingLine(pen.writing),)), above=0)
    return [*rows, *[line] * _LINES_TO_WRITE_ON]


def pocket_rows(card: PocketCard, pen: Pen) -> list[Row]:
    """Three numbered lines, big, clear of the day above them."""
    box = pen.in_panel()
    rows = [pen.title(card.title), *pen.opening(card.opening_lines())]
    things = [box.counted(number, thing) for number, thing in enumerate(card.things_to_say, start=1)]
    return [
        *rows,
        *(replace(row, above=pen.size * (0.6 if place else 1.2)) for place, row in enumerate(things)),
    ]
