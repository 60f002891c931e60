"""Very many actions read at one go: what they say and their days alone, none of them made a row of the records."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast, overload

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from carer_app.domain.agreed_action import AgreedAction, HowItGoes
from carer_app.domain.preparation import Concern

Read = TypeVar("Read")
T = TypeVar("T")


class _Read(NamedTuple):
    id: int
    child_id: int
    meeting_id: int
    what: str
    owner: str
    owner_name: str
    due_on: date | None
    agreed_on: date
    done_on: date | None
    partly_on: date | None
    ended_on: date | None
    ended_why: str
    why: str
    how_we_know: str
    at_home: str
    helped: str
    to_next_pep_on: date | None
    ask_by: date | None


class ActionRead(HowItGoes, _Read):
    """One of them. `ask_by` is the day by which it was asked for on the sheet."""

    __slots__ = ()

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.ended_on is None


class MadeLater(Sequence[T]):
    """A list of very many, each of which is made when somebody looks at it."""

    def __init__(self, reads: Sequence[Read], make: Callable[[Read], T]) -> None:
        self._reads: Sequence[Any] = reads
        self._make: Callable[[Any], T] = make

    def __len__(self) -> int:
        return len(self._reads)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return MadeLater(self._reads[place], self._make)
        return self._make(self._reads[place])


def read_actions(wanted: ColumnElement[bool], *before: InstrumentedAttribute[Any]) -> Select[Any]:
    """What an `ActionRead` is made of, in its order; of each also what is to stand `before` that."""
    columns = [getattr(AgreedAction, name) for name in _Read._fields[:-1]]
    query = select(*before, *columns, Concern.ask_by).select_from(AgreedAction)
    return cast("Select[Any]", query.outerjoin(Concern, Concern.id == AgreedAction.concern_id).where(wanted))
