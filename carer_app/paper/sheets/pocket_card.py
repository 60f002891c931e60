"""The card for the pocket: three things to say, big, clear of the day above them. Nobody is named on it."""

from dataclasses import dataclass
from datetime import date, time

from carer_app.paper.content.pieces import Piece, SheetOpening, SheetPart, Steps, Title
from carer_app.paper.content.printed import comma, when_words
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PocketCard(Sheet):
    """Three things to say, for the carer's own hand. Nobody is named on it."""

    things_to_say: tuple[str, ...]
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""

    title = _("Three things to say")
    document_title = title
    footer = _("Cut along the line. My own card. Shred it after.")
    file_name = "Three things to say.pdf"
    is_card = True

    @property
    def is_empty(self) -> bool:
        return not self.things_to_say

    def opening_lines(self) -> tuple[str, ...]:
        """When and where, in one line; none where neither is known."""
        return tuple(
            line for line in (comma(when_words(self.meeting_on, self.meeting_at), self.where),) if line
        )

    def pieces(self) -> tuple[Piece, ...]:
        things = SheetPart("", (Steps(self.things_to_say, apart=0.6),), in_box=True)
        return (Title(self.title), SheetOpening(self.opening_lines()), things)
