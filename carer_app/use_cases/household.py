"""What belongs to the household: the carer's own name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.household import Household
from carer_app.use_cases.finding import household


def own_name(session: Session) -> str:
    """How the carer is named on sheets; empty until they said."""
    row = session.scalars(select(Household)).first()
    return row.carer_name if row else ""


def set_own_name(session: Session, name: str) -> None:
    """Name the carer on sheets."""
    household(session).carer_name = name.strip()
