"""The school card on half a page: whom to ring, who collects, who signs. What only a social worker says is a blank."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import FillIn, Pair, Pairs, Piece, SheetOpening, Title
from carer_app.paper.content.printed import Item
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_short
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class SchoolCardSheet(Sheet):
    """Who does what for a child at school. Parental responsibility, and who must not collect, are not kept here."""

    child: str
    lines: tuple[Item, ...]
    school: str = ""
    written_by: str = ""
    as_of: date | None = None

    document_title = _("A school card")
    footer = _("Private: about a child. For the school office only. Shred it when there is a newer one.")
    file_name = "School card.pdf"

    @property
    def title(self) -> str:
        return _("{child} · school card").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not self.lines

    def opening_lines(self) -> tuple[str, ...]:
        """Which school, and who wrote it when."""
        by = _("Written by {carer}").format(carer=self.written_by) if self.written_by else ""
        day = say_short(self.as_of, with_year=True) if self.as_of else ""
        return tuple(line for line in (" · ".join(each for each in (self.school, by, day) if each),) if line)

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Title(self.title),
            SheetOpening(self.opening_lines()),
            Pairs(tuple(Pair(each.label, each.what) for each in self.lines), 0.44),
            FillIn(_("Parental responsibility (from the social worker)")),
            FillIn(_("Who must not collect (from the social worker)")),
        )
