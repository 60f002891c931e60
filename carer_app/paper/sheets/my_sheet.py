"""The carer's own copy of the sheet for the meeting, with what to say and room for notes."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import Labelled, Piece, SheetOpening, SheetPart, Steps, Title, words
from carer_app.paper.content.printed import Item
from carer_app.paper.content.sheet import Sheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet, numbered_parts
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class MySheet(Sheet):
    """The carer's own sheet: the same page, with what only the carer needs. Others never get this class."""

    sheet: MeetingSheet
    things_to_say: tuple[str, ...] = ()
    who_comes: tuple[str, ...] = ()
    only_here: tuple[Item, ...] = ()

    document_title = _("My notes for a PEP meeting")
    footer = _("Private: about a child. My own copy. Lock it away or shred it after.")
    file_name = "PEP notes with room to write.pdf"
    notes_heading = _("My notes")

    @property
    def title(self) -> str:
        return self.sheet.title

    def pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = [Title(self.title), SheetOpening(self.sheet.opening_lines())]
        if self.things_to_say:
            pieces.append(SheetPart(_("What I want to say"), (Steps(self.things_to_say),), in_box=True))
        if self.who_comes:
            pieces.append(SheetPart(_("Who is coming"), (words(", ".join(self.who_comes)),)))
        if self.only_here:
            pieces.append(SheetPart(_("For me only"), (Labelled(self.only_here),)))
        return (*pieces, *numbered_parts(self.sheet))
