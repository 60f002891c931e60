"""A school with boarders: they come back in the evening before, and all go home for weekends; neither moves a term."""

import re
from collections.abc import Sequence

from carer_app.imports.term_days import Group
from carer_app.imports.term_facts import Fact, Found
from carer_app.imports.term_roles import EXEAT
from carer_app.imports.term_text import Row

OF_BOARDERS = re.compile(r"\W*(?:all |full |weekly )?boarders\b", re.IGNORECASE)
_DAY_PUPILS = re.compile(r"\bday (?:pupils|children|students|girls|boys)\b", re.IGNORECASE)
LONGEST_WEEKEND, ROWS_BELOW = 5, 3


def without_boarders(found: Found, rows: Sequence[Row]) -> Found:
    """Without the first days of boarders where those of day pupils are told, and without returns from weekends."""
    weekends = [row.groups[-1] for row in rows if row.groups and EXEAT.search(row.words)]
    of_day_pupils = any(each.role == "start" and _DAY_PUPILS.search(each.line) for each in found.facts)
    apart = [
        each
        for each in found.facts
        if each.role in ("start", "holiday_ends")
        and (
            (of_day_pupils and OF_BOARDERS.match(each.line) and not _DAY_PUPILS.search(each.line))
            or any(_is_return(each, weekend) for weekend in weekends)
        )
    ]
    found.left += [(each.group, each.line) for each in apart]
    known = set(map(id, apart))
    found.facts = [each for each in found.facts if id(each) not in known]
    return found


def _is_return(fact: Fact, weekend: Group) -> bool:
    """Whether a first day follows a weekend at home that stands just above it."""
    day, last = fact.days[0], weekend.days[-1]
    rows = fact.group.keys[0][0] - weekend.keys[0][0]
    days = (day.month - last.month) % 12 * 31 + day.day - last.day
    return 0 < rows <= ROWS_BELOW and 0 < days <= LONGEST_WEEKEND
