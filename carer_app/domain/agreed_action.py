"""Something that somebody agreed to do at a PEP meeting, and what became of it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, ForeignKey, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.choices import ActionDay, Fate, HowFar, Owner
from carer_app.domain.base import Base, Deletable
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day
from carer_app.words import _


class HowItGoes:
    """What follows from an action's days: for a row of the records, and for what was read of one of very many."""

    if TYPE_CHECKING:
        owner: Any
        due_on: Any
        done_on: Any
        partly_on: Any
        ended_on: Any
        to_next_pep_on: Any

        @property
        def is_open(self) -> bool: ...

    __slots__ = ()

    @property
    def fate(self) -> Fate:
        """What became of it so far: what is not done, ended or moved stays."""
        if self.done_on is not None:
            return Fate.DONE
        if self.ended_on is not None:
            return Fate.ENDED
        return Fate.STAYS if self.to_next_pep_on is None else Fate.NEXT_PEP

    def waits_for_pep(self, last_pep: date | None) -> bool:
        """Whether a review moved it to the next PEP, and none was held since. Nobody is late with it till then."""
        moved_on: date | None = self.to_next_pep_on
        if moved_on is None or self.fate != Fate.NEXT_PEP:
            return False
        return last_pep is None or last_pep <= moved_on

    @property
    def how_far(self) -> HowFar:
        """How far it has come, apart from being done."""
        if self.ended_on is not None:
            return HowFar.WILL_NOT
        return HowFar.PARTLY if self.partly_on is not None else HowFar.TO_DO

    def days_late(self, today: date) -> int:
        """Whole days since it was due; 0 when done, ended, not due yet or without a date. A child is never late."""
        due: date | None = self.due_on
        if due is None or due >= today or not self.is_open or self.owner == Owner.CHILD:
            return 0
        return (today - due).days

    @property
    def is_mine(self) -> bool:
        """Whether the carer owes it: only then is late shown in red."""
        return bool(self.owner == Owner.ME)


class AgreedAction(HowItGoes, Deletable, Base):
    """What, who and by when. A date may be missing: "nobody said" is an answer.

    It is open until it is done (`done_on`), or has ended without that (`ended_on`, with why). What is done in part
    (`partly_on`) is open. `helped` is a `Helped`, in the carer's eyes. `concern_id` is what was asked for on
    the sheet, `at_home` what home does for it, `to_next_pep_on` the day of the review that moved it to the next PEP.
    """

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
    # After `deleted_on` in the table, because they were added later.
    why: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    how_we_know: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    partly_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    ended_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    ended_why: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    helped: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    concern_id: Mapped[int | None] = mapped_column(
        ForeignKey("concern.id", ondelete="SET NULL"), sort_order=1, default=None, index=True
    )
    at_home: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    to_next_pep_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)

    @hybrid_property
    def is_open(self) -> bool:
        """Whether there is something left to do; in a query, the condition for that."""
        return self.done_on is None and self.ended_on is None

    @is_open.inplace.expression
    @classmethod
    def _is_open(cls) -> ColumnElement[bool]:
        return cls.done_on.is_(None) & cls.ended_on.is_(None)

    def tick_off(self, on: date) -> None:
        """It is done, also where it had ended. Ticking twice keeps the first date."""
        if self.done_on is None:
            self.done_on = on

    def put_day_right(self, which: ActionDay, day: date) -> None:
        """It was agreed, done or ended on another day than was said. Raises NotAllowed where nobody said that it was,
        or where it would have happened before it was agreed."""
        if getattr(self, which) is None:
            raise NotAllowed(_("Nobody has said that yet. Nothing was changed."))
        if which == ActionDay.AGREED and not self.may_be_agreed(day):
            raise NotAllowed(
                _(
                    "Something else about this action is on {day}. It cannot be agreed after that. "
                    "Check the day and the year. Nothing you typed is lost."
                ).format(day=say_day(self._first_day or day))
            )
        setattr(self, which, day)

    def may_be_agreed(self, day: date) -> bool:
        """Whether it may have been agreed on this day: nothing about it is before."""
        return self._first_day is None or day <= self._first_day

    @property
    def _first_day(self) -> date | None:
        others = (self.due_on, self.partly_on, self.done_on, self.ended_on)
        return min((each for each in others if each is not None), default=None)

    def untick(self) -> None:
        """It is not done after all."""
        self.done_on = None

    def has_come(self, how_far: HowFar, on: date) -> None:
        """How far it has come without being done. Said twice, the first day stays; why it ended stays where it was
        typed. Raises NotAllowed once it is done."""
        self.must_not_be_done()
        if how_far == HowFar.TO_DO:
            self.partly_on = None
        elif how_far == HowFar.PARTLY:
            self.partly_on = self.partly_on or on
        self.ended_on = (self.ended_on or on) if how_far == HowFar.WILL_NOT else None

    def decide(self, fate: Fate, on: date) -> None:
        """A review decided this of it, and nothing else. Said twice, the first day stays, but each review moves it to
        the PEP after itself; why it ended stays where it was typed."""
        self.done_on = (self.done_on or on) if fate == Fate.DONE else None
        self.ended_on = (self.ended_on or on) if fate == Fate.ENDED else None
        self.to_next_pep_on = on if fate == Fate.NEXT_PEP else None

    def be_due(self, day: date | None) -> None:
        """Another day, or none. With a new day it waits for no PEP any more."""
        self.due_on = day
        if day is not None:
            self.to_next_pep_on = None

    def must_not_be_done(self) -> None:
        """Raise NotAllowed where it is done."""
        if self.done_on is not None:
            raise NotAllowed(_("That is done. It stays with the person who did it."))


class ActionChange(Base):
    """One thing about an action that was put right or has come further: `what` is the column, `was` and `now` as
    they were shown."""

    __tablename__ = "action_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("agreed_action.id", ondelete="CASCADE"), index=True)
    on_day: Mapped[date]
    what: Mapped[str]
    was: Mapped[str] = mapped_column(default="")
    now: Mapped[str] = mapped_column(default="")
