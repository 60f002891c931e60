"""Fetching a noun by its id, or saying kindly that it is gone."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.base import Base
from carer_app.domain.household import Household
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.errors import NotFound
from carer_app.use_cases.naming import with_role
from carer_app.words import _

Noun = TypeVar("Noun", bound=Base)


def find(session: Session, noun: type[Noun], noun_id: int, even_deleted: bool = False) -> Noun:
    """The row, or NotFound with a sentence. A deleted row counts as gone unless `even_deleted`."""
    row = session.get(noun, noun_id, execution_options={"include_deleted": even_deleted})
    if row is None:
        raise NotFound(_("That is no longer in your records. Nothing else was changed."))
    return row


def household(session: Session) -> Household | None:
    """The one row about the household; None until something was said about it."""
    return session.scalars(select(Household)).first()


def household_to_change(session: Session) -> Household:
    """The one row about the household, made when first needed."""
    row = household(session)
    if row is None:
        row = Household(carer_name="", papers_allowed_by="")
        session.add(row)
    return row


def own_name(session: Session) -> str:
    """How the carer is named on sheets; empty until they said."""
    row = household(session)
    return row.carer_name if row else ""


def carer_name(session: Session) -> str:
    """How the carer is named on sheets; "the foster carer" until they said."""
    return own_name(session) or _("the foster carer")


def carer_with_role(session: Session) -> str:
    """The carer beside others who are named: "Sam (foster carer)"; "Foster carer" until they said."""
    return with_role(own_name(session), Role.CARER)


def attendee_name(session: Session, meeting: Meeting, attendee: Attendee) -> str:
    """What somebody on the list is called today. The carer and the child are never called what they once were."""
    if attendee.role == Role.CARER:
        return own_name(session) or Role.CARER.words
    return meeting.child.name if attendee.role == Role.CHILD else attendee.name
