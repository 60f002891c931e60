"""Days without full-time school on one page, to hand over: when, how many, who was told, and what must happen."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    Column,
    Paragraph,
    Piece,
    SheetOpening,
    SheetPart,
    SmallHeading,
    Table,
    TableRow,
    Title,
    WritingLines,
    small,
    small_print,
    words,
)
from carer_app.paper.content.printed import Printed, Told, spaced
from carer_app.paper.content.sheet import FOR_WHO_WORKS_WITH_THE_CHILD, Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class TimeOut(Printed):
    """One time without full-time school: when, what it was, how many school days, who was told, and why."""

    when: str
    what: str
    days: str
    told: tuple[str, ...] = ()
    reason: str = ""

    def row(self) -> TableRow:
        """Who was told stands in the last column; the reason beneath."""
        told = "; ".join(self.told) or _("Nothing written down yet")
        beneath: tuple[Piece, ...] = (small(self.reason),) if self.reason else ()
        return TableRow((self.when, self.what, self.days, told), beneath)


@dataclass(frozen=True, slots=True)
class DaysOutSheet(Sheet):
    """What the carer hands over to the social worker, the virtual school or a meeting."""

    child: str
    as_of: date
    written_by: str = ""
    school: str = ""
    total: str = ""
    doubts: tuple[str, ...] = ()
    times: tuple[TimeOut, ...] = ()
    must_happen: tuple[Told, ...] = ()
    small_print: tuple[str, ...] = ()

    document_title = _("Days without full-time school")
    footer = FOR_WHO_WORKS_WITH_THE_CHILD
    file_name = "Days without full-time school.pdf"

    @property
    def title(self) -> str:
        return _("{child} · days without full-time school").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not self.times

    def opening_lines(self) -> tuple[str, ...]:
        """What it comes to, and who wrote it down when."""
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        by = _("written by {carer}").format(carer=self.written_by) if self.written_by else ""
        return tuple(line for line in (self.total, spaced(self.school, written, by)) if line)

    def pieces(self) -> tuple[Piece, ...]:
        columns = (
            Column(_("When"), share=0.3),
            Column(_("What"), share=0.2),
            Column(_("School days"), share=0.16),
            Column(_("Who was told")),
        )
        pieces: list[Piece] = [
            Title(self.title),
            SheetOpening(self.opening_lines()),
            *(words(each) for each in self.doubts),
            Table(columns, tuple(each.row() for each in self.times)),
        ]
        if self.must_happen:
            told = tuple(piece for each in self.must_happen for piece in _told(each))
            pieces.append(SheetPart(_("What must happen"), told))
        pieces.append(SheetPart(_("What we ask for now"), (WritingLines(2),)))
        return (*pieces, *small_print(self.small_print))


def _told(each: Told) -> tuple[SmallHeading, Paragraph]:
    return SmallHeading(each.label, 0.4), words(" ".join(each.lines), 0.0)
