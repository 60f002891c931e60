"""Two kinds of session: one that saves by itself when the work is done, one that cannot save at all."""

from collections.abc import Sequence
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, event
from sqlalchemy.engine import Result
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session, with_loader_criteria

from carer_app.domain.base import Deletable
from carer_app.storage.reading_together import read_together

INCLUDE_DELETED = "include_deleted"


class _VaultSession(Session):
    """Leaves out the rows that the carer deleted, unless a query has the execution option include_deleted=True."""

    def commit(self) -> NoReturn:
        raise RuntimeError("work() saves by itself, all at once at the end; nothing else does.")


class WorkSession(_VaultSession):
    """The session of `Vault.work()`."""

    def save(self) -> None:
        """For `Vault.work()` alone."""
        Session.commit(self)


class ReadingSession(_VaultSession):
    """The session of `Vault.reading()`: any try to save raises.

    Nothing changes while it is open. So what it has read is held until it is closed, else each row would be read anew
    by whoever asks next; and it has a place for answers that were worked out (`use_cases/answered_once.py`).
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, info={"answered": {}})
        self.held: list[object] = []

    def close(self) -> None:
        self.held.clear()
        super().close()

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        self.must_be_unchanged()

    def must_be_unchanged(self) -> None:
        """Raise if anything was added, changed or deleted: it would be lost without a word."""
        if self.new or self.deleted or any(self.is_modified(each) for each in self.dirty):
            raise RuntimeError("Reading cannot save: use work().")


# Made once, and not for every query: what it says is always the same.
_NOT_DELETED = with_loader_criteria(
    Deletable,
    lambda noun: noun.deleted_on.is_(None),
    include_aliases=True,
    # What belongs to a meeting is looked through by the meeting itself: see `domain.base.not_removed`.
    propagate_to_loaders=False,
)

_WITHOUT_DELETED: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""A question that is put together once and asked many times has its words left out once, too."""


def _leave_deleted_out(state: ORMExecuteState) -> None:
    if (
        state.is_select
        and not state.is_column_load
        and not state.is_relationship_load
        and not state.execution_options.get(INCLUDE_DELETED, False)
    ):
        without = _WITHOUT_DELETED.get(state.statement)
        if without is None:
            without = _WITHOUT_DELETED[state.statement] = state.statement.options(_NOT_DELETED)
        state.statement = without


def _hold(session: ReadingSession, state: InstanceState[Any]) -> None:
    session.held.append(state.obj())


def _read_with_its_peers(state: ORMExecuteState) -> Result[Any] | None:
    if state.is_relationship_load and isinstance(state.session, ReadingSession):
        return read_together(state, state.session.held)
    return None


event.listen(ReadingSession, "loaded_as_persistent", _hold, raw=True)
event.listen(ReadingSession, "do_orm_execute", _read_with_its_peers, retval=True)
event.listen(_VaultSession, "do_orm_execute", _leave_deleted_out, propagate=True)
