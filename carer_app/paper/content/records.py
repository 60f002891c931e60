"""What is printed from the records for others: the list for the child's review, and what is held about a child."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.printed import Mark, Printed, Told, spaced
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ReviewAction(Printed):
    """One agreed action. `mark_words` says it in words ("Late by 3 days", "Done on 2 March")."""

    what: str
    mark: Mark = Mark.OPEN
    mark_words: str = ""
    by_when: date | None = None
    note: str = ""

    @property
    def state_line(self) -> str:
        """Shape's words and the day, for example "Late by 3 days · was due by 4 March 2026"."""
        state = self.mark_words or self.mark.words.capitalize()
        if not self.by_when or self.mark in (Mark.DONE, Mark.ENDED):
            return state
        due = _("was due by {day}") if self.mark is Mark.LATE else _("by {day}")
        return spaced(state, due.format(day=say_short(self.by_when, with_year=True)))


@dataclass(frozen=True, slots=True)
class Owed(Printed):
    """Everything one person or place owes."""

    who: str
    actions: tuple[ReviewAction, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("actions",)

    def in_order(self) -> tuple[ReviewAction, ...]:
        """What is late first, then the rest that is open, then what is settled."""
        order = (Mark.LATE, Mark.OPEN, Mark.TO_COME, Mark.PARTLY, Mark.DONE, Mark.ENDED)
        return tuple(sorted(self.actions, key=lambda action: order.index(action.mark)))


@dataclass(frozen=True, slots=True)
class ActionsForReview(Printed):
    """The list of what was agreed, to take to the child's review."""

    child: str
    as_of: date
    review_on: date | None = None
    review_by: date | None = None
    meeting_on: date | None = None
    owed: tuple[Owed, ...] = ()

    @property
    def title(self) -> str:
        return _("{child} · what was agreed for school").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        agreed = (
            _("Agreed at the PEP meeting on {day}").format(day=say_day(self.meeting_on))
            if self.meeting_on
            else ""
        )
        review = ""
        if self.review_on:
            review = _("For {child}’s review on {day}").format(child=self.child, day=say_day(self.review_on))
        elif self.review_by:
            words = (
                _("For {child}’s review, which was due by {day}")
                if self.review_by < self.as_of
                else _("For {child}’s review, due by {day}")
            )
            review = words.format(child=self.child, day=say_day(self.review_by))
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        return tuple(line for line in (review, agreed, written) if line)


@dataclass(frozen=True, slots=True)
class WhatIHold(Printed):
    """What is stored about a child, where, and who can open it."""

    child: str
    as_of: date
    told: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("What I hold about {child}").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        return (_("In PEP Companion, on {day}").format(day=say_day(self.as_of)),)
