"""What the reader process tells of a calendar file: one of these for each event, on each of its days."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Trouble = Literal[
    "",
    "broken",  # a line or letter of it cannot be read
    "no_day",
    "bad_day",
    "backwards",
    "too_long",
    "repeat",  # it repeats in a way that is not read
    "too_often",
    "endless",  # what comes after the days that were read
    "cancelled",
    "replaced",  # a newer version of it stands in the file
    "unsure",  # marked as not yet certain
    "no_title",
]
TROUBLES: frozenset[str] = frozenset(Trouble.__args__)  # type: ignore[attr-defined]


class BadCalendar(Exception):
    """Nothing in the file can be read: `kind` is "no_calendar", "too_many" or "encoding"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class SchoolEvent:
    """One event as whole days in England, first and last inside. `first` is None where its day cannot be read.

    `hours` are minutes of the day, from and to, where it takes only part of one day. `line` is where it begins in the
    file, `trouble` what is wrong with it.
    """

    title: str
    first: date | None
    last: date | None
    hours: tuple[int, int] | None = None
    trouble: Trouble = ""
    line: int = 0
    repeats: bool = False

    def told(self) -> list[Any]:
        """For the answer of the reader process; `from_told` makes it whole again."""
        days = [day.isoformat() if day else None for day in (self.first, self.last)]
        return [self.title, *days, self.hours, self.trouble, self.line, self.repeats]


def from_told(told: list[Any]) -> SchoolEvent:
    """ValueError or TypeError where the answer makes no sense: nothing that it says is believed unlooked at."""
    title, first, last, hours, trouble, line, repeats = told
    if not isinstance(title, str) or trouble not in TROUBLES or not isinstance(line, int):
        raise ValueError(trouble)
    begin, end = (date.fromisoformat(day) if day is not None else None for day in (first, last))
    if (begin is None) != (end is None) or (begin is not None and end is not None and end < begin):
        raise ValueError(first)
    part = None if hours is None else (int(hours[0]), int(hours[1]))
    plain = title.encode("utf-8", "replace").decode("utf-8")
    return SchoolEvent(plain, begin, end, part, trouble, line, repeats is True)
