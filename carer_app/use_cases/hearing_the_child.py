"""What the child wants the meeting to hear: exact words, whose words they are, and when they were said."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import WhoseWords
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.errors import NotAllowed
from carer_app.use_cases.lookup import carer_name, find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ViewRow:
    id: int
    words: str
    whose_words: WhoseWords
    whose_line: str
    said_on: date
    on_the_sheet: bool


def views(session: Session, meeting_id: int) -> list[ViewRow]:
    """What the carer wrote down of the child's words, in the order it was said. What the child kept is apart."""
    meeting = find(session, Meeting, meeting_id)
    child, carer = meeting.child.name, carer_name(session)
    return [
        ViewRow(
            view.id,
            view.words,
            WhoseWords(view.whose_words),
            WhoseWords(view.whose_words).words(child, carer),
            view.said_on,
            view.on_the_sheet,
        )
        for view in meeting.views
        if view.kept_on is None
    ]


def add_view(
    session: Session, meeting_id: int, whose_words: WhoseWords, said_on: date, words: str = ""
) -> int:
    """Room for something the child says; returns its id."""
    view = ChildView(whose_words=whose_words, said_on=said_on, words=words, on_the_sheet=True)
    meeting = find(session, Meeting, meeting_id)
    meeting.views_even_removed.append(view)
    session.flush()
    return view.id


def write_view(session: Session, view_id: int, words: str) -> None:
    """The child's exact words."""
    _open_view(session, view_id).words = words


def set_whose_words(session: Session, view_id: int, whose_words: WhoseWords) -> None:
    _open_view(session, view_id).whose_words = whose_words


def set_said_on(session: Session, view_id: int, said_on: date, today: date) -> None:
    """The day the child said it. Raises NotAllowed for a day that has not come yet."""
    if said_on > today:
        raise NotAllowed(_("That day has not come yet. Type the day the words were said."))
    _open_view(session, view_id).said_on = said_on


def whose_lines(session: Session, meeting_id: int) -> dict[WhoseWords, str]:
    """Every way to say whose words they are, with the names used at home."""
    child, carer = find(session, Meeting, meeting_id).child.name, carer_name(session)
    without_words = (WhoseWords.CHILD_CHOSE, WhoseWords.CHILD_DREW)
    return {whose: whose.words(child, carer) for whose in WhoseWords if whose not in without_words}


def put_on_sheet(session: Session, view_id: int, on_the_sheet: bool) -> None:
    """Whether these words are printed for the meeting."""
    _open_view(session, view_id).on_the_sheet = on_the_sheet


def remove_view(session: Session, view_id: int, on: date) -> None:
    _open_view(session, view_id).remove(on)


def bring_view_back(session: Session, view_id: int) -> None:
    find(session, ChildView, view_id, even_deleted=True).bring_back()


def _open_view(session: Session, view_id: int) -> ChildView:
    """Words that may still be changed. Raises NotAllowed for those that the child kept."""
    view = find(session, ChildView, view_id)
    view.may_change()
    return view
