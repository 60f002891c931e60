"""What is said on the sheets for a meeting: the numbered parts, and one thing in each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from carer_app.paper.content.printed import Mark, Printed, Quote, comma, spaced
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _


class Section(StrEnum):
    """The numbered parts of the sheet for the meeting, in the order they are printed."""

    CHILD_SAYS = "child_says"
    GOING_WELL = "going_well"
    HARD_NOW = "hard_now"
    ASKS = "asks"
    AT_HOME = "at_home"
    MORE = "more"
    LAST_TIME = "last_time"
    QUESTIONS = "questions"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Difficulty(Printed):
    """What makes school hard: what is seen, how often, since when; and what helps.

    What the carer thinks and what the child says stand apart from it; `reply` is the child's line beneath.
    """

    see: str
    helps: str = ""
    how_often: str = ""
    since: str = ""
    think: str = ""
    child_says: Quote | None = None
    reply: str = ""

    def needs(self) -> tuple[str, ...]:
        return ("see", "helps", "think", "child_says")

    @property
    def seen_line(self) -> str:
        """For example "In tears after lunch · twice a week · since January"."""
        since = self.since
        if since and not since.casefold().startswith("since"):
            since = _("since {when}").format(when=since)
        return spaced(self.see.rstrip(".") if self.how_often or since else self.see, self.how_often, since)


@dataclass(frozen=True, slots=True)
class Ask(Printed):
    """One thing asked for. Who and by when may be left for the meeting to fill in. `reply` is the child's line."""

    what: str
    who: str = ""
    by_when: date | None = None
    reply: str = ""

    @property
    def in_a_line(self) -> str:
        """For example "A buddy (Mr Fox), by 20 March"."""
        who = f"{self.what} ({self.who})" if self.who else self.what
        return comma(who, _("by {day}").format(day=say_short(self.by_when)) if self.by_when else "")


@dataclass(frozen=True, slots=True)
class LastAction(Printed):
    """An action agreed last time, and how far it has come."""

    what: str
    mark: Mark = Mark.OPEN
    who: str = ""


@dataclass(frozen=True, slots=True)
class DateToKnow(Printed):
    """A review, a move, an exam. `when` holds words ("in June") where there is no exact day."""

    what: str
    on: date | None = None
    when: str = ""

    @property
    def when_words(self) -> str:
        """The day in full, or the words there are instead."""
        return say_day(self.on) if self.on else self.when
