"""Dates and their working, for a carer who keeps nothing. About nobody by name."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, SheetOpening, Title, parts_of
from carer_app.paper.content.printed import Told
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class DatesSheet(Sheet):
    """Dates that were worked out from days alone."""

    as_of: date
    told: tuple[Told, ...] = ()

    title = _("Dates for a PEP")
    document_title = title
    footer = _(
        "Worked out by PEP Companion from the days that were typed. Please check with the social worker."
    )
    file_name = "PEP dates.pdf"

    def opening_lines(self) -> tuple[str, ...]:
        """The day on which they were worked out."""
        return (_("Worked out on {day}").format(day=say_day(self.as_of)),)

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), SheetOpening(self.opening_lines()), *parts_of(self.told))
