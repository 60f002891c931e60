"""A sheet to fill in by hand, for somebody who keeps nothing on a computer."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import FillIn, Piece, SheetPart, Title, WritingLines, words
from carer_app.paper.content.sheet import Sheet, TextSize
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class BlankNotes(Sheet):
    """The sheet for the meeting with lines to write on, or a child's questions.

    `parts` are the headings, with how many lines each has; `told` are lines to read first.
    """

    title: str
    to_fill_in: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    told: tuple[str, ...] = ()
    text_size: TextSize = 12

    document_title = _("Blank notes for a PEP meeting")
    footer = _("Private when filled in. For people at the meeting only. Shred or hand back after.")
    file_name = "Blank PEP notes.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Title(self.title),
            *(words(line) for line in self.told),
            *(FillIn(label) for label in self.to_fill_in),
            *(SheetPart(heading, (WritingLines(lines),)) for heading, lines in self.parts),
        )
