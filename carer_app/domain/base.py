"""What every noun stands on."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, MetaData
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A stored noun. Shows only its class and id: what it says about a child never reaches a log."""

    metadata = MetaData(naming_convention=_NAMES)

    def __repr__(self) -> str:
        known: Any = self.__dict__.get("id", "new")
        return f"<{type(self).__name__} {known}>"


class Deletable:
    """Something a carer may remove and bring back: its row stays, with the day it went.

    Removed rows are left out of queries in one place (`storage/sessions.py`) and of what belongs to a meeting in one
    other (`not_removed`). Nobody else asks for `deleted_on`: a test forbids it.
    """

    deleted_on: Mapped[date | None] = mapped_column(default=None)

    @hybrid_property
    def is_removed(self) -> bool:
        """Whether it was removed; in a query, the condition for that."""
        return self.deleted_on is not None

    @is_removed.inplace.expression
    @classmethod
    def _is_removed(cls) -> ColumnElement[bool]:
        return cls.deleted_on.is_not(None)

    @classmethod
    def was_removed_since(cls, day: date) -> ColumnElement[bool]:
        """In a query, the condition that it was removed on this day or after."""
        return cls.deleted_on >= day

    @property
    def removed_on(self) -> date:
        """The day it was removed. Asked only of what was."""
        assert self.deleted_on is not None
        return self.deleted_on

    def remove(self, on: date) -> None:
        """It is gone for the carer since this day; `bring_back` is the opposite."""
        self.deleted_on = on

    def bring_back(self) -> None:
        """It is there again, as it was."""
        self.deleted_on = None


Removable = TypeVar("Removable", bound=Deletable)


def not_removed(rows: Iterable[Removable]) -> list[Removable]:
    """Those that were not removed, in their order."""
    return [row for row in rows if not row.is_removed]
