"""What belongs to rows is read for all rows of their kind at one go, and not once a row.

A page that goes through twelve years of meetings asks each for its actions. Where what belongs to one row was read and
is asked of a second, it is read for every other row of that kind that the reading holds. What is asked of one alone is
read for one alone. A relationship with `info={"is_large": True}` is always read alone.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import IteratorResult, Result
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.orm import ORMExecuteState, RelationshipDirection, RelationshipProperty, Session
from sqlalchemy.orm.attributes import set_committed_value

_ASKED = "asked of one"
_AT_ONCE = 500
"""So many rows are named in one question at most: SQLite takes a limited number of values."""


def read_together(state: ORMExecuteState, held: Iterable[object]) -> Result[Any] | None:
    """The answer for a row whose belongings are asked for, once those of its peers are read; None where it is alone."""
    owner = state.lazy_loaded_from
    if owner is None or state.loader_strategy_path is None:
        return None
    relation = state.loader_strategy_path[-1]
    if not isinstance(relation, RelationshipProperty) or len(relation.local_remote_pairs) != 1:
        return None
    if relation.secondary is not None or relation.info.get("is_large"):
        return None
    asked: set[RelationshipProperty[Any]] = state.session.info.setdefault(_ASKED, set())
    if relation not in asked:
        asked.add(relation)
        return None
    of_kind = owner.mapper.class_
    peers = [row for row in held if isinstance(row, of_kind) and relation.key not in row.__dict__]
    return _one(_read(state.session, relation, peers).get(id(owner.obj()), []))


def _read(
    session: Session, relation: RelationshipProperty[Any], peers: list[object]
) -> dict[int, list[object]]:
    """What belongs to each of them, by their place in memory; they keep it."""
    (local, remote), *_others = relation.local_remote_pairs or ()
    own, other = relation.parent.get_property_by_column(local), relation.mapper.get_property_by_column(remote)
    wanted = {getattr(row, own.key) for row in peers} - {None}
    found: dict[object, list[object]] = {}
    for some in _parts(sorted(wanted)):
        query = select(relation.mapper.class_).where(remote.in_(some)).order_by(*(relation.order_by or ()))
        for row in session.scalars(query.execution_options(include_deleted=True)):
            found.setdefault(getattr(row, other.key), []).append(row)
    belongs = {id(row): found.get(getattr(row, own.key), []) for row in peers}
    for row in peers:
        theirs = belongs[id(row)]
        is_one = relation.direction is RelationshipDirection.MANYTOONE
        set_committed_value(row, relation.key, next(iter(theirs), None) if is_one else list(theirs))
    return belongs


def _parts(keys: list[Any]) -> Iterator[list[Any]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _one(rows: list[object]) -> Result[Any]:
    return IteratorResult(SimpleResultMetaData(["row"]), iter([(row,) for row in rows]))
