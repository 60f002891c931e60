"""Somebody who works with a child, or belongs to them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base


class Person(Base):
    """A named person with a role for one child."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
