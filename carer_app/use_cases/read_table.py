"""What was read of a school's dates, to be looked over where nothing is kept: each stretch, and what was not there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from carer_app.domain.school_years import say_school_year
from carer_app.typed_dates import say_day, say_span
from carer_app.use_cases.checked_form import check
from carer_app.use_cases.checking_dates import ReadDates
from carer_app.use_cases.dates_form import DayOff, YearForm, day_in, name_words, period_of
from carer_app.use_cases.filling_dates import form_of_read
from carer_app.words import _, plural


@dataclass(frozen=True, slots=True)
class ReadYear:
    """One school year as it was read: a line for each of its stretches, read or not, and for its days off."""

    name: str
    lines: tuple[str, ...]
    looks: tuple[str, ...]


def table_of(read: ReadDates, today: date) -> tuple[ReadYear, ...]:
    """Every school year that was read; nothing where no stretch was."""
    if not read.periods:
        return ()
    found = []
    form = form_of_read(read, "", today)
    for checked in check(replace(form, years=tuple(replace(each, is_wanted=True) for each in form.years))):
        counted = dict(checked.pupil_days)
        lines = [_stretch(checked.form, place, counted) for place in range(len(checked.form.stretches))]
        lines += _days_off(checked.form)
        looks = tuple(dict.fromkeys(each.sentence for each in (*checked.wrong, *checked.look)))
        found.append(ReadYear(say_school_year(checked.form.year), tuple(lines), looks))
    return tuple(found)


def _stretch(year: YearForm, place: int, counted: dict[int, int]) -> str:
    stretch = year.stretches[place]
    name, period = name_words(stretch.name), period_of(stretch, year.year)
    if period is None:
        told = [say_day(day) for text in (stretch.first, stretch.last) if (day := day_in(text, year.year))]
        words = _("{stretch}: not read as a whole ({days}).") if told else _("{stretch}: not read.")
        return words.format(stretch=name, days=", ".join(told))
    count = counted.get(stretch.id)
    days = say_span(*period, with_year=True)
    if count is None:
        return _("{stretch}: {days}.").format(stretch=name, days=days)
    school = plural("{count} day for pupils", "{count} days for pupils", count)
    return _("{stretch}: {days}, {school}.").format(stretch=name, days=days, school=school)


def _days_off(year: YearForm) -> list[str]:
    training = [each for each in year.days_off if each.is_inset]
    closed = [each for each in year.days_off if not each.is_inset]
    lines = [_("Training days: {days}.").format(days=_said(training, year))]
    if not training:
        lines = [_("Training days: none were read.")]
    if closed:
        lines.append(_("School closed: {days}.").format(days=_said(closed, year)))
    return lines


def _said(days: Sequence[DayOff], year: YearForm) -> str:
    return ", ".join(say_day(day) for each in days if (day := day_in(each.day, year.year)))
