"""Something that somebody agreed to do at a PEP meeting."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.choices import Owner
from carer_app.domain.base import Base, Deletable


class AgreedAction(Deletable, Base):
    """What, who and by when. A date may be missing: "nobody said" is an answer."""

    __tablename__ = "agreed_action"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    what: Mapped[str]
    owner: Mapped[str]
    owner_name: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    agreed_on: Mapped[date]
    done_on: Mapped[date | None] = mapped_column(default=None)

    def tick_off(self, on: date) -> None:
        """It is done. Ticking twice keeps the first date."""
        if self.done_on is None:
            self.done_on = on

    def untick(self) -> None:
        """It is not done after all."""
        self.done_on = None

    def days_late(self, today: date) -> int:
        """Whole days since it was due; 0 when done, not due yet or without a date. A child is never late."""
        if self.done_on is not None or self.due_on is None or self.owner == Owner.CHILD:
            return 0
        return max(0, (today - self.due_on).days)

    @property
    def is_mine(self) -> bool:
        """Whether the carer owes it: only then is late shown in red."""
        return self.owner == Owner.ME
