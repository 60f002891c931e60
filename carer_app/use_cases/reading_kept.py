"""What a child kept in their own part, and whether the carer has read it: a worry must not lie unread for days."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import READ_TO, WISH, WISH_WORDS, ChildView
from carer_app.use_cases.lookup import find

_UNREAD, _READ = "unread", "read"


def unread(session: Session, child_id: int) -> int | None:
    """The meeting for which the child kept something that the carer has not read yet; the oldest of them, or None."""
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id).order_by(Meeting.id))
    return next((meeting.id for meeting in meetings if _is_unread(session, meeting)), None)


def is_unread(session: Session, meeting_id: int) -> bool:
    """Whether there is something of this meeting that the carer has not read yet."""
    return _is_unread(session, find(session, Meeting, meeting_id))


def wish_was_kept(meeting: Meeting, lines: Sequence[str]) -> None:
    """The child said how they want to take part, each as one line to read."""
    meeting.write_answer(WISH, _UNREAD)
    meeting.write_answer(WISH_WORDS, "\n".join(lines))


def wishes(session: Session, meeting_id: int) -> tuple[str, ...]:
    """How the child wanted to take part when they said so in their own part."""
    return tuple((find(session, Meeting, meeting_id).answer(WISH_WORDS) or "").splitlines())


def say_read(session: Session, meeting_id: int) -> None:
    """The carer has read all of it."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(READ_TO, str(_newest(session, meeting)))
    if meeting.answer(WISH):
        meeting.write_answer(WISH, _READ)


def take_back(session: Session, meeting_id: int, before: tuple[str, str]) -> None:
    """Undo `say_read`: `before` is what `read_to` said before it."""
    meeting = find(session, Meeting, meeting_id)
    for key, words in zip((READ_TO, WISH), before, strict=True):
        meeting.write_answer(key, words)


def read_to(session: Session, meeting_id: int) -> tuple[str, str]:
    """How far the carer has read, for `take_back`."""
    meeting = find(session, Meeting, meeting_id)
    return meeting.answer(READ_TO) or "", meeting.answer(WISH) or ""


def _is_unread(session: Session, meeting: Meeting) -> bool:
    return _newest(session, meeting) > int(meeting.answer(READ_TO) or 0) or meeting.answer(WISH) == _UNREAD


def _newest(session: Session, meeting: Meeting) -> int:
    kept = session.scalars(
        select(ChildView.id).where(ChildView.meeting_id == meeting.id, ChildView.kept_on.is_not(None))
    ).all()
    return max(kept, default=0)
