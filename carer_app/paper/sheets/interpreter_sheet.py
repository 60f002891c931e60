"""The sheet for the meeting in numbered lines, each with room beside it for another language."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import Column, Piece, SheetOpening, SheetPart, Table, TableRow, Title
from carer_app.paper.content.sheet import Sheet
from carer_app.paper.plain import lines_of_part
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class InterpreterSheet(Sheet):
    """What is on the sheet for everybody, for somebody who says or writes it in another language.

    The numbers go on from part to part: both at the table know what is meant by "line 12".
    """

    of: MeetingSheet

    document_title = _("For an interpreter at a PEP meeting")
    footer = _(
        "Private: about a child. For the interpreter and people at the meeting. Shred or hand back after."
    )
    file_name = "For an interpreter.pdf"

    @property
    def title(self) -> str:
        return _("{child} · for the interpreter").format(child=self.of.child)

    @property
    def is_empty(self) -> bool:
        return not self.of.sections()

    def pieces(self) -> tuple[Piece, ...]:
        columns = (Column(_("English")), Column(_("In the other language"), share=0.47, to_fill_in=True))
        parts, first = [], 1
        for section in self.of.sections():
            lines = lines_of_part(self.of, section)
            rows = tuple(TableRow((line, "")) for line in lines)
            table = Table(columns, rows, numbered=True, first=first)
            parts.append(SheetPart(self.of.heading(section), (table,)))
            first += len(lines)
        return (Title(self.title), SheetOpening(self.of.opening_lines()), *parts)
