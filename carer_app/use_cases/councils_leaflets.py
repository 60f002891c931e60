"""Leaflets of the carer’s council, which are about no child."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.filing import NewDocument, forget_document, to_records
from carer_app.use_cases.lookup import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class LeafletRow:
    """A leaflet of the carer's council."""

    id: int
    title: str
    added_on: date


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
    return forget_document(session, document_id)
