"""Did it help? What the child is asked of what was agreed, in their own part, and what they said.

An answer is one of the things that a child keeps (`ChildView`, with the action in the key of its question): exact, on
the sheet or off it, to be added to and taken off as any other.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.paper.content import Quote
from carer_app.sitting import HELPED
from carer_app.use_cases.last_time import agreed_before
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.on_the_sheet import quote

MOST_DONE = 2
"""Of so many things that are done a child is asked whether they helped."""


def in_their_words(session: Session, action_id: int) -> Quote | None:
    """What the child said of it last, whether it helped, where it is on their sheet; else nothing."""
    query = (
        select(ChildView).where(ChildView.question == f"{HELPED}{action_id}").order_by(ChildView.id.desc())
    )
    for view in session.scalars(query):
        if view.is_printed and view.about_id is None:
            return quote(view, find(session, Meeting, view.meeting_id).child.name, carer_name(session))
    return None


def to_ask(session: Session, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What the meeting before agreed and is done, at least in part, the newest first. Of what was said nobody asks."""
    said = select(ChildView.question).join(Meeting, Meeting.id == ChildView.meeting_id)
    asked = set(
        session.scalars(said.where(Meeting.child_id == meeting.child_id, ChildView.kept_on.is_not(None)))
    )
    done = [action for action in agreed_before(session, meeting) if action.done_on or action.partly_on]
    done.sort(key=lambda action: (action.done_on or action.partly_on or date.min, action.id), reverse=True)
    keys = ((f"{HELPED}{action.id}", action.what) for action in done)
    return tuple((key, what) for key, what in keys if key not in asked)[:MOST_DONE]
