"""How the form of a school's dates is filled: from what was read, from what is stored, or from last year's pattern."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, count

from sqlalchemy.orm import Session

from carer_app.choices import InsetDays
from carer_app.domain.school import School
from carer_app.domain.school_calendar import Period
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_checks import problems_in
from carer_app.use_cases import doubts
from carer_app.use_cases.checking_dates import ReadDates
from carer_app.use_cases.dates_form import (
    NAMES,
    AskedLine,
    DatesForm,
    DayOff,
    ReaderSaid,
    Stretch,
    YearForm,
    day_in,
    is_over,
    name_by_first,
    period_of,
    usual_first,
    written,
    year_of,
)
from carer_app.use_cases.lookup import find

MOST_YEARS = 3
"""A text of more school years is no table of term dates."""
A_YEAR_OF_WEEKS = timedelta(weeks=52)
"""So far a school year is moved: its weekdays stay what they are."""


def form_of_read(read: ReadDates, source: str, today: date) -> DatesForm:
    """What was read, in its boxes. Where no year was read, the boxes are there, empty: of the school years of the lines
    that were handed back, or of this one. A year that is over is used only where the carer says so."""
    ids = count(1)
    years = sorted(
        {school_year(last) for _first, last in read.periods}
        | {year_of(day) for day in (*read.inset_days, *read.closed_days)}
    ) or _years_of_lines(read, today)
    forms = []
    for year in years:
        periods = [each for each in read.periods if school_year(each[1]) == year]
        forms.append(
            YearForm(
                year,
                stretches=tuple(_stretches(periods, year, ids)),
                days_off=tuple(_days_off(read.inset_days, read.closed_days, year, ids)),
                is_wanted=not is_over(year, today),
                inset_unknown=read.inset_unknown if year == years[-1] else 0,
                inset_total=read.inset_total if len(years) == 1 else 0,
                twilight=read.twilight,
            )
        )
    told = [day for each in read.problems if each.lacks_edge for day in each.days]
    usual = problems_in(read.periods, read.inset_days, read.closed_days, told=told)
    known = {each.sentence for each in usual}
    sentences = {each.sentence for each in read.problems}
    boxes = {*chain.from_iterable(read.periods), *read.inset_days, *read.closed_days}
    lines = tuple(_lines(read, years, ids))
    return DatesForm(
        source=source,
        years=tuple(forms),
        lines=lines,
        said=tuple(
            ReaderSaid(
                each.sentence, each.days, tuple(day for day in each.days if day in boxes), each.lacks_edge
            )
            for each in read.problems
            if each.sentence not in known and not (each.kind == "unused" and lines)
        ),
        quiet=tuple(
            each.sentence for each in usual if each.kind == "bank_holiday" and each.sentence not in sentences
        ),
        next_id=next(ids),
    )


def form_of_stored(session: Session, school_id: int, year: int) -> DatesForm:
    """What is stored of a school year, in its boxes; empty boxes where nothing is."""
    school = find(session, School, school_id)
    ids = count(1)
    periods = [(each.first_day, each.last_day) for each in school.periods]
    mine = [each for each in periods if school_year(each[1]) == year]
    off = [each for each in school.closings if school.year_of(each.day) == year]
    note = next((each for each in school.year_notes if each.year == year), None)
    doubted = doubts.of_year(session, school_id, year)
    form = YearForm(
        year,
        stretches=tuple(_stretches(mine, year, ids)),
        days_off=tuple(DayOff(next(ids), written(each.day), each.is_inset) for each in off),
        inset_unknown=note.inset_unknown if note else 0,
        said=InsetDays(note.inset) if note and not doubted.is_supposed else None,
    )
    return DatesForm(
        source=note.source if note else "",
        years=(form,),
        said=doubted.said,
        quiet=doubted.looked,
        by_hand=True,
        next_id=next(ids),
    )


@dataclass(frozen=True, slots=True)
class YearAtHand:
    """A school year whose dates can be typed or changed."""

    year: int
    name: str
    has_dates: bool


def years_at_hand(session: Session, school_id: int, today: date) -> list[YearAtHand]:
    """This school year, the next one, and every other that is stored."""
    school = find(session, School, school_id)
    stored = {school_year(each.last_day) for each in school.periods}
    years = sorted(stored | {school_year(today), school_year(today) + 1})
    return [YearAtHand(year, say_school_year(year), year in stored) for year in years]


def school_name(session: Session, school_id: int) -> str:
    """What the school is called."""
    return find(session, School, school_id).name


def last_years(session: Session, school_id: int, year: int) -> tuple[Period, ...]:
    """The stretches that are stored of the school year before this one."""
    school = find(session, School, school_id)
    return tuple(
        (each.first_day, each.last_day) for each in school.periods if school_year(each.last_day) == year - 1
    )


def with_pattern(form: DatesForm, year: int, before: Sequence[Period]) -> DatesForm:
    """Last year's stretches, moved by 52 weeks, in the boxes of this year. None counts until it was looked at."""
    there = form.year(year)
    if there is None:
        return form
    ids = count(form.next_id)
    moved = [(first + A_YEAR_OF_WEEKS, last + A_YEAR_OF_WEEKS) for first, last in before]
    stretches = tuple(
        replace(each, moved=("first", "last")) if each.first else each
        for each in _stretches(moved, year, ids)
    )
    return replace(form.with_year(replace(there, stretches=stretches)), next_id=next(ids))


def periods_before(form: DatesForm, year: int, stored: Sequence[Period]) -> tuple[Period, ...]:
    """Last year's stretches: as they stand in this form, or else as they are stored."""
    there = form.year(year - 1)
    mine = [period_of(each, year - 1) for each in there.stretches] if there else []
    return tuple(each for each in mine if each is not None) or tuple(stored)


def empty_stretches(year: int, ids: Iterable[int]) -> list[Stretch]:
    """The six stretches with nothing in them."""
    return _stretches((), year, ids)


def _stretches(periods: Sequence[Period], year: int, ids: Iterable[int]) -> list[Stretch]:
    """Each period under its usual name, empty boxes under the names that are left, all in their order."""
    numbers = iter(ids)
    found: list[tuple[date, Stretch]] = []
    left = list(NAMES)
    for first, last in sorted(periods):
        name = name_by_first(first)
        if name in left:
            left.remove(name)
        else:
            name = ""
        found.append((first, Stretch(0, name, written(first), written(last))))
    found += [(usual_first(name, year), Stretch(0, name)) for name in left]
    found.sort(key=lambda each: each[0])
    return [replace(stretch, id=next(numbers)) for _first, stretch in found]


def _days_off(
    inset: Sequence[date], closed: Sequence[date], year: int, ids: Iterable[int]
) -> Iterable[DayOff]:
    numbers = iter(ids)
    both = [(day, True) for day in inset] + [(day, False) for day in closed if day not in inset]
    for day, is_inset in sorted(set(both)):
        if year_of(day) == year:
            yield DayOff(next(numbers), written(day), is_inset)


def _years_of_lines(read: ReadDates, today: date) -> list[int]:
    """The school years of days that were handed back; this one where there are none, or too many to mean anything."""
    this = school_year(today)
    handed = [each for each in read.account if each.fate == "handed_back"]
    typed = (day_in(each.written, this) for each in handed)
    days = {*chain.from_iterable(each.days for each in handed), *(day for day in typed if day is not None)}
    years = sorted({year_of(day) for day in days})
    return years if 0 < len(years) <= MOST_YEARS else [this]


def _lines(read: ReadDates, years: Sequence[int], ids: Iterable[int]) -> Iterable[AskedLine]:
    """Every day that was handed back, with its line.

    What stands there as a day is in the box beside its line already, in the last of these school years where it names
    none. A day of another year is not: nobody typed it, and it would be wrong there.
    """
    numbers = iter(ids)
    for each in read.account:
        if each.fate == "handed_back":
            day = day_in(each.written, years[-1]) if not each.days else None
            typed = each.written if day is not None and year_of(day) in years else ""
            yield AskedLine(next(numbers), each.line, each.written, each.days, each.reason, typed)
