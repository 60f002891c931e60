"""A life between meetings: days without full-time school, a child's lists, letters, and what is kept in their book."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.domain.base import Base, Deletable
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NotAllowed
from carer_app.words import _


class DaysWithoutSchool(Deletable, Base):
    """A stretch in which a child was not in school full-time: `kind` is a `WithoutSchool`.

    `last_on` is empty while it goes on. `part_of_day`: on each of its days the child was in school for some of it.
    """

    __tablename__ = "days_without_school"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    first_on: Mapped[date]
    last_on: Mapped[date | None] = mapped_column(default=None)
    part_of_day: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    in_writing_on: Mapped[date | None] = mapped_column(default=None)
    social_worker_told_on: Mapped[date | None] = mapped_column(default=None)
    virtual_school_told_on: Mapped[date | None] = mapped_column(default=None)


class ListLine(Base):
    """One line of a list that is kept for a child: `which` is a `ChildList`, `line` its key in the list's own file."""

    __tablename__ = "list_line"
    __table_args__ = (UniqueConstraint("child_id", "which", "line"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    which: Mapped[str]
    line: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None] = mapped_column(default=None)


class ChildLetter(Deletable, Base):
    """A letter from the carer to the child. Once it was given, it is the child's too."""

    __tablename__ = "child_letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    begun_on: Mapped[date]
    text: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None] = mapped_column(default=None)

    def write(self, words: str) -> None:
        """Keep what was written. Raises NotAllowed once it was given: what the child has stays as it is here."""
        if self.given_on is not None:
            raise NotAllowed(
                _(
                    "This letter was given, so its words stay. Say first that it was not given, or begin a new one."
                )
            )
        self.text = words

    def give(self, on: date) -> None:
        """The child has it. Said twice, the first day stays; nobody gives an empty page."""
        if not self.text.strip():
            raise NotAllowed(_("There are no words in this letter yet. Write a few first."))
        self.given_on = self.given_on or on


class Keepsake(Deletable, Base):
    """A stored paper that is in the child's own book: `kind` is a `KeepsakeKind`. The paper goes with it, and comes
    back with it."""

    __tablename__ = "keepsake"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("stored_document.id"), index=True)
    kind: Mapped[str]
    added_on: Mapped[date]

    document: Mapped[StoredDocument] = relationship()
