"""What the form of a school's dates comes to: what would count, and what is wrong beside which box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from carer_app.choices import InsetDays, WhatDay
from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_checks import problems_in
from carer_app.errors import NotADate
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import checking_dates
from carer_app.use_cases.changing_dates import read_for_line
from carer_app.use_cases.checking_dates import ReadDates, YearToCheck, years_to_check
from carer_app.use_cases.dates_form import (
    AskedLine,
    Box,
    DatesForm,
    DayOff,
    ReaderSaid,
    YearForm,
    day_in,
    days_as_read,
    name_by_first,
    name_by_last,
    period_of,
    read_box,
    year_of,
)
from carer_app.use_cases.school_dates import why_needless
from carer_app.words import _

LONGEST_PERIOD = timedelta(weeks=20)
"""No English term is as long as this, so a longer stretch has a wrong year in it."""
LONGEST_HOLIDAY = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence beside one box; an empty `box` is the row as a whole, `row_id` 0 the school year.

    `asks` for a look: the carer can say that it is right as it is.
    """

    row_id: int
    box: Box | None
    sentence: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class CheckedYear:
    """One school year of the form.

    `counts` is what would be used, None where no stretch is whole; `pupil_days` are those of each whole stretch, by
    its id. `wrong` must be put right before it can be used,
    except what is in `unfinished`, which somebody may still be typing; `look` is only to be looked at. `staff` says
    beside which box a day without pupils stands, and when they come: a stretch can begin, or end, with training.
    Of a year that is left out nothing is asked.
    """

    form: YearForm
    name: str
    counts: YearToCheck | None
    pupil_days: tuple[tuple[int, int], ...]
    wrong: tuple[Beside, ...]
    unfinished: tuple[Beside, ...]
    look: tuple[Beside, ...]
    staff: tuple[Beside, ...] = ()


def check(form: DatesForm) -> tuple[CheckedYear, ...]:
    """Every school year of the form, as it would count."""
    told = [_as_read(form, year) for year in form.years]
    counted = {year.year: year for each in told for year in years_to_check(each)}
    overlaps = _overlaps(form)
    found = []
    for year, read in zip(form.years, told, strict=True):
        wrong = [*_wrong_days(year), *_wrong_order(year)]
        wrong += [each for each in overlaps if any(each.row_id == row.id for row in year.stretches)]
        counts = counted.get(year.year)
        found.append(
            CheckedYear(
                form=year,
                name=say_school_year(year.year),
                counts=_with_how_known(year, counts) if counts else None,
                pupil_days=tuple(_pupil_days(year, read)),
                wrong=tuple(_one_a_box(wrong)),
                unfinished=tuple(_unfinished(year)),
                look=tuple(_looks(form, year, read)) if year.is_wanted else (),
                staff=tuple(_staff_alone(year, read)),
            )
        )
    return tuple(found)


def hinders(form: DatesForm, checked: Sequence[CheckedYear] | None = None) -> tuple[Beside, ...]:
    """Everything that must be put right, in the order of the page, before the years that are wanted can be used.

    `checked` is what the form comes to, where that is known already.
    """
    wanted = [each for each in checked or check(form) if each.form.is_wanted and not each.form.is_empty]
    if not wanted and not all(each.is_empty for each in form.years):
        return (Beside(0, None, _("Tick the school year whose dates you want to use. None is ticked now.")),)
    if not wanted:
        row = next((each for _year, each in form.stretches()), None)
        words = _("Type the first and the last day of a part of the year. There is nothing to use yet.")
        return (Beside(row.id if row else 0, "first" if row else None, words),)
    found = list(_lines_without_a_day(form))
    for year in wanted:
        rows = [*(each.id for each in year.form.stretches), *(each.id for each in year.form.days_off)]
        mine = _one_a_box([*year.wrong, *year.unfinished])
        if not mine and year.counts is None:
            words = _(
                "Type the first and the last day of a part of the year. A day off alone is not a school year."
            )
            mine = [Beside(rows[0], "first", words)] if year.form.stretches else []
        found += sorted(mine, key=lambda each: (rows.index(each.row_id), each.box == "last"))
    return tuple(found)


def _lines_without_a_day(form: DatesForm) -> Iterator[Beside]:
    """Lines with an answer that counts for nothing: no day is typed for it, or none that can be read."""
    for line in form.lines:
        if line.what in (None, WhatDay.NOTHING) or line.days:
            continue
        if not line.typed.strip():
            yield Beside(line.id, "day", _("Type the day of this line, or choose another answer for it."))
            continue
        try:
            read_for_line(form, line.typed)
        except NotADate as why:
            yield Beside(line.id, "day", str(why))


def years_to_use(form: DatesForm, checked: Sequence[CheckedYear] | None = None) -> list[YearToCheck]:
    """The school years that are used: exactly what the page shows of those that are wanted."""
    return [each.counts for each in checked or check(form) if each.form.is_wanted and each.counts is not None]


def has_unread_days(form: DatesForm) -> bool:
    """Whether something typed can be read as no day: in a box of a year that is wanted, or for a line."""
    typed = replace(form, lines=tuple(each for each in form.lines if each.typed.strip()))
    return any(_lines_without_a_day(typed)) or any(
        text.strip() and day_in(text, year.year) is None
        for year in form.years
        if year.is_wanted
        for _id, _box, text in _boxes(year)
    )


def _as_read(form: DatesForm, year: YearForm) -> ReadDates:
    periods = sorted(
        period
        for each in year.stretches
        if (period := period_of(each, year.year)) is not None and _lies_in(period, year.year)
    )
    off = [(day, each.is_inset) for each in year.days_off if (day := _day_off(year, each)) is not None]
    inset = sorted({day for day, is_inset in off if is_inset})
    closed = sorted({day for day, is_inset in off if not is_inset} - set(inset))
    return ReadDates(
        tuple(periods), tuple(inset), tuple(closed), inset_unknown=year.inset_unknown, twilight=year.twilight
    )


def _lies_in(period: Period, year: int) -> bool:
    return _is_of_year(period[0], "first", year) and _is_of_year(period[1], "last", year)


def _day_off(year: YearForm, off: DayOff) -> date | None:
    day = day_in(off.day, year.year)
    return day if day is not None and _is_of_year(day, "day", year.year) else None


def _is_of_year(day: date, box: Box, year: int) -> bool:
    """A school year may begin in the last days of August; no stretch ends before September."""
    return year_of(day) == year and (box != "last" or school_year(day) == year)


def _pupil_days(year: YearForm, read: ReadDates) -> Iterator[tuple[int, int]]:
    calendar = SchoolCalendar(read.periods, read.inset_days, read.closed_days)
    for each in year.stretches:
        period = period_of(each, year.year)
        if period is not None and period in read.periods:
            yield each.id, calendar.pupil_days(*period)


def _staff_alone(year: YearForm, read: ReadDates) -> Iterator[Beside]:
    """Training days, or closed ones, at which a stretch begins or ends: pupils come later, or have gone before."""
    calendar = SchoolCalendar(read.periods, read.inset_days, read.closed_days)
    off = {*read.inset_days, *read.closed_days}
    for each in year.stretches:
        period = period_of(each, year.year)
        if period is None or period not in read.periods or not off.intersection(period):
            continue
        days = [day for day in days_between(*period) if calendar.is_school_day(day)]
        if days and period[0] in off:
            yield Beside(each.id, "first", _("Pupils come from {day}.").format(day=say_day(days[0])))
        if days and period[1] in off:
            yield Beside(each.id, "last", _("Pupils come until {day}.").format(day=say_day(days[-1])))


def _with_how_known(year: YearForm, counts: YearToCheck) -> YearToCheck:
    """How much is known of the training days: all of them only where the carer or the source has said so."""
    dated = len(counts.inset_days)
    if 0 < year.inset_total == dated:
        return replace(counts, inset=InsetDays.KNOWN)
    if year.said is not None and not (dated and year.said == InsetDays.NOT_KNOWN):
        return replace(counts, inset=year.said)
    return replace(counts, is_supposed=checking_dates.may_be_all(dated, counts.inset_unknown))


def _wrong_days(year: YearForm) -> Iterator[Beside]:
    """Days that cannot be read, or lie in another school year."""
    words = _("{day} is not in the school year {year}. Check the year.")
    for row_id, box, text in _boxes(year):
        day = day_in(text, year.year)
        if day is None:
            if text.strip():
                yield Beside(row_id, box, _why_unread(text, year.year))
            continue
        if not _is_of_year(day, box, year.year):
            said = words.format(day=say_short(day, with_year=True), year=say_school_year(year.year))
            yield Beside(row_id, box, said)
    seen = set[date]()
    for off in year.days_off:
        day = day_in(off.day, year.year)
        if day is not None and day in seen:
            yield Beside(off.id, "day", _("That day is on the list already."))
        elif day is not None:
            seen.add(day)


def _boxes(year: YearForm) -> Iterator[tuple[int, Box, str]]:
    for each in year.stretches:
        yield each.id, "first", each.first
        yield each.id, "last", each.last
    for off in year.days_off:
        yield off.id, "day", off.day


def _why_unread(text: str, year: int) -> str:
    try:
        read_box(text, year)
    except NotADate as why:
        return str(why)
    return ""


def _wrong_order(year: YearForm) -> Iterator[Beside]:
    for each in year.stretches:
        first, last = day_in(each.first, year.year), day_in(each.last, year.year)
        if first is None or last is None or not _lies_in((first, last), year.year):
            continue
        if last < first:
            yield Beside(
                each.id, "last", _("The last day must not be before the first day. Check both days.")
            )
        elif last - first > LONGEST_PERIOD:
            said = next(one.sentence for one in problems_in([(first, last)]) if one.kind == "year")
            yield Beside(each.id, "last", said)


def _overlaps(form: DatesForm) -> list[Beside]:
    """Stretches that begin before the one before them has ended, also where that is of another school year."""
    whole = sorted(
        (period, stretch.id)
        for year, stretch in form.stretches()
        if (period := period_of(replace(stretch, moved=()), year.year)) is not None
    )
    words = _("This begins before the part above it ends, on {day}. Check both days.")
    return [
        Beside(row_id, "first", words.format(day=say_day(before[1])))
        for (before, _before_id), (after, row_id) in pairwise(whole)
        if after[0] <= before[1]
    ]


def _unfinished(year: YearForm) -> Iterator[Beside]:
    """One box of two is empty, or holds last year's pattern that nobody looked at."""
    pattern = _("This is last year’s day, moved. Press “This is right”, or type the right day.")
    for each in year.stretches:
        if each.first.strip() and not each.last.strip():
            yield Beside(each.id, "last", _("Type the last day before the holiday, or take this part out."))
        elif each.last.strip() and not each.first.strip():
            yield Beside(each.id, "first", _("Type the first day back, or take this part out."))
        elif each.moved:
            yield Beside(each.id, "first" if "first" in each.moved else "last", pattern)


def _one_a_box(found: Sequence[Beside]) -> list[Beside]:
    """Only the first sentence beside each box: the next comes once that is put right."""
    first: dict[tuple[int, Box | None], Beside] = {}
    for each in found:
        first.setdefault((each.row_id, each.box), each)
    return list(first.values())


def _looks(form: DatesForm, year: YearForm, read: ReadDates) -> Iterator[Beside]:
    """What does not fit and may still be right, each beside the stretch it speaks of."""
    ends = {
        day for each in form.years for _id, _box, text in _boxes(each) if (day := day_in(text, each.year))
    }
    whole = {
        day
        for one, stretch in form.stretches()
        if (period := period_of(stretch, one.year)) is not None
        for day in period
    }
    spoken_of = set[date]()
    first = next((each.year for each in form.years if each.is_wanted), form.years[0].year)
    for each in form.said:
        years = [year_of(day) for day in each.days if form.year(year_of(day))]
        here = years[0] if years else first
        if each.days and not each.held and whole.issuperset(each.days):
            continue  # what was missing stands in a whole stretch now
        if here == year.year and ends.issuperset(each.held) and not _is_of_lines(form, each):
            spoken_of |= set(each.days)
            yield _placed(each.sentence, each.days, year)
    wrong = {each.row_id for each in _wrong_order(year)}
    is_half_typed = bool(wrong) or any(each.row_id for each in (*_wrong_days(year), *_unfinished(year)))
    told = [day for each in form.said if each.lacks_edge for day in each.days if day not in whole]
    for problem in problems_in(
        read.periods,
        read.inset_days,
        read.closed_days,
        told=told,
        looked=form.quiet,
        inset_unknown=read.inset_unknown,
    ):
        if problem.kind in ("reversed", "overlap") or problem.sentence in form.quiet:
            continue
        if problem.kind == "missing" and is_half_typed:
            continue  # it may be that very stretch, of which another sentence says what is wrong
        if problem.kind == "bank_holiday" and form.by_hand:
            continue  # it is left out already; only what was read from elsewhere is asked about
        if problem.kind in ("inset_outside", "weekend") and set(problem.days) <= spoken_of:
            continue  # the reader has said that its weekday is not as written
        # How many days a year has is about no one stretch.
        beside = _placed(problem.sentence, () if problem.kind == "count" else problem.days, year)
        if beside.row_id not in wrong:
            yield beside
    calendar = SchoolCalendar(read.periods) if read.periods else None
    for off in year.days_off:
        day = day_in(off.day, year.year)
        if day is not None and not off.is_inset and (needless := why_needless(calendar, day)):
            yield Beside(off.id, "day", needless)


def said_of_line(form: DatesForm, line: AskedLine) -> tuple[str, ...]:
    """What the reader says of a line that was handed back: it stands there and nowhere else."""
    mine = _days_as_read(form, line)
    return tuple(each.sentence for each in form.said if _is_of_lines(form, each) and mine & set(each.days))


def _is_of_lines(form: DatesForm, said: ReaderSaid) -> bool:
    """Whether a sentence is about days of which each is asked about with its line."""
    asked = {day for each in form.lines for day in _days_as_read(form, each)}
    return bool(said.days) and not said.held and asked.issuperset(said.days)


def _days_as_read(form: DatesForm, line: AskedLine) -> set[date]:
    return days_as_read(line, (each.year for each in form.years))


def _placed(sentence: str, days: Sequence[date], year: YearForm) -> Beside:
    """Beside the box that holds a day of it; else beside the stretch around it, or the empty one where it belongs."""
    for day in days:
        for row_id, box, text in _boxes(year):
            if day_in(text, year.year) == day:
                return Beside(row_id, box, sentence, asks=True)
    for day in days:
        for each in year.stretches:
            if (period := period_of(each, year.year)) is not None and period[0] <= day <= period[1]:
                return Beside(each.id, None, sentence, asks=True)
    for day in days:
        for each in year.stretches:
            named = each.name in (name_by_first(day), name_by_last(day))
            if named and not (each.first.strip() and each.last.strip()):
                return Beside(each.id, None, sentence, asks=True)
    ended = [
        (period[1], each.id)
        for each in year.stretches
        if days and (period := period_of(each, year.year)) is not None and period[1] < days[0]
    ]
    if ended and days[0] - max(ended)[0] <= LONGEST_HOLIDAY:
        return Beside(max(ended)[1], "last", sentence, asks=True)  # a day of the holiday after it
    return Beside(0, None, sentence, asks=True)
