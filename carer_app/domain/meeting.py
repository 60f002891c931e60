"""A PEP meeting: planned, held, and what came out of it."""

from datetime import date, time

from dateutil.relativedelta import relativedelta
from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.choices import Aside, Coming, Invited, OnPaper
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.base import Base, Deletable, not_removed
from carer_app.domain.child import Child
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.preparation import (
    Answer,
    ChildReply,
    ChildView,
    Concern,
    FinishedPart,
    NameOnPaper,
    SchoolQuestion,
)
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_short
from carer_app.words import _


class Meeting(Deletable, Base):
    """One PEP meeting of one child. The day, time and place may still be unknown.

    When it is held, the day it was due by and the day its copy is due are kept with their reasons: what becomes known
    later changes the dates to come, and not what was true then.
    """

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    on_day: Mapped[date | None] = mapped_column(default=None)
    at_time: Mapped[time | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    calendar_uid: Mapped[str]
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    held_on: Mapped[date | None] = mapped_column(default=None)
    next_pep_on: Mapped[date | None] = mapped_column(default=None)
    # After `deleted_on` in the table, because they were added later.
    called_off_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    was_due_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    was_due_why: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    copy_due_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    copy_due_why: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))

    child: Mapped[Child] = relationship()
    attendees: Mapped[list["Attendee"]] = relationship(order_by="Attendee.id", cascade="all, delete-orphan")
    answers: Mapped[list[Answer]] = relationship(order_by=Answer.id, cascade="all, delete-orphan")
    names_on_paper: Mapped[list[NameOnPaper]] = relationship(
        order_by=NameOnPaper.id, cascade="all, delete-orphan"
    )
    finished_parts: Mapped[list[FinishedPart]] = relationship(cascade="all, delete-orphan")
    views_even_removed: Mapped[list[ChildView]] = relationship(
        order_by=ChildView.id, cascade="all, delete-orphan"
    )
    concerns_even_removed: Mapped[list[Concern]] = relationship(
        order_by=Concern.id, cascade="all, delete-orphan"
    )
    replies: Mapped[list[ChildReply]] = relationship(order_by=ChildReply.id, cascade="all, delete-orphan")
    questions_even_removed: Mapped[list[SchoolQuestion]] = relationship(
        order_by=SchoolQuestion.position, cascade="all, delete-orphan"
    )
    actions_even_removed: Mapped[list[AgreedAction]] = relationship(
        order_by=AgreedAction.id, cascade="all, delete-orphan"
    )
    put_offs: Mapped[list["MeetingPutOff"]] = relationship(
        order_by="MeetingPutOff.id", cascade="all, delete-orphan"
    )
    # The first is the copy as it is now; behind it stand files that another one took the place of.
    copies: Mapped[list[PepCopy]] = relationship(order_by=PepCopy.id, cascade="all, delete-orphan")

    @property
    def views(self) -> list[ChildView]:
        """What the child said, but for what was removed."""
        return not_removed(self.views_even_removed)

    @property
    def concerns(self) -> list[Concern]:
        """What the carer wants to say or ask, but for what was removed."""
        return not_removed(self.concerns_even_removed)

    @property
    def questions(self) -> list[SchoolQuestion]:
        """The carer's questions for school in their order, but for those that were removed."""
        return not_removed(sorted(self.questions_even_removed, key=lambda question: question.position))

    @property
    def actions(self) -> list[AgreedAction]:
        """What was agreed, but for what was removed."""
        return not_removed(self.actions_even_removed)

    @property
    def day(self) -> date:
        """The day it was held or is put down for; without one, as far ahead as can be."""
        return self.held_on or self.on_day or date.max

    def age_of_child(self, otherwise: date) -> int | None:
        """In whole years on its day, or on another where it has none yet; None where no birthday is known."""
        birthday = self.child.birthday
        return relativedelta(self.held_on or self.on_day or otherwise, birthday).years if birthday else None

    @property
    def is_after_care(self) -> bool:
        """Whether it is put down for a day on which the child is in care no longer: then no PEP is owed."""
        return self.on_day is not None and not self.child.is_in_care(self.on_day)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was ever put into it: then there is nothing to tell of it."""
        return not (
            self.on_day
            or self.at_time
            or self.held_on
            or self.called_off_on
            or self.calendar_sequence
            or self.attendees
            or self.put_offs
            or self.answers
            or self.names_on_paper
            or self.finished_parts
            or self.views_even_removed
            or self.concerns_even_removed
            or self.replies
            or self.questions_even_removed
            or self.actions_even_removed
        )

    def move(self, on_day: date | None, at_time: time | None, place: str) -> None:
        """Set when and where. Each real change raises the calendar file's number."""
        if (self.on_day, self.at_time, self.place) != (on_day, at_time, place):
            self.calendar_sequence = (self.calendar_sequence or 0) + 1
        self.on_day, self.at_time, self.place = on_day, at_time, place

    def put_off(self, on: date) -> None:
        """It did not take place on its day, and has no new one yet. What was got ready for it stays with it."""
        self.put_offs.append(MeetingPutOff(was_on=self.held_on or self.on_day, said_on=on))
        if self.held_on is not None:
            self.not_held()
        self.move(None, None, self.place)

    @property
    def put_off_from(self) -> str:
        """The days it was put off from, in a sentence; empty where it never was."""
        days = [
            say_short(each.was_on, with_year=True) if each.was_on else _("a day that is not known")
            for each in self.put_offs
        ]
        return _("Put off from {days}.").format(days=_(", then from ").join(days)) if days else ""

    def take_back_put_off(self, on_day: date | None, at_time: time | None) -> None:
        """It was not put off after all, and is on its day again."""
        if self.put_offs:
            self.put_offs.pop()
        self.move(on_day, at_time, self.place)

    def call_off(self, on: date | None) -> None:
        """The meeting is off since a day, or (None) it takes place after all. A calendar must hear of either."""
        if on != self.called_off_on:
            self.calendar_sequence = (self.calendar_sequence or 0) + 1
        self.called_off_on = on

    @property
    def stays_because(self) -> str:
        """Why this meeting cannot be taken out, in a sentence; empty where it can: it was only planned."""
        if self.held_on is not None:
            return _("This meeting was held, so it stays. If that is wrong, say first that it was not held.")
        if any(view.kept_on is not None for view in self.views):
            return _("{child} kept words for this meeting, so it stays. You can say that it is off.").format(
                child=self.child.name
            )
        if self.actions:
            return _("Actions were agreed for this meeting, so it stays. Take those out first.")
        return ""

    def take_out(self, on: date) -> None:
        """It was planned by mistake. What was got ready for it goes along, and comes back with it. Raises NotAllowed
        where it stays."""
        if self.stays_because:
            raise NotAllowed(self.stays_because)
        self.remove(on)

    def hold(self, on: date, today: date) -> None:
        """The meeting happened on this day. Raises NotAllowed for a day that has not come yet."""
        if on > today:
            raise NotAllowed(_("That day has not come yet. Type the day the meeting was held."))
        self.held_on, self.called_off_on = on, None

    def not_held(self) -> None:
        """Take back that it was held, and what was kept because of it."""
        self.held_on = None
        self.was_due_on, self.was_due_why, self.copy_due_on, self.copy_due_why = None, "", None, ""

    def set_next_pep(self, on: date | None) -> None:
        """The date that was agreed for the next PEP. Raises NotAllowed where it is not after this meeting."""
        this_meeting = self.held_on or self.on_day
        if on is not None and this_meeting is not None and on <= this_meeting:
            raise NotAllowed(
                _("The next PEP must be after this meeting. What was stored before is unchanged.")
            )
        self.next_pep_on = on

    def answer(self, question: str) -> str:
        """What was answered to a question; empty where nothing was."""
        return next((answer.said for answer in self.answers if answer.question == question), "")

    def printed_answer(self, question: str) -> str:
        """What was written for a question, unless the carer leaves it out or keeps it for the adults."""
        said = (a.said for a in self.answers if a.question == question and a.aside in ("", Aside.NOT_SURE))
        return next(said, "")

    def write_answer(self, question: str, text: str) -> None:
        """Keep what was answered to a question. Who was not sure and writes something is not unsure any more."""
        answer = self._answer(question)
        answer.say(text)
        if text.strip() and answer.aside == Aside.NOT_SURE:
            answer.aside = Aside.NOTHING

    def put_name_on_paper(self, name: str, on_paper: OnPaper) -> None:
        """What happens to a name on the sheets of this meeting."""
        found = next((each for each in self.names_on_paper if each.name == name), None)
        if found is None:
            found = NameOnPaper(name=name)
            self.names_on_paper.append(found)
        found.on_paper = on_paper

    def set_aside(self, question: str, aside: Aside) -> None:
        """Not sure yet, leave it out, or for the adults only. What is written stays."""
        self._answer(question).aside = aside

    def aside(self, question: str) -> Aside:
        """What was said instead of an answer, or about it."""
        return Aside(next((a.aside for a in self.answers if a.question == question), ""))

    def _answer(self, question: str) -> Answer:
        found = next((each for each in self.answers if each.question == question), None)
        if found is None:
            found = Answer(question=question, text="", aside=Aside.NOTHING)
            self.answers.append(found)
        return found


class Attendee(Base):
    """Somebody who may be at the meeting. `child_calls` is what the child calls them, where that is another name;
    `came` is a `Came`."""

    __tablename__ = "attendee"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    role: Mapped[str]
    coming: Mapped[str] = mapped_column(default=Coming.NOT_KNOWN)
    invited: Mapped[str] = mapped_column(default=Invited.NOT_KNOWN, server_default=text("'not_known'"))
    phone: Mapped[str] = mapped_column(default="", server_default=text("''"))
    child_calls: Mapped[str] = mapped_column(default="", server_default=text("''"))
    came: Mapped[str] = mapped_column(default="", server_default=text("''"))


class MeetingPutOff(Base):
    """A meeting did not take place on the day it was put down for, and is to be held another day."""

    __tablename__ = "meeting_put_off"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    was_on: Mapped[date | None] = mapped_column(default=None)
    said_on: Mapped[date]
    why: Mapped[str] = mapped_column(default="")
