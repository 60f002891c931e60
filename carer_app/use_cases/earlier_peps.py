"""A PEP that was held before the records knew of it: its day is put in, so that its copy can be kept or asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day
from carer_app.use_cases import drafts, recording_the_meeting
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.use_cases.pep_dates import copy_expected
from carer_app.words import _

STILL_FRESH = timedelta(days=28)
"""So long after a meeting it is worth asking what was agreed there."""


@dataclass(frozen=True, slots=True)
class EarlierPep:
    """Whose PEP it is. `known_day` is that of the last PEP as the carer typed it, where it has no place of its own."""

    child: str
    known_day: date | None


def earlier_pep(session: Session, child_id: int) -> EarlierPep:
    """What the page asks about."""
    child = find(session, Child, child_id)
    known = child.last_pep_on
    if known is not None and _on(session, child_id, known) is not None:
        known = None
    return EarlierPep(child.name, known)


def add_earlier_pep(
    session: Session, child_id: int, uid: str, on: date, today: date, draft_place: DraftKey = NOWHERE
) -> int:
    """A PEP was held on that day; nothing has to be planned or got ready for it. Returns the meeting's id.

    A meeting that was put down for that day is the one. What was half typed at `draft_place` is whole now.
    Raises NotAllowed for a day to come, and where that PEP is here already.
    """
    meeting = _on(session, child_id, on)
    if meeting is not None and meeting.held_on is not None:
        raise NotAllowed(_("The PEP of {day} is here already.").format(day=say_day(on)))
    if meeting is not None:
        recording_the_meeting.meeting_was_held(session, meeting.id, on, today)
    else:
        meeting = Meeting(child=find(session, Child, child_id), calendar_uid=uid)
        meeting.hold(on, today)
        session.add(meeting)
        session.flush()
        # When it was due nobody can tell now; by when its copy should have come stays as it is worked out today.
        copy = copy_expected(session, meeting)
        meeting.copy_due_on, meeting.copy_due_why = copy.by, copy.why
    drafts.forget(session, draft_place)
    session.flush()
    return meeting.id


def take_earlier_pep_out(session: Session, child_id: int, on: date) -> None:
    """Undo `add_earlier_pep`."""
    meeting = _on(session, child_id, on)
    if meeting is None:
        return
    if meeting.on_day is None:
        session.delete(meeting)
    else:
        meeting.not_held()


def _on(session: Session, child_id: int, day: date) -> Meeting | None:
    """The meeting of a day: held then, or put down for it."""
    find(session, Child, child_id)
    meetings = session.scalars(
        select(Meeting).where(Meeting.child_id == child_id, Meeting.called_off_on.is_(None))
    ).all()
    held = next((each for each in meetings if each.held_on == day), None)
    return held or next((each for each in meetings if each.held_on is None and each.on_day == day), None)
