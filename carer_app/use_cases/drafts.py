"""Half-typed things: kept until they are whole, so that nothing typed is ever lost."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.draft import Draft


class DraftKey(NamedTuple):
    """What half-typed words are kept under, and whom they are about.

    `place` is the stable name of a page with its facts ("edit_child 3"). `about` is a table and `about_id` the row of
    it, such as "child" and 3; empty where nobody has said yet whom it is about.
    """

    place: str
    about: str = ""
    about_id: int = 0

    def part(self, *names: str) -> "DraftKey":
        """One form of several on a page, about the same."""
        return self._replace(place=" ".join((self.place, *names)))

    def of(self, about: str, about_id: int) -> "DraftKey":
        """The same place, with words about this row."""
        return DraftKey(self.place, about, about_id)


NOWHERE = DraftKey("")
"""Nothing is kept under it."""


def keep(session: Session, key: DraftKey, field: str, text: str) -> None:
    """Keep what is typed in a field of a place; an empty text lets it go."""
    draft = session.get(Draft, (key.place, field))
    if not text:
        if draft is not None:
            session.delete(draft)
    elif draft is None:
        session.add(Draft(place=key.place, field=field, text=text, about=key.about, about_id=key.about_id))
    else:
        draft.text, draft.about, draft.about_id = text, key.about, key.about_id


def is_about(session: Session, key: DraftKey) -> None:
    """It was said whom everything half typed in this place is about."""
    for draft in session.scalars(select(Draft).where(Draft.place == key.place)):
        draft.about, draft.about_id = key.about, key.about_id


def of_place(session: Session, key: DraftKey) -> dict[str, str]:
    """Everything half typed in a place: field name to text."""
    rows = session.scalars(select(Draft).where(Draft.place == key.place))
    return {row.field: row.text for row in rows}


def forget(session: Session, key: DraftKey) -> None:
    """What was half typed has become whole."""
    if not key.place:
        return
    for row in session.scalars(select(Draft).where(Draft.place == key.place)):
        session.delete(row)
