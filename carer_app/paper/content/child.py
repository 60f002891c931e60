"""What the child gets: their own sheet, before the meeting and after it, and the slip with numbers."""

from dataclasses import dataclass
from datetime import date, time

from carer_app.paper.content.printed import Printed, Quote, Told, comma, when_words
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ToRing(Printed):
    """Somebody to talk to. `number` is empty where the child or carer writes it in."""

    who: str
    number: str = ""
    hours: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class NumbersSlip(Printed):
    """Whom a child can talk to, given to every child so that nobody has to ask for it. It names no child."""

    people: tuple[ToRing, ...] = ()
    numbers: tuple[ToRing, ...] = ()
    checked_on: date | None = None

    @property
    def title(self) -> str:
        return _("People I can talk to")


@dataclass(frozen=True, slots=True)
class Yes(Printed):
    """Who said yes to what, and by when. A yes is not done: `done_on` is the day it was, if it was."""

    what: str
    who: str = ""
    by_when: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer(Printed):
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


@dataclass(frozen=True, slots=True)
class ChildSheet(Printed):
    """The child's own sheet, before the meeting (what I said, what happens next) or after it (what happened).

    `meeting` is what the meeting is called at the child's age.
    """

    child: str
    after_the_meeting: bool = False
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""
    child_says: tuple[Quote, ...] = ()
    happens_next: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    kind_words: tuple[Quote, ...] = ()
    yeses: tuple[Yes, ...] = ()
    next_meeting_on: date | None = None
    people_to_ask: tuple[str, ...] = ()
    meeting: str = "meeting"

    @property
    def title(self) -> str:
        heading = (
            _("{child}: what happened at the {meeting}") if self.after_the_meeting else _("{child}’s sheet")
        )
        return heading.format(child=self.child, meeting=self.meeting)

    @property
    def when_line(self) -> str:
        return comma(when_words(self.meeting_on, self.meeting_at), self.where)


@dataclass(frozen=True, slots=True)
class BookMeeting(Printed):
    """One meeting in the child's own book. `said` is what has no answer beside it."""

    on: date | None
    said: tuple[Quote, ...] = ()
    answers: tuple[Answer, ...] = ()
    kind_words: tuple[Quote, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("said", "answers", "kind_words")


@dataclass(frozen=True, slots=True)
class ChildBook(Printed):
    """What a child said and what came of it, over the years, and what they achieved in each school year."""

    child: str
    meetings: tuple[BookMeeting, ...] = ()
    achieved: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("{child}’s own book").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not self.meetings and not self.achieved
