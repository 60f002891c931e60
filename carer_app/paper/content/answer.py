"""What a child said and what came of it: on the child's own sheet, and in their book."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Marked, Piece, Quotation, SheetPart, Span, told
from carer_app.paper.content.printed import Mark, Printed, Quote, comma
from carer_app.typed_dates import say_short
from carer_app.words import _

YOU_SAID = _("You said")
SAID_FOR_YOU = _("Said for you")


@dataclass(frozen=True, slots=True)
class Yes(Printed):
    """Who said yes to what, and by when. A yes is not done: `done_on` is the day it was, if it was.

    With `ended_on` it will not happen after all, and `ended_why` says why, as far as somebody did. `partly_on`: some of
    it was done, and the rest is to come.
    """

    what: str
    who: str = ""
    by_when: date | None = None
    done_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""
    partly_on: date | None = None

    def piece(self) -> Piece:
        """A tick means done. A yes that is not done has no box either: it is nothing for the child to tick."""
        end = self._how_it_stands
        *before, (last, bold) = self._spans()
        spans = (*before, (f"{ended(last)} {end}" if end else last, bold))
        return Marked(Mark.DONE if self.done_on else None, spans)

    @property
    def in_a_line(self) -> str:
        """What, who and by when, and how it ended: "Science club (Mr Fox). It was done on 20 March."."""
        end = self._how_it_stands
        about = comma(self.who, self._by)
        said = f"{self.what.rstrip('.')} ({about})" if about else self.what
        return f"{ended(said)} {end}" if end else said

    @property
    def _by(self) -> str:
        """By when, while it is still to come: what has an end has its day."""
        is_open = not (self.done_on or self.ended_on)
        return _("by {day}").format(day=say_short(self.by_when)) if self.by_when and is_open else ""

    @property
    def _how_it_stands(self) -> str:
        end = end_of(self.done_on, self.ended_on, self.ended_why)
        if end or self.partly_on is None:
            return end
        return _("Some of it is done, since {day}.").format(day=say_short(self.partly_on))

    def _spans(self) -> tuple[Span, ...]:
        what = comma(self.what.rstrip("."), self._by) if self._by else self.what
        if not self.who:
            return ((what, False),)
        return ((self.who, True), (" " + _("said yes to this:") + f" {what}", False))


@dataclass(frozen=True, slots=True)
class AnswerToChild(Printed):
    """What the child said, what the meeting made of it, and what happens now. An honest no belongs here too.

    `action` is what was agreed because of it, with its end.
    """

    you_said: Quote
    at_the_meeting: str = ""
    now: str = ""
    who: str = ""
    by_when: date | None = None
    cannot_because: str = ""
    ask_about_it: str = ""
    action: Yes | None = None

    def needs(self) -> tuple[str, ...]:
        return ("you_said", "at_the_meeting", "now", "cannot_because", "action")

    def pieces(self, meeting: str = "meeting") -> tuple[Piece, ...]:
        """What was said, what the meeting said to it, what happens now. `meeting` is its name at the child's age."""
        pieces: list[Piece] = []
        if self.you_said:
            heading = YOU_SAID if self.you_said.is_said else SAID_FOR_YOU
            pieces.append(SheetPart(heading, (Quotation(self.you_said),), in_box=True))
        for heading, words in self.told_after(meeting):
            pieces += told(heading, words)
        return tuple(pieces)

    def told_after(self, meeting: str = "meeting") -> tuple[tuple[str, str], ...]:
        """What came of it, each with its heading: at the meeting, and now; a no with why, and whom to ask."""
        lines: list[tuple[str, str]] = []
        if self.at_the_meeting:
            lines.append((_("At the {meeting}").format(meeting=meeting), self.at_the_meeting))
        if now := self._now():
            lines.append((_("Now"), now))
        if self.cannot_because:
            why = _("They said it cannot happen because {reason}").format(reason=self.cannot_because)
            lines.append((_("Now"), f"{ended(why)}{self._who_explains()}"))
        return tuple(lines)

    def _who_explains(self) -> str:
        return (
            " " + _("You can ask {name} about it.").format(name=self.ask_about_it)
            if self.ask_about_it
            else ""
        )

    def _now(self) -> str:
        agreed, now = self.action.in_a_line if self.action else "", self._written_now()
        if self.action and self.action.ended_on and not self.action.done_on and not self.cannot_because:
            agreed += self._who_explains()
        return f"{ended(agreed)} {now}" if agreed and now else agreed or now

    def _written_now(self) -> str:
        by = _("by {day}").format(day=say_short(self.by_when)) if self.by_when else ""
        who = comma(self.who, by)
        return f"{self.now} ({who})" if self.now and who else self.now


def not_answered(quotes: tuple[Quote, ...]) -> list[SheetPart]:
    """What the child said, and apart from it what others think they would say: of neither anything is written yet."""
    return [
        SheetPart(heading, said, in_box=True)
        for is_said, heading in ((True, YOU_SAID), (False, SAID_FOR_YOU))
        if (said := tuple(Quotation(quote) for quote in quotes if quote.is_said == is_said))
    ]


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
