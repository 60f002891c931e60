"""What belongs to the household: the carer's own name."""

from sqlalchemy.orm import Session

from carer_app.use_cases.finding import household_to_change, own_name

__all__ = ["own_name", "set_own_name"]


def set_own_name(session: Session, name: str) -> None:
    """Name the carer on sheets."""
    household_to_change(session).carer_name = name.strip()
