"""One thing that Home says is to wait, and everything else stays."""

from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.domain.asked_again import NotNow
from carer_app.domain.child import Child
from carer_app.errors import NotAllowed
from carer_app.use_cases.lookup import find
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.words import _

FOR = timedelta(days=7)
"""So long a thing waits when the carer says “Not now”."""


def not_now(session: Session, child_id: int, step: str, until: date, today: date) -> None:
    """This one thing waits until a day. Raises NotAllowed for a day that is not ahead."""
    find(session, Child, child_id)
    if until <= today:
        raise NotAllowed(_("Choose a day from tomorrow on. Nothing was changed."))
    row = _row(session, child_id, step)
    if row is None:
        session.add(NotNow(child_id=child_id, step=step, until=until))
    else:
        row.until = until


def now_after_all(session: Session, child_id: int, step: str, before: date | None = None) -> None:
    """Undo `not_now`: it waits as it did `before`, or not at all."""
    row = _row(session, child_id, step)
    if row is None:
        return
    if before is None:
        session.delete(row)
    else:
        row.until = before


def waits_until(session: Session, child_id: int, step: str) -> date | None:
    """The day until which a thing waits, as it was said last."""
    row = _row(session, child_id, step)
    return row.until if row else None


def waiting(session: Session, child_id: int, today: date) -> frozenset[str]:
    """The keys of everything that waits on a day."""
    return frozenset(each.step for each in _put_off(session, child_id) if each.until > today)


@of_each_child
def _put_off(children: Children) -> Select[int, NotNow]:
    return select(NotNow.child_id, NotNow).where(NotNow.child_id.in_(children))


def _row(session: Session, child_id: int, step: str) -> NotNow | None:
    query = select(NotNow).where(NotNow.child_id == child_id, NotNow.step == step)
    return session.scalars(query).first()
