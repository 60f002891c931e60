"""The blank sheet: headings, and lines to write on."""

from carer_app.paper.content import BlankNotes
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row, WritingLine


def blank_rows(sheet: BlankNotes, pen: Pen) -> list[Row]:
    """What is to be filled in at the top, then each part with its lines."""
    rows = [pen.title(sheet.title)]
    rows += [pen.row(Cell(pen.left, pen.width, pen.words(line))) for line in sheet.told]
    rows += [pen.to_fill_in(label, "", pen.left, pen.width) for label in sheet.to_fill_in]
    for heading, lines in sheet.parts:
        rows.append(pen.heading(heading))
        line = Cell(pen.left, pen.width, (WritingLine(pen.writing),))
        # A last line alone on the next page would belong to nothing.
        rows += [pen.row(line, above=0, with_next=number < lines) for number in range(1, lines + 1)]
    return rows
