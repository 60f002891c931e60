"""The form of a school's dates: what stands in its boxes, as it was read or typed. Nothing in it counts yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from carer_app.choices import InsetDays, WhatDay
from carer_app.domain.school import LATE_AUGUST
from carer_app.domain.school_calendar import Period
from carer_app.domain.school_years import school_year
from carer_app.errors import NotADate
from carer_app.spoken_days import spoken_day
from carer_app.typed_dates import read_day, say_short
from carer_app.words import _

Box = Literal["first", "last", "day"]
NAMES = ("autumn_1", "autumn_2", "spring_1", "spring_2", "summer_1", "summer_2")
"""The six stretches of most school years, in their order."""
_FIRST_UNTIL = ((10, 14), (12, 15), (2, 8), (3, 22), (5, 18))
_LAST_UNTIL = ((11, 6), (1, 2), (3, 1), (4, 20), (6, 8))
_USUAL = ((9, 2), (11, 1), (1, 4), (2, 20), (4, 14), (6, 1))


@dataclass(frozen=True, slots=True)
class Stretch:
    """School days between two holidays: the texts of its two boxes.

    `moved` names the boxes that hold last year's day, moved, until somebody looked at them. Every `id` is given once
    in a form.
    """

    id: int
    name: str = ""
    first: str = ""
    last: str = ""
    moved: tuple[Box, ...] = ()

    def text(self, box: Box) -> str:
        """What stands in one of its boxes."""
        return self.first if box == "first" else self.last

    def with_text(self, box: Box, text: str) -> "Stretch":
        """With this in one of its boxes."""
        return replace(self, first=text) if box == "first" else replace(self, last=text)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without pupils: a training day, or closed for another reason."""

    id: int
    day: str = ""
    is_inset: bool = True


@dataclass(frozen=True, slots=True)
class Put:
    """What the answer to a line put into the form, and what was there before.

    `box` is "new" where a row was added, "year" where a school year was, else the box or the kind. `was_moved` says
    that last year's day stood there.
    """

    id: int
    box: Literal["first", "last", "kind", "new", "year"]
    before: str
    now: str
    was_moved: bool = False


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line that was handed back. `typed` is its day, where the carer types it; `what` is what they say it is."""

    id: int
    line: str
    written: str = ""
    days: tuple[date, ...] = ()
    reason: str = ""
    typed: str = ""
    what: WhatDay | None = None
    put: tuple[Put, ...] = ()


@dataclass(frozen=True, slots=True)
class ReaderSaid:
    """A sentence of the reader, and the days it is about.

    `held` are those that stood in a box when it was said. Once one of them stands in none, it is put right.
    `lacks_edge` says that it asks for the other edge of the stretch that begins, or ends, on its day.
    """

    sentence: str
    days: tuple[date, ...] = ()
    held: tuple[date, ...] = ()
    lacks_edge: bool = False


@dataclass(frozen=True, slots=True)
class YearForm:
    """One school year, by the year it begins in. `said` is what the carer said of its training days, if anything.

    `kept` are the rows that the source says nothing of: they hold what counts now. `inset_total` is how many training
    days the source itself counts, 0 where it does not.
    """

    year: int
    stretches: tuple[Stretch, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    is_wanted: bool = True
    inset_unknown: int = 0
    twilight: int = 0
    said: InsetDays | None = None
    kept: tuple[int, ...] = ()
    inset_total: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in any box."""
        return not any(each.first or each.last for each in self.stretches) and not any(
            each.day for each in self.days_off
        )


@dataclass(frozen=True, slots=True)
class DatesForm:
    """Every school year that is looked at, and the lines that were handed back.

    `said` are the reader's own sentences; `quiet` are those about bank holidays that the source itself names.
    """

    source: str
    years: tuple[YearForm, ...] = ()
    lines: tuple[AskedLine, ...] = ()
    said: tuple[ReaderSaid, ...] = ()
    quiet: tuple[str, ...] = ()
    by_hand: bool = False
    next_id: int = 1

    def with_year(self, year: YearForm) -> "DatesForm":
        """With this year in place of the one that was there."""
        return replace(self, years=tuple(year if each.year == year.year else each for each in self.years))

    def with_line(self, line: AskedLine) -> "DatesForm":
        """With this line in place of the one that was there."""
        return replace(self, lines=tuple(line if each.id == line.id else each for each in self.lines))

    def year(self, year: int) -> YearForm | None:
        """The form of this school year, if it is there."""
        return next((each for each in self.years if each.year == year), None)

    def stretches(self) -> Iterator[tuple[YearForm, Stretch]]:
        """Every stretch with its year."""
        return ((year, each) for year in self.years for each in year.stretches)

    def days_off(self) -> Iterator[tuple[YearForm, DayOff]]:
        """Every day off with its year."""
        return ((year, each) for year in self.years for each in year.days_off)


def name_words(name: str) -> str:
    """What a stretch is called, as schools say it."""
    return {
        "autumn_1": _("Autumn, first half"),
        "autumn_2": _("Autumn, second half"),
        "spring_1": _("Spring, first half"),
        "spring_2": _("Spring, second half"),
        "summer_1": _("Summer, first half"),
        "summer_2": _("Summer, second half"),
    }.get(name, _("Another part of the year"))


def written(day: date) -> str:
    """A day as it stands in a box."""
    return say_short(day, with_year=True)


def read_box(text: str, year: int) -> date:
    """The day in a box of a school year; raises NotADate. Without its year a day lies in that school year.

    No box looks at another: changing one never changes the day in another.
    """
    inside = date(year, 9, 30)  # a day without a year is then looked for from 1 August on
    typed = " ".join(text.casefold().split()).rstrip(".")
    if typed and spoken_day(typed, inside, "future") is not None:
        raise NotADate(_("Type the day and the month here, like this: 10 March."))
    return read_day(text, inside)


@lru_cache(maxsize=1024)
def day_in(text: str, year: int) -> date | None:
    """The day in a box, or None where there is none that can be read."""
    try:
        return read_box(text, year) if text.strip() else None
    except NotADate:
        return None


def days_as_read(line: AskedLine, years: Iterable[int]) -> set[date]:
    """The days that stand in a line that was handed back, whatever was typed for it since."""
    return set(line.days) or {day for year in years if (day := day_in(line.written, year))}


def is_over(year: int, today: date) -> bool:
    """Whether a school year has ended: its last term ends in July."""
    return today > date(year + 1, 7, 31)


def lines_asked(form: DatesForm) -> tuple[AskedLine, ...]:
    """The lines that are asked about: not those without an answer whose days all lie in years that are left out."""
    left_out = {each.year for each in form.years if not each.is_wanted}
    years = [each.year for each in form.years]

    def is_asked(line: AskedLine) -> bool:
        days = days_as_read(line, years)
        return line.what is not None or not days or any(year_of(day) not in left_out for day in days)

    return tuple(each for each in form.lines if not left_out or is_asked(each))


def period_of(stretch: Stretch, year: int) -> Period | None:
    """The days of a stretch, once both can be read, were looked at, and stand in their order."""
    first, last = day_in(stretch.first, year), day_in(stretch.last, year)
    if first is None or last is None or last < first or stretch.moved:
        return None
    return first, last


def year_of(day: date) -> int:
    """The school year that a day belongs to; the last days of August are of the year to come."""
    return day.year if (day.month, day.day) >= LATE_AUGUST else school_year(day)


def name_by_first(day: date) -> str:
    """The stretch that usually begins around this day."""
    return _name(day, _FIRST_UNTIL)


def name_by_last(day: date) -> str:
    """The stretch that usually ends around this day."""
    return _name(day, _LAST_UNTIL)


def usual_first(name: str, year: int) -> date:
    """About when a stretch begins, to open a calendar at and to keep stretches in order."""
    month, day = _USUAL[NAMES.index(name) if name in NAMES else 0]
    return date(year if month > 8 else year + 1, month, day)


def _name(day: date, until: tuple[tuple[int, int], ...]) -> str:
    year = year_of(day)
    for name, (month, last) in zip(NAMES, until, strict=False):
        if day < date(year if month > 8 else year + 1, month, last):
            return name
    return NAMES[-1]
