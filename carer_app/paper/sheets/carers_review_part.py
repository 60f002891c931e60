"""The carer's own part of a child-in-care review: to send, to copy into the council's form, or to read from."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, SheetOpening, Title, parts_of
from carer_app.paper.content.printed import Told
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class CarersReviewPart(Sheet):
    """What the carer wrote, each under a short heading."""

    child: str
    carer: str = ""
    review_on: date | None = None
    chaired_by: str = ""
    written: tuple[Told, ...] = ()

    document_title = _("The carer’s part of a review")
    footer = _("Private: about a child. For people at the review only. Shred or hand back after.")
    file_name = "My part of a review.pdf"

    @property
    def title(self) -> str:
        return _("{child}’s review · the carer’s part").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not self.written

    def opening_lines(self) -> tuple[str, ...]:
        """When the review is, for whom, and from whom: only what is known."""
        on = _("For the review on {day}").format(day=say_day(self.review_on)) if self.review_on else ""
        chair = _("For {name}, who runs the review").format(name=self.chaired_by) if self.chaired_by else ""
        by = _("Written by {name}").format(name=self.carer) if self.carer else ""
        return tuple(line for line in (on, chair, by) if line)

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), SheetOpening(self.opening_lines()), *parts_of(self.written))
