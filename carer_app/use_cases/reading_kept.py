"""What a child kept in their own part, and whether the carer has read it: a worry must not lie unread for days."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.use_cases.finding import find

_READ_TO = "kept.read_to"
"""Kept with the meeting's answers, under a key that is no question: the newest of the child's words that were read."""

_WISH = "kept.wish"
"""The same for how the child wants to take part: unread, read, or empty for none."""

_WISH_WORDS = "kept.wish_words"
"""That wish as it was when it was kept: what was agreed afterwards is the carer's to change."""

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
    meeting.write_answer(_WISH, _UNREAD)
    meeting.write_answer(_WISH_WORDS, "\n".join(lines))


def wishes(session: Session, meeting_id: int) -> tuple[str, ...]:
    """How the child wanted to take part when they said so in their own part."""
    return tuple((find(session, Meeting, meeting_id).answer(_WISH_WORDS) or "").splitlines())


def say_read(session: Session, meeting_id: int) -> None:
    """The carer has read all of it."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(_READ_TO, str(_newest(session, meeting)))
    if meeting.answer(_WISH):
        meeting.write_answer(_WISH, _READ)


def take_back(session: Session, meeting_id: int, before: tuple[str, str]) -> None:
    """Undo `say_read`: `before` is what `read_to` said before it."""
    meeting = find(session, Meeting, meeting_id)
    for key, words in zip((_READ_TO, _WISH), before, strict=True):
        meeting.write_answer(key, words)


def read_to(session: Session, meeting_id: int) -> tuple[str, str]:
    """How far the carer has read, for `take_back`."""
    meeting = find(session, Meeting, meeting_id)
    return meeting.answer(_READ_TO) or "", meeting.answer(_WISH) or ""


def _is_unread(session: Session, meeting: Meeting) -> bool:
    return _newest(session, meeting) > int(meeting.answer(_READ_TO) or 0) or meeting.answer(_WISH) == _UNREAD


def _newest(session: Session, meeting: Meeting) -> int:
    kept = session.scalars(
        select(ChildView.id).where(ChildView.meeting_id == meeting.id, ChildView.kept_on.is_not(None))
    ).all()
    return max(kept, default=0)
