"""A child-in-care review: planned, held, and what the carer wrote for it."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.domain.base import Base, Deletable


class CareReview(Deletable, Base):
    """One review of one child. Its day may still be unknown, and who chairs it too."""

    __tablename__ = "care_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    on_day: Mapped[date | None] = mapped_column(default=None)
    held_on: Mapped[date | None] = mapped_column(default=None)
    chaired_by: Mapped[str] = mapped_column(default="")

    answers: Mapped[list["ReviewAnswer"]] = relationship(
        order_by="ReviewAnswer.id", cascade="all, delete-orphan"
    )


class ReviewAnswer(Base):
    """What the carer wrote to one question of the review's form; `question` is its key in `resources`."""

    __tablename__ = "review_answer"
    __table_args__ = (UniqueConstraint("review_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("care_review.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
