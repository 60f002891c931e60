"""Certificates and pictures in a child's own book. They are kept like every file here: after the second yes, locked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import KeepsakeKind, PaperKind
from carer_app.domain.between_meetings import Keepsake
from carer_app.domain.child import Child
from carer_app.domain.stored_document import StoredDocument
from carer_app.paper.content import Quote
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.filing import NewDocument, must_be_allowed, to_records
from carer_app.use_cases.lookup import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class KeepsakeRow:
    """One thing in the book. `what` is what it shows, in the carer's words."""

    id: int
    kind: KeepsakeKind
    what: str
    added_on: date


def keepsakes(session: Session, child_id: int) -> list[KeepsakeRow]:
    """Everything in a child's book that was photographed, the oldest first."""
    return [
        KeepsakeRow(each.id, KeepsakeKind(each.kind), each.document.title, each.added_on)
        for each in _kept(session, child_id)
    ]


def add_keepsake(
    session: Session,
    child_id: int,
    kind: KeepsakeKind,
    what: str,
    new: NewDocument,
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> int:
    """A picture is sealed: put it in the child's book. Returns its id. Raises NotAllowed without the second yes.

    What was half typed at `draft_place` is whole now.
    """
    must_be_allowed(session)
    child = find(session, Child, child_id)
    document = to_records(
        session, new, what.strip() or kind.words, today,
        child_id=child.id,
        kind=PaperKind.CERTIFICATE if kind == KeepsakeKind.CERTIFICATE else PaperKind.CHILDS_WORK,
    )  # fmt: skip
    kept = Keepsake(child_id=child.id, document_id=document.id, kind=kind, added_on=today)
    session.add(kept)
    drafts.forget(session, draft_place)
    session.flush()
    return kept.id


def add_pages(
    session: Session,
    child_id: int,
    kind: KeepsakeKind,
    what: str,
    pages: Sequence[NewDocument],
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> list[int]:
    """The same, for a certificate of several pages: each is a picture of its own, and from the second says which."""
    words = what.strip() or kind.words
    several = _("{what}, page {number}")
    return [
        add_keepsake(
            session,
            child_id,
            kind,
            several.format(what=words, number=number) if number > 1 else words,
            page,
            today,
            draft_place,
        )
        for number, page in enumerate(pages, start=1)
    ]


def take_out(session: Session, keepsake_id: int, on: date) -> None:
    """It is in the book no longer, and its paper is among the papers no longer; `bring_back` undoes it."""
    kept = find(session, Keepsake, keepsake_id)
    kept.document.remove(on)
    kept.remove(on)


def bring_back(session: Session, keepsake_id: int) -> None:
    """It is in the book again."""
    kept = find(session, Keepsake, keepsake_id, even_deleted=True)
    find(session, StoredDocument, kept.document_id, even_deleted=True).bring_back()
    kept.bring_back()


def kept_since(session: Session, child_id: int, since: date, until: date) -> tuple[str, ...]:
    """What was put into the book after a day, up to another: each thing once, however many pages it has."""
    shown: list[str] = []
    for each in _kept(session, child_id):
        title = each.document.title
        is_new = since < each.added_on <= until
        if is_new and not (shown and title.startswith(_("{what}, page ").format(what=shown[-1]))):
            shown.append(title)
    return tuple(shown)


def pictures_in_the_book(session: Session, child_id: int) -> tuple[Quote, ...]:
    """Each with what it shows and its day, as it stands in the child's own book."""
    return tuple(
        Quote(
            "",
            asked=each.document.title,
            on=each.added_on,
            drawing=each.document_id,
            shows=each.document.title,
        )
        for each in _kept(session, child_id)
    )


def _kept(session: Session, child_id: int) -> list[Keepsake]:
    child = find(session, Child, child_id)
    query = select(Keepsake).where(Keepsake.child_id == child.id)
    return list(session.scalars(query.order_by(Keepsake.added_on, Keepsake.id)))
