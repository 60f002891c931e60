"""What belongs to the household as a whole: who the carer is, what may be kept, what is half typed."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base


class Household(Base):
    """One row: how the carer is named on sheets, and whether council papers may be kept here."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    carer_name: Mapped[str] = mapped_column(default="")
    papers_allowed_by: Mapped[str] = mapped_column(default="")
    papers_allowed_on: Mapped[date | None] = mapped_column(default=None)


class Draft(Base):
    """Something typed that is not valid yet, such as "31 feb", kept so that nothing typed is ever lost."""

    __tablename__ = "draft"

    place: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
