"""A day has gone by: the meeting was held, or it was put off."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases import planning, recording_the_meeting
from carer_app.use_cases.for_home import situation
from carer_app.use_cases.lookup import find


@dataclass(frozen=True, slots=True)
class DayGoneBy:
    """The day of a meeting that has gone by, as it stands: what there is to bring back."""

    child_id: int
    day: date
    at_time: time | None


def day_gone_by(session: Session, child_id: int, today: date) -> DayGoneBy | None:
    """The newest day of a meeting, set or agreed, that has gone by and that nobody spoke of since."""
    facts = situation(session, find(session, Child, child_id), today)
    if facts.gone_by:
        meeting = facts.gone_by[-1]
        return DayGoneBy(child_id, meeting.on_day, meeting.at_time) if meeting.on_day else None
    return DayGoneBy(child_id, facts.agreed_before, None) if facts.agreed_before else None


def it_was_held(session: Session, gone: DayGoneBy, uid: str, today: date) -> int:
    """The meeting was held on that day. Returns its id; `uid` names it where it was only agreed on until now."""
    meeting = _meeting(session, gone, uid)
    recording_the_meeting.meeting_was_held(session, meeting.id, gone.day, today)
    return meeting.id


def it_was_not_held(session: Session, gone: DayGoneBy) -> None:
    """Undo `it_was_held`."""
    held = select(Meeting).where(Meeting.child_id == gone.child_id, Meeting.held_on == gone.day)
    for meeting in session.scalars(held):
        meeting.not_held()


def it_was_put_off(session: Session, gone: DayGoneBy, uid: str, today: date) -> int:
    """The meeting was not held, and has no new day yet. What is prepared stays with it. Returns its id."""
    meeting = _meeting(session, gone, uid)
    meeting.put_off(today)
    return meeting.id


def take_back_put_off(session: Session, gone: DayGoneBy, uid: str) -> None:
    """Undo `it_was_put_off`."""
    meeting = find(session, Meeting, planning.plan_meeting(session, gone.child_id, uid))
    meeting.take_back_put_off(gone.day, gone.at_time)


def _meeting(session: Session, gone: DayGoneBy, uid: str) -> Meeting:
    """The meeting of that day; made where it was only agreed on."""
    of_that_day = select(Meeting).where(
        Meeting.child_id == gone.child_id,
        Meeting.on_day == gone.day,
        Meeting.held_on.is_(None),
        Meeting.called_off_on.is_(None),
    )
    meeting = session.scalars(of_that_day).first()
    if meeting is None:
        meeting = find(session, Meeting, planning.plan_meeting(session, gone.child_id, uid))
        meeting.move(gone.day, meeting.at_time, meeting.place)
    return meeting
