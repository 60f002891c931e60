"""A small thing noticed between meetings."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base, Deletable
from carer_app.domain.day_as_known import DayAsKnown


class Note(Deletable, Base):
    """One line about one child. `seen` is what happened, `think` what the carer makes of it; `by` are initials.

    `kind` is a `NoteKind`.
    """

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    on_day: Mapped[date] = mapped_column(DayAsKnown)
    kind: Mapped[str]
    seen: Mapped[str] = mapped_column(default="")
    think: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
