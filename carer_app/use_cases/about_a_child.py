"""Which rows are about a child, of any table, by the ways of the register; also those that were removed."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from carer_app.domain.base import Base
from carer_app.domain.child import Child
from carer_app.domain.draft import Draft
from carer_app.domain.register import REGISTER, Kind, RegisteredColumn

Noun = TypeVar("Noun", bound=Base)


def about(noun: type[Base], child_id: int | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The condition that a row of this table is about the child; false for a table that is about no child."""
    if noun is Child:
        return Child.id == child_id
    return or_(false(), *(_by(noun, way, child_id) for way in REGISTER[noun].ways))


def rows_about(session: Session, noun: type[Noun], child_id: int) -> list[Noun]:
    """Every row of this table that is about the child, in the order they were made."""
    query = select(noun).where(about(noun, child_id)).order_by(*noun.__table__.primary_key)
    return list(session.scalars(_with_removed(query)))


def children_of(session: Session, row: Base) -> list[int]:
    """The ids of the children that a stored row is about: none, one, or several who share a school."""
    noun, whose = type(row), aliased(Child)
    is_it = [_of(noun, key.name) == getattr(row, key.name) for key in noun.__table__.primary_key]
    found = select(noun).where(*is_it, about(noun, whose.id)).exists()
    return list(session.scalars(_with_removed(select(whose.id).where(found).order_by(whose.id))))


def columns_of(*kinds: Kind) -> list[tuple[type[Base], str, RegisteredColumn]]:
    """Every column of these kinds in tables about a child: the noun, the name, and what the register says of it."""
    return [
        (table.noun, name, column)
        for table in REGISTER.values()
        for name, column in table.columns.items()
        if table.is_about_a_child and column.kind in kinds
    ]


def _by(
    noun: type[Base], way: InstrumentedAttribute[Any], child_id: int | InstrumentedAttribute[int]
) -> ColumnElement[bool]:
    if way.class_ is not noun:  # another row names this one
        return _of(noun, "id").in_(_inside(way.class_, way, child_id))
    if noun is Draft:
        tables = (each for each in REGISTER.values() if each.is_about_a_child and hasattr(each.noun, "id"))
        return or_(*(_draft_about(each.noun, child_id) for each in tables))
    (key,) = way.property.columns[0].foreign_keys
    nearer = next(each for each in REGISTER if each.__table__ is key.column.table)
    return way == child_id if nearer is Child else way.in_(_inside(nearer, _of(nearer, "id"), child_id))


def _draft_about(noun: type[Base], child_id: int | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    its = (
        Draft.about_id == child_id
        if noun is Child
        else Draft.about_id.in_(_inside(noun, _of(noun, "id"), child_id))
    )
    return and_(Draft.about == noun.__tablename__, its)


def _inside(noun: Any, what: InstrumentedAttribute[Any], child_id: Any) -> Select[Any]:
    # Without `correlate_except` a child from the query around it would be every child here.
    return select(what).where(about(noun, child_id)).correlate_except(noun)


def _of(noun: type[Base], name: str) -> InstrumentedAttribute[Any]:
    attribute: InstrumentedAttribute[Any] = getattr(noun, name)
    return attribute


def _with_removed(query: Select[Any]) -> Select[Any]:
    return query.execution_options(include_deleted=True)
