"""From rows to what each day in them is: a fact with its role and year, or a row handed back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_things import begins_a_fast
from carer_app.imports.school_titles import letters_before_training, names_a_list, what_a_title_says
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_hours import edges_by_the_hour
from carer_app.imports.term_roles import INSET, TWILIGHT, Role, Season
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group, WrittenDay


@dataclass(frozen=True, slots=True)
class Fact:
    """Days that have a role, as written. `base` is its heading's school year, `season` the term it stands under.

    `is_sure` is False where only the way of reading gave the role, and no word of the text; `for_some` where the
    line speaks of some of the children; `is_doubtful` where its words may be about something else than the terms.
    `heading` counts the headings of a school year above it.
    """

    role: Role
    group: Group
    base: int | None
    season: Season | None
    line: str
    is_sure: bool = True
    for_some: bool = False
    is_doubtful: bool = False
    heading: int = 0

    @property
    def days(self) -> tuple[WrittenDay, ...]:
        return self.group.days

    @property
    def is_range(self) -> bool:
        return self.group.is_range


@dataclass(slots=True)
class Found:
    """Everything that a text says, in its order. `left` are lines that say nothing we know, with the days in them;
    `open_ended` lines that announce training days, and not how many."""

    facts: list[Fact] = field(default_factory=list)
    left: list[tuple[Group | None, str]] = field(default_factory=list)
    inset_unknown: int = 0
    inset_total: int = 0
    open_ended: list[str] = field(default_factory=list)
    named: set[int] = field(default_factory=set)
    counts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class PlaceInText:
    """Where in the text we are: the headings above, and what a line without a date has announced for the next.

    `has_listed` is whether days, or days to be confirmed, have come below the heading that is `carried`;
    `is_told_in_line` whether that is a line with days of its own, `has_bare` whether the last line held days alone.
    """

    base: int | None = None
    year: int | None = None
    heading: int = 0
    season: Season | None = None
    carried: str = ""
    carries_on: bool = False
    has_listed: bool = False
    is_told_in_line: bool = False
    has_bare: bool = False
    columns: tuple[str, ...] = ()
    pair: tuple[Role, ...] = ()
    stretches: bool = False
    reopens: bool = False
    closes: bool = False
    bare: list[tuple[Group, str]] = field(default_factory=list)


MAY_BE_ANOTHER: tuple[Role, ...] = (
    *("start", "end", "holiday_starts", "holiday_ends", "bank"),
    *("half", "holiday"),
)
"""What a line with strange words may be no date of the terms for: "Ski trip (half term)"."""


def keep(
    role: Role,
    group: Group,
    row: Row,
    base: int | None,
    place: PlaceInText,
    found: Found,
    *,
    is_sure: bool = True,
) -> None:
    """Note what a day, or days, are."""
    base = base if base is not None else place.base
    if place.year is not None and base is None:
        # Below a line that says only "2026".
        days = tuple(day if day.year else replace(day, year=place.year) for day in group.days)
        group = replace(group, days=days)
    doubtful = role in MAY_BE_ANOTHER and is_doubtful(row, place.carried)
    if role == "inset" and letters_before_training(row.beside):
        doubtful = what_it_says(place.carried).says != "inset"
    doubtful |= role in ("half", "holiday") and group.is_range and is_everyday(row.beside)
    doubtful |= role == "start" and _follows_a_day_off(group, row)
    if role == "start" and begins_a_fast(row.beside, group.days[0].month):
        found.left.append((group, row.shown))
        return
    above = place.carried if row.is_bare else ""
    behind = _IN_BRACKETS.match(row.words, group.end)
    for_some = (
        is_for_some(row.beside) or is_for_some(above) or (behind is not None and is_for_some(behind[1]))
    )
    for told, edge in edges_by_the_hour(role, group, row.words, above):
        found.facts.append(
            Fact(told, edge, base, place.season, row.shown, is_sure, for_some, doubtful, place.heading)
        )


def _follows_a_day_off(group: Group, row: Row) -> bool:
    """Whether its line has a day off just before: "INSET day on 30 November, children return on 1 December"."""
    day = group.days[0]
    return INSET.search(row.words) is not None and any(
        0 < (day.month - each.month) % 12 * 31 + day.day - each.day <= DAYS_OFF
        for other in row.groups
        if other.end <= group.at
        for each in other.days
    )


# "on 3 September (Year 7 only) and 4 September (all year groups)"
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
DAYS_OFF = 4
"""From a training day on a Friday over the weekend to a Tuesday."""


def is_doubtful(row: Row, above: str = "") -> bool:
    """Whether a line of one day and its own words reads like an entry of a diary, and not like a date of the terms.

    Of a day alone it is the line `above` it.
    """
    words = (above if row.is_bare else row.beside).strip(" -:.,|")
    is_one = len(row.groups) == 1 and (len(row.groups[0].days) == 1 or row.groups[0].is_range)
    is_entry = is_one and not row.hints and any(map(str.isalpha, words))
    if not is_entry or names_a_list(words) or what_it_says(words, row.groups[0].is_range).says is None:
        return False  # the heading above says what it is, or its own words are one
    evidence = what_a_title_says(words, row.groups[0].is_range)
    return not evidence.is_enough or (evidence.says == "twilight" and not TWILIGHT.search(words))


def joined(first: Group, last: Group) -> Group:
    """Two days as the stretch from the one to the other."""
    start, end = first.days[0], last.days[-1]
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - (start.month > end.month))
    return Group((start, end), True, keys=(*first.keys, *last.keys))


def let_bare_days_go(place: PlaceInText, found: Found) -> None:
    """Days on lines of their own that nothing above them explains."""
    found.left += place.bare
    place.bare.clear()


def with_one_year(found: Found, rows: Sequence[Row]) -> Found:
    """The one school year that the text names may stand below its dates; if not, it is the heading of some of them."""
    has_dates = any(fact.base is not None for fact in found.facts)
    if len(found.named) == 1 and not has_dates:
        (year,) = found.named
        found.facts = [
            replace(fact, base=year)
            if fact.base is None and all(day.year is None for day in fact.days)
            else fact
            for fact in found.facts
        ]
    return found
