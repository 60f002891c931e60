"""The last thing a child said for the meeting to hear: it stands under their name.

What the child keeps off the sheet, or has not said where it goes, is nobody's to show and is not here.
"""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import WhoseWords
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.paper.content import Quote
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.on_the_sheet import quote

OF_OTHERS = (WhoseWords.CARER_THINKS, WhoseWords.CHILD_CHOSE, WhoseWords.CHILD_DREW)
"""What stands in these is not in the child's own words."""

ONE_LINE = 80
"""So many letters stand in one line of a card."""


@answered_once
def last_words(session: Session, child_id: int) -> Quote | None:
    """The newest words of the child's own that are on the sheet, and whose; None where there are none."""
    child = find(session, Child, child_id)
    said = next((view for view in _own_words(session, child_id) if view.words.strip()), None)
    return quote(said, child.name, carer_name(session)) if said is not None else None


@of_each_child
def _own_words(children: Children) -> Select[int, ChildView]:
    """What is on the sheet in the child's own words, the newest first."""
    return (
        select(Meeting.child_id, ChildView)
        .select_from(ChildView)
        .join(Meeting, Meeting.id == ChildView.meeting_id)
        .where(
            Meeting.child_id.in_(children),
            ChildView.about_id.is_(None),
            ChildView.on_the_sheet,
            ChildView.taken_off_on.is_(None),
            ChildView.whose_words.not_in(OF_OTHERS),
        )
        .order_by(ChildView.said_on.desc(), ChildView.id.desc())
    )


def in_one_line(session: Session, child_id: int) -> str:
    """The same where it fits one line, else nothing: nobody's words are cut short."""
    said = last_words(session, child_id)
    words = said.words.strip() if said is not None else ""
    return words if len(words) <= ONE_LINE and len(words.splitlines()) == 1 else ""
