"""Where one more action of a child is written down: it belongs to a meeting."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.lookup import find


@dataclass(frozen=True, slots=True)
class AddTo:
    """The meeting that an action of a child (`id`) is added to: the last that `is_held`, else one whose day has come.

    None where neither is in the records: then the day of a meeting is asked first.
    """

    id: int
    child: str
    meeting_id: int | None
    is_held: bool


def where_to_add(session: Session, today: date) -> list[AddTo]:
    """The same for each child, in the order of the children."""
    return [_add_to(session, child, today) for child in session.scalars(select(Child).order_by(Child.id))]


def add_to(session: Session, child_id: int, today: date) -> AddTo:
    """The meeting that an action of this child is added to."""
    return _add_to(session, find(session, Child, child_id), today)


def _add_to(session: Session, child: Child, today: date) -> AddTo:
    of_child = select(Meeting).where(Meeting.child_id == child.id)
    has_been = Meeting.called_off_on.is_(None) & (Meeting.on_day <= today)
    meetings = session.scalars(of_child.where(Meeting.held_on.is_not(None) | has_been))
    # One that was put down for a day after the last one held is asked about first: it may be the one they mean.
    meeting = max(meetings, key=lambda each: (each.day, each.id), default=None)
    is_held = meeting is not None and meeting.held_on is not None
    return AddTo(child.id, child.name, meeting.id if meeting else None, is_held)
