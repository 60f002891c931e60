"""What goes along to a child's review: what was agreed, by who owes it; what the child wants heard; what was asked."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    Decision,
    Decisions,
    Piece,
    Points,
    Quotation,
    SheetOpening,
    SheetPart,
    Title,
)
from carer_app.paper.content.printed import Mark, Printed, Quote, spaced
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _

_TO_DECIDE = (Mark.LATE, Mark.OPEN, Mark.PARTLY, Mark.TO_COME)


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

    def decision(self) -> Decision:
        """What is done is looked back on, what will not happen may need something else; the rest is to be decided."""
        ask = {Mark.DONE: _("What difference did it make?"), Mark.ENDED: _("What instead?")}
        asked = ask.get(self.mark, "")
        return Decision(self.mark, self.what, self.state_line, self.note, asked)


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

    def piece(self) -> Decisions:
        """Who owes it, and each action with its box."""
        open_ones = any(action.mark in _TO_DECIDE for action in self.actions)
        head = _("Decided at the review") if open_ones else ""
        return Decisions(self.who, tuple(action.decision() for action in self.in_order()), head)


@dataclass(frozen=True, slots=True)
class AskedBefore(Printed):
    """What the carer asked somebody for since the last review, and what was answered."""

    what: str
    who: str = ""
    on: date | None = None
    answer: str = ""

    @property
    def in_a_line(self) -> str:
        """For example "3 March, Mr Fox: the date of the meeting. Answer: in May."."""
        when = ", ".join(part for part in (say_short(self.on) if self.on else "", self.who) if part)
        said = self.answer.rstrip(".") or _("none yet")
        return _("{when}: {what}. Answer: {answer}.").format(
            when=when, what=self.what.rstrip("."), answer=said
        )


@dataclass(frozen=True, slots=True)
class ActionsForReview(Sheet):
    """What goes along to the child's review. `wishes` are what the child lets be read there."""

    child: str
    as_of: date
    review_on: date | None = None
    review_by: date | None = None
    meeting_on: date | None = None
    owed: tuple[Owed, ...] = ()
    chaired_by: str = ""
    next_pep_on: date | None = None
    wishes: tuple[Quote, ...] = ()
    asked: tuple[AskedBefore, ...] = ()

    document_title = _("Actions for a review")
    footer = _("Private: about a child. For people at the review only. Shred or hand back after.")
    file_name = "Actions for a review.pdf"

    @property
    def title(self) -> str:
        return _("{child} · for the child-in-care review").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not (self.owed or self.wishes or self.asked)

    def opening_lines(self) -> tuple[str, ...]:
        """For which review, when it was agreed, and the day the list was made: only what is known."""
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
        chair = _("{name} runs the review").format(name=self.chaired_by) if self.chaired_by else ""
        ahead = _("Next PEP on {day}").format(day=say_day(self.next_pep_on)) if self.next_pep_on else ""
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        return tuple(line for line in (review, spaced(agreed, ahead), spaced(chair, written)) if line)

    def pieces(self) -> tuple[Piece, ...]:
        said = SheetPart(
            _("What {child} wants you to hear").format(child=self.child),
            tuple(Quotation(quote) for quote in self.wishes),
        )
        asked = SheetPart(
            _("Asked since the last review"), (Points(tuple(each.in_a_line for each in self.asked)),)
        )
        return (
            Title(self.title),
            SheetOpening(self.opening_lines()),
            *((said,) if self.wishes else ()),
            *(owed.piece() for owed in self.owed),
            *((asked,) if self.asked else ()),
        )
