"""Which school a child goes to: naming it, and moving to another one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child, Schooling
from carer_app.domain.day_counts import add_months
from carer_app.domain.person import Person
from carer_app.domain.school import School
from carer_app.errors import NotAllowed, NotFound
from carer_app.typed_dates import say_day
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.words import _

FURTHEST_AHEAD_MONTHS = 12


def change_school(
    session: Session, child_id: int, name: str, started_on: date, today: date, draft_place: DraftKey = NOWHERE
) -> int:
    """The child starts at another school; the one before is kept. Returns the id of the new schooling.

    From that day on the new school counts, and it has another designated teacher. The PEP clock starts again then.
    What was half typed at `draft_place` is whole now.
    """
    child, name = find(session, Child, child_id), name.strip()
    before = child.schoolings[-1] if child.schoolings else None
    if not name:
        raise NotAllowed(_("Type the name of the new school."))
    if before is not None and before.school.name == name:
        raise NotAllowed(
            _("{child} goes to {school} already. Nothing was changed.").format(child=child.name, school=name)
        )
    if before is not None and before.started_on is not None and started_on <= before.started_on:
        raise NotAllowed(
            _("{child} started at the school before on {day}. The new school must come after that.").format(
                child=child.name, day=say_day(before.started_on)
            )
        )
    if started_on > add_months(today, FURTHEST_AHEAD_MONTHS):
        raise NotAllowed(_("That day is more than a year away. Check the year. Nothing was changed."))
    schooling = Schooling(school=school_named(session, name), started_on=started_on, class_name="")
    if child.teacher_on(date.max) is None:
        child.people.append(_nobody_yet())  # of the school before
    child.schoolings.append(schooling)
    child.people.append(_nobody_yet())
    drafts.forget(session, draft_place)
    session.flush()
    return schooling.id


def take_back_change(session: Session, child_id: int) -> None:
    """Undo the newest `change_school`: the child goes to the school before again."""
    child = find(session, Child, child_id)
    if len(child.schoolings) < 2:
        raise NotFound(_("There is no school before this one. Nothing was changed."))
    school = child.schoolings.pop().school
    teachers = [person for person in child.people if person.role == Role.DESIGNATED_TEACHER]
    if len(teachers) > len(child.schoolings):
        child.people.remove(teachers[-1])
    session.flush()
    forget_if_unused(session, school)


def name_school(session: Session, schooling: Schooling, name: str) -> None:
    """Give the school of a schooling another name.

    The same name for two children is one school, with one set of dates. So a school that others go to
    keeps its name, and this child goes to another one.
    """
    school = schooling.school
    if school.name == name:
        return
    if not _others_go_there(session, schooling) and (not name or _known_school(session, name) is None):
        school.name = name
        return
    schooling.school = school_named(session, name)
    session.flush()
    forget_if_unused(session, school)


def school_named(session: Session, name: str) -> School:
    """The school of this name, made where there is none yet. A school without a name is always a new one."""
    school = _known_school(session, name) if name else None
    if school is None:
        school = School(name=name)
        session.add(school)
    return school


def forget_if_unused(session: Session, school: School) -> None:
    """Let a school go that nobody goes to and whose dates nobody typed; half-typed names leave these behind."""
    used = session.scalars(select(Schooling).where(Schooling.school_id == school.id)).first()
    if used is None and not school.periods and not school.closings:
        session.delete(school)


def _nobody_yet() -> Person:
    return Person(role=Role.DESIGNATED_TEACHER, name="", phone="")


def _known_school(session: Session, name: str) -> School | None:
    return session.scalars(select(School).where(School.name == name)).first()


def _others_go_there(session: Session, schooling: Schooling) -> bool:
    others = select(Schooling).where(Schooling.school_id == schooling.school_id, Schooling.id != schooling.id)
    return session.scalars(others).first() is not None
