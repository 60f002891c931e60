"""What a carer writes to get ready for one meeting."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy import text as text_
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.choices import ANSWERED_WITH_A_CHOICE, ANSWERED_WITH_A_DAY, OF_MY_DAY, ChildMark, Share
from carer_app.domain.base import Base, Deletable
from carer_app.domain.day_as_known import DayAsKnown
from carer_app.errors import NotAllowed
from carer_app.rough_days import from_written, written
from carer_app.words import _

USED_NOTE = "used_note."
READ_TO, WISH, WISH_WORDS = "kept.read_to", "kept.wish", "kept.wish_words"
"""Keys that are no question, under which the program notes among the answers which note was used where; the newest of
the child's kept words that were read; how the child wants to take part (unread, read, or empty for none), and that
wish as it was when it was kept: what was agreed afterwards is the carer's to change."""


class Answer(Base):
    """The answer to one plain question; `question` is a key from `choices` or from a file in `resources/questions`.

    Each kind stands in a column of its own, and the others are empty: prose in `text`, one of our fixed words in
    `code`, a day in `on_day`. `aside` is an `Aside`: the carer is not sure yet, or leaves it out this time. Words that
    are left out are kept.
    """

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("meeting_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    aside: Mapped[str] = mapped_column(default="", server_default=text_("''"))
    code: Mapped[str] = mapped_column(default="", server_default=text_("''"))
    on_day: Mapped[date | None] = mapped_column(DayAsKnown, default=None)

    @property
    def said(self) -> str:
        """What was answered, whatever its kind; a day as it is stored: "2026-03-10", "2025-06-01 month"."""
        return self.text or self.code or (written(self.on_day) if self.on_day else "")

    def say(self, words: str) -> None:
        """This is answered from now on. Raises ValueError for a day that is none."""
        is_day, is_code = self.question in ANSWERED_WITH_A_DAY, _is_code(self.question)
        self.on_day = from_written(words) if is_day and words else None
        self.code = words if is_code else ""
        self.text = "" if is_day or is_code else words


def _is_code(question: str) -> bool:
    return question in ANSWERED_WITH_A_CHOICE or question in (READ_TO, WISH) or question.startswith(USED_NOTE)


class NameOnPaper(Base):
    """What happens to one name on the sheets of one meeting: `on_paper` is an `OnPaper`."""

    __tablename__ = "name_on_paper"
    __table_args__ = (UniqueConstraint("meeting_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    on_paper: Mapped[str]


class FinishedPart(Base):
    """The carer said that a part is finished."""

    __tablename__ = "finished_part"
    __table_args__ = (UniqueConstraint("meeting_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    part: Mapped[str]


class ChildView(Deletable, Base):
    """Something the child wants the meeting to hear, in exact words, with whose words they are.

    With `kept_on`, the child kept it in their own part: nobody changes it any more, and it can only come off the sheet
    (`taken_off_on`). What nobody decided about is off the sheet and was never taken off: that can still be put on.
    `asked` is the question as it was asked and `question` its key; `mark` is a `ChildMark`, or the words of ours that
    were chosen beside their own; of a part of the school day it is a sentence ("Lunch is hard."). With `about_id` it is
    what the child wanted to say about an earlier one. `drawing_id` is the paper with their drawing.
    """

    __tablename__ = "child_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(default="")
    whose_words: Mapped[str]
    said_on: Mapped[date] = mapped_column(DayAsKnown)
    on_the_sheet: Mapped[bool] = mapped_column(default=True)
    # After `deleted_on` in the table, because they were added later.
    kept_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    taken_off_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    question: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    asked: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    mark: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    about_id: Mapped[int | None] = mapped_column(
        ForeignKey("child_view.id", ondelete="CASCADE"), sort_order=1, default=None, index=True
    )
    drawing_id: Mapped[int | None] = mapped_column(
        ForeignKey("stored_document.id"), sort_order=1, default=None, index=True
    )

    @property
    def is_printed(self) -> bool:
        """Whether it goes on sheets."""
        return not self.is_removed and self.on_the_sheet and self.taken_off_on is None

    @property
    def share(self) -> Share:
        """Where it goes, as the child said; NOT_SAID where nobody did."""
        if self.is_printed:
            return Share.SHEET
        return Share.NOT_SAID if self.taken_off_on is None else Share.OFF

    @property
    def chosen(self) -> str:
        """What was chosen beside the words, in words of ours; empty where nothing was."""
        if self.mark in set(ChildMark):
            return ChildMark(self.mark).words
        if self.question.startswith(OF_MY_DAY):
            return self.mark
        return _("Chose: {words}").format(words=self.mark)

    def may_change(self) -> None:
        """Raise NotAllowed for words that the child kept: they are exact, and stay."""
        if self.kept_on is not None:
            raise NotAllowed(
                _(
                    "These words were kept by the child, so nobody can change them here. "
                    "The child can take them off the sheet, or add to them."
                )
            )

    def take_off(self, on: date) -> None:
        """The child takes it off the sheet, or says that it stays off. Once off, it stays off."""
        self.taken_off_on = self.taken_off_on or on

    def put_on(self) -> None:
        """The child puts it on the sheet later. Raises NotAllowed where they said that it stays off."""
        if self.taken_off_on is not None:
            raise NotAllowed(_("These words are kept off the sheet, and stay off. Nothing was changed."))
        self.on_the_sheet = True


class WhatHappened(Base):
    """What the meeting made of one thing the child said: what was decided, who does it by when, or an honest no.

    `action_id` is the action that came of it.
    """

    __tablename__ = "what_happened"

    id: Mapped[int] = mapped_column(primary_key=True)
    view_id: Mapped[int] = mapped_column(
        ForeignKey("child_view.id", ondelete="CASCADE"), index=True, unique=True
    )
    at_the_meeting: Mapped[str] = mapped_column(default="")
    now: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    by_when: Mapped[date | None] = mapped_column(default=None)
    cannot_because: Mapped[str] = mapped_column(default="")
    ask_about_it: Mapped[str] = mapped_column(default="")
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("agreed_action.id", ondelete="SET NULL"), default=None, index=True
    )


class Concern(Deletable, Base):
    """Something that makes school hard just now.

    What is seen stands apart from what the carer thinks; `child_says` are the child's exact words about it.
    """

    __tablename__ = "concern"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    what_we_see: Mapped[str] = mapped_column(default="")
    what_helps: Mapped[str] = mapped_column(default="")
    we_ask_for: Mapped[str] = mapped_column(default="")
    ask_of: Mapped[str] = mapped_column(default="")
    # After `deleted_on` in the table, because they were added later.
    how_often: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    since: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    we_think: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    child_says: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    ask_by: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    not_agreed_because: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))
    not_agreed_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)

    def refuse(self, on: date) -> None:
        """What was asked for was not agreed. Said twice, the first day stays."""
        self.not_agreed_on = self.not_agreed_on or on

    def take_back_no(self) -> None:
        """Nobody said no after all; why they did stays where it was typed."""
        self.not_agreed_on = None

    @property
    def has_words(self) -> bool:
        """Whether anything is written in it."""
        texts = (
            self.what_we_see,
            self.how_often,
            self.since,
            self.what_helps,
            self.we_think,
            self.child_says,
        )
        return any(words.strip() for words in (*texts, self.we_ask_for, self.ask_of))


class SchoolQuestion(Deletable, Base):
    """A question the carer wants to ask at the meeting, and what was answered there."""

    __tablename__ = "school_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
    # After `deleted_on` in the table, because it was added later.
    answer: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text_("''"))


class ChildReply(Base):
    """What the child answered to one thing that the carer wrote: `mark` is a `ReplyMark`, `words` are exact.

    `item` names the thing ("answer:going_well.school", "concern:12"); `about` is the text that was shown, so that
    a change afterwards can be told.
    """

    __tablename__ = "child_reply"
    __table_args__ = (UniqueConstraint("meeting_id", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    item: Mapped[str]
    about: Mapped[str]
    mark: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    said_on: Mapped[date]


class HandedOut(Base):
    """A sheet as it was printed or saved: its bytes, so that what was handed out stays as it was.

    `kind` is a `ForWhom`; `pdf` is the whole file.
    """

    __tablename__ = "handed_out"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    made_on: Mapped[date]
    pdf: Mapped[bytes]
