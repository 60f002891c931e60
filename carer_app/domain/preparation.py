"""What a carer writes to get ready for one meeting."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base, Deletable


class Answer(Base):
    """Text for one plain question of the preparation or of the meeting; `question` is a key of choices.py's kind."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("meeting_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class FinishedPart(Base):
    """The carer said that a part is finished."""

    __tablename__ = "finished_part"
    __table_args__ = (UniqueConstraint("meeting_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    part: Mapped[str]


class ChildView(Deletable, Base):
    """Something the child wants the meeting to hear, in exact words, with whose words they are."""

    __tablename__ = "child_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(default="")
    whose_words: Mapped[str]
    said_on: Mapped[date]
    on_the_sheet: Mapped[bool] = mapped_column(default=True)


class Concern(Deletable, Base):
    """Something that makes school hard just now: what is seen, what helps, and what is asked for."""

    __tablename__ = "concern"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    what_we_see: Mapped[str] = mapped_column(default="")
    what_helps: Mapped[str] = mapped_column(default="")
    we_ask_for: Mapped[str] = mapped_column(default="")
    ask_of: Mapped[str] = mapped_column(default="")


class SchoolQuestion(Deletable, Base):
    """A question the carer wants to ask at the meeting."""

    __tablename__ = "school_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
