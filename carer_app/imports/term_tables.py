"""What the days in a row of a table are: by the row's first cells, and by the names of their columns."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_facts import PlaceInText, joined
from carer_app.imports.term_roles import BANK, EXEAT, FIRST_DAY_CLOSED, LISTED, SHUT_FROM, Role
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_rows import Read
from carer_app.imports.term_table_rows import RowOfATable, table_of, without_notes
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group


def in_columns(row: Row, place: PlaceInText) -> list[Read] | None:
    """The days of a table's row: what its first words and its columns say. None where they say nothing."""
    notes, row = without_notes(row, place)
    if not row.groups:
        return notes or None
    if notes:
        rest = in_columns(row, place)
        return None if rest is None else [*rest, *notes]
    table = table_of(row, place)
    return None if table is None else _read(table, place)


def _read(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """What the first way that understands a row makes of its days."""
    for reading in (
        _days_off_apart,
        _one_day_twice,
        _closes_and_opens,
        _by_the_cell_before,
        _by_own_words,
        _by_columns,
        _by_label_and_year,
        _a_pair,
        _ranges,
        _a_single,
    ):
        if (found := reading(table, place)) is not None:
            return [*found, *_training_at_edges(table, found)]
    return None


def _training_at_edges(table: RowOfATable, found: Sequence[Read]) -> list[Read]:
    """Days of which their own cell says that they are for training, beside whose edge they are: "1 Sept (INSET)"."""
    off = [group for group, role, _base in found if role in LISTED]
    return [
        (group, "inset", base)
        for group, cell, base in zip(table.days, table.own, table.years, strict=True)
        if len(group.days) == 1 and group not in off and cell and role_from(cell, group) == "inset"
    ]


def _days_off_apart(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """A column of days off beside those of a term: "Term | From | To | INSET"; the others are read without it.

    So they are without one of weekends at home: of these nothing is taken.
    """
    named = [
        bool(head) and (role_from(head, group) in LISTED or EXEAT.search(head) is not None)
        for head, group in zip(table.heads, table.days, strict=True)
    ]
    if not any(named) or all(named) or named[0]:
        return None
    kept = [not each for each in named]
    rest = _read(
        replace(
            table,
            befores=tuple(compress(table.befores, kept)),
            days=tuple(compress(table.days, kept)),
            own=tuple(compress(table.own, kept)),
            heads=tuple(compress(table.heads, kept)),
            years=tuple(compress(table.years, kept)),
        ),
        place,
    )
    off = zip(compress(table.days, named), compress(table.heads, named), strict=True)
    return None if rest is None else [*rest, *((group, role_from(head, group), None) for group, head in off)]


def _one_day_twice(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """A training day, or a bank holiday, whose first day and last are the same."""
    role = role_from(table.label, table.days[0]) if len(table.days) == 2 else None
    one, other = table.days[0], table.days[-1]
    same = [(d.day, d.month) for d in one.days] == [(d.day, d.month) for d in other.days]
    return [(one, role, None), (other, role, None)] if same and role in LISTED else None


def _closes_and_opens(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """Columns "closes" and "re-opens": the last day before a holiday, and the first after it."""
    roles = [_head_role(head, group) for head, group in zip(table.heads, table.days, strict=True)]
    if roles[1:] != ["start"] or roles[0] not in _CLOSES or all(table.years):
        return None
    first, second = table.days
    if role_from(table.label, first) in LISTED:
        return [(joined(first, second), "between", None)]  # "May Day: closes on Friday, opens on Tuesday"
    return [(first, _CLOSES[roles[0]], None), (second, "start", None)]


# A column "closed", or "start of holiday", may have the last day of school too: a Friday is one.
_CLOSES: dict[Role | None, Role] = {
    "end": "end",
    "first_off": "first_off",
    "holiday_starts": "holiday_starts",
    "closed": "holiday_starts",
}


_EDGE_CELL: dict[str, Role] = {
    **dict.fromkeys(("close", "closes", "break up", "breaks up", "finish", "ends", "end"), "end"),
    **dict.fromkeys(
        ("re-open", "reopen", "re-opens", "reopens", "open", "opens", "return", "returns", "re-start"),
        "start",
    ),
}


def _by_the_cell_before(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """The cell before a day says of school that it closes, or opens: "Half term begins | Re-open | 3 November"."""
    roles = [_EDGE_CELL.get(cell.casefold().strip(" :")) for cell in table.befores]
    if role_from(table.label, table.days[0]) in LISTED or len(table.label.split()) < 2:
        return None
    return _all(table, roles)


def _by_own_words(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    roles = [role_from(cell, group) for cell, group in zip(table.own, table.days, strict=True)]
    if (
        roles in (["first_off", "start"], ["end", "start"])
        and role_from(table.label, table.days[0]) == "bank"
    ):
        return [(joined(*table.days), "between", None)]
    if roles == ["closed"] and role_from(table.label, table.days[0]) == "inset":
        roles = ["inset"]  # "INSET | Friday 1 September (closed for pupils)"
    return _all(table, roles)


def _by_columns(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """Three columns or more that each say what their days are: begins, half term, ends."""
    if len(table.days) < 3 or all(table.years):
        return None
    return _all(table, [_head_role(head, group) for head, group in zip(table.heads, table.days, strict=True)])


_OFF_FROM = re.compile(
    r"(?:half[\s-]?term|holidays?|breaks?|vacation)\W*(?:from|starts?|begins?)\b", re.IGNORECASE
)
_OFF_TO = re.compile(
    r"(?:half[\s-]?term|holidays?|breaks?|vacation)\W*(?:to|until|till|ends?|finish(?:es)?)\b", re.IGNORECASE
)


def _head_role(head: str, group: Group) -> Role | None:
    """What a column's name makes of a day: "Half term from", "Half term to"."""
    if FIRST_DAY_CLOSED.search(head) and not group.is_range:
        return "first_off"
    if (_OFF_FROM.search(head) or SHUT_FROM.fullmatch(head)) and not group.is_range:
        return "holiday_starts"
    if _OFF_TO.search(head) and not group.is_range:
        return "holiday_ends"
    return role_from(head, group)


def _by_label_and_year(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """Columns that are school years, or that are terms: the row's first words say what all its days are."""
    if _are_edges(table):
        return None
    first = role_from(table.label, table.days[0]) if table.label else None
    several = len(table.days) > 2 or first in ("start", "end")
    if not (all(table.years) or first in LISTED or (first and several and len(table.days) > 1)):
        return None
    roles = [
        role_from(f"{table.label} {cell}", group) for cell, group in zip(table.own, table.days, strict=True)
    ]
    return _all(table, roles)


def _a_pair(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    """Two days are the first and the last of what the row names, or the heading above it."""
    if len(table.days) != 2 or all(table.years) or any(len(group.days) > 1 for group in table.days):
        return None
    pair = joined(*table.days)
    heading = table.label or place.carried or table.columns
    if BANK.search(heading) and not _are_edges(table):
        return None
    role = role_from(heading, pair) or role_from(" ".join((heading, *table.heads)), pair)
    if role in ("half", "holiday") and place.reopens:
        return None  # the second day is one of school
    return [(pair, role, None)] if role in ("period", "half", "holiday", "inset") else None


def _are_edges(table: RowOfATable) -> bool:
    """Whether the columns are the first day and the last of what the row names."""
    return [role_from(head, group) for head, group in zip(table.heads, table.days, strict=True)] == [
        "start",
        "end",
    ]


def _ranges(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    if not table.label or not all(group.is_range for group in table.days):
        return None
    roles = [
        role_from(f"{table.label} {head}", group) for head, group in zip(table.heads, table.days, strict=True)
    ]
    return _all(table, roles)


JULY = 7
_OF_SCHOOL = re.compile(r"clos|open|return|back|break", re.IGNORECASE)
"""Columns that speak of the school itself; "first day" speaks of what its row names."""


def _a_single(table: RowOfATable, place: PlaceInText) -> list[Read] | None:
    if len(table.days) != 1 or not table.heads[0]:
        return None
    group, head = table.days[0], table.heads[0]
    edge = _head_role(head, group)
    if edge == "first_off":
        return [(group, "first_off", None)]
    if edge == "end" and group.days[0].is_in_first_days() and len(table.columns) > len(head):
        return [(group, "start", None)]  # the other column is empty, and school closes for no holiday then
    if edge == "start" and group.days[0].month == JULY and _OF_SCHOOL.search(head):
        return [(group, "end", None)]
    role = role_from(table.label, group) if table.label else None
    of_holiday = what_it_says(table.label, True, 7).says in ("half", "holiday")
    if edge in ("start", "end") and of_holiday and role not in (*LISTED, "start", "end"):
        role = edge if _OF_SCHOOL.search(head) else "first_off" if edge == "start" else "holiday_ends"
    role = role or role_from(f"{table.label} {head}", group)
    return [(group, role, None)] if role else None


def _all(table: RowOfATable, roles: Sequence[Role | None]) -> list[Read] | None:
    if not roles or any(role is None for role in roles):
        return None
    return list(zip(table.days, roles, table.years, strict=True))
