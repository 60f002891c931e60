"""Days that no word explains, and that need no question: the page, or what was read of it, has them already."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import groupby

from carer_app.imports import term_roles
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group
from carer_app.words import _

Key = tuple[int, int]
DaysOf = Callable[[Group], tuple[date, ...]]
A_DAY_OFF = re.compile(rf"{term_roles.INSET.pattern}|{term_roles.CLOSED.pattern}", re.IGNORECASE)
LONGEST_ABOVE = 60
"""A longer line is no heading of the days below it."""


def said_again(
    rows: Sequence[Row], outcomes: Mapping[Key, Outcome], days_of: DaysOf, known: Collection[date]
) -> dict[Key, str]:
    """Why days that no word explains need no question: their line, or the dates that were read, have them already.

    Of a list in which another day is new, none is only said again: "20 October", below one another with "3 March",
    may be a training day on the last day of school.
    """
    found = {}
    below = is_beside = False
    as_told = frozenset(day for each in outcomes.values() if each.fate == "used" for day in each.days)
    of_lists = _in_lists_of_more(rows, outcomes, days_of, known)
    for row in rows:
        below = (
            row.is_bare and below if row.groups else heads_days_off(row.words) or (below and _is_a_note(row))
        )
        told = {day for group in row.groups if (used := outcomes.get(group.keys[0])) for day in used.days}
        for group in row.groups:
            key = group.keys[0]
            days = days_of(group) if key not in outcomes else ()
            if days and told.issuperset(days):
                found[key] = _("Its line has that day already.")
            elif (
                days
                and row.is_bare
                and not below
                and key not in of_lists
                and known_all(days, known if is_beside else as_told)
            ):
                found[key] = _("We have that day already.")
        is_beside = row.is_bare and bool(
            told
        )  # "Term starts", "2 September", and its last day on the next line
    return found


def known_all(days: Collection[date], known: Collection[date]) -> bool:
    return all(day in known for day in days)


def _in_lists_of_more(
    rows: Sequence[Row], outcomes: Mapping[Key, Outcome], days_of: DaysOf, known: Collection[date]
) -> set[Key]:
    """Days alone below one another, where nothing tells what they are, and of which some are new."""
    found: set[Key] = set()
    for is_list, together in groupby(rows, key=lambda row: row.is_bare):
        groups = [group for row in together for group in row.groups if group.keys[0] not in outcomes]
        single = [group for group in groups if len(group.days) == 1]
        if is_list and any(not known_all(days_of(group), known) for group in single):
            found.update(group.keys[0] for group in single)
    return found


def _is_a_note(row: Row) -> bool:
    """Whether a line is a sentence about the days below a heading: "Some of these dates may change."."""
    return row.words.rstrip().endswith((".", "!", ")")) or len(row.words) > LONGEST_ABOVE


def heads_days_off(words: str) -> bool:
    """Whether a line is the heading of days off: "INSET days 2025/26"."""
    return len(words) <= LONGEST_ABOVE and bool(A_DAY_OFF.search(words))
