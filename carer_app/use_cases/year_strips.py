"""The school years of a child as strips: what happened, what is ahead, when school was on, and days without it."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import PastKind
from carer_app.domain.child import Child, Schooling
from carer_app.domain.meeting import Meeting
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.year_group import year_group
from carer_app.paper.content.year_drawn import MarkedDay, YearBand, YearDrawn, YearMark, YearStretch
from carer_app.typed_dates import say_day
from carer_app.use_cases.days_without_school import rows_of
from carer_app.use_cases.looking_back import Happened, happened
from carer_app.use_cases.lookup import find
from carer_app.use_cases.next_pep import Leads, NextPep, next_pep_of
from carer_app.use_cases.pep_dates import known_terms
from carer_app.words import _

MOST_YEARS = 20
"""Nobody is at school longer: a paper whose year was mistyped draws no hundred years."""


def strips(session: Session, child_id: int, today: date) -> tuple[YearDrawn, ...]:
    """Each school year since the first day that is known, the newest first, up to the one of today."""
    child, now = find(session, Child, child_id), school_year(today)
    past = [each for each in happened(session, child_id, today) if each.mark or each.kind == PastKind.OUT]
    ahead = sorted(_ahead(session, child, today))
    stretches = (*_terms(child, today), *_out(session, child_id, today))
    due = list(_were_due(session, child_id))
    first = max(min((school_year(each.on) for each in past), default=now), now - MOST_YEARS)
    return tuple(
        _year(child, year, today, past, due, ahead if year == now else [], stretches)
        for year in range(now, first - 1, -1)
    )


def _year(
    child: Child,
    year: int,
    today: date,
    past: list[Happened],
    due: list[date],
    ahead: list[tuple[date, YearMark, str]],
    stretches: tuple[YearStretch, ...],
) -> YearDrawn:
    here = [each for each in past if school_year(each.on) == year]
    due_here = [day for day in due if school_year(day) == year]
    to_come = [each for each in ahead if school_year(each[0]) == year]
    said = [(each.on, each.words) for each in here] + [(day, words) for day, _mark, words in to_come]
    marks = [MarkedDay(each.on, each.mark) for each in here if each.mark]
    marks += [MarkedDay(day, YearMark.DUE) for day in due_here]
    marks += [MarkedDay(day, mark, ahead=True) for day, mark, _words in to_come]
    return YearDrawn(
        title=" · ".join(
            part for part in (say_school_year(year), *_class_and_school(child, year, today)) if part
        ),
        year=year,
        stretches=stretches,
        marks=tuple(sorted(marks, key=lambda each: each.on)),
        words=tuple(_("{day}: {words}").format(day=say_day(day), words=words) for day, words in sorted(said)),
        note="" if _is_known(stretches, year) else _("The school’s dates of this year are not here."),
        today=today if school_year(today) == year else None,
    )


def _is_known(stretches: tuple[YearStretch, ...], year: int) -> bool:
    return any(each.band is YearBand.TERM and school_year(each.last) == year for each in stretches)


def _class_and_school(child: Child, year: int, today: date) -> Iterator[str]:
    """Which class, where the birthday tells it, and which schools, where it is known that the child was there."""
    # How long a child has been taught with another year, nobody wrote down: it is said of this year alone.
    ahead = child.years_ahead if school_year(today) == year else 0
    if child.birthday and (ahead == child.years_ahead):
        group = year_group(child.birthday, date(year, 9, 1), years_ahead=ahead)
        yield group.name if group else ""
    yield ", ".join(dict.fromkeys(each.school.name for each in _schools(child, year, today)))


def _schools(child: Child, year: int, today: date) -> Iterator[Schooling]:
    first, last = date(year, 9, 1), min(date(year + 1, 8, 31), today)
    for number, each in enumerate(child.schoolings):
        after = child.schoolings[number + 1].started_on if number + 1 < len(child.schoolings) else None
        began = each.started_on or (child.added_on if number == 0 else None)
        was_there = began is not None and began <= last and (after is None or after > first)
        is_there = school_year(today) == year and each is child.schooling_on(today)
        if was_there or is_there:
            yield each


def _terms(child: Child, today: date) -> Iterator[YearStretch]:
    calendar = known_terms(child, today).calendar
    for first, last in calendar.periods if calendar else ():
        yield YearStretch(first, last, YearBand.TERM)


def _out(session: Session, child_id: int, today: date) -> Iterator[YearStretch]:
    for row in rows_of(session, child_id):
        if row.first_on <= today:
            yield YearStretch(row.first_on, min(row.last_on or today, today), YearBand.OUT)


def _were_due(session: Session, child_id: int) -> Iterator[date]:
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id))
    return (each.was_due_on for each in meetings if each.was_due_on is not None)


def _ahead(session: Session, child: Child, today: date) -> Iterator[tuple[date, YearMark, str]]:
    """What is put down or due from today on, each said as every other page says it."""
    pep = next_pep_of(session, child.id, today)
    if pep.day is not None and pep.day >= today and not pep.care_has_ended:
        mark = YearMark.MEETING if pep.leads == Leads.MEETING else YearMark.DUE
        yield pep.day, mark, _words_ahead(pep)
    if child.review_on is not None and child.review_on >= today and child.is_in_care(child.review_on):
        yield child.review_on, YearMark.REVIEW, _("Child-in-care review, to come.")


def _words_ahead(pep: NextPep) -> str:
    if pep.leads == Leads.MEETING:
        return _("PEP meeting, to come.")
    if pep.leads == Leads.AGREED:
        return _("Agreed for the next PEP.")
    return _("The PEP is due by then at the latest.") if pep.due.asks_for else _("The PEP is due by then.")
