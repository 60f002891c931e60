"""A source says nothing of a term, or of training days: what counts now stays, in its boxes, and can be taken out."""

from dataclasses import replace
from itertools import count

from sqlalchemy.orm import Session

from carer_app.choices import InsetDays
from carer_app.domain.school import School
from carer_app.domain.school_years import school_year
from carer_app.use_cases import doubts
from carer_app.use_cases.dates_form import (
    DatesForm,
    DayOff,
    YearForm,
    day_in,
    name_by_first,
    period_of,
    written,
)


def with_kept(session: Session, school_id: int | None, form: DatesForm) -> DatesForm:
    """With what counts now in the boxes of which the source says nothing."""
    school = session.get(School, school_id) if school_id is not None else None
    if school is None:
        return form
    for year in form.years:
        form = _kept_in(session, school, form, year)
    return form


def _kept_in(session: Session, school: School, form: DatesForm, year: YearForm) -> DatesForm:
    read = [period for each in year.stretches if (period := period_of(each, year.year)) is not None]
    stored = [
        (each.first_day, each.last_day) for each in school.periods if school_year(each.last_day) == year.year
    ]
    if not (read or year.days_off) or not stored:
        return form
    apart = {
        name_by_first(first): (first, last)
        for first, last in stored
        if not any(one <= last and first <= other for one, other in read)
    }
    stretches, kept = list(year.stretches), list[int]()
    for place, each in enumerate(stretches):
        if each.name in apart and not each.first and not each.last:
            first, last = apart[each.name]
            stretches[place] = replace(each, first=written(first), last=written(last))
            kept.append(each.id)
    year = replace(year, stretches=tuple(stretches))
    ids = count(form.next_id)
    off = [each for each in school.closings if school.year_of(each.day) == year.year]
    there = {day_in(row.day, year.year) for row in year.days_off}
    says_none = not any(row.is_inset for row in year.days_off) and not (year.twilight or year.inset_unknown)
    beside = [apart[each.name] for each in stretches if each.id in kept]
    days = []
    for closing in off:
        in_kept = any(first <= closing.day <= last for first, last in beside)
        if closing.day not in there and (says_none if closing.is_inset else in_kept):
            days.append(DayOff(next(ids), written(closing.day), closing.is_inset))
    if says_none:
        note = next((each for each in school.year_notes if each.year == year.year), None)
        is_supposed = doubts.of_year(session, school.id, year.year).is_supposed
        year = replace(year, said=InsetDays(note.inset) if note and not is_supposed else None)
    kept += [row.id for row in days]
    year = replace(year, days_off=(*year.days_off, *days), kept=tuple(kept))
    return replace(form.with_year(year), next_id=next(ids))
