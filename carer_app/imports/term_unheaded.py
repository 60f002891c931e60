"""Dates of one school year above the heading of the next, or below those of the last: no heading is theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from carer_app.imports.term_facts import Fact

SEPTEMBER = 9
STRETCHES = ("period", "start", "end", "half", "holiday", "holiday_starts", "holiday_ends", "first_off")
"""What a year is made of. Training days and closures stand in lists of their own, in any order."""
FEWEST = 2
NEAR = 14
LAST_OF_AUTUMN, FIRST_OF_SUMMER = 3, 7
"""December and April, counted from September."""


@dataclass(frozen=True, slots=True)
class Unheaded:
    """Where the facts stand that no heading names, and the years that they may be of, the likeliest first."""

    begin: int
    end: int
    years: tuple[int, ...]


def unheaded(facts: Sequence[Fact], bases: Sequence[int | None]) -> Unheaded | None:
    """What is hardly of the year of the heading below it, or above it; None where all may well be of theirs."""
    return _above(facts, bases) or below(facts, bases)


def _above(facts: Sequence[Fact], bases: Sequence[int | None]) -> Unheaded | None:
    """What stands above the first fact that has a year.

    It is of another year where it begins and ends at other days than what is below; and most likely where it goes on to
    the summer, and what is below begins in autumn again. Few days, as of the next holiday in the news of a school, bear
    nothing out.
    """
    first, year = next(((place, base) for place, base in enumerate(bases) if base is not None), (0, 0))
    above = _stretches(facts[:first])
    below = _stretches(
        [fact for fact, base in zip(facts[first:], bases[first:], strict=True) if base == year]
    )
    if len(_edges(above)) < 2 * FEWEST or not below:
        return None
    same, other = _compared(above, below)
    if other >= FEWEST and other > same:
        return Unheaded(0, first, (year - 1, year + 1))
    return Unheaded(0, first, (year - 1, year)) if _turns(above[-1], below[0]) and not same else None


def below(facts: Sequence[Fact], bases: Sequence[int | None]) -> Unheaded | None:
    """What begins in autumn again below a whole year, at other days than that, and is the last of the page."""
    year = bases[-1] if bases else None
    if year is None:
        return None
    begin = next((place + 1 for place in reversed(range(len(facts))) if bases[place] != year), 0)
    turns = [
        place
        for place in range(begin + 1, len(facts))
        if (last := _stretches(facts[begin:place]))
        and _turns(last[-1], facts[place])
        and last[-1].heading == facts[place].heading
    ]
    for place in turns:
        below = _stretches(facts[place:])
        if (
            any(day.year is not None for fact in below for day in fact.days)
            or len(_edges(below)) < 2 * FEWEST
        ):
            continue
        same, other = _compared(below, _stretches(facts[begin:place]))
        if other >= FEWEST and other > same:
            return Unheaded(place, len(facts), (year + 1, year - 1))
    return None


def next_autumn(facts: Sequence[Fact]) -> int | None:
    """Where a text that begins in spring, or in summer, goes on to the autumn after it; None where it does not."""
    last = None
    for place, fact in enumerate(facts):
        if fact.role not in (*STRETCHES, "inset"):
            continue
        if _month(fact) <= LAST_OF_AUTUMN:
            return place if last is not None and _month(last) >= FIRST_OF_SUMMER else None
        last = fact if fact.role in STRETCHES else last
    return None


def _stretches(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.role in STRETCHES]


def _turns(last: Fact, first: Fact) -> bool:
    """Whether the summer stands above, and an autumn below it."""
    return first.role in STRETCHES and _month(last) >= FIRST_OF_SUMMER and _month(first) <= LAST_OF_AUTUMN


def _compared(above: Sequence[Fact], below: Sequence[Fact]) -> tuple[int, int]:
    """How many edges are told above and below on the same day, and how many a few days apart."""
    same = other = 0
    told = set(_edges(below))
    for role, ordinal in _edges(above):
        near = [day for like, day in told if like == role and abs(day - ordinal) <= NEAR]
        same += ordinal in near
        other += bool(near) and ordinal not in near
    return same, other


def _edges(facts: Sequence[Fact]) -> list[tuple[str, int]]:
    """The first and last days that are told, each with what it is, counted in a year like every other."""
    return [(role, ordinal) for fact in facts for role, ordinal in _edges_of(fact)]


def _edges_of(fact: Fact) -> Iterator[tuple[str, int]]:
    edges = ("start", "end") if fact.role == "period" else (f"{fact.role} from", f"{fact.role} to")
    roles = edges if fact.is_range else (fact.role,)
    for role, written in zip(roles, fact.days, strict=False):
        try:
            day = date(2000 + (written.month < SEPTEMBER), written.month, written.day)
        except ValueError:
            continue
        yield role, day.toordinal()


def _month(fact: Fact) -> int:
    return (fact.days[0].month - SEPTEMBER) % 12
