"""Who works with a child: those that were named with the facts, then those of the newest meeting."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.lookup import find
from carer_app.words import _

_FIRST = (Role.SOCIAL_WORKER, Role.DESIGNATED_TEACHER)
_NOT_ASKED = (Role.CARER, Role.CHILD)
"""The carer and the child themselves are nobody to ask."""


@dataclass(frozen=True, slots=True)
class WhoRow:
    """Somebody by name, with the telephone number where it is known. `role` is empty where it says nothing."""

    role: str
    name: str
    phone: str

    @property
    def words(self) -> str:
        """One line."""
        who = " · ".join(part for part in (self.name, self.phone) if part)
        return _("{role}: {who}").format(role=self.role, who=who) if self.role else who


def who_is_who(session: Session, child_id: int, today: date) -> list[WhoRow]:
    """Everybody who is named, each once: the social worker and the designated teacher first."""
    child = find(session, Child, child_id)
    named = sorted(
        child.people_on(today), key=lambda each: _FIRST.index(Role(each.role)) if each.role in _FIRST else 9
    )
    newest = session.scalars(
        select(Meeting)
        .where(Meeting.child_id == child.id, Meeting.called_off_on.is_(None))
        .order_by(Meeting.id.desc())
    ).first()
    rows = [WhoRow(Role(each.role).words, each.name.strip(), each.phone.strip()) for each in named]
    for each in newest.attendees if newest else []:
        role = Role(each.role)
        if role not in _NOT_ASKED:
            words = "" if role == Role.OTHER else role.words
            rows.append(WhoRow(words, each.name.strip(), each.phone.strip()))
    found: dict[str, WhoRow] = {}
    for row in rows:
        if row.name or (row.phone and row.role):
            found.setdefault(row.name.casefold() or row.role, row)
    return list(found.values())
