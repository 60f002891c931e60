"""The school years of a child on paper: each as a strip, and the same in words below it."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, Points, SheetOpening, SheetPart, Title, small, words
from carer_app.paper.content.sheet import FOR_WHO_WORKS_WITH_THE_CHILD, Sheet
from carer_app.paper.content.year_drawn import YearDrawn, key_of_marks
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class YearSheet(Sheet):
    """`years` the newest first; `headlines` are sentences."""

    child: str
    as_of: date
    headlines: tuple[str, ...] = ()
    years: tuple[YearDrawn, ...] = ()

    document_title = _("School years so far")
    footer = FOR_WHO_WORKS_WITH_THE_CHILD
    file_name = "School years so far.pdf"

    @property
    def title(self) -> str:
        return _("{child} · school years so far").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not any(each.words for each in self.years)

    def pieces(self) -> tuple[Piece, ...]:
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        return (
            Title(self.title),
            SheetOpening((written,)),
            *(words(line) for line in self.headlines),
            *([small(key)] if (key := key_of_marks(self.years)) else []),
            *(SheetPart(each.title, (each, *_in_words(each))) for each in self.years),
        )


def _in_words(year: YearDrawn) -> tuple[Piece, ...]:
    said: Piece = Points(year.words) if year.words else words(_("No days of this year are known here."))
    return (small(year.note), said) if year.note else (said,)
