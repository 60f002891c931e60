"""What goes on each sheet, in order. Plain facts in plain words: no screen, no records, no drawing.

Whoever fills these classes may leave anything out. Blank words are dropped on the way in, so that a sheet
never shows an empty line, and `MeetingSheet.sections()` numbers only what is there.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from enum import StrEnum

from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.words import _


class Mark(StrEnum):
    """How far an action has come. Each has a shape on paper as well as a word."""

    OPEN = "open"
    LATE = "late"
    PARTLY = "partly"
    DONE = "done"
    ENDED = "ended"

    @property
    def words(self) -> str:
        return {
            Mark.OPEN: _("to do"),
            Mark.LATE: _("late"),
            Mark.PARTLY: _("partly done"),
            Mark.DONE: _("done"),
            Mark.ENDED: _("will not happen"),
        }[self]


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


class _Printed:
    """Trims the words and drops list entries that have none, so nothing empty reaches paper."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for name in (field.name for field in fields(self)):  # type: ignore[arg-type]
            value = getattr(self, name)
            if type(value) is str:
                object.__setattr__(self, name, _trimmed(value))
            elif isinstance(value, Iterable) and not isinstance(value, str):
                kept = (_trimmed(each) if type(each) is str else each for each in value)
                object.__setattr__(self, name, tuple(each for each in kept if each))

    def __bool__(self) -> bool:
        """Whether there are words in it: a mark, a name or a date alone is nothing to read."""
        return any(getattr(self, name) for name in self.needs())

    def needs(self) -> tuple[str, ...]:
        """The fields of which at least one must have words."""
        return (fields(self)[0].name,)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Quote(_Printed):
    """Somebody's exact words and the line that says whose they are."""

    words: str
    whose: str = ""
    on: date | None = None

    @property
    def whose_line(self) -> str:
        """For example "Mia typed this, 12 March"."""
        return ", ".join(part for part in (self.whose, say_short(self.on) if self.on else "") if part)


@dataclass(frozen=True, slots=True)
class Item(_Printed):
    """One thing, and where it belongs: "School", "Home", "Reading", "Clubs". `reply` is the child's line beneath."""

    what: str
    label: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Difficulty(_Printed):
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
        return _spaced(self.see.rstrip(".") if self.how_often or since else self.see, self.how_often, since)


@dataclass(frozen=True, slots=True)
class Ask(_Printed):
    """One thing asked for. Who and by when may be left for the meeting to fill in."""

    what: str
    who: str = ""
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class LastAction(_Printed):
    """An action agreed last time, and how far it has come."""

    what: str
    mark: Mark = Mark.OPEN
    who: str = ""


@dataclass(frozen=True, slots=True)
class DateToKnow(_Printed):
    """A review, a move, an exam. `when` holds words ("in June") where there is no exact day."""

    what: str
    on: date | None = None
    when: str = ""

    @property
    def when_words(self) -> str:
        return say_day(self.on) if self.on else self.when


@dataclass(frozen=True, slots=True)
class MeetingSheet(_Printed):
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
        return _spaced(
            _comma(when_words(self.meeting_on, self.meeting_at), where),
            _comma(school, self.year_group, self.class_name),
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
        return _spaced(by, seen)

    def _part_line(self) -> str:
        if not self.taking_part:
            return ""
        how = _spaced(*self.taking_part)
        return _("How {child} will take part: {how}").format(child=self.child, how=how)


@dataclass(frozen=True, slots=True)
class MySheet(_Printed):
    """The carer's own sheet: the same page, with what only the carer needs. Others never get this class."""

    sheet: MeetingSheet
    things_to_say: tuple[str, ...] = ()
    who_comes: tuple[str, ...] = ()
    only_here: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class AdultsSheet(_Printed):
    """What the grown-ups should know before the child joins. A file of its own, never a page of another sheet."""

    child: str
    meeting_on: date | None = None
    meeting_at: time | None = None
    written_by: str = ""
    written_on: date | None = None
    to_know: tuple[Item, ...] = ()

    @property
    def title(self) -> str:
        return _("Before {child} joins us").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        by = _("Written by {name}").format(name=self.written_by) if self.written_by else ""
        if by and self.written_on:
            by = _("{written_by} on {day}").format(written_by=by, day=say_short(self.written_on))
        return tuple(line for line in (when_words(self.meeting_on, self.meeting_at), by) if line)


@dataclass(frozen=True, slots=True)
class PocketCard(_Printed):
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
            line for line in (_comma(when_words(self.meeting_on, self.meeting_at), self.where),) if line
        )


@dataclass(frozen=True, slots=True)
class ToRing(_Printed):
    """Somebody to talk to. `number` is empty where the child or carer writes it in."""

    who: str
    number: str = ""
    hours: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class NumbersSlip(_Printed):
    """Whom a child can talk to, given to every child so that nobody has to ask for it. It names no child."""

    people: tuple[ToRing, ...] = ()
    numbers: tuple[ToRing, ...] = ()
    checked_on: date | None = None

    @property
    def title(self) -> str:
        return _("People I can talk to")


@dataclass(frozen=True, slots=True)
class Yes(_Printed):
    """Who said yes to what, and by when."""

    what: str
    who: str = ""
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class Answer(_Printed):
    """What the child said, what the meeting made of it, and what happens now. An honest no belongs here too."""

    you_said: str
    at_the_meeting: str = ""
    now: str = ""
    who: str = ""
    by_when: date | None = None
    cannot_because: str = ""
    ask_about_it: str = ""

    def needs(self) -> tuple[str, ...]:
        return ("you_said", "at_the_meeting", "now", "cannot_because")


@dataclass(frozen=True, slots=True)
class ChildSheet(_Printed):
    """The child's own sheet, before the meeting (what I said, what happens next) or after it (what happened)."""

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

    @property
    def title(self) -> str:
        heading = (
            _("{child}: what happened at the meeting") if self.after_the_meeting else _("{child}’s sheet")
        )
        return heading.format(child=self.child)

    @property
    def when_line(self) -> str:
        return _comma(when_words(self.meeting_on, self.meeting_at), self.where)


@dataclass(frozen=True, slots=True)
class ReviewAction(_Printed):
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
        return _spaced(state, due.format(day=say_short(self.by_when, with_year=True)))


@dataclass(frozen=True, slots=True)
class Owed(_Printed):
    """Everything one person or place owes."""

    who: str
    actions: tuple[ReviewAction, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("actions",)

    def in_order(self) -> tuple[ReviewAction, ...]:
        """What is late first, then the rest that is open, then what is settled."""
        order = (Mark.LATE, Mark.OPEN, Mark.PARTLY, Mark.DONE, Mark.ENDED)
        return tuple(sorted(self.actions, key=lambda action: order.index(action.mark)))


@dataclass(frozen=True, slots=True)
class ActionsForReview(_Printed):
    """The list of what was agreed, to take to the child's review."""

    child: str
    as_of: date
    review_on: date | None = None
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
        written = _("As things stood on {day}").format(day=say_day(self.as_of))
        actions = [action for each in self.owed for action in each.actions]
        done = sum(action.mark is Mark.DONE for action in actions)
        count = _("{done} of {all} are done").format(done=done, all=len(actions)) if actions else ""
        return tuple(line for line in (review, agreed, _spaced(written, count)) if line)


@dataclass(frozen=True, slots=True)
class Told(_Printed):
    """One thing that is told in a line or two, under its heading."""

    label: str
    lines: tuple[str, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("lines",)


@dataclass(frozen=True, slots=True)
class WhatIHold(_Printed):
    """What is stored about a child, where, and who can open it."""

    child: str
    as_of: date
    told: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("What I hold about {child}").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        return (_("In PEP Companion, on {day}").format(day=say_day(self.as_of)),)


@dataclass(frozen=True, slots=True)
class DatesSheet(_Printed):
    """Dates that were worked out from days alone: about nobody by name."""

    as_of: date
    told: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("Dates for a PEP")

    def opening_lines(self) -> tuple[str, ...]:
        return (_("Worked out on {day}").format(day=say_day(self.as_of)),)


@dataclass(frozen=True, slots=True)
class LeafletSheet(_Printed):
    """A leaflet: about nobody. A line that begins with "- " is a point of a list."""

    title: str
    for_whom: str = ""
    told: tuple[Told, ...] = ()
    footer: str = ""


@dataclass(frozen=True, slots=True)
class WordsSheet(_Printed):
    """Words explained: about nobody."""

    told: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("Words explained")


@dataclass(frozen=True, slots=True)
class BlankNotes(_Printed):
    """The sheet for the meeting with lines to write on, for somebody who keeps nothing on a computer.

    `parts` are the headings, with how many lines each has.
    """

    title: str
    to_fill_in: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WayBackSheet(_Printed):
    """The paper that opens the records when the password is forgotten; without groups, a form to copy them on."""

    groups: tuple[str, ...] = ()
    made_on: date | None = None

    @property
    def title(self) -> str:
        return _("Way-back-in sheet")


Sheet = (
    MeetingSheet
    | MySheet
    | AdultsSheet
    | PocketCard
    | NumbersSlip
    | ChildSheet
    | ActionsForReview
    | WhatIHold
    | DatesSheet
    | LeafletSheet
    | WordsSheet
    | BlankNotes
    | WayBackSheet
)


def when_words(day: date | None, at: time | None) -> str:
    """For example "Wednesday 18 March 2026, 2.00pm"; empty without a day."""
    return _comma(say_day(day) if day else "", say_time(at) if day and at else "")


def _trimmed(words: str) -> str:
    """Without space at the ends; nothing at all where no letter would be seen."""
    seen = any(unicodedata.category(letter)[0] not in "CZ" or ord(letter) > 0xFFFF for letter in words)
    return words.strip() if seen else ""


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _spaced(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
