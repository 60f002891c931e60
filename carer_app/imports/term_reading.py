"""What was read of a school's dates, from whichever source: one shape for pasted text and calendar files."""

from dataclasses import dataclass, field
from datetime import date

from carer_app.domain.school_calendar import Period
from carer_app.domain.term_checks import DatesProblem


@dataclass(frozen=True, slots=True)
class TermReading:
    """Dates as they were read, nothing guessed and nothing dropped; the carer looks at them before they count.

    `periods` are inclusive and in order, of every school year that the source gives. An INSET day at the edge of a
    period lies inside that period and is listed in `inset_days` too. `inset_unknown` are training days announced
    without a date, `twilight` those held after school, which close no day. `not_understood` are lines to show.
    """

    periods: list[Period] = field(default_factory=list)
    inset_days: list[date] = field(default_factory=list)
    closed_days: list[date] = field(default_factory=list)
    inset_unknown: int = 0
    twilight: int = 0
    problems: list[DatesProblem] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
