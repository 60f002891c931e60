"""What is taken to the meeting: the sheet for everyone, the carer's own, the adults' and the card for the pocket."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from carer_app.paper.content.printed import Item, Mark, Printed, Quote, comma, spaced, when_words
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
        return say_day(self.on) if self.on else self.when


@dataclass(frozen=True, slots=True)
class MeetingSheet(Printed):
    """The sheet for everyone at the meeting."""

    child: str
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""
    school: str = ""
    year_group: str = ""
    class_name: str = ""
    written_by: str = ""
    written_on: date | None = None
    child_has_seen_it: str = ""
    taking_part: tuple[str, ...] = ()
    child_says: tuple[Quote, ...] = ()
    child_would_change: Quote | None = None
    child_asked_on: date | None = None
    going_well: tuple[Item, ...] = ()
    hard_now: tuple[Difficulty, ...] = ()
    asks: tuple[Ask, ...] = ()
    at_home: tuple[Item, ...] = ()
    more: tuple[Item, ...] = ()
    last_time: tuple[LastAction, ...] = ()
    questions: tuple[str, ...] = ()
    dates: tuple[DateToKnow, ...] = ()
    next_pep_on: date | None = None
    copy_by: date | None = None

    @property
    def title(self) -> str:
        return _("{child} · notes from home for the PEP meeting").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        """The lines under the title: when and where, who wrote it, how the child takes part."""
        return tuple(line for line in (self._when_line(), self._written_line(), self._part_line()) if line)

    def sections(self) -> tuple[Section, ...]:
        """The parts that have something in them, in order; number them from 1."""
        return tuple(section for section in Section if self._has(section))

    def heading(self, section: Section) -> str:
        return {
            Section.CHILD_SAYS: _("{child} says"),
            Section.GOING_WELL: _("Going well"),
            Section.HARD_NOW: _("What makes school hard just now"),
            Section.ASKS: _("What we ask for"),
            Section.AT_HOME: _("What we do at home"),
            Section.MORE: _("More from home"),
            Section.LAST_TIME: _("From last time"),
            Section.QUESTIONS: _("Questions for school"),
            Section.DATES: _("Dates"),
        }[section].format(child=self.child)

    @property
    def no_words_line(self) -> str:
        """Said when the child was asked and chose to add nothing. Empty where there are words."""
        if self.child_says or self.child_would_change or not self.child_asked_on:
            return ""
        return _("Asked on {day}. {child} chose not to add words this time.").format(
            day=say_short(self.child_asked_on), child=self.child
        )

    def _has(self, section: Section) -> bool:
        if section is Section.CHILD_SAYS:
            return bool(self.child_says or self.child_would_change or self.no_words_line)
        return bool(getattr(self, section.value))

    def _when_line(self) -> str:
        where = "" if self.where == self.school else self.where
        # "Elm Park Primary, the library" names the school already
        school = "" if where.startswith(self.school) else self.school
        return spaced(
            comma(when_words(self.meeting_on, self.meeting_at), where),
            comma(school, self.year_group, self.class_name),
        )

    def _written_line(self) -> str:
        by = _("Written by {name}").format(name=self.written_by) if self.written_by else ""
        if by and self.written_on:
            by = _("{written_by} on {day}").format(written_by=by, day=say_short(self.written_on))
        seen = ""
        if self.child_has_seen_it:
            seen = _("{child} has seen this: {answer}").format(
                child=self.child, answer=self.child_has_seen_it
            )
        return spaced(by, seen)

    def _part_line(self) -> str:
        if not self.taking_part:
            return ""
        how = spaced(*self.taking_part)
        return _("How {child} will take part: {how}").format(child=self.child, how=how)


@dataclass(frozen=True, slots=True)
class MySheet(Printed):
    """The carer's own sheet: the same page, with what only the carer needs. Others never get this class."""

    sheet: MeetingSheet
    things_to_say: tuple[str, ...] = ()
    who_comes: tuple[str, ...] = ()
    only_here: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class AdultsSheet(Printed):
    """What the grown-ups should know before the child joins. A file of its own, never a page of another sheet."""

    child: str
    meeting_on: date | None = None
    meeting_at: time | None = None
    written_by: str = ""
    written_on: date | None = None
    to_know: tuple[Item, ...] = ()
    school_could: tuple[Ask, ...] = ()

    @property
    def title(self) -> str:
        return _("Before {child} joins us").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        by = _("Written by {name}").format(name=self.written_by) if self.written_by else ""
        if by and self.written_on:
            by = _("{written_by} on {day}").format(written_by=by, day=say_short(self.written_on))
        return tuple(line for line in (when_words(self.meeting_on, self.meeting_at), by) if line)


@dataclass(frozen=True, slots=True)
class PocketCard(Printed):
    """Three things to say, for the carer's own hand. Nobody is named on it."""

    things_to_say: tuple[str, ...]
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""

    @property
    def title(self) -> str:
        return _("Three things to say")

    def opening_lines(self) -> tuple[str, ...]:
        return tuple(
            line for line in (comma(when_words(self.meeting_on, self.meeting_at), self.where),) if line
        )
