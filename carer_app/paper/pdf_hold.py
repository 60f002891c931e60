"""What is held about a child, or dates that were worked out, as rows on paper."""

from carer_app.paper.content import DatesSheet, WhatIHold
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row


def hold_rows(sheet: WhatIHold | DatesSheet, pen: Pen) -> list[Row]:
    """A heading and its lines, one after the other."""
    rows = [pen.title(sheet.title), *pen.opening(sheet.opening_lines())]
    for told in sheet.told:
        rows.append(pen.heading(told.label))
        rows += [pen.row(Cell(pen.left, pen.width, pen.words(line))) for line in told.lines]
    return rows
