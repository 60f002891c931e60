"""One thing about a set of school dates that a carer should look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

# fmt: off
ProblemKind = Literal[
    "weekday", "year", "overlap", "reversed", "inset_outside", "missing", "bank_holiday",
    "count", "half_term", "long", "short", "break", "unused", "twice", "doubt", "weekend",
]
# fmt: on


@dataclass(frozen=True, slots=True)
class DatesProblem:
    """One thing to look at. `sentence` is for the carer; `days` are the days it is about, as far as they are known.

    `lacks_edge` says that of a stretch beginning, or ending, on its day the other edge is missing.
    """

    kind: ProblemKind
    sentence: str
    days: tuple[date, ...] = ()
    lacks_edge: bool = False


def in_order_of_days(problems: Iterable[DatesProblem]) -> list[DatesProblem]:
    """The problems by the day they are about, each once; those without a day come last."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.days[:1] or (date.max,))
