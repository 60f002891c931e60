"""What was removed lately, of every kind, and the way back for each. Never words that a child kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from operator import or_
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import ConcernKind, FigureKind, KeepsakeKind, PaperKind, WhoseWords, WithoutSchool
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.base import Base, Deletable
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake
from carer_app.domain.care_review import CareReview
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.preparation import ChildView, Concern, SchoolQuestion
from carer_app.domain.stored_document import ReportFigure, StoredDocument
from carer_app.typed_dates import say_day, say_short, say_when
from carer_app.use_cases import keepsakes
from carer_app.use_cases.about_a_child import children_of
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import carer_name, find, removed_rows
from carer_app.use_cases.pep_copies import bring_document_back
from carer_app.words import _

DAYS = 30
"""So long a removed thing stands on the page. Nothing happens to it afterwards: it stays in the locked records."""

_FIRST_WORDS = 80


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """One removed thing: `what` are its first words, `about` what it is and whose. `id` is of this list alone."""

    id: int
    what: str
    about: str
    removed_on: date


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing that can be removed: its words and what it is; no words where it is not to be listed."""

    noun: type[Any]
    words: Callable[[Any], str]
    what: Callable[[Any, str], str]


def removed(session: Session, today: date) -> list[RemovedRow]:
    """Everything removed in the last `DAYS` days, newest first.

    What belongs to something that was removed itself is not listed: it comes back with that.
    """
    return sorted(_listed(session, today), key=lambda row: (-row.removed_on.toordinal(), row.id))


def _listed(session: Session, today: date) -> Iterator[RemovedRow]:
    own = carer_name(session)
    for place, kind in enumerate(KINDS):
        for row in reversed(removed_rows(session, kind.noun, today - timedelta(days=DAYS))):
            if _stands_alone(session, row) and kind.words(row):
                about = kind.what(row, own)
                yield RemovedRow(row.id * len(KINDS) + place, kind.words(row), about, row.removed_on)


def is_any_removed(session: Session, today: date) -> bool:
    """Whether anything stands on that page. Mostly nothing was ever removed, which is one question and not thirteen."""
    if not session.scalar(_is_any_marked(), execution_options={"include_deleted": True}):
        return False
    return next(_listed(session, today), None) is not None


@cache
def _is_any_marked() -> Select[tuple[bool]]:
    """Put together once: many pages ask it whenever they read."""
    return select(reduce(or_, (select(kind.noun.id).where(kind.noun.is_removed).exists() for kind in KINDS)))


def put_back(session: Session, removed_id: int, today: date) -> None:
    """It is as it was before it was removed."""
    number, place = divmod(removed_id, len(KINDS))
    if KINDS[place].noun is StoredDocument:
        bring_document_back(session, number, today)
        return
    if KINDS[place].noun is Keepsake:
        keepsakes.bring_back(session, number)
        return
    find(session, KINDS[place].noun, number, even_deleted=True).bring_back()


def remove_again(session: Session, removed_id: int, on: date) -> None:
    """The opposite of `put_back`: removed, and on that day."""
    number, place = divmod(removed_id, len(KINDS))
    if KINDS[place].noun is Keepsake:
        keepsakes.take_out(session, number, on)
        return
    find(session, KINDS[place].noun, number).remove(on)


def can_be_removed_again(removed_id: int) -> bool:
    """Putting a file back swaps it with the one there now: that is taken back by putting the other one back."""
    return KINDS[removed_id % len(KINDS)].noun is not StoredDocument


def _stands_alone(session: Session, row: Any) -> bool:
    if isinstance(row, StoredDocument):
        return _copy_of(session, row) is not None or _is_a_paper_of_a_child(session, row)
    if isinstance(row, ChildView) and row.kept_on is not None:
        return False
    meeting = _meetings(session).get(getattr(row, "meeting_id", None) or 0)
    child_id = meeting.child_id if meeting is not None else getattr(row, "child_id", None)
    child = find(session, Child, child_id, even_deleted=True) if child_id is not None else None
    return all(above is None or not above.is_removed for above in (meeting, child))


@answered_once
def _meetings(session: Session) -> dict[int, Meeting]:
    """Every meeting by its id, also those that were removed."""
    query = select(Meeting).execution_options(include_deleted=True)
    return {meeting.id: meeting for meeting in session.scalars(query)}


def _copy_of(session: Session, document: StoredDocument) -> PepCopy | None:
    """The place of this file behind the copy of a meeting that is there. A child's drawing has none."""
    query = (
        select(PepCopy)
        .join(Meeting, Meeting.id == PepCopy.meeting_id)
        .join(Child, Child.id == Meeting.child_id)
    )
    return session.scalars(query.where(PepCopy.document_id == document.id)).first()


def _is_a_paper_of_a_child(session: Session, document: StoredDocument) -> bool:
    """Whether it is a paper by itself, of a child that is there. What is in the child's book is removed there."""
    in_a_book = select(Keepsake.id).where(Keepsake.document_id == document.id)
    if session.scalar(in_a_book, execution_options={"include_deleted": True}) is not None:
        return False
    if document.kind == PaperKind.PEP_COPY or document.child_id is None:
        return False
    return not find(session, Child, document.child_id, even_deleted=True).is_removed


def _title_of(keepsake: Keepsake) -> str:
    """What its paper is called; that is removed as well."""
    session = Session.object_session(keepsake)
    assert session is not None
    return find(session, StoredDocument, keepsake.document_id, even_deleted=True).title


def _child_of(row: Base) -> str:
    session = Session.object_session(row)
    assert session is not None
    meeting = _meetings(session).get(getattr(row, "meeting_id", None) or 0)
    child_id = meeting.child_id if meeting is not None else getattr(row, "child_id", None)
    if child_id is None:
        (child_id,) = children_of(session, row)
    return find(session, Child, child_id).name


def _first_words(*texts: str) -> str:
    words = " ".join(next((text for text in texts if text.strip()), "").split())
    return words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1].rstrip() + "…"


def _meeting_words(meeting: Meeting) -> str:
    if meeting.on_day is None:
        return _("Meeting without a day")
    return _("Meeting of {day}").format(day=say_day(meeting.on_day))


def _review_words(review: CareReview) -> str:
    day = review.held_on or review.on_day
    return _("Review of {day}").format(day=say_day(day)) if day else _("Review without a day")


def _view_what(view: ChildView, own: str) -> str:
    child = _child_of(view)
    return _("{whose}, said {when}").format(
        whose=WhoseWords(view.whose_words).words(child, own), when=say_when(view.said_on, with_year=True)
    )


KINDS: tuple[_Kind, ...] = (
    _Kind(
        Child,
        lambda child: child.name,
        lambda _child, _own: _("A child put to one side, with everything"),
    ),
    _Kind(
        Meeting,
        _meeting_words,
        lambda meeting, _own: _("{child} · with what was got ready").format(child=meeting.child.name),
    ),
    _Kind(
        Note,
        lambda note: _first_words(note.seen, note.think),
        lambda note, _own: _("{child} · a note of {day}").format(
            child=_child_of(note), day=say_short(note.on_day, with_year=True)
        ),
    ),
    _Kind(
        AgreedAction,
        lambda action: _first_words(action.what),
        lambda action, _own: _("{child} · an agreed action").format(child=_child_of(action)),
    ),
    _Kind(ChildView, lambda view: _first_words(view.words), _view_what),
    _Kind(
        Concern,
        lambda concern: _first_words(
            concern.what_we_see, concern.we_ask_for, ConcernKind(concern.kind).words
        ),
        lambda concern, _own: _("{child} · {kind}").format(
            child=_child_of(concern), kind=ConcernKind(concern.kind).words
        ),
    ),
    _Kind(
        SchoolQuestion,
        lambda question: _first_words(question.text),
        lambda question, _own: _("{child} · a question for school").format(child=_child_of(question)),
    ),
    _Kind(
        Request,
        lambda request: _first_words(
            request.answer, request.left_out_because, request.name, _("Something asked for")
        ),
        lambda request, _own: _("{child} · what was asked on {day}").format(
            child=_child_of(request), day=say_short(request.asked_on, with_year=True)
        ),
    ),
    _Kind(
        CareReview,
        _review_words,
        lambda review, _own: _("{child} · a review").format(child=_child_of(review)),
    ),
    _Kind(
        DaysWithoutSchool,
        lambda days: _first_words(days.reason, WithoutSchool(days.kind).words),
        lambda days, _own: _("{child} · days without full-time school, from {day}").format(
            child=_child_of(days), day=say_short(days.first_on, with_year=True)
        ),
    ),
    _Kind(
        ChildLetter,
        lambda letter: _first_words(letter.text, _("A letter with no words yet")),
        lambda letter, _own: _("{child} · a letter to the child").format(child=_child_of(letter)),
    ),
    _Kind(
        Keepsake,
        lambda keepsake: _title_of(keepsake),
        lambda keepsake, _own: _("{child} · in the child’s book: {kind}").format(
            child=_child_of(keepsake), kind=KeepsakeKind(keepsake.kind).words.lower()
        ),
    ),
    _Kind(
        StoredDocument,
        lambda document: document.title,
        lambda document, _own: (
            _("A stored file that another one took the place of, on {day}").format(
                day=say_short(document.removed_on, with_year=True)
            )
            if document.kind == PaperKind.PEP_COPY
            else _("{child} · {kind}").format(child=_child_of(document), kind=PaperKind(document.kind).words)
        ),
    ),
    _Kind(
        ReportFigure,
        lambda figure: _first_words(figure.value),
        lambda figure, _own: _("{child} · {what} from a report").format(
            child=_child_of(figure), what=figure.subject or FigureKind(figure.what).words
        ),
    ),
)
"""Every noun that can be removed and comes back, in the order they stand in on one day."""

assert {kind.noun for kind in KINDS} == set(Deletable.__subclasses__())
