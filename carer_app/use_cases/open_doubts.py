"""What does not fit in the dates of a school and nobody has looked at: kept when they are used, and said again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.school import School
from carer_app.domain.school_years import school_year
from carer_app.domain.term_checks import problems_in
from carer_app.use_cases import doubts
from carer_app.use_cases.checked_form import Beside, CheckedYear, check
from carer_app.use_cases.dates_form import DatesForm, ReaderSaid, day_in, lines_asked, year_of
from carer_app.use_cases.doubts import Doubts
from carer_app.use_cases.filling_dates import form_of_stored
from carer_app.use_cases.lookup import find
from carer_app.words import _, plural

MOST_LINES = 3
"""So many lines without an answer are quoted; of the others it is said how many there are."""


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A sentence about stored dates that asks for a look, and the school year that it is kept with."""

    year: int
    sentence: str


def open_doubts(session: Session, school_id: int) -> tuple[OpenDoubt, ...]:
    """What does not fit in stored dates, and what was said of them before they were used; not what was looked at."""
    school = find(session, School, school_id)
    periods = [(each.first_day, each.last_day) for each in school.periods]
    years = sorted({school_year(last) for _first, last in periods})
    inset = [each.day for each in school.closings if each.is_inset]
    closed = [each.day for each in school.closings if not each.is_inset]
    known = {year: doubts.of_year(session, school_id, year) for year in years}
    looked = {sentence for each in known.values() for sentence in each.looked}
    told = [day for each in known.values() for one in each.said if one.lacks_edge for day in one.days]
    found = {
        each.sentence: OpenDoubt(_year_of(each.days, years), each.sentence)
        for each in problems_in(periods, inset, closed, told=told, looked=looked)
        # A bank holiday in a term is left out already; only what was read from elsewhere is asked about it.
        if each.kind != "bank_holiday" and each.sentence not in looked
    }
    for year in years:
        for checked in check(form_of_stored(session, school_id, year)):
            for beside in checked.look:
                if beside.asks and beside.sentence not in looked:
                    found.setdefault(beside.sentence, OpenDoubt(year, beside.sentence))
    return tuple(found.values())


def keep_of(session: Session, school_id: int, form: DatesForm) -> None:
    """The form is used: what nobody looked at stays to be looked at, and what was looked at stays looked at."""
    used = [each for each in check(form) if each.form.is_wanted and each.counts is not None]
    for place, year in enumerate(used):
        alone = replace(form, years=(year.form,), said=(), by_hand=True)
        again = {beside.sentence for each in check(alone) for beside in each.look}
        said = [_said(form, year, each) for each in year.look if each.asks and each.sentence not in again]
        if place == 0:
            said += _of_lines(form)
        is_supposed = year.counts is not None and year.counts.is_supposed
        doubts.keep(session, school_id, year.form.year, Doubts(tuple(said), form.quiet, is_supposed))


def _said(form: DatesForm, year: CheckedYear, beside: Beside) -> ReaderSaid:
    """A sentence with its days: those it was said of, or the day in the box that it stands beside."""
    for each in form.said:
        if each.sentence == beside.sentence:
            return each
    texts = [each.day for each in year.form.days_off if each.id == beside.row_id]
    for stretch in year.form.stretches:
        if stretch.id == beside.row_id:
            texts = [stretch.last if beside.box == "last" else stretch.first]
    days = tuple(day for text in texts if (day := day_in(text, year.form.year)) is not None)
    return ReaderSaid(beside.sentence, days, days)


def _of_lines(form: DatesForm) -> list[ReaderSaid]:
    """That lines of the text have no answer."""
    lines = list(dict.fromkeys(each.line for each in lines_asked(form) if each.what is None))
    if not lines:
        return []
    quoted = _(", ").join(_("“{line}”").format(line=each) for each in lines[:MOST_LINES])
    words = (
        _("Nobody has said yet what this line of the text is: {lines}.")
        if len(lines) == 1
        else _("Nobody has said yet what these lines of the text are: {lines}.")
    )
    more = len(lines) - MOST_LINES
    said = plural("There is {count} more.", "There are {count} more.", more) if more > 0 else ""
    return [ReaderSaid(" ".join(filter(None, (words.format(lines=quoted), said))))]


def _year_of(days: Sequence[date], years: Sequence[int]) -> int:
    """The school year that a sentence is kept with: one that is stored."""
    return next((year_of(day) for day in days if year_of(day) in years), years[0])
