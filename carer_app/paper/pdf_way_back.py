"""The way-back-in sheet as rows on paper: the code big and numbered, and what to do with it. It names nobody."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content import WayBackSheet
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import EDGE, INK, Cell, Row
from carer_app.paper.pdf_text import lines_of
from carer_app.typed_dates import say_day
from carer_app.words import _

GROUPS = 6
LETTERS = 4
_ACROSS = 3


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one group, each in a box of its own; without letters, empty boxes to write in."""

    letters: str
    side: float

    @property
    def height(self) -> float:
        return self.side

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setLineWidth(0.9)
        size = self.side * 0.72
        for place in range(LETTERS):
            left = x + place * self.side
            canvas.setStrokeColor(EDGE)
            canvas.rect(left, top - self.side, self.side, self.side, stroke=1, fill=0)
            if self.letters:
                canvas.setFillColor(INK)
                [letter] = lines_of([(self.letters[place], True)], self.side * 2, size)
                letter.draw(canvas, left + (self.side - letter.width(size)) / 2, top - self.side * 0.76, size)


def way_back_rows(sheet: WayBackSheet, pen: Pen) -> list[Row]:
    """Everything on the sheet, in order."""
    rows = [pen.title(sheet.title)]
    if sheet.made_on:
        made = _("PEP Companion · made on {day}").format(day=say_day(sheet.made_on))
        rows += pen.opening([made])
    else:
        rows.append(pen.to_fill_in(_("PEP Companion · made on"), "", pen.left, pen.width))
    rows.append(_words(pen, _("Do not keep this next to the computer."), bold=True, above=pen.size * 0.6))
    rows.append(
        _words(
            pen,
            _(
                "If you forget your password, this code opens your locked records. So it does for anyone else who "
                "has it. Keep it with your important papers, or with someone you trust."
            ),
        )
    )
    if not sheet.groups:
        rows.append(_words(pen, _("Copy the code into the boxes, one letter or number in each.")))
    rows += _code(sheet, pen)
    rows.append(pen.heading(_("How to use it, on this computer or another")))
    rows += [pen.counted(number, step) for number, step in enumerate(_steps(), 1)]
    cross_out = _("When you make a new sheet, this one stops working. Cross it out and shred it.")
    rows.append(_words(pen, cross_out, above=pen.size * 0.9))
    replaced = _("Replaced on")
    return [*rows, pen.to_fill_in(replaced, "", pen.left, min(pen.width, pen.size * 24))]


def _words(pen: Pen, text: str, *, bold: bool = False, above: float | None = None) -> Row:
    return pen.row(Cell(pen.left, pen.width, pen.words(text, bold=bold)), above=above)


def _code(sheet: WayBackSheet, pen: Pen) -> list[Row]:
    """Three groups to a line, each with its number above."""
    gap = 22.0
    width = (pen.width - gap * (_ACROSS - 1)) / _ACROSS
    side = width / LETTERS
    groups = sheet.groups or ("",) * GROUPS
    rows = []
    for first in range(0, GROUPS, _ACROSS):
        cells = [
            Cell(
                pen.left + place * (width + gap),
                width,
                (
                    *pen.words(_("Group {number}").format(number=first + place + 1), width),
                    Letters(group, side),
                ),
            )
            for place, group in enumerate(groups[first : first + _ACROSS])
        ]
        rows.append(pen.row(*cells, above=pen.size * 0.8))
    return rows


def _steps() -> tuple[str, ...]:
    return (
        _(
            "You need two things: this paper, and your records or a backup of them (such as your memory stick)."
        ),
        _("On the same computer: choose “I have forgotten it”, then “I have my way-back-in sheet”."),
        _(
            "On another computer: install PEP Companion, choose “I have a backup from another computer”, and type the "
            "code where it asks for the password."
        ),
        _("Type the code. Capitals, spaces and dashes make no difference."),
        _("Choose a new password. Your records are all there, and this sheet still works."),
    )
