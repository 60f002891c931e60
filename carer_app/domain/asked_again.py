"""What a carer asked somebody for, and what was answered; and what is to wait."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base, Deletable


class Request(Deletable, Base):
    """Asked of one person on one day: `about` is a `RequestAbout`, `how` a `HowAsked`, `rung` whose turn it was.

    With `left_out_because` nobody was asked: this rung was passed over on that day, and `how` is empty.
    """

    __tablename__ = "request"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), default=None, index=True
    )
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("agreed_action.id", ondelete="CASCADE"), default=None, index=True
    )
    about: Mapped[str]
    rung: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date]
    how: Mapped[str] = mapped_column(default="")
    left_out_because: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(default=None)
    thanked_on: Mapped[date | None] = mapped_column(default=None)


class NotNow(Base):
    """One step of Home that is to wait until a day. `step` is the step's own key."""

    __tablename__ = "not_now"
    __table_args__ = (UniqueConstraint("child_id", "step"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    step: Mapped[str]
    until: Mapped[date]
