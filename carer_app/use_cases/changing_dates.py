"""What a carer changes in the form of a school's dates. Each change gives a new form; the old one is Undo."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Literal

from carer_app.choices import WhatDay
from carer_app.domain.school_calendar import days_between
from carer_app.errors import NotADate
from carer_app.use_cases.dates_form import (
    AskedLine,
    Box,
    DatesForm,
    DayOff,
    Put,
    Stretch,
    YearForm,
    day_in,
    name_by_first,
    name_by_last,
    name_words,
    period_of,
    read_box,
    written,
    year_of,
)
from carer_app.use_cases.filling_dates import empty_stretches
from carer_app.words import _

_RANGE = ("-", "–", "—", " to ", " until ")
MOST_OF_A_LINE = 40
"""So many days at most are closed by one line: a longer one is a holiday."""
A_WHOLE_TERM = timedelta(weeks=9)
"""Nothing is as long as this without a half term in it."""


def type_in(form: DatesForm, row_id: int, box: Box, text: str) -> DatesForm:
    """Put what was typed into one box. What is typed was looked at."""
    for year, stretch in form.stretches():
        if stretch.id == row_id and box != "day":
            moved = tuple(each for each in stretch.moved if each != box)
            changed = _with_stretch(year, replace(stretch.with_text(box, text), moved=moved))
            return form.with_year(_not_kept(changed, row_id))
    for year, off in form.days_off():
        if off.id == row_id:
            return form.with_year(_not_kept(_with_day(year, replace(off, day=text)), row_id))
    for line in form.lines:
        if line.id == row_id:
            return say_line(form.with_line(replace(line, typed=text)), row_id, line.what)
    return form


def can_split(form: DatesForm, row_id: int) -> bool:
    """Whether this is a whole term in the boxes of its first half, and those of its second half are empty."""
    return _halves(form, row_id) is not None


def split(form: DatesForm, row_id: int) -> DatesForm:
    """The last day of a whole term becomes that of its second half; the days of the half term are still to be typed."""
    halves = _halves(form, row_id)
    if halves is None:
        return form
    year, first, second = halves
    moved = replace(second, last=first.last)
    return form.with_year(_with_stretch(_with_stretch(year, replace(first, last="")), moved))


def looked_at(form: DatesForm, row_id: int) -> DatesForm:
    """Last year's pattern is right for this stretch."""
    for year, stretch in form.stretches():
        if stretch.id == row_id:
            return form.with_year(_with_stretch(year, replace(stretch, moved=())))
    return form


def is_right(form: DatesForm, sentences: Collection[str]) -> DatesForm:
    """The carer looked at what these sentences say: they are not said again. What is changed is checked anew."""
    said = tuple(each for each in form.said if each.sentence not in sentences)
    return replace(form, said=said, quiet=(*form.quiet, *sentences))


def add_stretch(form: DatesForm, year: int) -> DatesForm:
    """One more stretch at the end of a year, with empty boxes."""
    there = form.year(year)
    if there is None:
        return form
    added = replace(there, stretches=(*there.stretches, Stretch(form.next_id)))
    return replace(form.with_year(added), next_id=form.next_id + 1)


def add_day(form: DatesForm, year: int, is_inset: bool) -> DatesForm:
    """One more day without pupils, with an empty box."""
    there = form.year(year)
    if there is None:
        return form
    added = replace(there, days_off=(*there.days_off, DayOff(form.next_id, "", is_inset)))
    return replace(form.with_year(added), next_id=form.next_id + 1)


def add_year(form: DatesForm, year: int) -> DatesForm:
    """The empty boxes of one more school year."""
    if form.year(year) is not None:
        return form
    ids = count(form.next_id)
    added = YearForm(year, stretches=tuple(empty_stretches(year, ids)))
    years = tuple(sorted((*form.years, added), key=lambda each: each.year))
    return replace(form, years=years, next_id=next(ids))


def take_out(form: DatesForm, row_id: int) -> DatesForm:
    """Take out a stretch or a day without pupils."""
    for year in form.years:
        kept = replace(
            year,
            stretches=tuple(each for each in year.stretches if each.id != row_id),
            days_off=tuple(each for each in year.days_off if each.id != row_id),
        )
        form = form.with_year(kept)
    return form


def say_kind(form: DatesForm, row_id: int, is_inset: bool) -> DatesForm:
    """A day without pupils is a training day, or it is not."""
    for year, off in form.days_off():
        if off.id == row_id:
            return form.with_year(_with_day(year, replace(off, is_inset=is_inset)))
    return form


def want_year(form: DatesForm, year: int, wanted: bool) -> DatesForm:
    """Use a school year, or leave it out."""
    there = form.year(year)
    return form if there is None else form.with_year(replace(there, is_wanted=wanted))


def say_line(form: DatesForm, line_id: int, what: WhatDay | None) -> DatesForm:
    """Say what a line that was handed back is. What an answer before put into the form is taken out again."""
    line = next((each for each in form.lines if each.id == line_id), None)
    if line is None:
        return form
    for put in reversed(line.put):
        form = _taken_back(form, put)
    days, puts = days_of_line(form, line), list[Put]()
    if what is not None and what != WhatDay.NOTHING:
        puts = [Put(year, "year", "", "") for year in sorted({year_of(day) for day in days})]
        puts = [put for put in puts if form.year(put.id) is None]
        for put in puts:
            form = add_year(form, put.id)
    if what in (WhatDay.INSET, WhatDay.CLOSED):
        for day in days:
            form, put = _with_day_off(form, day, what == WhatDay.INSET)
            puts.append(put)
    elif what in (WhatDay.FIRST, WhatDay.LAST) and days:
        form, ends = _with_end(form, days[0] if what == WhatDay.FIRST else days[-1], what)
        puts += ends
    return form.with_line(replace(line, what=what, put=tuple(puts)))


def days_of_line(form: DatesForm, line: AskedLine) -> tuple[date, ...]:
    """The days that a line is about: those that were read, or the one that the carer typed for it."""
    if not line.days:
        try:
            return (read_for_line(form, line.typed),) if line.typed.strip() else ()
        except NotADate:
            return ()
    if len(line.days) == 2 and any(mark in line.written for mark in _RANGE):
        between = list(days_between(min(line.days), max(line.days)))
        if len(between) <= MOST_OF_A_LINE:
            return tuple(day for day in between if day.weekday() < 5)
    return line.days


def came_of(form: DatesForm, line: AskedLine) -> str:
    """What came of the answer to a line, in a sentence; nothing where what it put there was changed since."""
    if line.what is None:
        return ""
    if line.what == WhatDay.NOTHING:
        return _("It changes nothing.")
    if not days_of_line(form, line):
        return _("It counts once its day is typed.")
    for put in line.put:
        for _year, stretch in form.stretches():
            if stretch.id == put.id and put.box in ("first", "last") and put.now == stretch.text(put.box):
                words = _("Put in: {stretch}, {what}.")
                return words.format(stretch=name_words(stretch.name), what=line.what.words)
        for _year, off in form.days_off():
            if off.id == put.id and (put.box == "kind" or put.now == off.day):
                return _("Put in: {what}.").format(what=line.what.words)
    return ""


def read_for_line(form: DatesForm, text: str) -> date:
    """The day that is typed for a line; raises NotADate, also for a day of a school year that is not here."""
    day = read_box(text, form.years[-1].year)
    if form.year(year_of(day)) is None:
        said = _("{day} is in none of the school years here. Check the year.")
        raise NotADate(said.format(day=written(day)))
    return day


def _halves(form: DatesForm, row_id: int) -> tuple[YearForm, Stretch, Stretch] | None:
    for year, first in form.stretches():
        period = period_of(first, year.year)
        if first.id != row_id or period is None or period[1] - period[0] < A_WHOLE_TERM:
            continue
        name = first.name.replace("_1", "_2")
        second = next((each for each in year.stretches if each.name == name and each.id != row_id), None)
        if second is not None and not second.first.strip() and not second.last.strip():
            return year, first, second
    return None


def _with_stretch(year: YearForm, stretch: Stretch) -> YearForm:
    return replace(
        year, stretches=tuple(stretch if each.id == stretch.id else each for each in year.stretches)
    )


def _not_kept(year: YearForm, row_id: int) -> YearForm:
    """What is typed over is no more what counts now."""
    return replace(year, kept=tuple(each for each in year.kept if each != row_id))


def _with_day(year: YearForm, off: DayOff) -> YearForm:
    return replace(year, days_off=tuple(off if each.id == off.id else each for each in year.days_off))


def _with_day_off(form: DatesForm, day: date, is_inset: bool) -> tuple[DatesForm, Put]:
    """The day on the list of days without pupils; one that is there already only changes its kind."""
    for year, off in form.days_off():
        if day_in(off.day, year.year) == day:
            put = Put(off.id, "kind", _kind(off.is_inset), _kind(is_inset))
            return form.with_year(_with_day(year, replace(off, is_inset=is_inset))), put
    form = add_day(form, year_of(day), is_inset)
    row_id = form.next_id - 1
    return type_in(form, row_id, "day", written(day)), Put(row_id, "new", "", written(day))


def _with_end(form: DatesForm, day: date, what: WhatDay) -> tuple[DatesForm, list[Put]]:
    """The day as the first or last one of the stretch it usually belongs to; a new one where that was taken out."""
    box: Box = "first" if what == WhatDay.FIRST else "last"
    year = form.year(year_of(day))
    assert year is not None
    name = name_by_first(day) if box == "first" else name_by_last(day)
    stretch = next((each for each in year.stretches if each.name == name), None)
    puts = []
    if stretch is None:
        form = add_stretch(form, year.year)
        stretch = Stretch(form.next_id - 1)
        puts.append(Put(stretch.id, "new", "", ""))
    ends: Literal["first", "last"] = "first" if box == "first" else "last"
    puts.append(Put(stretch.id, ends, stretch.text(box), written(day), ends in stretch.moved))
    return type_in(form, stretch.id, box, written(day)), puts


def _taken_back(form: DatesForm, put: Put) -> DatesForm:
    """Without what an answer put there; what was typed over it since stays."""
    if put.box == "year":
        kept = tuple(each for each in form.years if each.year != put.id or not each.is_empty)
        return replace(form, years=kept)
    for year, stretch in form.stretches():
        if stretch.id != put.id:
            continue
        if put.box == "new":
            return form if stretch.first or stretch.last else take_out(form, put.id)
        if (put.box == "first" or put.box == "last") and stretch.text(put.box) == put.now:
            moved = (*stretch.moved, put.box) if put.was_moved else stretch.moved
            before = replace(stretch.with_text(put.box, put.before), moved=tuple(sorted(moved)))
            return form.with_year(_with_stretch(year, before))
    for year, off in form.days_off():
        if off.id != put.id:
            continue
        if put.box == "new" and off.day == put.now:
            return take_out(form, put.id)
        if put.box == "kind" and _kind(off.is_inset) == put.now:
            return form.with_year(_with_day(year, replace(off, is_inset=put.before == "inset")))
    return form


def _kind(is_inset: bool) -> str:
    return "inset" if is_inset else "closed"
