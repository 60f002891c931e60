"""A meeting or due date in the carer's own calendar: what the calendar must know to move it instead of showing two."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base


class CalendarEntry(Base):
    """One meeting or due date of a child that was put into a calendar file, under the same `uid` for ever.

    `what` names it ("next_pep", "review", "ehcp_review"; "meeting:7", "copy:7" for its copy, "year:sdq:2027" for
    another day of the child's year). `on_day` is the day last written; None once it was taken out again. `sequence`
    goes up by one with each change.
    """

    __tablename__ = "calendar_entry"
    __table_args__ = (UniqueConstraint("child_id", "what"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    what: Mapped[str]
    uid: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)
    on_day: Mapped[date | None] = mapped_column(default=None)

    def write(self, on_day: date | None) -> None:
        """The day that a calendar file now says, or None where it says that the entry is off."""
        if on_day != self.on_day:
            self.sequence = (self.sequence or 0) + 1
        self.on_day = on_day
