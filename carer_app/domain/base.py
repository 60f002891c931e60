"""What every noun stands on."""

from datetime import date
from typing import Any

from sqlalchemy import MetaData
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
    """Something a carer may delete and bring back. Deleted rows are left out of every read in one place, vault.py."""

    deleted_on: Mapped[date | None] = mapped_column(default=None)
