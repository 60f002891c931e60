"""The list of actions for the child's review as rows on paper."""

from dataclasses import replace

from carer_app.paper.content import ActionsForReview, Mark, Owed, ReviewAction
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row
from carer_app.words import _

_TO_DECIDE = (Mark.LATE, Mark.OPEN, Mark.PARTLY, Mark.TO_COME)
_LOOKED_BACK_ON = (Mark.DONE, Mark.ENDED)


def review_rows(sheet: ActionsForReview, pen: Pen) -> list[Row]:
    """Everything on the list, grouped by who owes it."""
    rows = [pen.title(sheet.title), *pen.opening(sheet.opening_lines())]
    for owed in sheet.owed:
        rows += _owed(owed, pen)
    return rows


def _owed(owed: Owed, pen: Pen) -> list[Row]:
    column = pen.size * 9
    gap = pen.size
    width = pen.width - column - gap
    at = pen.left + width + gap
    heading = pen.heading(owed.who)
    if any(action.mark in _TO_DECIDE for action in owed.actions):
        narrow = replace(pen, width=width).heading(owed.who)
        decided = Cell(at, column, pen.quiet(_("Decided at the review"), column))
        heading = replace(narrow, cells=(*narrow.cells, decided))
    rows = [heading]
    for place, action in enumerate(owed.in_order()):
        cells = _action(action, pen, width)
        asks = _("What difference did it make?") if action.mark in _LOOKED_BACK_ON else ""
        label = pen.quiet(asks, column - 10) if asks else ()
        cells.append(Cell(at, column, label, boxed=True))
        row = pen.row(*cells, above=pen.gap * 2 + 5 if place else pen.gap, rule=place > 0)
        least = pen.line * 2 + sum(line.height for line in label)
        rows.append(replace(row, at_least=least))
    return rows


def _action(action: ReviewAction, pen: Pen, width: float) -> list[Cell]:
    shape, words = pen.shaped(action.mark, [(action.what, False)], width)
    below = pen.quiet(action.state_line, words.width, bold=action.mark is Mark.LATE)
    note = pen.quiet(action.note, words.width) if action.note else ()
    return [shape, replace(words, pieces=(*words.pieces, *below, *note))]
