"""What belongs to the household: the carer's own name, and all names that are known."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.domain.meeting import Attendee
from carer_app.domain.person import Person
from carer_app.domain.school import School
from carer_app.use_cases.lookup import carer_name, household_to_change, own_name

__all__ = ["known_as", "names_known", "own_name", "set_own_name", "social_workers_to_ring"]


def names_known(session: Session) -> frozenset[str]:
    """Every name in the household's records, each word of it in lower case: none of them is a spelling mistake."""
    names = [own_name(session)]
    for column in (Child.name, Person.name, Attendee.name, Attendee.child_calls, School.name):
        names += session.scalars(select(column))
    return frozenset(word.casefold() for name in names for word in re.findall(r"[\w’'-]+", name))


def social_workers_to_ring(session: Session) -> str:
    """The children's social workers whose number is known, each once; empty where none is. No child is named."""
    people = session.scalars(
        select(Person).where(Person.role == Role.SOCIAL_WORKER, Person.phone != "").order_by(Person.id)
    )
    return "; ".join(
        dict.fromkeys(", ".join(part for part in (p.name, p.phone.strip()) if part) for p in people)
    )


def known_as(session: Session) -> str:
    """What others would call the carer on paper: never "I", which would be whoever reads it out."""
    return carer_name(session)


def set_own_name(session: Session, name: str) -> None:
    """Name the carer on sheets."""
    household_to_change(session).carer_name = name.strip()
