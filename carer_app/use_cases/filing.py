"""Keeping papers: whether they may be kept, what is sealed, and what opens it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.draft import Draft
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import PaperSource, StoredDocument
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find, household, household_to_change
from carer_app.use_cases.waiting_photos import WAITING
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the fostering service said that council papers may be kept here."""

    is_given: bool
    by: str
    on: date | None


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


def forget_document(session: Session, document_id: int) -> tuple[str, ...]:
    document = find(session, StoredDocument, document_id, even_deleted=True)
    session.flush()  # the copy must let go of it first
    session.delete(document)
    return (document.fingerprint, *(each.fingerprint for each in document.sources if each.fingerprint))


def named_no_more(session: Session, fingerprints: Collection[str]) -> frozenset[str]:
    """Those of these sealed files that no paper names, also none that was removed, and that no photo waits in."""
    named: set[str] = set()
    for noun in (StoredDocument, PaperSource):
        query = select(noun.fingerprint).where(noun.fingerprint.in_(fingerprints))
        named.update(session.scalars(query.execution_options(include_deleted=True)))
    waiting = session.scalars(select(Draft.text).where(Draft.place.endswith(f" {WAITING}"))).all()
    return frozenset(
        each for each in fingerprints if each not in named and not any(each in text for text in waiting)
    )
