"""Ways to read: what the words say of holidays, said of the school days beside them."""

import re
from dataclasses import replace

from carer_app.imports.term_facts import Fact, Found
from carer_app.imports.term_roles import Role
from carer_app.imports.term_seams import unglued
from carer_app.imports.term_written_day import Group


def holidays_with_their_edges(found: Found) -> Found:
    """ "Half term: Friday 24 October to Monday 3 November": the last school day, and the first."""
    told = [fact for fact in found.facts if fact.role in ("half", "holiday") and len(fact.days) == 2]
    if 2 * sum(_from_friday_to_monday(fact) for fact in told) <= len(told):
        return found
    facts: list[Fact] = []
    for fact in found.facts:
        if fact in told:
            first, last = fact.days
            facts += [
                replace(fact, role="end", group=Group((first,), False, keys=fact.group.keys)),
                replace(fact, role="start", group=Group((last,), False, keys=fact.group.keys)),
            ]
        else:
            facts.append(fact)
    return replace(found, facts=facts)


def half_terms_of_school(found: Found) -> Found:
    """ "Last day of half term" on a Friday in October: of the half term of school, not of the holiday."""
    roles: dict[Role, Role] = {"holiday_ends": "end", "holiday_starts": "start"}
    facts = [
        replace(fact, role=roles[fact.role])
        if fact.role in roles and _OF_HALF_TERM.search(unglued(fact.line))
        else fact
        for fact in found.facts
    ]
    return replace(found, facts=facts)


_OF_HALF_TERM = re.compile(
    r"\b(?:day|end) of (?:the )?(?:\w+ )?half[\s-]?term\b(?! (?:hol|break))", re.IGNORECASE
)


def _from_friday_to_monday(fact: Fact) -> bool:
    first, last = fact.days[0], fact.days[-1]
    if (first.year, first.month) == (last.year, last.month) and first.day > last.day:
        return False
    return len(fact.days) == 2 and first.weekday in (None, 2, 3, 4) and last.weekday in (None, 0, 1, 2)
