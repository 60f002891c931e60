"""What was read of a school's dates, from whichever source: one shape for pasted text and calendar files."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import Period

Fate = Literal["used", "left_out", "handed_back"]


@dataclass(frozen=True, slots=True)
class DayInText:
    """A day, or days written together, that stand in the source, and what became of them.

    `line` is the whole line, or event, as it stands, `written` the day's own words in it. `days` is what it was read
    as, empty where it could not be. `reason` says why it was left out or handed back; "" where it was used.
    """

    line: str
    written: str
    days: tuple[date, ...]
    fate: Fate
    reason: str


@dataclass(frozen=True, slots=True)
class PossibleAnswer:
    """One answer to a question: the words to press, as "24 October", and what was read if it is this one.

    Where that leaves something else open, the reading has the next question.
    """

    words: str
    reading: "TermReading"


@dataclass(frozen=True, slots=True)
class Question:
    """What the text alone does not settle: "Does the half term begin on 24 or on 26 October?"."""

    sentence: str
    answers: tuple[PossibleAnswer, ...]


@dataclass(frozen=True, slots=True)
class TermReading:
    """Dates as they were read, nothing guessed and nothing dropped; the carer looks at them before they count.

    `periods` are inclusive and in order, of every school year that the source gives. An INSET day at the edge of a
    period lies inside that period and is listed in `inset_days` too. `inset_unknown` are training days announced
    without a date, `twilight` those held after school, which close no day; `inset_total` is how many the source itself
    counts, 0 where it does not. `not_understood` are lines to show.
    `account` is every day that stands in the source, in its order, with what became of it. Where there is a
    `question`, the rest is what its best answer would give.
    """

    periods: list[Period] = field(default_factory=list)
    inset_days: list[date] = field(default_factory=list)
    closed_days: list[date] = field(default_factory=list)
    inset_unknown: int = 0
    inset_total: int = 0
    twilight: int = 0
    problems: list[DatesProblem] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    account: list[DayInText] = field(default_factory=list)
    question: Question | None = None
