"""Keeping papers: the PEP copy above all."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NotAllowed
from carer_app.use_cases.finding import find, household, household_to_change
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the fostering service said that council papers may be kept here."""

    is_given: bool
    by: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One meeting's PEP copy, here or missing. `is_late` once it is past the day it was expected."""

    meeting_id: int
    child_id: int
    child: str
    held_on: date
    place: WhereIsTheCopy
    expected_by: date
    is_late: bool
    document_id: int | None
    received_on: date | None


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """What is needed to open one stored paper."""

    title: str
    fingerprint: str
    seal_key: bytes
    pages: int
    added_on: date


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A paper whose bytes are already sealed beside the records. `size` in bytes."""

    fingerprint: str
    seal_key: bytes
    size: int
    pages: int


def permission(session: Session) -> Permission:
    """The carer's second yes: may council papers be kept on this computer?"""
    row = household(session)
    if row is None or row.papers_allowed_on is None:
        return Permission(False, "", None)
    return Permission(True, row.papers_allowed_by, row.papers_allowed_on)


def allow_papers(session: Session, by: str, on: date) -> None:
    """The fostering service said yes; who said so is written down."""
    if not by.strip():
        raise NotAllowed(_("Type who said yes, for example your supervising social worker’s name."))
    row = household_to_change(session)
    row.papers_allowed_by, row.papers_allowed_on = by.strip(), on


def copies(session: Session, today: date) -> list[CopyRow]:
    """The PEP copy of every meeting that was held, newest first; a missing one is a row too."""
    children = {child.id: child.name for child in session.scalars(select(Child))}
    held = session.scalars(
        select(Meeting).where(Meeting.held_on.is_not(None)).order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    return [_copy_row(meeting, children[meeting.child_id], today) for meeting in held if meeting.child_id in children]


def copy_of(session: Session, meeting_id: int, today: date) -> CopyRow | None:
    """The PEP copy of one meeting, or None where it was not held yet."""
    meeting = find(session, Meeting, meeting_id)
    return _copy_row(meeting, meeting.child.name, today) if meeting.held_on else None


def say_where_the_copy_is(session: Session, meeting_id: int, place: WhereIsTheCopy, today: date) -> None:
    """The carer says where the copy is kept, or that it has not come."""
    copy = _copy(session, meeting_id)
    copy.place = place
    copy.received_on = None if place == WhereIsTheCopy.NOT_YET else copy.received_on or today


def register_copy(session: Session, meeting_id: int, new: NewDocument, today: date) -> int:
    """The copy's bytes are sealed: put them in the records. Returns the document's id.

    Raises NotAllowed without the second yes.
    """
    if not permission(session).is_given:
        raise NotAllowed(_("First say who told you that you may keep files they send you."))
    document = StoredDocument(
        title=_("PEP copy"),
        added_on=today,
        fingerprint=new.fingerprint,
        seal_key=new.seal_key,
        size=new.size,
        pages=new.pages,
    )
    session.add(document)
    session.flush()
    copy = _copy(session, meeting_id)
    copy.document_id, copy.place, copy.received_on = document.id, WhereIsTheCopy.HERE, today
    return document.id


def unregister_copy(session: Session, meeting_id: int) -> None:
    """Take the stored file off the meeting again. The sealed bytes stay until the records are tidied."""
    copy = _copy(session, meeting_id)
    copy.document_id, copy.place, copy.received_on = None, WhereIsTheCopy.NOT_YET, None


def sealed_document(session: Session, document_id: int) -> SealedDocument:
    """What opens one stored paper."""
    row = find(session, StoredDocument, document_id)
    return SealedDocument(row.title, row.fingerprint, row.seal_key, row.pages, row.added_on)


def _copy(session: Session, meeting_id: int) -> PepCopy:
    meeting = find(session, Meeting, meeting_id)
    if not meeting.copies:
        meeting.copies.append(PepCopy(place=WhereIsTheCopy.NOT_YET))
        session.flush()
    return meeting.copies[0]


def _copy_row(meeting: Meeting, child: str, today: date) -> CopyRow:
    assert meeting.held_on is not None
    copy = meeting.copies[0] if meeting.copies else None
    place = WhereIsTheCopy(copy.place) if copy else WhereIsTheCopy.NOT_YET
    expected = PepCopy.expected_by(meeting.held_on)
    return CopyRow(
        meeting_id=meeting.id,
        child_id=meeting.child_id,
        child=child,
        held_on=meeting.held_on,
        place=place,
        expected_by=expected,
        is_late=place == WhereIsTheCopy.NOT_YET and today > expected,
        document_id=copy.document_id if copy else None,
        received_on=copy.received_on if copy else None,
    )
