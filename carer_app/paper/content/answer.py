"""What a child said and what came of it: on the child's own sheet, and in their book."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, Quotation, SheetPart, told
from carer_app.paper.content.printed import Printed, Quote, comma
from carer_app.typed_dates import say_short
from carer_app.words import _

YOU_SAID = _("You said")
SAID_FOR_YOU = _("Said for you")


@dataclass(frozen=True, slots=True)
class AnswerToChild(Printed):
    """What the child said, what the meeting made of it, and what happens now. An honest no belongs here too."""

    you_said: Quote
    at_the_meeting: str = ""
    now: str = ""
    who: str = ""
    by_when: date | None = None
    cannot_because: str = ""
    ask_about_it: str = ""

    def needs(self) -> tuple[str, ...]:
        return ("you_said", "at_the_meeting", "now", "cannot_because")

    def pieces(self, meeting: str = "meeting") -> tuple[Piece, ...]:
        """What was said, what the meeting said to it, what happens now. `meeting` is its name at the child's age."""
        pieces: list[Piece] = []
        if self.you_said:
            heading = YOU_SAID if self.you_said.is_said else SAID_FOR_YOU
            pieces.append(SheetPart(heading, (Quotation(self.you_said),), in_box=True))
        if self.at_the_meeting:
            pieces += told(_("At the {meeting}").format(meeting=meeting), self.at_the_meeting)
        if now := self._now():
            pieces += told(_("Now"), now)
        if self.cannot_because:
            why = _("They said it cannot happen because {reason}").format(reason=self.cannot_because)
            if self.ask_about_it:
                why = f"{ended(why)} " + _("You can ask {name} about it.").format(name=self.ask_about_it)
            pieces += told(_("Now"), ended(why))
        return tuple(pieces)

    def _now(self) -> str:
        by = _("by {day}").format(day=say_short(self.by_when)) if self.by_when else ""
        who = comma(self.who, by)
        return f"{self.now} ({who})" if self.now and who else self.now


def end_of(done_on: date | None, ended_on: date | None, why: str) -> str:
    """How something ended that was agreed, for the child to read; empty while it is still to come. A no is honest."""
    if done_on is not None:
        return _("It was done on {day}.").format(day=say_short(done_on))
    if ended_on is None:
        return ""
    if not why.strip():
        return _("It will not happen after all. You can ask why.")
    return ended(_("It will not happen after all: {why}").format(why=why.strip()))


def ended(sentence: str) -> str:
    """With a full stop, unless it ends in something of the kind."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
