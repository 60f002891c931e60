"""Where one more action of a child is written down: it belongs to a meeting."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.of_each_child import together


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
    children = session.scalars(select(Child).order_by(Child.id)).all()
    together(session, [child.id for child in children])
    return [_add_to(session, child, today) for child in children]


def add_to(session: Session, child_id: int, today: date) -> AddTo:
    """The meeting that an action of this child is added to."""
    return _add_to(session, find(session, Child, child_id), today)


def _add_to(session: Session, child: Child, today: date) -> AddTo:
    meetings = (each for each in meetings_of(session, child.id) if _has_been(each, today))
    # One that was put down for a day after the last one held is asked about first: it may be the one they mean.
    meeting = max(meetings, key=lambda each: (each.day, each.id), default=None)
    is_held = meeting is not None and meeting.held_on is not None
    return AddTo(child.id, child.name, meeting.id if meeting else None, is_held)


def _has_been(meeting: Meeting, today: date) -> bool:
    is_past = meeting.on_day is not None and meeting.on_day <= today
    return meeting.held_on is not None or (is_past and meeting.called_off_on is None)
