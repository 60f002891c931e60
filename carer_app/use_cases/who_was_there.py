"""Who came to a meeting, against who was expected; and what to do where somebody was missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from carer_app.choices import Came, Coming, Role
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts, planning
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.words import _

AT_SCHOOL = (Role.DESIGNATED_TEACHER, Role.TEACHER, Role.SENCO)
ONE_AT_A_TIME = (
    Role.SOCIAL_WORKER, Role.DESIGNATED_TEACHER, Role.SENCO, Role.VIRTUAL_SCHOOL,
    Role.SUPERVISING_SOCIAL_WORKER, Role.REVIEWING_OFFICER,
)  # fmt: skip
"""What one person does for a child: whoever else does it now has taken it over. Of family there are several."""


@dataclass(frozen=True, slots=True)
class ThereRow:
    """Somebody on the list of a meeting that was held. `who` is the name with what they do.

    `by_now` is the name of whoever does it by now, where that is somebody else: both may be right, so it is offered.
    """

    id: int
    name: str
    who: str
    role: Role
    came: Came
    is_expected: bool
    by_now: str = ""
    phone: str = ""


def who_was_there(session: Session, meeting_id: int) -> list[ThereRow]:
    """Everybody on the list, in its order."""
    meeting = find(session, Meeting, meeting_id)
    return [
        ThereRow(
            each.id,
            each.name,
            each.who,
            each.role,
            each.came,
            each.coming != Coming.NO,
            _by_now(meeting, each) if each.came == Came.NOT_SAID else "",
            each.phone,
        )
        for each in planning.attendees(session, meeting_id)
    ]


def _by_now(meeting: Meeting, row: planning.AttendeeRow) -> str:
    person = meeting.child.person(row.role, meeting.day) if row.role in ONE_AT_A_TIME else None
    listed = {_as_compared(each.name) for each in meeting.attendees}
    return person.name if person is not None and _as_compared(person.name) not in listed else ""


def it_is_by_now(session: Session, attendee_id: int) -> None:
    """Whoever does it by now stands on the list, and not the one before."""
    attendee = find(session, Attendee, attendee_id)
    meeting = find(session, Meeting, attendee.meeting_id)
    person = meeting.child.person(Role(attendee.role), meeting.day)
    if person is not None:
        attendee.name, attendee.phone = person.name, person.phone


def say_came(session: Session, attendee_id: int, came: Came) -> None:
    """Whether somebody was there."""
    find(session, Attendee, attendee_id).came = came


def all_came(session: Session, meeting_id: int) -> None:
    """Everybody who was expected was there. What was said of somebody already stays."""
    for row in who_was_there(session, meeting_id):
        if row.is_expected and row.came == Came.NOT_SAID:
            say_came(session, row.id, Came.YES)


def put_back(session: Session, meeting_id: int, before: Sequence[ThereRow]) -> None:
    """As it was said before, under the names of then; whoever was put on the list since is off it."""
    meeting, said = find(session, Meeting, meeting_id), {row.id: row for row in before}
    for each in list(meeting.attendees):
        if each.id in said:
            each.came, each.name, each.phone = said[each.id].came, said[each.id].name, said[each.id].phone
        else:
            meeting.attendees.remove(each)


def somebody_else_came(session: Session, meeting_id: int, name: str, draft_place: DraftKey = NOWHERE) -> int:
    """Somebody was there who was not on the list; returns the id. What was half typed at `draft_place` is whole now."""
    if not name.strip():
        raise NotAllowed(_("Type a name, or the person’s job."))
    known = {_as_compared(each.name): each.id for each in find(session, Meeting, meeting_id).attendees}
    found = known.get(_as_compared(name))
    there: int = found or planning.add_attendee(session, meeting_id, name, Role.OTHER, draft_place)
    say_came(session, there, Came.YES)
    drafts.forget(session, draft_place)
    return there


def i_was_not_there(session: Session, meeting_id: int) -> None:
    """The carer could not be there; put on the list where it has none."""
    meeting = find(session, Meeting, meeting_id)
    if not any(each.role == Role.CARER for each in meeting.attendees):
        meeting.attendees.append(Attendee(name=Role.CARER.words, role=Role.CARER, coming=Coming.NO))
    for each in meeting.attendees:
        if each.role == Role.CARER:
            each.came = Came.NO


def what_to_do(row: ThereRow) -> str:
    """What to do now about somebody who was missing; empty where nobody has to do anything. It blames nobody."""
    if row.came != Came.NO:
        return ""
    if row.role == Role.CARER:
        return _("You were not there. Ask what was agreed, and for the copy. You can still send your sheet.")
    advice = {
        Role.CHILD: _("Tell {name} what happened, and say below how {name} was heard."),
        Role.SOCIAL_WORKER: _(
            "Not there: {who}. Ask for a yes or a no to what the council would have to do or to pay for."
        ),
        Role.FAMILY: _("Not there: {who}. What family is told is for the social worker to say."),
    }
    at_school = _("Not there: {who}. Ask who will answer your questions, and who passes on what was agreed.")
    others = _("Not there: {who}. Ask who passes on what was agreed.")
    words = advice.get(row.role, at_school if row.role in AT_SCHOOL else others)
    return words.format(who=row.who, name=row.name)


def _as_compared(name: str) -> str:
    return " ".join(name.casefold().split())
