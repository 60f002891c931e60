"""School dates that were read from somewhere, to be looked at before they count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from carer_app.choices import InsetDays
from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school import LATE_AUGUST, School
from carer_app.domain.school_calendar import ONE_DAY, SchoolCalendar, days_between
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_pattern import lacking
from carer_app.typed_dates import say_day
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.words import _, plural

MOST_DAYS = 400
LONGEST_HOLIDAY_IN_YEAR = timedelta(weeks=4)
"""No holiday within a school year is as long as this: what lies between is not known."""

INSET_DAYS_A_YEAR = 5
"""As many as most schools have (SI 1999/3181: 190 days for pupils of 195)."""


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """A sentence about what was read, and the days it is about, as far as they are known.

    "unused" is the `kind` of one that only says of days that their lines are handed back.
    `lacks_edge` says that of a stretch beginning, or ending, on its day the other edge is missing.
    """

    sentence: str
    days: tuple[date, ...] = ()
    kind: str = ""
    lacks_edge: bool = False


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day of the source, and what became of it: "used", "left_out" or "handed_back"."""

    line: str
    written: str
    days: tuple[date, ...]
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """The words of an answer, and what was read if it is this one."""

    words: str
    read: "ReadDates"


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """What the source alone does not settle. Nothing counts before it is answered."""

    sentence: str
    answers: tuple[ReadAnswer, ...]


@dataclass(frozen=True, slots=True)
class ReadDates:
    """What was read, from text or a calendar file. `not_understood` are lines to show; `account` is every day.

    `inset_unknown` are training days without a day; `inset_total` is how many the source itself counts, 0 where it
    does not.
    """

    periods: tuple[tuple[date, date], ...]
    inset_days: tuple[date, ...] = ()
    closed_days: tuple[date, ...] = ()
    inset_unknown: int = 0
    inset_total: int = 0
    twilight: int = 0
    problems: tuple[ReadProblem, ...] = ()
    not_understood: tuple[str, ...] = ()
    account: tuple[ReadDay, ...] = ()
    question: ReadQuestion | None = None


@dataclass(frozen=True, slots=True)
class DayKind:
    """What one day of a school year is: "open", "inset", "closed", "bank", "weekend", "off" or "unknown"."""

    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class YearToCheck:
    """One school year as it would count. `year` is the one it begins in; `lines` say it in words, a stretch a line.

    `open_days` are those of teachers, `pupil_days` those of pupils. `days` are all days from first to last.
    `missing` are terms, or halves of terms, of which there is nothing: the counts are then not those of the year.
    `is_supposed` says that these training days may be all, as there are as many as most schools have. Neither the
    source nor the carer has said so, and so they are not taken for all.
    """

    year: int
    name: str
    periods: tuple[tuple[date, date], ...]
    inset_days: tuple[date, ...]
    closed_days: tuple[date, ...]
    inset: InsetDays
    inset_unknown: int
    open_days: int
    pupil_days: int
    lines: tuple[str, ...]
    days: tuple[DayKind, ...]
    missing: tuple[str, ...] = ()
    is_supposed: bool = False


def years_to_check(read: ReadDates) -> list[YearToCheck]:
    """What was read, school year by school year."""
    years = sorted({school_year(last) for _first, last in read.periods})
    return [_year(read, year, is_last=year == years[-1]) for year in years]


def stored_years(session: Session, school_id: int) -> list[YearToCheck]:
    """The school years that are stored, each as it counts."""
    school = find(session, School, school_id)
    periods = tuple((period.first_day, period.last_day) for period in school.periods)
    inset = tuple(each.day for each in school.closings if each.is_inset)
    closed = tuple(each.day for each in school.closings if not each.is_inset)
    return years_to_check(ReadDates(periods, inset, closed))


def use_dates(
    session: Session,
    school_id: int,
    years: Sequence[YearToCheck],
    source: str,
    draft_place: DraftKey = NOWHERE,
) -> None:
    """Use these dates for their school years, all or none; other years stay. `school_dates.put_back` undoes it."""
    school = find(session, School, school_id)
    for year in years:
        school.take_year(year.year, year.periods, year.inset_days, year.closed_days)
        note = school.year_note(year.year)
        note.inset, note.inset_unknown, note.source = year.inset, year.inset_unknown, source
    drafts.forget(session, draft_place)


def _year(read: ReadDates, year: int, *, is_last: bool) -> YearToCheck:
    periods = tuple(period for period in read.periods if school_year(period[1]) == year)
    inset = tuple(day for day in read.inset_days if _year_of(day) == year)
    closed = tuple(day for day in read.closed_days if _year_of(day) == year)
    calendar = SchoolCalendar(periods, inset, closed)
    open_to_teachers = SchoolCalendar(periods, (), closed).pupil_days()
    inside = sum(any(first <= day <= last for first, last in periods) for day in inset)
    unknown = read.inset_unknown if is_last else 0
    return YearToCheck(
        year=year,
        name=say_school_year(year),
        periods=periods,
        inset_days=inset,
        closed_days=closed,
        inset=how_known(len(inset), unknown, read.twilight),
        inset_unknown=unknown,
        open_days=open_to_teachers + len(inset) - inside,
        pupil_days=calendar.pupil_days(),
        lines=tuple(_lines(calendar)),
        days=tuple(_days(calendar)),
        missing=lacking(periods, year),
    )


def _year_of(day: date) -> int:
    return day.year if (day.month, day.day) >= LATE_AUGUST else school_year(day)


def how_known(dated: int, unknown: int = 0, twilight: int = 0) -> InsetDays:
    """What the days themselves say: however many there are, that they are all somebody has to say."""
    if dated:
        return InsetDays.PARTLY
    return InsetDays.TWILIGHT if twilight and not unknown else InsetDays.NOT_KNOWN


def may_be_all(dated: int, unknown: int = 0) -> bool:
    """Whether there are as many training days as most schools have, and none is still to come."""
    return dated >= INSET_DAYS_A_YEAR and not unknown


def _lines(calendar: SchoolCalendar) -> list[str]:
    lines = []
    for first, last in calendar.periods:
        days = plural("{count} day for pupils", "{count} days for pupils", calendar.pupil_days(first, last))
        lines.append(
            _("{first} to {last}: {days}").format(first=say_day(first), last=say_day(last), days=days)
        )
    for words, days_off in (
        (_("Training day: {day}"), calendar.inset_days),
        (_("Closed: {day}"), calendar.closed_days),
    ):
        lines += [words.format(day=say_day(day)) for day in days_off]
    return lines


def _days(calendar: SchoolCalendar) -> list[DayKind]:
    """Every day from the first to the last, as it would be drawn."""
    first, last = calendar.periods[0][0], calendar.periods[-1][1]
    unknown = {
        day
        for before, after in pairwise(calendar.periods)
        if after[0] - before[1] > LONGEST_HOLIDAY_IN_YEAR
        for day in days_between(before[1] + ONE_DAY, after[0] - ONE_DAY)
    }
    found = []
    for day in list(days_between(first, last))[:MOST_DAYS]:
        why = calendar.why_shut(day)
        kind = "open" if why is None else {"bank_holiday": "bank", "break": "off"}.get(why, why)
        if kind == "off":
            kind = "unknown" if day in unknown else "bank" if is_bank_holiday(day) else kind
        found.append(DayKind(day, kind))
    return found
