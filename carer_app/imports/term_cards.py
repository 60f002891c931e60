"""Ways to read: a card for each holiday, or a holiday by the times of day at which it begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_plain, what_it_says
from carer_app.imports.term_cells import edge_of, is_label
from carer_app.imports.term_roles import LISTED, Role
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group


def cards(rows: Sequence[Row]) -> list[Row]:
    """A card for each holiday: its name, and below it "First day" and "Last day" of the holiday."""
    found: list[Row] = []
    card = ""
    for row in rows:
        edge = edge_of(row.beside) or (edge_of(found[-1].words) if found and row.is_bare else "")
        if row.groups and edge and card:
            found.append(replace(row, hints=_edges_of_holiday(row, card, edge), is_told=True))
            continue
        if not row.groups and not edge_of(row.words) and is_label(row):
            holiday = what_it_says(row.words, True, 7).says in ("half", "holiday")
            card = row.words if holiday else ""
        found.append(row)
    return found


def times_of_day(rows: Sequence[Row]) -> list[Row]:
    """ "Half term: 4pm, Friday 16 October", and below it "8.55am, Monday 2 November": when it begins, and ends."""
    found: list[Row] = []
    off = False
    for row in rows:
        one = row.groups[0] if len(row.groups) == 1 and len(row.groups[0].days) == 1 else None
        if one is not None and off and row.is_bare:
            row = replace(row, hints=((one, "start"),), is_told=True)
            off = False
        elif one is not None and _names_a_holiday(row) and term_roles.IN_THE_EVENING.search(row.beside):
            row = replace(row, hints=((one, "end"),), is_told=True)
            off = True
        elif row.groups or not row.after_blank:
            off = False
        found.append(row)
    return found


def _names_a_holiday(row: Row) -> bool:
    """Whether a row says nothing but the name of a holiday, times of day apart."""
    words = _TIMES.sub(" ", row.beside).strip(" |,:-")
    return what_it_says(words, True, 7).says in ("half", "holiday") and is_plain(words)


_TIMES = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b", re.IGNORECASE)


def _edges_of_holiday(row: Row, card: str, edge: str) -> tuple[tuple[Group, Role], ...]:
    if what_it_says(card).says in LISTED:
        return ()
    role: Role = "first_off" if edge == "start" else "holiday_ends"
    return tuple((group, role) for group in row.groups)
