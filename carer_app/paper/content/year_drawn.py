"""A school year as a picture: one strip from September to August, drawn alike on screen and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from carer_app.paper.content.printed import Printed
from carer_app.typed_dates import MONTHS
from carer_app.words import _


class YearMark(StrEnum):
    """What stands above the strip: a letter in a shape of its own, so that no colour has to say it."""

    MEETING = "P"
    DUE = "D"
    REVIEW = "R"
    MOVE = "M"
    REPORT = "S"
    CERTIFICATE = "C"

    @property
    def words(self) -> str:
        return {
            YearMark.MEETING: _("PEP meeting"),
            YearMark.DUE: _("PEP due by"),
            YearMark.REVIEW: _("child-in-care review"),
            YearMark.MOVE: _("a move"),
            YearMark.REPORT: _("school report"),
            YearMark.CERTIFICATE: _("certificate"),
        }[self]


class YearBand(StrEnum):
    """What a stretch of the strip shows: school is on, or the child was not there full-time."""

    TERM = "term"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """A day with a mark. `ahead` where it has not come yet: then its shape is empty."""

    on: date
    mark: YearMark
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class YearStretch:
    """From one day to another, both inside."""

    first: date
    last: date
    band: YearBand


@dataclass(frozen=True, slots=True)
class YearDrawn(Printed):
    """One school year. `year` is the one it begins in; `words` say all of it, a line for each thing, in its order,
    and `note` what is not known.

    `today` draws a line where now is; None where now is not in this year.
    """

    title: str
    year: int
    stretches: tuple[YearStretch, ...] = ()
    marks: tuple[MarkedDay, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""
    today: date | None = None

    @property
    def first(self) -> date:
        return date(self.year, 9, 1)

    @property
    def last(self) -> date:
        return date(self.year + 1, 8, 31)

    def place(self, day: date) -> float:
        """How far a day is from the left end, between 0 and 1; what lies outside the year is at its end."""
        whole = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def months(self) -> tuple[tuple[float, str], ...]:
        """Where each month begins, and its name in three letters."""
        firsts = [date(self.year + (month < 9), month, 1) for month in (*range(9, 13), *range(1, 9))]
        return tuple((self.place(first), MONTHS[first.month - 1][:3]) for first in firsts)

    def bands(self, band: YearBand) -> tuple[tuple[float, float], ...]:
        """Where the stretches of one band begin and end, as `place` counts. A single day is as wide as a day."""
        return tuple(
            (self.place(each.first), self.place(each.last + timedelta(days=1)))
            for each in self.stretches
            if each.band == band and each.first <= self.last and each.last >= self.first
        )

    def rows_of_marks(self, widest: float) -> tuple[tuple[MarkedDay, ...], ...]:
        """The marks in as few rows as keep them apart, the lowest row first. `widest` is a mark's part of the strip."""
        rows: list[list[MarkedDay]] = []
        for each in sorted(self.marks, key=lambda one: one.on):
            at = self.place(each.on)
            free = next((row for row in rows if at - self.place(row[-1].on) >= widest), None)
            if free is None:
                rows.append([each])
            else:
                free.append(each)
        return tuple(tuple(row) for row in rows)


def key_of_marks(years: Sequence[YearDrawn]) -> str:
    """What is drawn in these years, and nothing else: the letters, the bands, what is empty, and where now is."""
    marks = {each.mark for year in years for each in year.marks}
    bands = {each.band for year in years for each in year.stretches}
    said = [
        (", ".join(f"{mark.value} {mark.words}" for mark in YearMark if mark in marks) + ".") if marks else ""
    ]
    said += (
        [_("An empty shape: still to come.")]
        if any(each.ahead for year in years for each in year.marks)
        else []
    )
    said += [_("A filled band: school is on.")] if YearBand.TERM in bands else []
    said += [_("A striped one: not in school full-time.")] if YearBand.OUT in bands else []
    said += [_("The dark line: today.")] if any(year.today is not None for year in years) else []
    return " ".join(filter(None, said))
