"""Days on which pupils may be off or not: "Associate INSET training day", "Study day". The carer is asked."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_dating import days_of
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_roles import Role
from carer_app.imports.term_text import Row
from carer_app.imports.term_years import Dated

MOST = 2
"""So many kinds of such words are asked about; a page of more is no page of term dates."""
MOST_DAYS = 8
LONGEST_WORDS = 80


def days_in_doubt(
    made: Candidate, rows: Sequence[Row], school_days: Collection[date]
) -> Iterator[list[Dated]]:
    """The days of each kind of such words that would be school days else, as training days or days closed."""
    taken = {key for each in made.dated for key in each.fact.group.keys}
    found: dict[str, list[Dated]] = {}
    above = ""
    for place, row in enumerate(rows):
        above = above if row.is_bare else row.beside
        role = _may_be(above) if row.groups and len(above) <= LONGEST_WORDS else None
        if role is None:
            continue
        for group in row.groups:
            fact = Fact(role, group, _year_beside(place, made), None, row.shown)
            days = days_of(fact, fact.base)
            is_free = group.keys[0] not in taken and not group.is_range
            if is_free and days and not set(days).isdisjoint(school_days):
                found.setdefault(" ".join(above.casefold().split()), []).append(Dated(fact, days))
    for told in list(found.values())[:MOST]:
        if len(told) <= MOST_DAYS:
            yield told


def _may_be(words: str) -> Role | None:
    """What a day with these words beside it, or above it, may be; None where it is a school day like any other."""
    says = what_it_says(words)
    if is_for_some(words) or is_everyday(words):
        return None
    if says.is_enough and says.says == "inset":
        return "inset"
    return "closed" if _AT_HOME.search(words) and says.why_not != "denied" else None


_AT_HOME = re.compile(
    r"\b(?:study|home[\s-]learning|remote[\s-]learning|independent (?:study|learning)|self[\s-]study|planning|"
    r"target[\s-]setting|academic (?:review|mentoring|tutoring)) days?\b",
    re.IGNORECASE,
)


def _year_beside(place: int, made: Candidate) -> int | None:
    """The school year of the nearest line that has one."""
    bases = [
        (abs(each.fact.group.keys[0][0] - place), each.fact.base)
        for each in made.dated
        if each.fact.group.keys and each.fact.base is not None
    ]
    return min(bases, default=(0, None))[1]
