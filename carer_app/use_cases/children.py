"""Adding children and keeping their facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role, Support
from carer_app.domain.child import Child, Schooling
from carer_app.domain.meeting import Meeting
from carer_app.domain.person import Person
from carer_app.domain.school import School
from carer_app.domain.year_group import year_group
from carer_app.errors import NotAllowed
from carer_app.use_cases.finding import find
from carer_app.words import _


class ChildDate(StrEnum):
    """The single dates kept for a child. The value is the name of the field."""

    BIRTHDAY = "birthday"
    CAME_INTO_CARE = "came_into_care_on"
    LAST_PEP = "last_pep_on"
    SOCIAL_WORKER_SAYS = "social_worker_says_by"
    REVIEW = "review_on"


_IN_THE_PAST = (ChildDate.BIRTHDAY, ChildDate.CAME_INTO_CARE, ChildDate.LAST_PEP)


class FirstFact(StrEnum):
    """The one date that is asked for when a child is added."""

    MEETING = "meeting"
    LAST_PEP = "last_pep"
    CAME_INTO_CARE = "came_into_care"
    NONE_YET = "none_yet"

    @property
    def words(self) -> str:
        return {
            FirstFact.MEETING: _("I know the day of the next PEP meeting"),
            FirstFact.LAST_PEP: _("I know when the last PEP meeting was"),
            FirstFact.CAME_INTO_CARE: _("I know when they came into care"),
            FirstFact.NONE_YET: _("I don’t know any of these yet"),
        }[self]


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child in the list. `about` is year and school in words, or empty."""

    id: int
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of a child, for lists. `is_over` once it was held."""

    id: int
    on_day: date | None
    place: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """Everything on the child's own page."""

    id: int
    name: str
    birthday: date | None
    year: str
    came_into_care_on: date | None
    last_pep_on: date | None
    social_worker_says_by: date | None
    review_on: date | None
    support: Support
    school_id: int | None
    school: str
    school_has_dates: bool
    started_school_on: date | None
    class_name: str
    social_worker: str
    social_worker_phone: str
    designated_teacher: str
    meetings: tuple[MeetingRow, ...]


def list_children(session: Session, today: date) -> list[ChildRow]:
    """Every child of the household, in the order they were added."""
    rows = []
    for child in session.scalars(select(Child).order_by(Child.id)):
        year = _year(child, today)
        school = child.schooling.school.name if child.schooling else ""
        rows.append(ChildRow(child.id, child.name, " · ".join(part for part in (year, school) if part)))
    return rows


def add_child(session: Session, name: str, fact: FirstFact, day: date | None, today: date, uid: str) -> int:
    """Add a child by name and at most one date; returns the id. `uid` names the meeting in calendar files."""
    name = name.strip()
    if not name:
        raise NotAllowed(_("Type the name you use at home."))
    child = Child(name=name)
    session.add(child)
    session.flush()
    if day is not None:
        if fact == FirstFact.MEETING:
            session.add(Meeting(child_id=child.id, on_day=day, calendar_uid=uid))
        elif fact == FirstFact.LAST_PEP:
            set_date(session, child.id, ChildDate.LAST_PEP, day, today)
        elif fact == FirstFact.CAME_INTO_CARE:
            set_date(session, child.id, ChildDate.CAME_INTO_CARE, day, today)
    return child.id


def delete_child(session: Session, child_id: int, on: date) -> None:
    """Put a child's records in the bin; `bring_back` undoes it."""
    find(session, Child, child_id).deleted_on = on


def bring_back(session: Session, child_id: int) -> None:
    """Undo `delete_child`."""
    find(session, Child, child_id, even_deleted=True).deleted_on = None


def child_facts(session: Session, child_id: int, today: date) -> ChildFacts:
    """Everything known about one child."""
    child = find(session, Child, child_id)
    schooling = child.schooling
    worker, teacher = child.person(Role.SOCIAL_WORKER), child.person(Role.DESIGNATED_TEACHER)
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child.id).order_by(Meeting.id.desc()))
    return ChildFacts(
        id=child.id,
        name=child.name,
        birthday=child.birthday,
        year=_year(child, today),
        came_into_care_on=child.came_into_care_on,
        last_pep_on=child.last_pep_on,
        social_worker_says_by=child.social_worker_says_by,
        review_on=child.review_on,
        support=Support(child.support),
        school_id=schooling.school_id if schooling else None,
        school=schooling.school.name if schooling else "",
        school_has_dates=bool(schooling and schooling.school.periods),
        started_school_on=schooling.started_on if schooling else None,
        class_name=schooling.class_name if schooling else "",
        social_worker=worker.name if worker else "",
        social_worker_phone=worker.phone if worker else "",
        designated_teacher=teacher.name if teacher else "",
        meetings=tuple(
            MeetingRow(m.id, m.held_on or m.on_day, m.place, m.held_on is not None) for m in meetings
        ),
    )


def child_name(session: Session, child_id: int) -> str:
    """The name used at home."""
    return find(session, Child, child_id).name


def rename(session: Session, child_id: int, name: str) -> None:
    """Change the name. An empty name keeps the one that was there."""
    if name.strip():
        find(session, Child, child_id).name = name


def set_date(session: Session, child_id: int, which: ChildDate, day: date | None, today: date) -> None:
    """Set or clear one of the child's dates. Raises NotAllowed for a birthday and the like in the future."""
    if day is not None and which in _IN_THE_PAST and day > today:
        raise NotAllowed(_("That day has not come yet. Check the year. What was stored before is unchanged."))
    setattr(find(session, Child, child_id), which.value, day)


def set_support(session: Session, child_id: int, support: Support) -> None:
    """SEN support, an EHCP, or neither."""
    find(session, Child, child_id).support = support


def set_person(session: Session, child_id: int, role: Role, name: str) -> None:
    """Name the person who has a role; an empty name takes them off the list."""
    child = find(session, Child, child_id)
    person = child.person(role)
    if person is None:
        if name.strip():
            child.people.append(Person(role=role, name=name, phone=""))
    elif name.strip():
        person.name = name
    else:
        child.people.remove(person)


def set_phone(session: Session, child_id: int, role: Role, phone: str) -> None:
    """The number to ring the person who has a role. Needs the person to be named first."""
    person = find(session, Child, child_id).person(role)
    if person is not None:
        person.phone = phone
    elif phone.strip():
        raise NotAllowed(_("Type the name first, then the phone number."))


def set_school(session: Session, child_id: int, name: str) -> None:
    """Name the school the child goes to now. The same name for two children is one school, with one set of dates."""
    child = find(session, Child, child_id)
    name = name.strip()
    schooling = child.schooling
    if not name:
        return
    if schooling is None:
        child.schoolings.append(Schooling(school=_school_named(session, name), class_name=""))
    elif schooling.school.name != name:
        others = session.scalars(
            select(Schooling).where(Schooling.school_id == schooling.school_id, Schooling.id != schooling.id)
        ).first()
        if others is None and _existing_school(session, name) is None:
            schooling.school.name = name
        else:
            schooling.school = _school_named(session, name)


def change_school(session: Session, child_id: int, name: str, started_on: date, today: date) -> None:
    """The child starts at another school; the one before is kept. The PEP clock starts again."""
    if not name.strip():
        raise NotAllowed(_("Type the name of the new school."))
    child = find(session, Child, child_id)
    child.schoolings.append(
        Schooling(school=_school_named(session, name.strip()), started_on=started_on, class_name="")
    )


def set_school_start(session: Session, child_id: int, day: date | None) -> None:
    """The day the child started at the school they go to now."""
    schooling = find(session, Child, child_id).schooling
    if schooling is not None:
        schooling.started_on = day
    elif day is not None:
        raise NotAllowed(_("Type the name of the school first, then the start date."))


def set_class(session: Session, child_id: int, class_name: str) -> None:
    """The class or form, as people say it: "Miss Kay’s class"."""
    schooling = find(session, Child, child_id).schooling
    if schooling is not None:
        schooling.class_name = class_name
    elif class_name.strip():
        raise NotAllowed(_("Type the name of the school first, then the class."))


def _year(child: Child, today: date) -> str:
    group = year_group(child.birthday, today) if child.birthday else None
    return group.name if group else ""


def _existing_school(session: Session, name: str) -> School | None:
    return session.scalars(select(School).where(School.name == name)).first()


def _school_named(session: Session, name: str) -> School:
    school = _existing_school(session, name)
    if school is None:
        school = School(name=name, dates_source="")
        session.add(school)
    return school
