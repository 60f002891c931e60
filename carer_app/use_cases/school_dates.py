"""The dates a school is open, typed by the carer or taken from a ready-made example."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.school import School, SchoolClosing, SchoolPeriod
from carer_app.errors import NotFound
from carer_app.use_cases.finding import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PeriodRow:
    id: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ClosingRow:
    id: int
    day: date
    is_inset: bool


@dataclass(frozen=True, slots=True)
class SchoolDatesView:
    """Everything known of a school's dates. `pupil_days` counts the days pupils come."""

    name: str
    source: str
    inset_days_known: bool
    periods: tuple[PeriodRow, ...]
    closings: tuple[ClosingRow, ...]
    pupil_days: int


def school_dates(session: Session, school_id: int) -> SchoolDatesView:
    """The dates of one school, in order."""
    school = find(session, School, school_id)
    calendar = school.calendar()
    return SchoolDatesView(
        name=school.name,
        source=school.dates_source,
        inset_days_known=school.inset_days_known,
        periods=tuple(PeriodRow(p.id, p.first_day, p.last_day) for p in school.periods),
        closings=tuple(ClosingRow(c.id, c.day, c.is_inset) for c in school.closings),
        pupil_days=calendar.pupil_days() if calendar else 0,
    )


def add_period(session: Session, school_id: int, first_day: date, last_day: date) -> int:
    """Add a stretch of school days; both days are inside. Returns its id."""
    school = find(session, School, school_id)
    period = school.add_period(first_day, last_day)
    session.flush()
    return period.id


def remove_period(session: Session, period_id: int) -> None:
    """Take a stretch of school days out."""
    period = session.get(SchoolPeriod, period_id)
    if period is None:
        raise NotFound(_("Those dates are already gone."))
    session.delete(period)


def add_closing(session: Session, school_id: int, day: date, is_inset: bool) -> int:
    """Add a day without pupils. Returns its id."""
    school = find(session, School, school_id)
    closing = school.add_closing(day, is_inset)
    session.flush()
    return closing.id


def remove_closing(session: Session, closing_id: int) -> None:
    """Take a day without pupils out."""
    closing = session.get(SchoolClosing, closing_id)
    if closing is None:
        raise NotFound(_("That day is already gone."))
    session.delete(closing)


def say_inset_known(session: Session, school_id: int, known: bool) -> None:
    """Whether the carer knows the training days. Where not, the earlier date is shown."""
    find(session, School, school_id).inset_days_known = known


def take_ready_made(
    session: Session,
    school_id: int,
    periods: Sequence[tuple[date, date]],
    inset_days: Sequence[date],
    source: str,
) -> None:
    """Use a ready-made set of dates in place of what is there."""
    school = find(session, School, school_id)
    school.take_dates(periods, inset_days, source)
