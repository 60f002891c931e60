"""Adding children and keeping their facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Pronoun, Role, Support, WhichReview
from carer_app.domain.child import Child, Schooling
from carer_app.domain.meeting import Meeting
from carer_app.domain.person import Person
from carer_app.domain.school_years import school_year
from carer_app.domain.year_group import LAST_YEAR_GROUP, YearGroup, may_leave_school_on, year_group
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import drafts
from carer_app.use_cases.changing_school import name_school, school_named
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find, removed_rows
from carer_app.use_cases.school_dates import gaps_in
from carer_app.words import _


class ChildDate(StrEnum):
    """The single dates kept for a child. The value is the name of the field."""

    BIRTHDAY = "birthday"
    CAME_INTO_CARE = "came_into_care_on"
    LAST_PEP = "last_pep_on"
    SOCIAL_WORKER_SAYS = "social_worker_says_by"
    REVIEW = "review_on"
    LAST_REVIEW = "last_review_on"
    EHCP_REVIEW = "ehcp_review_on"
    LEFT_CARE = "left_care_on"
    MOVED_HOME = "moved_home_on"


_IN_THE_PAST = (
    *(ChildDate.BIRTHDAY, ChildDate.CAME_INTO_CARE, ChildDate.LAST_PEP),
    *(ChildDate.LAST_REVIEW, ChildDate.EHCP_REVIEW),
)
LEAVING_YEARS = (10, 11, 12)
FURTHEST_FROM_AGE = 2
"""No child is taught further from the class of their age than this."""


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
    """One meeting of a child, for lists. `is_over` once it was held, `is_off` where it was called off.
    `is_untouched` while nobody has put anything into it, `is_after_care` where it is put down for a day after care.

    `was_due` is the day it was due by when it was held, with the reason; `put_off` the days it was put off from.
    """

    id: int
    on_day: date | None
    at_time: time | None
    place: str
    is_over: bool
    is_off: bool
    was_due: str
    is_untouched: bool = False
    is_after_care: bool = False
    put_off: str = ""


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """Everything on the child's own page. `year_why` says how the year group was worked out."""

    id: int
    name: str
    birthday: date | None
    year: str
    year_why: str
    came_into_care_on: date | None
    last_pep_on: date | None
    social_worker_says_by: date | None
    review_on: date | None
    last_review_on: date | None
    last_review_was: WhichReview
    ehcp_review_on: date | None
    left_care_on: date | None
    moved_home_on: date | None
    moves: tuple[date, ...]
    council: str
    pronoun: Pronoun
    years_ahead: int
    has_school_place: bool
    support: Support
    school_id: int | None
    school: str
    school_has_dates: bool
    school_dates_end: date | None
    school_dates_gaps: tuple[str, ...]
    started_school_on: date | None
    school_to_come: str
    school_to_come_on: date | None
    class_name: str
    social_worker: str
    social_worker_phone: str
    designated_teacher: str
    meetings: tuple[MeetingRow, ...]


def list_children(session: Session, today: date) -> list[ChildRow]:
    """Every child of the household, in the order they were added."""
    return [_row(child, today) for child in session.scalars(select(Child).order_by(Child.id))]


def cleared_children(session: Session, today: date) -> list[ChildRow]:
    """The children who were cleared from the list and can be put back."""
    return [_row(child, today) for child in removed_rows(session, Child)]


def add_child(
    session: Session,
    name: str,
    fact: FirstFact,
    day: date | None,
    today: date,
    uid: str,
    draft_place: DraftKey = NOWHERE,
    pronoun: Pronoun = Pronoun.THEY,
) -> int:
    """Add a child by name and at most one date; returns the id. `uid` names the meeting in calendar files.

    Raises NotAllowed for a next meeting that lies behind, and for a last meeting that lies ahead. What was
    half typed at `draft_place` is whole now.
    """
    name = name.strip()
    if not name:
        raise NotAllowed(_("Type the name you use at home."))
    child = Child(name=name, added_on=today, pronoun=pronoun)
    session.add(child)
    session.flush()
    if day is not None:
        if fact == FirstFact.MEETING:
            if day < today:
                raise NotAllowed(_("That day has been. Type the day of the meeting that comes next."))
            session.add(Meeting(child_id=child.id, on_day=day, calendar_uid=uid))
        elif fact == FirstFact.LAST_PEP:
            set_date(session, child.id, ChildDate.LAST_PEP, day, today)
        elif fact == FirstFact.CAME_INTO_CARE:
            set_date(session, child.id, ChildDate.CAME_INTO_CARE, day, today)
    drafts.forget(session, draft_place)
    return child.id


def delete_child(session: Session, child_id: int, on: date) -> None:
    """Put a child's records in the bin; `bring_back` undoes it."""
    find(session, Child, child_id).remove(on)


def bring_back(session: Session, child_id: int) -> None:
    """Undo `delete_child`."""
    find(session, Child, child_id, even_deleted=True).bring_back()


def child_facts(session: Session, child_id: int, today: date) -> ChildFacts:
    """Everything known about one child."""
    child = find(session, Child, child_id)
    schooling, to_come = child.schooling_on(today), child.school_to_come(today)
    worker, teacher = _person(child, Role.SOCIAL_WORKER, today), child.teacher_on(today)
    periods = schooling.school.periods if schooling else []
    meetings = session.scalars(
        select(Meeting).where(Meeting.child_id == child.id).order_by(Meeting.id.desc())
    )
    return ChildFacts(
        id=child.id,
        name=child.name,
        birthday=child.birthday,
        year=_year(child, today),
        year_why=_year_why(child, today),
        came_into_care_on=child.came_into_care_on,
        last_pep_on=child.last_pep_on,
        social_worker_says_by=child.social_worker_says_by,
        review_on=child.review_on,
        last_review_on=child.last_review_on,
        last_review_was=WhichReview(child.last_review_was),
        ehcp_review_on=child.ehcp_review_on,
        left_care_on=child.left_care_on,
        moved_home_on=child.moved_home_on,
        moves=child.moves,
        council=child.council,
        pronoun=Pronoun(child.pronoun),
        years_ahead=child.years_ahead,
        has_school_place=child.has_school_place,
        support=Support(child.support),
        school_id=schooling.school_id if schooling else None,
        school=schooling.school.name if schooling else "",
        school_has_dates=bool(periods),
        school_dates_end=max((period.last_day for period in periods), default=None),
        school_dates_gaps=gaps_in(schooling.school, today) if schooling else (),
        started_school_on=schooling.started_on if schooling else None,
        school_to_come=to_come.school.name if to_come else "",
        school_to_come_on=to_come.started_on if to_come else None,
        class_name=schooling.class_name if schooling else "",
        social_worker=worker.name if worker else "",
        social_worker_phone=worker.phone if worker else "",
        designated_teacher=teacher.name if teacher else "",
        meetings=tuple(
            MeetingRow(
                m.id,
                m.held_on or m.on_day,
                m.at_time,
                m.place,
                m.held_on is not None,
                m.called_off_on is not None,
                _("It was due by {day}.").format(day=say_short(m.was_due_on, with_year=True))
                if m.was_due_on
                else "",
                m.is_untouched,
                m.is_after_care,
                m.put_off_from,
            )
            for m in meetings
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
    """Set or clear one of the child's dates. Raises NotAllowed for a birthday and the like in the future, and for
    a next review before the last one.

    A move to another home puts the newest one right; `set_moves` is for one more.
    """
    if day is not None and which in _IN_THE_PAST and day > today:
        raise NotAllowed(_("That day has not come yet. Check the year. What was stored before is unchanged."))
    child = find(session, Child, child_id)
    last = child.last_review_on
    if which == ChildDate.REVIEW and day is not None and last is not None and day < last:
        raise NotAllowed(
            _(
                "The last review was on {last}. The next one comes after it. Check the day and the year."
            ).format(last=say_day(last))
        )
    if which == ChildDate.MOVED_HOME:
        child.set_moves((*child.moves[:-1], *((day,) if day else ())))
    else:
        setattr(child, which.value, day)
    if which == ChildDate.SOCIAL_WORKER_SAYS:
        child.social_worker_told_on = today if day else None


def set_moves(session: Session, child_id: int, days: Iterable[date]) -> None:
    """The days of moving to another home, all of them: the carer says which are right, and nothing is guessed."""
    find(session, Child, child_id).set_moves(days)


def set_support(session: Session, child_id: int, support: Support) -> None:
    """SEN support, an EHCP, or neither."""
    find(session, Child, child_id).support = support


def set_pronoun(session: Session, child_id: int, pronoun: Pronoun) -> None:
    """How sentences speak of the child beside the name."""
    find(session, Child, child_id).pronoun = pronoun


def set_council(session: Session, child_id: int, council: str) -> None:
    """The council responsible for the child, by name; it need not be one whose rules we carry."""
    find(session, Child, child_id).council = council.strip()


def set_years_ahead(session: Session, child_id: int, years: int) -> None:
    """How many classes above (1) or below (-1) their age the child is taught. Raises NotAllowed beyond two."""
    if abs(years) > FURTHEST_FROM_AGE:
        raise NotAllowed(_("No child is taught so far from their age. Nothing was changed."))
    find(session, Child, child_id).years_ahead = years


def set_school_place(session: Session, child_id: int, has_one: bool) -> None:
    """Whether the child has a school place. Without one a PEP is needed all the same."""
    find(session, Child, child_id).has_school_place = has_one


def set_last_review_was(session: Session, child_id: int, which: WhichReview) -> None:
    """Which child-in-care review the last one was."""
    find(session, Child, child_id).last_review_was = which


def set_person(session: Session, child_id: int, role: Role, name: str, on: date = date.max) -> None:
    """Name the person who has a role on a day. An empty name takes them off the list, but keeps a phone number."""
    person = _person_to_change(find(session, Child, child_id), role, on)
    person.name = name if name.strip() else ""
    _let_go_if_empty(session, child_id, person)


def set_phone(session: Session, child_id: int, role: Role, phone: str) -> None:
    """The number to ring the person who has a role; the name can come later."""
    person = _person_to_change(find(session, Child, child_id), role, date.max)
    person.phone = phone if phone.strip() else ""
    _let_go_if_empty(session, child_id, person)


def set_school(session: Session, child_id: int, name: str, on: date = date.max) -> None:
    """Name the school of a day. The same name for two children is one school, with one set of dates."""
    child, name = find(session, Child, child_id), name.strip()
    schooling = child.schooling_on(on)
    if schooling is not None:
        name_school(session, schooling, name)
    elif name:
        child.schoolings.append(Schooling(school=school_named(session, name), class_name=""))


def set_school_start(session: Session, child_id: int, day: date | None, on: date = date.max) -> None:
    """The first day at the school where the child is on a day; its name can come later.

    Raises NotAllowed where the schools would no longer follow one another.
    """
    child = find(session, Child, child_id)
    if not child.schoolings and day is None:
        return
    schooling = _schooling_to_change(session, child, on)
    place = child.schoolings.index(schooling)
    before, after = child.schoolings[:place], child.schoolings[place + 1 :]
    for other, is_wrong in (
        *((each, day is None or (each.started_on is not None and day <= each.started_on)) for each in before),
        *(
            (each, day is not None and each.started_on is not None and day >= each.started_on)
            for each in after
        ),
    ):
        if is_wrong and other.started_on is not None:
            raise NotAllowed(
                _("{child} starts at {school} on {day}. Check both days. Nothing was changed.").format(
                    child=child.name, school=other.school.name, day=say_day(other.started_on)
                )
            )
    schooling.started_on = day


def set_class(session: Session, child_id: int, class_name: str, on: date = date.max) -> None:
    """The class or form on a day, as people say it: "Miss Kay’s class"."""
    child = find(session, Child, child_id)
    if child.schoolings or class_name.strip():
        _schooling_to_change(session, child, on).class_name = class_name


def _schooling_to_change(session: Session, child: Child, on: date) -> Schooling:
    schooling = child.schooling_on(on)
    if schooling is None:
        schooling = Schooling(school=school_named(session, ""), class_name="")
        child.schoolings.append(schooling)
    return schooling


def _person(child: Child, role: Role, on: date) -> Person | None:
    return next((person for person in child.people_on(on) if person.role == role), None)


def _person_to_change(child: Child, role: Role, on: date) -> Person:
    person = _person(child, role, on)
    if person is None:
        person = Person(role=role, name="", phone="")
        child.people.append(person)
    return person


def _let_go_if_empty(session: Session, child_id: int, person: Person) -> None:
    teachers = [
        each for each in find(session, Child, child_id).people if each.role == Role.DESIGNATED_TEACHER
    ]
    if person in teachers and len(teachers) > 1:
        return  # they stand in the order of the schools
    if not person.name and not person.phone:
        # Held by name: SQLAlchemy lets go of a child that nobody holds.
        child = find(session, Child, child_id)
        child.people.remove(person)


def _row(child: Child, today: date) -> ChildRow:
    schooling = child.schooling_on(today)
    school = schooling.school.name if schooling else ""
    return ChildRow(child.id, child.name, " · ".join(part for part in (_year(child, today), school) if part))


def _group(child: Child, today: date) -> YearGroup | None:
    return year_group(child.birthday, today, years_ahead=child.years_ahead) if child.birthday else None


def _year(child: Child, today: date) -> str:
    group = _group(child, today)
    return group.name if group else ""


def _year_why(child: Child, today: date) -> str:
    if child.birthday is None:
        return ""
    began = school_year(today)
    group = _group(child, today)
    if group is None:
        years_between = began - school_year(child.birthday)
        return (
            _("Too young for Nursery yet.") if years_between < LAST_YEAR_GROUP else _("Older than Year 13.")
        )
    leaves = ""
    if group.number in LEAVING_YEARS:
        leaves = " " + _(
            "School goes on until {day}. Then {child} can choose school, college or training, up to 18."
        ).format(child=child.name, day=say_day(may_leave_school_on(child.birthday)))
    if child.years_ahead:
        return (
            _("{year} until {end}. By age it would be {other}.").format(
                year=group.name,
                end=say_short(date(began + 1, 8, 31), with_year=True),
                other=YearGroup(group.number - child.years_ahead).name,
            )
            + leaves
        )
    # A child who is 4 on 31 August starts Reception, year 0, the next day; and so on up the school.
    return (
        _("{year} until {end}: {child} was {age} on {start}, the day before the school year began.").format(
            year=group.name,
            end=say_short(date(began + 1, 8, 31), with_year=True),
            child=child.name,
            age=group.number + 4,
            start=say_short(date(began, 8, 31), with_year=True),
        )
        + leaves
    )
