"""The slip with numbers, as rows on paper: people the child knows first, then numbers."""

from carer_app.paper.content import NumbersSlip, ToRing
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row, WritingLine
from carer_app.typed_dates import say_day
from carer_app.words import _


def slip_rows(slip: NumbersSlip, pen: Pen) -> list[Row]:
    """Everything on the slip, in order."""
    rows = [
        pen.title(slip.title),
        pen.row(
            Cell(pen.left, pen.width, pen.words(_("You can talk to any of them about anything. Keep this.")))
        ),
        pen.heading(_("People I know")),
    ]
    rows += [row for each in slip.people for row in _person(each, pen)]
    rows.append(pen.heading(_("Numbers I can ring")))
    rows += [row for each in slip.numbers for row in _number(each, pen)]
    told = _(
        "If you tell one of them that someone hurts you, they may have to tell a person whose job is to help. "
        "You can ask them about that first."
    )
    rows.append(pen.row(Cell(pen.left, pen.width, pen.words(told)), above=pen.size))
    if slip.checked_on:
        checked = _("Numbers as we had them on {day}. They can change.").format(day=say_day(slip.checked_on))
        rows.append(pen.row(Cell(pen.left, pen.width, pen.quiet(checked))))
    return rows


def _person(each: ToRing, pen: Pen) -> list[Row]:
    label = pen.width * 0.46
    known = pen.words(each.number, pen.width - label) if each.number else (WritingLine(pen.writing),)
    return [
        pen.row(
            Cell(pen.left, label, pen.words(each.who, label)),
            Cell(pen.left + label, pen.width - label, known),
        )
    ]


def _number(each: ToRing, pen: Pen) -> list[Row]:
    label = pen.width * 0.6
    name = (*pen.words(each.who, label, bold=True), *pen.quiet(f"{each.about} {each.hours}".strip(), label))
    number = pen.words(each.number, pen.width - label, bold=True)
    return [pen.row(Cell(pen.left, label, name), Cell(pen.left + label, pen.width - label, number))]
