"""What a child kept in their own part, and whether the carer has read it: a worry must not lie unread for days."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import READ_TO, WISH, WISH_WORDS, Answer, ChildView
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.of_each_child import Children, of_each_child

_UNREAD, _READ = "unread", "read"


def unread(session: Session, child_id: int) -> int | None:
    """The meeting for which the child kept something that the carer has not read yet; the oldest of them, or None."""
    newest: dict[int, int] = {}
    for meeting_id, view_id in _kept(session, child_id):
        newest[meeting_id] = max(view_id, newest.get(meeting_id, 0))
    said = {(each.meeting_id, each.question): each.said for each in _how_far(session, child_id)}
    for meeting in meetings_of(session, child_id):
        read_until = int(said.get((meeting.id, READ_TO)) or 0)
        if newest.get(meeting.id, 0) > read_until or said.get((meeting.id, WISH)) == _UNREAD:
            return meeting.id
    return None


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


@of_each_child
def _kept(children: Children) -> Select[int, Any]:
    """What a child kept, by its number, with the meeting it was kept for."""
    kept = (
        select(Meeting.child_id, ChildView.meeting_id, ChildView.id)
        .select_from(ChildView)
        .join(Meeting, Meeting.id == ChildView.meeting_id)
        .where(Meeting.child_id.in_(children), ChildView.kept_on.is_not(None))
    )
    return cast("Select[int, Any]", kept)


@of_each_child
def _how_far(children: Children) -> Select[int, Answer]:
    """How far the carer has read, of each meeting of a child."""
    return (
        select(Meeting.child_id, Answer)
        .select_from(Answer)
        .join(Meeting, Meeting.id == Answer.meeting_id)
        .where(Meeting.child_id.in_(children), Answer.question.in_((READ_TO, WISH)))
    )


def _is_unread(session: Session, meeting: Meeting) -> bool:
    return _newest(session, meeting) > int(meeting.answer(READ_TO) or 0) or meeting.answer(WISH) == _UNREAD


def _newest(session: Session, meeting: Meeting) -> int:
    kept = session.scalars(
        select(ChildView.id).where(ChildView.meeting_id == meeting.id, ChildView.kept_on.is_not(None))
    ).all()
    return max(kept, default=0)
