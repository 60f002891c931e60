"""What a child kept in their own part, and whether the carer has read it: a worry must not lie unread for days."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.use_cases.finding import find

_READ_TO = "kept.read_to"
"""Kept with the meeting's answers, under a key that is no question: the newest of the child's words that were read."""


def unread(session: Session, child_id: int) -> int | None:
    """The meeting for which the child kept something that the carer has not read yet; the oldest of them, or None."""
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id).order_by(Meeting.id))
    return next((meeting.id for meeting in meetings if _newest(session, meeting) > _read_to(meeting)), None)


def is_unread(session: Session, meeting_id: int) -> bool:
    """Whether there is something of this meeting that the carer has not read yet."""
    meeting = find(session, Meeting, meeting_id)
    return _newest(session, meeting) > _read_to(meeting)


def say_read(session: Session, meeting_id: int) -> None:
    """The carer has read all of it."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(_READ_TO, str(_newest(session, meeting)))


def take_back(session: Session, meeting_id: int, before: int) -> None:
    """Undo `say_read`: `before` is what `read_to` said before it."""
    find(session, Meeting, meeting_id).write_answer(_READ_TO, str(before))


def read_to(session: Session, meeting_id: int) -> int:
    """How far the carer has read; 0 for nothing."""
    return _read_to(find(session, Meeting, meeting_id))


def _newest(session: Session, meeting: Meeting) -> int:
    kept = session.scalars(
        select(ChildView.id).where(ChildView.meeting_id == meeting.id, ChildView.kept_on.is_not(None))
    ).all()
    return max(kept, default=0)


def _read_to(meeting: Meeting) -> int:
    return int(meeting.answer(_READ_TO) or 0)
