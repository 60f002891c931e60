"""Keeping papers: the PEP copy above all."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import PaperKind, Role, WhereIsTheCopy
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import PaperSource, StoredDocument
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import all_children, find, household, household_to_change, meetings_of
from carer_app.use_cases.of_each_child import of_each_child
from carer_app.use_cases.pep_dates import copy_expected
from carer_app.words import _

SENDERS = (Role.DESIGNATED_TEACHER, Role.SOCIAL_WORKER)
"""Who sends a PEP copy, as the Southwark page has it: school, or the social worker."""


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the fostering service said that council papers may be kept here."""

    is_given: bool
    by: str
    on: date | None


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


@dataclass(frozen=True, slots=True)
class LeafletRow:
    """A leaflet of the carer's council."""

    id: int
    title: str
    added_on: date


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """What is needed to open one stored paper. A PEP copy also knows its meeting and its child."""

    title: str
    fingerprint: str
    seal_key: bytes
    pages: int
    added_on: date
    meeting_id: int | None = None
    child: str = ""
    held_on: date | None = None
    is_leaflet: bool = False

    def __repr__(self) -> str:
        return "<SealedDocument>"


@dataclass(frozen=True, slots=True)
class NewSource:
    """A file that was chosen: `digest` is the SHA-256 of its bytes; the rest is there where it is kept as it came."""

    digest: str
    ending: str = ""
    fingerprint: str = ""
    seal_key: bytes = b""
    size: int = 0

    def __repr__(self) -> str:
        return "<NewSource>"


@dataclass(frozen=True, slots=True)
class KeptSource:
    """What is needed to open a file that is kept as it came."""

    id: int
    ending: str
    fingerprint: str
    seal_key: bytes

    def __repr__(self) -> str:
        return "<KeptSource>"


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A paper whose bytes are already sealed beside the records. `size` in bytes; `sources` is what it was made of."""

    fingerprint: str
    seal_key: bytes
    size: int
    pages: int
    sources: tuple[NewSource, ...] = ()

    def __repr__(self) -> str:
        return "<NewDocument>"


def permission(session: Session) -> Permission:
    """The carer's second yes: may council papers be kept on this computer?"""
    row = household(session)
    if row is None or row.papers_allowed_on is None:
        return Permission(False, "", None)
    return Permission(True, row.papers_allowed_by, row.papers_allowed_on)


def must_be_allowed(session: Session) -> None:
    """Raise NotAllowed where nobody gave the second yes."""
    if not permission(session).is_given:
        raise NotAllowed(_("First say who told you that you may keep files they send you."))


def allow_papers(session: Session, by: str, on: date, draft_place: DraftKey = NOWHERE) -> None:
    """The fostering service said yes; who said so is written down.

    What was half typed at `draft_place` is whole now.
    """
    if not by.strip():
        raise NotAllowed(_("Type who said yes, for example your supervising social worker’s name."))
    row = household_to_change(session)
    row.papers_allowed_by, row.papers_allowed_on = by.strip(), on
    drafts.forget(session, draft_place)


def take_back_permission(session: Session) -> None:
    """Papers may not be kept here after all. What is stored already stays until the carer takes it out."""
    row = household_to_change(session)
    row.papers_allowed_by, row.papers_allowed_on = "", None


def copies(session: Session, today: date) -> list[CopyRow]:
    """The PEP copy of every meeting that was held, newest first; a missing one is a row too."""
    rows = [row for child in all_children(session) for row in copies_of_child(session, child.id, today)]
    return sorted(rows, key=_when, reverse=True)


@answered_once
def copies_of_child(session: Session, child_id: int, today: date) -> list[CopyRow]:
    """The same for one child."""
    child = find(session, Child, child_id)
    kept: dict[int, PepCopy] = {}
    for copy in _copies_kept(session, child_id):
        kept.setdefault(copy.meeting_id, copy)
    rows = [
        _copy_row(session, meeting, child, kept.get(meeting.id), today)
        for meeting in meetings_of(session, child_id)
        if meeting.held_on is not None
    ]
    return sorted(rows, key=_when, reverse=True)


def _when(row: CopyRow) -> tuple[date, int]:
    return row.held_on, row.meeting_id


@of_each_child
def _copies_kept(session: Session, child_ids: Collection[int]) -> Iterable[tuple[int, PepCopy]]:
    """The first of a meeting is its copy as it is now."""
    query = (
        select(Meeting.child_id, PepCopy)
        .select_from(PepCopy)
        .join(Meeting, Meeting.id == PepCopy.meeting_id)
        .where(Meeting.child_id.in_(child_ids))
        .order_by(PepCopy.id)
    )
    return ((child_id, each) for child_id, each in session.execute(query))


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


def register_leaflet(
    session: Session, title: str, new: NewDocument, today: date, draft_place: DraftKey = NOWHERE
) -> int:
    """A leaflet of the carer's council is sealed: put it in the records, with no child attached. Returns its id.

    What was half typed at `draft_place` is whole now.
    """
    if not title.strip():
        raise NotAllowed(_("Type what it is called first."))
    document = to_records(session, new, title.strip(), today, is_leaflet=True)
    drafts.forget(session, draft_place)
    return document.id


def council_leaflets(session: Session) -> list[LeafletRow]:
    """The leaflets of the carer's council, by name."""
    query = select(StoredDocument).where(StoredDocument.is_leaflet.is_(True))
    rows = [LeafletRow(each.id, each.title, each.added_on) for each in session.scalars(query)]
    return sorted(rows, key=lambda row: row.title.casefold())


def take_leaflet_out(session: Session, document_id: int) -> tuple[str, ...]:
    """The leaflet is taken out for good. Returns the names of its sealed files, which nothing can open now."""
    if not find(session, StoredDocument, document_id).is_leaflet:
        raise NotAllowed(_("Only a leaflet can be taken out here."))
    return _forget_document(session, document_id)


def put_copy_back(session: Session, before: CopyRow) -> None:
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
    if since is not None and since != before.document_id:
        _forget_document(session, since)
    if before.is_a_question:
        meeting = find(session, Meeting, before.meeting_id)
        meeting.copies.remove(copy)


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
    return () if document_id is None else _forget_document(session, document_id)


def sealed_document(session: Session, document_id: int) -> SealedDocument:
    """What opens one stored paper. Raises NotFound where it, its meeting or its child was taken out."""
    return sealed_documents(session, (document_id,))[document_id]


def sealed_documents(session: Session, document_ids: Collection[int]) -> dict[int, SealedDocument]:
    """The same for several papers, by their ids."""
    papers = select(StoredDocument).where(StoredDocument.id.in_(document_ids))
    rows = {row.id: row for row in session.scalars(papers)}
    copies = select(PepCopy).where(PepCopy.document_id.in_(document_ids)).order_by(PepCopy.id.desc())
    copy_of = {copy.document_id: copy.meeting_id for copy in session.scalars(copies)}
    return {
        each: _opened_by(session, rows.get(each) or find(session, StoredDocument, each), copy_of.get(each))
        for each in document_ids
    }


def _opened_by(session: Session, row: StoredDocument, copy_of: int | None) -> SealedDocument:
    find(session, StoredDocument, row.id)
    of = find(session, Meeting, copy_of) if copy_of is not None else None
    return SealedDocument(
        row.title,
        row.fingerprint,
        row.seal_key,
        row.pages,
        row.added_on,
        meeting_id=of.id if of else None,
        child=of.child.name if of else "",
        held_on=of.held_on if of else None,
        is_leaflet=row.is_leaflet,
    )


def kept_sources(session: Session, document_id: int) -> list[KeptSource]:
    """The files that a paper was made from and that are kept as they came, in their order."""
    document = find(session, StoredDocument, document_id)
    return [
        KeptSource(each.id, each.ending, each.fingerprint, each.seal_key)
        for each in document.sources
        if each.fingerprint
    ]


def known_digests(session: Session, child_id: int) -> frozenset[str]:
    """Digests of all files that the papers of this child were made from: none of them is added twice."""
    query = select(PaperSource.digest).join(StoredDocument, StoredDocument.id == PaperSource.document_id)
    return frozenset(session.scalars(query.where(StoredDocument.child_id == child_id)))


def to_records(
    session: Session, new: NewDocument, title: str, today: date, **known: int | str | date | bool | None
) -> StoredDocument:
    """A sealed paper has its row, with what it was made from; `known` is what else is known of it."""
    document = StoredDocument(
        title=title,
        added_on=today,
        fingerprint=new.fingerprint,
        seal_key=new.seal_key,
        size=new.size,
        pages=new.pages,
        sources=[
            PaperSource(
                digest=each.digest,
                ending=each.ending,
                fingerprint=each.fingerprint,
                seal_key=each.seal_key,
                size=each.size,
            )
            for each in new.sources
        ],
        **known,
    )
    session.add(document)
    session.flush()
    return document


def _forget_document(session: Session, document_id: int) -> tuple[str, ...]:
    document = find(session, StoredDocument, document_id, even_deleted=True)
    session.flush()  # the copy must let go of it first
    session.delete(document)
    return (document.fingerprint, *(each.fingerprint for each in document.sources if each.fingerprint))


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
