"""Fetching a noun by its id, or saying kindly that it is gone."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session, selectinload

from carer_app.choices import Role
from carer_app.domain.base import Base, Deletable
from carer_app.domain.child import Child, Schooling
from carer_app.domain.household import Household
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.domain.school import School
from carer_app.errors import NotFound
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.naming import with_role
from carer_app.use_cases.of_each_child import Children, of_each_child, together
from carer_app.words import _

Noun = TypeVar("Noun", bound=Base)
Gone = TypeVar("Gone", bound=Deletable)


def find(session: Session, noun: type[Noun], noun_id: int, even_deleted: bool = False) -> Noun:
    """The row, or NotFound with a sentence.

    Unless `even_deleted`, a removed row counts as gone, and so does what belongs to a meeting or a child who was
    removed.
    """
    row = session.get(noun, noun_id, execution_options={"include_deleted": even_deleted})
    if row is None or not (even_deleted or _is_there(session, row)):
        raise NotFound(_("That is no longer in your records. Nothing else was changed."))
    return row


def _is_there(session: Session, row: Base) -> bool:
    # The session gives back what it already holds without asking: also a row that was read as a removed one.
    if isinstance(row, Deletable) and row.is_removed:
        return False
    for owner, number in ((Meeting, "meeting_id"), (Child, "child_id")):
        owner_id = getattr(row, number, None)
        if owner_id is not None:
            above = session.get(owner, owner_id, execution_options={"include_deleted": True})
            return above is not None and _is_there(session, above)
    return True


def removed_rows(session: Session, noun: type[Gone], since: date | None = None) -> list[Gone]:
    """Every row of this noun that was removed, or was since a day, in the order they were made."""
    when = noun.was_removed_since(since) if since is not None else noun.is_removed
    query = select(noun).where(when).order_by(text("id"))
    return list(session.scalars(query.execution_options(include_deleted=True)))


@answered_once
def all_children(session: Session) -> Sequence[Child]:
    """Every child, with the people and the schools around them: for who goes on to ask about one after the other."""
    children = session.scalars(_with_all_around()).all()
    together(session, [child.id for child in children])
    return children


@cache
def _with_all_around() -> Select[Child]:
    school = selectinload(Child.schoolings).joinedload(Schooling.school)
    around = (
        selectinload(Child.people),
        *(school.selectinload(each) for each in (School.periods, School.closings, School.year_notes)),
    )
    return select(Child).order_by(Child.id).options(*around)


@of_each_child
def meetings_of(children: Children) -> Select[int, Meeting]:
    """Every meeting of a child, in the order they were made."""
    return select(Meeting.child_id, Meeting).where(Meeting.child_id.in_(children)).order_by(Meeting.id)


@answered_once
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
