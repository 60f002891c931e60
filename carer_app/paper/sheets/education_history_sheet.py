"""A child’s education so far, in the order of the law’s list, with room for what school knows better."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    Column,
    Piece,
    Points,
    SheetOpening,
    SheetPart,
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
class SchoolBefore(Printed):
    """A school, and from when to when in words."""

    name: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class EducationHistorySheet(Sheet):
    """What the carer's records say; what they do not say has lines to write on."""

    child: str
    as_of: date
    written_by: str = ""
    schools: tuple[SchoolBefore, ...] = ()
    out_of_school: tuple[str, ...] = ()
    attendance: tuple[str, ...] = ()
    achieved: tuple[Told, ...] = ()
    marks: tuple[str, ...] = ()
    extra_help: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    leisure: tuple[str, ...] = ()
    at_home: tuple[str, ...] = ()
    small_print: tuple[str, ...] = ()

    document_title = _("Education so far")
    footer = FOR_WHO_WORKS_WITH_THE_CHILD
    file_name = "Education so far.pdf"

    @property
    def title(self) -> str:
        return _("{child} · education so far").format(child=self.child)

    def pieces(self) -> tuple[Piece, ...]:
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        by = _("written by {carer}").format(carer=self.written_by) if self.written_by else ""
        columns = (Column(_("School")), Column(_("From"), share=0.33), Column(_("Until"), share=0.33))
        rows = tuple(TableRow((each.name, each.since, each.until)) for each in self.schools)
        present = (*self.attendance, *self.out_of_school)
        achieved = (*(line for year in self.achieved for line in _of_year(year)), *self.marks)
        return (
            Title(self.title),
            SheetOpening((spaced(written, by),)),
            SheetPart(_("Schools"), (Table(columns, rows),) if rows else _lines(())),
            SheetPart(
                _("Attendance and behaviour"),
                (*(_lines(present) if present else ()), small(_("For school to fill in:")), WritingLines(2)),
            ),
            SheetPart(_("What went well and was achieved"), _lines(achieved)),
            SheetPart(_("Extra help at school"), _lines(self.extra_help)),
            SheetPart(_("School now"), _lines(self.now)),
            SheetPart(_("What is planned"), _lines(self.planned)),
            SheetPart(_("Clubs and free time"), _lines(self.leisure)),
            SheetPart(_("What we do at home for it"), _lines(self.at_home)),
            *small_print(self.small_print),
        )


def _lines(lines: tuple[str, ...]) -> tuple[Piece, ...]:
    """The lines, or room to write where the records say nothing."""
    if not lines:
        return (WritingLines(2),)
    return (Points(lines),) if len(lines) > 1 else (words(lines[0]),)


def _of_year(year: Told) -> tuple[str, ...]:
    return tuple(_("{year}: {what}").format(year=year.label, what=line) for line in year.lines)
