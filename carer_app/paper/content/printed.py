"""What all sheets are made of: nothing empty reaches paper, and days and words are said alike."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
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
    TO_COME = "to_come"

    @property
    def words(self) -> str:
        """What the shape says, for example "partly done"."""
        return {
            Mark.OPEN: _("to do"),
            Mark.LATE: _("late"),
            Mark.PARTLY: _("partly done"),
            Mark.DONE: _("done"),
            Mark.ENDED: _("will not happen"),
            Mark.TO_COME: _("still to come"),
        }[self]


class Printed:
    """Trims the words and drops list entries that have none, so nothing empty reaches paper."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for name in (each.name for each in fields(self)):  # type: ignore[arg-type]
            value = getattr(self, name)
            if type(value) is str:
                object.__setattr__(self, name, trimmed(value))
            elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
                kept = (trimmed(each) if type(each) is str else each for each in value)
                object.__setattr__(self, name, tuple(each for each in kept if each))

    def __bool__(self) -> bool:
        """Whether there are words in it: a mark, a name or a date alone is nothing to read."""
        return any(getattr(self, name) for name in self.needs())

    def needs(self) -> tuple[str, ...]:
        """The fields of which at least one must have words."""
        return (fields(self)[0].name,)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Quote(Printed):
    """Somebody's exact words and the line that says whose they are.

    `asked` is the question they answer, and `mark` what was chosen beside words or instead of them ("Good"). `drawing`
    is the stored paper with the child's drawing, 0 for none; `picture` are its bytes (JPEG) once it was unsealed.
    `is_said` is false where somebody else thinks that the child would say it. `shows` is what the picture shows; where
    that is empty it is a drawing.
    """

    words: str
    whose: str = ""
    on: date | None = None
    asked: str = ""
    mark: str = ""
    drawing: int = 0
    picture: bytes = field(default=b"", repr=False)
    is_said: bool = True
    shows: str = ""

    @property
    def picture_words(self) -> str:
        """What stands for the picture where it is not seen."""
        return _("A picture: {words}.").format(words=self.shows) if self.shows else _("A drawing.")

    def needs(self) -> tuple[str, ...]:
        return ("words", "mark", "drawing")

    @property
    def chosen(self) -> str:
        """What was chosen or drawn, as a sentence; empty where nothing was."""
        if self.drawing and not self.picture:
            return self.picture_words
        return f"{self.mark.removesuffix('.')}." if self.mark else ""

    @property
    def whose_line(self) -> str:
        """For example "Mia typed this, 12 March"."""
        return ", ".join(part for part in (self.whose, say_short(self.on) if self.on else "") if part)

    @property
    def in_a_line(self) -> str:
        """Question, what was chosen, words in quotes and whose they are: only what there is."""
        words = f"“{self.words}”" if self.words else ""
        return " ".join(part for part in (self.asked, self.chosen, words, self.whose_line) if part)


@dataclass(frozen=True, slots=True)
class Item(Printed):
    """One thing, and where it belongs: "School", "Home", "Reading", "Clubs". `reply` is the child's line beneath."""

    what: str
    label: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Told(Printed):
    """One thing that is told in a line or two, under its heading."""

    label: str
    lines: tuple[str, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("lines",)


def when_words(day: date | None, at: time | None) -> str:
    """For example "Wednesday 18 March 2026, 2.00pm"; empty without a day."""
    return comma(say_day(day) if day else "", say_time(at) if day and at else "")


def trimmed(words: str) -> str:
    """Without space at the ends; nothing at all where no letter would be seen."""
    seen = any(unicodedata.category(letter)[0] not in "CZ" or ord(letter) > 0xFFFF for letter in words)
    return words.strip() if seen else ""


def comma(*parts: str) -> str:
    """What there is, with commas: empty parts are left out."""
    return ", ".join(part for part in parts if part)


def spaced(*parts: str) -> str:
    """What there is, with raised dots: empty parts are left out."""
    return " · ".join(part for part in parts if part)
