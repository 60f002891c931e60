"""A child whose papers may be kept, and papers to keep, as files that were sealed."""

from datetime import date

from carer_app.domain.care_review import CareReview
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing
from carer_app.use_cases.filing import NewDocument, NewSource
from tests import builders
from tests.builders import TODAY


def new(name: str = "a") -> NewDocument:
    return NewDocument(name * 64, name.encode() * 32, 1000, 2, (NewSource(name * 64),))


def whose_papers(vault: Vault) -> int:
    """With a PEP and a review that were held; returns the child's id."""
    child = builders.add_child(vault, "Mia")
    builders.hold(vault, builders.add_meeting(vault, child, date(2026, 3, 9)), date(2026, 3, 9))
    with vault.work() as session:
        session.add(CareReview(child_id=child, held_on=date(2026, 2, 3)))
        filing.allow_papers(session, "Ms Ali", TODAY)
    return child
