"""The copy of each PEP: whether it has come, where it is, and the file of it that is kept here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import PaperKind, Role, WhereIsTheCopy
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import StoredDocument
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.filing import NewDocument, forget_document, must_be_allowed, to_records
from carer_app.use_cases.lookup import all_children, find, meetings_of
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.pep_dates import copy_expected
from carer_app.words import _

SENDERS = (Role.DESIGNATED_TEACHER, Role.SOCIAL_WORKER)
"""Who sends a PEP copy, as the Southwark page has it: school, or the social worker."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One meeting's PEP copy, here or missing. `is_late` once it is past the day it was expected.

    `why` is the working of that day, with its rule; `senders` are those who can send the copy, in words.
    """

    meeting_id: int
    child_id: int
    child: str
    held_on: date
    place: WhereIsTheCopy
    expected_by: date
    why: str
    is_late: bool
    senders: str
    document_id: int | None
    received_on: date | None
    is_a_question: bool
    """A PEP from before these records: whether its copy came, nobody has said."""

    @property
    def id(self) -> int:
        """One copy for each meeting, so the meeting tells them apart."""
        return self.meeting_id

    @property
    def has_come(self) -> bool:
        return self.place != WhereIsTheCopy.NOT_YET

    @property
    def answers(self) -> tuple[WhereIsTheCopy, ...]:
        """What can be said of the paper: once a file is stored here, that nothing has come cannot be."""
        other = WhereIsTheCopy.NOT_YET if self.document_id is None else WhereIsTheCopy.HERE
        return (WhereIsTheCopy.LOCK_BOX, WhereIsTheCopy.FILE, other)


def copies(session: Session, today: date) -> list[CopyRow]:
    """The PEP copy of every meeting that was held, newest first; a missing one is a row too."""
    rows = [row for child in all_children(session) for row in copies_of_child(session, child.id, today)]
    return sorted(rows, key=_when, reverse=True)


@answered_once
def copies_of_child(session: Session, child_id: int, today: date) -> list[CopyRow]:
    """The same for one child."""
    return list(_newest_first(session, find(session, Child, child_id), today))


def late_copies(session: Session, child_id: int, today: date) -> Iterator[CopyRow]:
    """The copies that are missing after their day, newest first. Each is worked out when it is asked for."""
    child = find(session, Child, child_id)
    return (row for row in _newest_first(session, child, today) if row.is_late)


def _newest_first(session: Session, child: Child, today: date) -> Iterator[CopyRow]:
    kept: dict[int, PepCopy] = {}
    for copy in _copies_kept(session, child.id):
        kept.setdefault(copy.meeting_id, copy)
    held = [(each.held_on, each.id, each) for each in meetings_of(session, child.id) if each.held_on]
    for _held_on, meeting_id, meeting in sorted(held, reverse=True):
        yield _copy_row(session, meeting, child, kept.get(meeting_id), today)


def _when(row: CopyRow) -> tuple[date, int]:
    return row.held_on, row.meeting_id


@of_each_child
def _copies_kept(children: Children) -> Select[int, PepCopy]:
    """The first of a meeting is its copy as it is now."""
    return (
        select(Meeting.child_id, PepCopy)
        .select_from(PepCopy)
        .join(Meeting, Meeting.id == PepCopy.meeting_id)
        .where(Meeting.child_id.in_(children))
        .order_by(PepCopy.id)
    )


def copy_of(session: Session, meeting_id: int, today: date) -> CopyRow | None:
    """The PEP copy of one meeting, or None where it was not held yet."""
    meeting = find(session, Meeting, meeting_id)
    copy = meeting.copies[0] if meeting.copies else None
    return _copy_row(session, meeting, meeting.child, copy, today) if meeting.held_on else None


def say_where_the_copy_is(session: Session, meeting_id: int, place: WhereIsTheCopy, today: date) -> None:
    """The carer says where the paper copy is kept, or that it has not come. A stored file stays stored."""
    copy = _copy(session, meeting_id)
    if copy.document_id is not None and place == WhereIsTheCopy.NOT_YET:
        place = WhereIsTheCopy.HERE
    elif copy.document_id is None and place == WhereIsTheCopy.HERE:
        place = WhereIsTheCopy.NOT_YET
    copy.place = place
    copy.received_on = None if place == WhereIsTheCopy.NOT_YET else copy.received_on or today


def register_copy(session: Session, meeting_id: int, new: NewDocument, today: date) -> int:
    """The copy's bytes are sealed: put them in the records. Returns the document's id.

    Raises NotAllowed without the second yes.
    """
    must_be_allowed(session)
    meeting = find(session, Meeting, meeting_id)
    document = to_records(
        session, new, _("PEP copy"), today,
        child_id=meeting.child_id, kind=PaperKind.PEP_COPY, on_day=meeting.held_on,
    )  # fmt: skip
    copy = _copy(session, meeting_id)
    if copy.document_id is not None:
        find(session, StoredDocument, copy.document_id).remove(today)
        behind = PepCopy(
            meeting_id=meeting_id,
            place=copy.place,
            received_on=copy.received_on,
            document_id=copy.document_id,
        )
        session.add(behind)
    copy.document_id, copy.place, copy.received_on = document.id, WhereIsTheCopy.HERE, today
    return document.id


def put_copy_back(session: Session, before: CopyRow) -> tuple[str, ...]:
    """Everything about one copy as it was in `before`: the opposite of saying where it is and of storing a file.

    A file stored since then goes for good: the only key to its bytes goes with its row.
    """
    copy = _copy(session, before.meeting_id)
    since = copy.document_id
    copy.place, copy.received_on, copy.document_id = before.place, before.received_on, before.document_id
    if before.document_id is not None:
        find(session, StoredDocument, before.document_id, even_deleted=True).bring_back()
        for row in find(session, Meeting, before.meeting_id).copies[1:]:
            if row.document_id == before.document_id:
                session.delete(row)
    gone: tuple[str, ...] = ()
    if since is not None and since != before.document_id:
        gone = forget_document(session, since)
    if before.is_a_question:
        meeting = find(session, Meeting, before.meeting_id)
        meeting.copies.remove(copy)
    return gone


def bring_document_back(session: Session, document_id: int, today: date) -> None:
    """A file that another one took the place of is the PEP copy again, and that other one is taken out."""
    document = find(session, StoredDocument, document_id, even_deleted=True)
    document.bring_back()
    behind = session.scalars(select(PepCopy).where(PepCopy.document_id == document_id)).first()
    if behind is None:
        return
    now = _copy(session, behind.meeting_id)
    if now is behind:
        return
    as_it_is = now.place, now.received_on, now.document_id
    now.place, now.received_on, now.document_id = behind.place, behind.received_on, behind.document_id
    if as_it_is[2] is None:
        session.delete(behind)
        return
    find(session, StoredDocument, as_it_is[2], even_deleted=True).remove(today)
    behind.place, behind.received_on, behind.document_id = as_it_is


def unregister_copy(session: Session, meeting_id: int) -> tuple[str, ...]:
    """The stored file is taken out for good. Returns the names of its sealed files, which nothing can open now."""
    copy = _copy(session, meeting_id)
    document_id, copy.document_id = copy.document_id, None
    if copy.place == WhereIsTheCopy.HERE:
        copy.place, copy.received_on = WhereIsTheCopy.NOT_YET, None
    return () if document_id is None else forget_document(session, document_id)


def _copy(session: Session, meeting_id: int) -> PepCopy:
    meeting = find(session, Meeting, meeting_id)
    if not meeting.copies:
        meeting.copies.append(PepCopy(place=WhereIsTheCopy.NOT_YET))
        session.flush()
    return meeting.copies[0]


def _copy_row(session: Session, meeting: Meeting, child: Child, copy: PepCopy | None, today: date) -> CopyRow:
    assert meeting.held_on is not None
    place = WhereIsTheCopy(copy.place) if copy else WhereIsTheCopy.NOT_YET
    expected = copy_expected(session, meeting)
    return CopyRow(
        meeting_id=meeting.id,
        child_id=meeting.child_id,
        child=child.name,
        held_on=meeting.held_on,
        place=place,
        expected_by=expected.by,
        why=expected.why,
        is_late=place == WhereIsTheCopy.NOT_YET and today > expected.by,
        senders=_senders(child, meeting.held_on),
        document_id=copy.document_id if copy else None,
        received_on=copy.received_on if copy else None,
        is_a_question=copy is None and meeting.on_day is None,
    )


def _senders(child: Child, on: date) -> str:
    known = [
        person.name
        for role in SENDERS
        if (person := child.person(role, on)) is not None and person.name.strip()
    ]
    if not known:
        return _("School or the social worker")
    return known[0] if len(known) == 1 else _("{one} or {other}").format(one=known[0], other=known[1])
