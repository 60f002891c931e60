"""Planning a meeting: when, where, who."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Came, Coming, Invited, PlainQuestion, Pronoun, Role, TakingPart
from carer_app.domain.child import Child
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.errors import NotAllowed, NotFound
from carer_app.typed_dates import say_day
from carer_app.use_cases import drafts
from carer_app.use_cases.children import set_person, set_phone
from carer_app.use_cases.council_rules import carer_there
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import attendee_name, find, own_name
from carer_app.use_cases.naming import and_role, beside_name, in_a_sentence, with_role
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """When and where, and whose meeting it is. `stays_because` says why it cannot be taken out, where that is so.

    `elsewhere` says that the place is another school than the one the child is at then.
    """

    id: int
    child_id: int
    child: str
    school: str
    on_day: date | None
    at_time: time | None
    place: str
    is_over: bool
    called_off_on: date | None
    calendar_uid: str
    calendar_sequence: int
    carer_there: str = ""
    stays_because: str = ""
    elsewhere: str = ""
    pronoun: Pronoun = Pronoun.THEY


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Somebody who may be there. `child_calls` is what the child calls them."""

    id: int
    name: str
    role: Role
    coming: Coming
    invited: Invited = Invited.NOT_KNOWN
    phone: str = ""
    child_calls: str = ""
    came: Came = Came.NOT_SAID

    @property
    def who(self) -> str:
        """The name and what they do, to be heard."""
        return and_role(self.name, self.role)

    @property
    def said(self) -> str:
        """The same in the middle of a sentence: never "Social worker, Social worker"."""
        role_alone = in_a_sentence(self.name, self.role)
        return role_alone if role_alone != self.name else self.who

    @property
    def does(self) -> str:
        """What they do, where the name does not say it."""
        return beside_name(self.name, self.role)


def plan_meeting(session: Session, child_id: int, uid: str, today: date | None = None) -> int:
    """The meeting the child is getting ready for; made where there is none yet, at the school of today. Its id.

    With `today`, one whose day has gone by is not it. `uid` names it in calendar files for good.
    """
    open_one = _open_one(session, child_id, today)
    return open_one.id if open_one else _new_meeting(session, child_id, uid, today or date.max).id


def _open_one(session: Session, child_id: int, today: date | None) -> Meeting | None:
    newest_first = session.scalars(
        select(Meeting)
        .where(Meeting.child_id == child_id, Meeting.held_on.is_(None), Meeting.called_off_on.is_(None))
        .order_by(Meeting.id.desc())
    )
    return next(
        (each for each in newest_first if today is None or each.on_day is None or each.on_day >= today), None
    )


def _new_meeting(session: Session, child_id: int, uid: str, day: date) -> Meeting:
    child = find(session, Child, child_id)
    schooling = child.schooling_on(day)
    meeting = Meeting(child=child, calendar_uid=uid, place=schooling.school.name if schooling else "")
    session.add(meeting)
    session.flush()
    return meeting


def put_in_a_meeting(
    session: Session, child_id: int, uid: str, day: date, today: date, draft_place: DraftKey = NOWHERE
) -> int:
    """A day for the next meeting is known. Returns the meeting's id. What was half typed at `draft_place` is whole now.

    Raises NotAllowed for a day that has been: a meeting that was held has its own place.
    """
    if day < today:
        raise NotAllowed(_("That day has been. Type the day of the meeting that comes next."))
    meeting = _open_one(session, child_id, today) or _new_meeting(session, child_id, uid, day)
    set_day(session, meeting.id, day)
    drafts.forget(session, draft_place)
    return meeting.id


def meeting_facts(session: Session, meeting_id: int) -> MeetingFacts:
    """When and where one meeting is."""
    meeting = find(session, Meeting, meeting_id)
    schooling = meeting.child.schooling_on(meeting.day)
    return MeetingFacts(
        id=meeting.id,
        child_id=meeting.child_id,
        child=meeting.child.name,
        pronoun=Pronoun(meeting.child.pronoun),
        school=schooling.school.name if schooling else "",
        on_day=meeting.on_day,
        at_time=meeting.at_time,
        place=meeting.place,
        is_over=meeting.held_on is not None,
        called_off_on=meeting.called_off_on,
        calendar_uid=meeting.calendar_uid,
        calendar_sequence=meeting.calendar_sequence,
        carer_there=carer_there(session, meeting.child.council),
        stays_because=meeting.stays_because,
        elsewhere=elsewhere(meeting),
    )


def elsewhere(meeting: Meeting) -> str:
    """Asks about a meeting to come that is put down at another school than the child will be at; empty where not."""
    if meeting.on_day is None or meeting.held_on is not None:
        return ""
    there, place = meeting.child.schooling_on(meeting.on_day), meeting.place.strip()
    others = {each.school.name for each in meeting.child.schoolings if each is not there} - {""}
    if there is None or place not in others or place == there.school.name:
        return ""
    return _(
        "The meeting on {day} is put down at {place}. {child} is at {school} then. Where will it be?"
    ).format(
        day=say_day(meeting.on_day),
        place=place,
        child=meeting.child.name,
        school=there.school.name or _("the new school"),
    )


def set_day(session: Session, meeting_id: int, on_day: date | None) -> None:
    """Put the meeting down for a day. Moved to another day it has no time until somebody says it."""
    meeting = find(session, Meeting, meeting_id)
    stays = meeting.on_day in (None, on_day)
    meeting.move(on_day, meeting.at_time if stays else None, meeting.place)


def put_back_when(session: Session, meeting_id: int, on_day: date | None, at_time: time | None) -> None:
    """Undo `set_day`: the day and the time that were there before."""
    meeting = find(session, Meeting, meeting_id)
    meeting.move(on_day, at_time, meeting.place)


def set_time(session: Session, meeting_id: int, at_time: time | None) -> None:
    meeting = find(session, Meeting, meeting_id)
    meeting.move(meeting.on_day, at_time, meeting.place)


def call_off(session: Session, meeting_id: int, on: date | None) -> None:
    """This meeting is off; None undoes that. What was got ready for it stays with it."""
    find(session, Meeting, meeting_id).call_off(on)


def take_meeting_out(session: Session, meeting_id: int, on: date) -> None:
    """It was planned by mistake: it goes, with what was got ready for it. `bring_meeting_back` undoes it."""
    find(session, Meeting, meeting_id).take_out(on)


def bring_meeting_back(session: Session, meeting_id: int) -> None:
    find(session, Meeting, meeting_id, even_deleted=True).bring_back()


def set_place(session: Session, meeting_id: int, place: str) -> None:
    meeting = find(session, Meeting, meeting_id)
    meeting.move(meeting.on_day, meeting.at_time, place)


def attendees(session: Session, meeting_id: int) -> list[AttendeeRow]:
    """Who may be at the meeting, in the order they were put down."""
    meeting = find(session, Meeting, meeting_id)
    return [
        AttendeeRow(
            id=a.id,
            name=attendee_name(session, meeting, a),
            role=Role(a.role),
            coming=coming_of(meeting, a),
            invited=Invited(a.invited),
            phone=a.phone,
            child_calls=a.child_calls,
            came=Came(a.came),
        )
        for a in meeting.attendees
    ]


def coming_of(meeting: Meeting, attendee: Attendee) -> Coming:
    """Whether somebody comes. For the child it is what the child chose when told about the meeting: asked once."""
    if attendee.role != Role.CHILD:
        return Coming(attendee.coming)
    return {
        TakingPart.NOT_SAID: Coming.NOT_KNOWN,
        TakingPart.NOT_SURE: Coming.NOT_KNOWN,
        TakingPart.ALL: Coming.YES,
        TakingPart.PART: Coming.PART,
        TakingPart.NOT_THIS_TIME: Coming.NO,
    }[TakingPart(meeting.answer(PlainQuestion.TAKING_PART))]


def suggest_attendees(session: Session, meeting_id: int) -> None:
    """Put down the people usually there whose names are known: child, carer, social worker, designated teacher."""
    meeting = find(session, Meeting, meeting_id)
    phones = {p.name: p.phone for p in meeting.child.people_on(meeting.day)}
    for role, name in _usual(session, meeting):
        meeting.attendees.append(
            Attendee(name=name, role=role, coming=Coming.NOT_KNOWN, phone=phones.get(name, ""))
        )


def usually_there(session: Session, meeting_id: int) -> list[str]:
    """Those whom `suggest_attendees` would put down, each with what they do; nothing is put down by asking."""
    return [with_role(name, role) for role, name in _usual(session, find(session, Meeting, meeting_id))]


def _usual(session: Session, meeting: Meeting) -> list[tuple[Role, str]]:
    known = {(a.role) for a in meeting.attendees}
    usual = [(Role.CHILD, meeting.child.name), (Role.CARER, own_name(session) or Role.CARER.words)]
    usual += [(Role(p.role), p.name) for p in meeting.child.people_on(meeting.day)]
    return [(role, name) for role, name in usual if role not in known and name]


def add_attendee(
    session: Session, meeting_id: int, name: str, role: Role, draft_place: DraftKey = NOWHERE
) -> int:
    """Put somebody down; returns the id. What was half typed at `draft_place` is whole now."""
    if not name.strip():
        raise NotAllowed(_("Type a name, or the person’s job."))
    attendee = Attendee(name=name.strip(), role=role, coming=Coming.NOT_KNOWN)
    meeting = find(session, Meeting, meeting_id)
    meeting.attendees.append(attendee)
    drafts.forget(session, draft_place)
    session.flush()
    return attendee.id


def set_coming(session: Session, attendee_id: int, coming: Coming) -> None:
    """Whether somebody will be there."""
    _attendee(session, attendee_id).coming = coming


def set_invited(session: Session, attendee_id: int, invited: Invited) -> None:
    """Whether somebody has been asked to come."""
    _attendee(session, attendee_id).invited = invited


PERSON_FIELDS = ("phone", "child_calls")


def set_person_field(session: Session, attendee_id: int, field: str, text: str) -> None:
    """Keep what was written in one field of PERSON_FIELDS."""
    if field not in PERSON_FIELDS:
        raise ValueError(field)
    setattr(_attendee(session, attendee_id), field, text)


def has_left(session: Session, attendee_id: int, new_name: str) -> None:
    """Somebody does this no longer: the new name stands on the list, and with the child from now on.

    Without a new name the role stands in. Meetings that were held keep the name they were held with. For the child's
    social worker see `new_worker.worker_changed`, which hands on everything that is open.
    """
    attendee = _attendee(session, attendee_id)
    role, new_name = Role(attendee.role), new_name.strip()
    meeting = find(session, Meeting, attendee.meeting_id)
    child = meeting.child
    person = child.person(role, meeting.day)
    if person is not None and person.name == attendee.name:
        set_phone(session, child.id, role, "")
        set_person(session, child.id, role, new_name, meeting.day)
    attendee.name = new_name or role.words
    attendee.phone, attendee.child_calls = "", ""
    attendee.coming, attendee.invited = Coming.NOT_KNOWN, Invited.NOT_KNOWN


def remove_attendee(session: Session, attendee_id: int) -> None:
    """Take somebody off the list."""
    session.delete(_attendee(session, attendee_id))


def bring_attendee_back(session: Session, meeting_id: int, row: AttendeeRow) -> None:
    """Put somebody who was taken off the list back where they stood."""
    attendee = Attendee(
        name=row.name,
        role=row.role,
        coming=row.coming,
        invited=row.invited,
        phone=row.phone,
        child_calls=row.child_calls,
        came=row.came,
    )
    if session.get(Attendee, row.id) is None:
        attendee.id = row.id
    meeting = find(session, Meeting, meeting_id)
    meeting.attendees.append(attendee)


def _attendee(session: Session, attendee_id: int) -> Attendee:
    try:
        return find(session, Attendee, attendee_id)
    except NotFound:
        raise NotFound(_("That person is no longer on the list.")) from None
