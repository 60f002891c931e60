"""What is stored about a child, for the fostering service or whoever may ask."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, SheetOpening, Title, parts_of
from carer_app.paper.content.printed import Told
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class WhatIHold(Sheet):
    """What is stored about a child, where, and who can open it."""

    child: str
    as_of: date
    told: tuple[Told, ...] = ()

    document_title = _("What I hold")
    footer = _("Private: about a child. Shred or hand back after.")
    file_name = "What I hold.pdf"

    @property
    def title(self) -> str:
        return _("What I hold about {child}").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        """Where it was looked up, and on which day."""
        return (_("In PEP Companion, on {day}").format(day=say_day(self.as_of)),)

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), SheetOpening(self.opening_lines()), *parts_of(self.told))
