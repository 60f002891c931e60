"""A school with boarders: they come back in the evening before, and all go home for weekends; neither moves a term."""

import re
from collections.abc import Sequence

from carer_app.imports.term_facts import Fact, Found
from carer_app.imports.term_roles import EXEAT, START
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group
from carer_app.words import _

OF_BOARDERS = re.compile(r"\W*(?:all |full |weekly )?boarders\b", re.IGNORECASE)
_DAY_PUPILS = re.compile(r"\bday (?:pupils|children|students|girls|boys)\b", re.IGNORECASE)
LONGEST_WEEKEND, ROWS_BELOW, DAYS_BEFORE = 5, 3, 3


def without_boarders(found: Found, rows: Sequence[Row]) -> Found:
    """Without the first days of boarders where those of day pupils are told, and without returns from weekends."""
    weekends = [row.groups[-1] for row in rows if row.groups and EXEAT.search(row.words)]
    of_day_pupils = any(each.role == "start" and _DAY_PUPILS.search(each.line) for each in found.facts)
    apart = [
        each
        for each in found.facts
        if each.role in ("start", "holiday_ends")
        and (
            (_is_of_boarders(each) and (of_day_pupils or _is_just_before_another(each, found.facts)))
            or any(_is_return(each.group, weekend) for weekend in weekends)
        )
    ]
    found.left += [(each.group, each.line) for each in apart]
    known = set(map(id, apart))
    found.facts = [each for each in found.facts if id(each) not in known]
    return found


def _is_of_boarders(fact: Fact) -> bool:
    return OF_BOARDERS.match(fact.line) is not None and _DAY_PUPILS.search(fact.line) is None


def _is_just_before_another(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a term, or a first day, is told that begins in the days after this one."""
    others = (each.group for each in facts if each is not fact and each.role in ("start", "period"))
    return any(0 < _days_between(fact.group, other) <= DAYS_BEFORE for other in others)


def returns_from_weekends(rows: Sequence[Row]) -> dict[tuple[int, int], str]:
    """Why the days on which school begins again after a weekend at home are left out, by where they stand."""
    weekends = [row.groups[-1] for row in rows if row.groups and EXEAT.search(row.words)]
    reason = _("It is the day after a weekend at home.")
    return {
        group.keys[0]: reason
        for row in rows
        for group in row.groups
        if START.search(row.beside) and any(_is_return(group, weekend) for weekend in weekends)
    }


def _is_return(group: Group, weekend: Group) -> bool:
    """Whether a day follows a weekend at home that stands just above it."""
    rows = group.keys[0][0] - weekend.keys[0][0]
    return 0 < rows <= ROWS_BELOW and 0 < _days_between(weekend, group) <= LONGEST_WEEKEND


def _days_between(one: Group, other: Group) -> int:
    """About how many days lie from the last day of a group to the first of another, of whichever year."""
    last, first = one.days[-1], other.days[0]
    return (first.month - last.month) % 12 * 31 + first.day - last.day
