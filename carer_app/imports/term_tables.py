"""What the days in a row of a table are: by the row's first cells, and by the names of their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.term_days import Group, WrittenDay
from carer_app.imports.term_facts import Place, joined
from carer_app.imports.term_roles import BANK, FIRST_DAY_CLOSED, INSET, LISTED, SHUT_FROM, UNKNOWN, Role
from carer_app.imports.term_rows import Read, role_from
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of a table: its first words, and the days with the names and school years of their columns."""

    label: str
    befores: tuple[str, ...]
    days: tuple[Group, ...]
    own: tuple[str, ...]
    heads: tuple[str, ...]
    years: tuple[int | None, ...]
    columns: str


def in_columns(row: Row, place: Place) -> list[Read] | None:
    """The days of a table's row: what its first words and its columns say. None where they say nothing."""
    notes, row = _without_notes(row, place)
    if not row.groups:
        return notes or None
    if notes:
        rest = in_columns(row, place)
        return None if rest is None else [*rest, *notes]
    table = _table(row, place)
    return None if table is None else _read(table, place)


def _read(table: _Table, place: Place) -> list[Read] | None:
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
            return found
    return None


def _table(row: Row, place: Place) -> _Table | None:
    cells = [("", None) for _corner in range(row.corner)] + _cells(row.words, row.groups)
    singles = [(number, cell, group) for number, (cell, group) in enumerate(cells) if group is not None]
    if not singles or len(singles) != len(row.groups):
        return None
    label = " ".join(cell for cell, group in cells if group is None).strip()
    if len(singles) > 1 and INSET.search(label) and UNKNOWN.search(label):
        label = ""  # "One INSET day yet to be set" in the first cell: no name of the days beside it
    # A table's first, empty corner is often lost; so are the empty cells at the end of its rows.
    lost = 1 if len(place.columns) == len(cells) - 1 or _corner_lost(place.columns, cells) else 0
    heads = {number + lost: head for number, head in enumerate(place.columns)}
    if len(place.columns) + lost < len(cells) and len(place.columns) < len(cells):
        heads = {}
    named = tuple(heads.get(number, "") for number, _cell, _group in singles)
    years = tuple(said[0].year if (said := school_years(head)) else None for head in named)
    befores = tuple(
        cells[number - 1][0] if number and cells[number - 1][1] is None else "" for number, _c, _g in singles
    )
    return _Table(
        label,
        befores,
        tuple(group for _n, _c, group in singles),
        tuple(cell for _n, cell, _g in singles),
        named,
        years,
        " ".join(place.columns),
    )


def _corner_lost(columns: Sequence[str], cells: Sequence[tuple[str, Group | None]]) -> bool:
    """Whether the first column's name is missing: every name is that of a day, and the row begins with a label."""
    return (
        len(columns) >= 2
        and len(cells) > len(columns)
        and cells[0][1] is None
        and bool(cells[0][0])
        and all(role_from(head, _ANY_DAY) in ("start", "end") for head in columns if head)
    )


_ANY_DAY = Group((WrittenDay(1, 9, None, None, 0, 0),), False)


_NOTES = re.compile(
    r"\b(?:notes?|comments?|details?|events?|info(?:rmation)?|remarks?|additional|other|description)\b",
    re.IGNORECASE,
)


def _without_notes(row: Row, place: Place) -> tuple[list[Read], Row]:
    """A row without what stands in a column of notes; the days there are what their own words say, or nothing."""
    cells = [("", ()) for _corner in range(row.corner)] + _all_cells(row.words, row.groups)
    if not any(map(_NOTES.search, place.columns)) or sum(bool(groups) for _cell, groups in cells) < 2:
        return [], row
    found: list[Read] = []
    raw = row.words.split("|")
    for number, (head, (cell, groups)) in enumerate(zip(place.columns, cells, strict=False)):
        if _NOTES.search(head) and number > 0 and (groups or is_everyday(cell)):
            roles = [role_from(cell, group) for group in groups]
            found += [
                (group, role if role in LISTED else None, None)
                for group, role in zip(groups, roles, strict=True)
            ]
            raw[number - row.corner] = " " * len(raw[number - row.corner])
    left = [group for group, _role, _base in found]
    groups = tuple(group for group in row.groups if group not in left)
    return found, replace(row, words="|".join(raw), groups=groups)


def _days_off_apart(table: _Table, place: Place) -> list[Read] | None:
    """A column of days off beside those of a term: "Term | From | To | INSET"; the others are read without it."""
    named = [
        bool(head) and role_from(head, group) in LISTED
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


def _one_day_twice(table: _Table, place: Place) -> list[Read] | None:
    """A training day, or a bank holiday, whose first day and last are the same."""
    role = role_from(table.label, table.days[0]) if len(table.days) == 2 else None
    one, other = table.days[0], table.days[-1]
    same = [(d.day, d.month) for d in one.days] == [(d.day, d.month) for d in other.days]
    return [(one, role, None), (other, role, None)] if same and role in LISTED else None


def _closes_and_opens(table: _Table, place: Place) -> list[Read] | None:
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


def _by_the_cell_before(table: _Table, place: Place) -> list[Read] | None:
    """The cell before a day says of school that it closes, or opens: "Half term begins | Re-open | 3 November"."""
    roles = [_EDGE_CELL.get(cell.casefold().strip(" :")) for cell in table.befores]
    if role_from(table.label, table.days[0]) in LISTED or len(table.label.split()) < 2:
        return None
    return _all(table, roles)


def _by_own_words(table: _Table, place: Place) -> list[Read] | None:
    roles = [role_from(cell, group) for cell, group in zip(table.own, table.days, strict=True)]
    if (
        roles in (["first_off", "start"], ["end", "start"])
        and role_from(table.label, table.days[0]) == "bank"
    ):
        return [(joined(*table.days), "between", None)]
    return _all(table, roles)


def _by_columns(table: _Table, place: Place) -> list[Read] | None:
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


def _by_label_and_year(table: _Table, place: Place) -> list[Read] | None:
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


def _a_pair(table: _Table, place: Place) -> list[Read] | None:
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


def _are_edges(table: _Table) -> bool:
    """Whether the columns are the first day and the last of what the row names."""
    return [role_from(head, group) for head, group in zip(table.heads, table.days, strict=True)] == [
        "start",
        "end",
    ]


def _ranges(table: _Table, place: Place) -> list[Read] | None:
    if not table.label or not all(group.is_range for group in table.days):
        return None
    roles = [
        role_from(f"{table.label} {head}", group) for head, group in zip(table.heads, table.days, strict=True)
    ]
    return _all(table, roles)


JULY = 7
_OF_SCHOOL = re.compile(r"clos|open|return|back|break", re.IGNORECASE)
"""Columns that speak of the school itself; "first day" speaks of what its row names."""


def _a_single(table: _Table, place: Place) -> list[Read] | None:
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


def _all(table: _Table, roles: Sequence[Role | None]) -> list[Read] | None:
    if not roles or any(role is None for role in roles):
        return None
    return list(zip(table.days, roles, table.years, strict=True))


def _cells(words: str, dated: Sequence[Group]) -> list[tuple[str, Group | None]]:
    """The cells of a row, each with the days inside it, if any; the words of such a cell are those beside its days."""
    return [(cell, inside[0] if len(inside) == 1 else None) for cell, inside in _all_cells(words, dated)]


def _all_cells(words: str, dated: Sequence[Group]) -> list[tuple[str, tuple[Group, ...]]]:
    """As `_cells`, with every day in a cell."""
    cells: list[tuple[str, tuple[Group, ...]]] = []
    at = 0
    for cell in words.split("|"):
        inside = tuple(group for group in dated if at <= group.at < at + len(cell) + 1)
        beside = cell
        for group in reversed(inside):
            beside = beside[: group.at - at] + beside[group.end - at :]
        cells.append((beside.strip(), inside))
        at += len(cell) + 1
    return cells
