"""The adults' sheet: read in a minute before the meeting begins."""

from dataclasses import dataclass
from datetime import date, time

from carer_app.paper.content.at_the_meeting import Ask
from carer_app.paper.content.pieces import Piece, SheetOpening, SheetPart, Steps, Title, WritingLines, told
from carer_app.paper.content.printed import Item, when_words
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_short
from carer_app.words import _

_LINES_TO_WRITE_ON = 3


@dataclass(frozen=True, slots=True)
class AdultsSheet(Sheet):
    """What the grown-ups should know before the child joins. A file of its own, never a page of another sheet."""

    child: str
    meeting_on: date | None = None
    meeting_at: time | None = None
    written_by: str = ""
    written_on: date | None = None
    to_know: tuple[Item, ...] = ()
    school_could: tuple[Ask, ...] = ()

    document_title = _("For the adults at a PEP meeting")
    footer = _("Private. For the adults only, not for the meeting table. Shred or hand back after.")
    file_name = "For the adults only.pdf"

    @property
    def title(self) -> str:
        return _("Before {child} joins us").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not (self.to_know or self.school_could)

    def opening_lines(self) -> tuple[str, ...]:
        """When the meeting is, and who wrote this: only what is known."""
        by = _("Written by {name}").format(name=self.written_by) if self.written_by else ""
        if by and self.written_on:
            by = _("{written_by} on {day}").format(written_by=by, day=say_short(self.written_on))
        return tuple(line for line in (when_words(self.meeting_on, self.meeting_at), by) if line)

    def pieces(self) -> tuple[Piece, ...]:
        known = [piece for item in self.to_know for piece in told(item.label, item.what)]
        asks = Steps(tuple(ask.in_a_line for ask in self.school_could))
        could = SheetPart(_("What school could do"), (asks, WritingLines(_LINES_TO_WRITE_ON)))
        return (Title(self.title), SheetOpening(self.opening_lines()), *known, could)
