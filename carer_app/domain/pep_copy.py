"""The copy of the PEP that the carer should get after the meeting."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.base import Base
from carer_app.domain.stored_document import StoredDocument


class PepCopy(Base):
    """Whether the copy of one meeting's PEP has come, and where it is."""

    __tablename__ = "pep_copy"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    place: Mapped[str] = mapped_column(default=WhereIsTheCopy.NOT_YET)
    received_on: Mapped[date | None] = mapped_column(default=None)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("stored_document.id"), default=None)

    document: Mapped[StoredDocument | None] = relationship()
