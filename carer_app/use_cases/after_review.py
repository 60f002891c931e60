"""After a child-in-care review: what was decided of each action that was open there."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Fate
from carer_app.domain.child import Child
from carer_app.use_cases.at_the_review import last_held
from carer_app.use_cases.following_up import ActionRow, HowItStood, actions_of_child
from carer_app.use_cases.lookup import find

SITTING = 28
"""So many days after a review its page is about that review; then about the next one."""


@dataclass(frozen=True, slots=True)
class FateRow:
    """One action that was open at the review, and what became of it since."""

    id: int
    what: str
    who: str
    due_on: date | None
    fate: Fate
    ended_why: str
    stood: HowItStood


@dataclass(frozen=True, slots=True)
class AfterTheReview:
    """`held_on` is None while the review that is asked about was not said to be held."""

    child: str
    planned_for: date | None
    held_on: date | None
    rows: tuple[FateRow, ...]


def after_the_review(session: Session, child_id: int, today: date) -> AfterTheReview:
    """Every action that was open on the day of the review, also those that were settled since."""
    child, held = find(session, Child, child_id), last_held(session, child_id)
    on = held.held_on if held is not None else None
    told = child.review_on
    is_next = told is not None and told <= today and (on is None or told > on)
    is_past = on is None or is_next or (today - on).days > SITTING
    rows = [] if on is None or is_past else actions_of_child(session, child_id, today)
    rows.sort(
        key=lambda row: (row.due_on is None, row.due_on or row.agreed_on, row.id)
    )  # none jumps away once decided
    planned = told if told is not None and told <= today else None
    return AfterTheReview(
        child.name,
        planned,
        None if is_past else on,
        tuple(_row(row) for row in rows if on and _was_open(row, on)),
    )


def _was_open(row: ActionRow, on: date) -> bool:
    """Open on that day or settled since; what was agreed later was not there."""
    settled = row.done_on or row.ended_on
    return row.agreed_on <= on and (settled is None or settled >= on)


def _row(row: ActionRow) -> FateRow:
    fate = Fate.STAYS
    if not row.is_open:
        fate = Fate.DONE if row.done_on is not None else Fate.ENDED
    elif row.waits_for_pep:
        fate = Fate.NEXT_PEP
    return FateRow(row.id, row.what, row.who, row.due_on, fate, row.ended_why, row.stood)
