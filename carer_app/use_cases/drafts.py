"""Half-typed things: kept until they are whole, so that nothing typed is ever lost."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.household import Draft


def keep(session: Session, place: str, field: str, text: str) -> None:
    """Keep what is typed in a field of a place; an empty text lets it go."""
    draft = session.get(Draft, (place, field))
    if not text:
        if draft is not None:
            session.delete(draft)
    elif draft is None:
        session.add(Draft(place=place, field=field, text=text))
    else:
        draft.text = text


def of_place(session: Session, place: str) -> dict[str, str]:
    """Everything half typed in a place: field name to text."""
    rows = session.scalars(select(Draft).where(Draft.place == place))
    return {row.field: row.text for row in rows}


def forget(session: Session, place: str) -> None:
    """What was half typed has become whole."""
    for row in session.scalars(select(Draft).where(Draft.place == place)):
        session.delete(row)
