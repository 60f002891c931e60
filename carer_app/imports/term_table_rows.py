"""One row of a table: its label, and its days, each with the name of its column and the cell before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from carer_app.imports.school_events import is_everyday
from carer_app.imports.term_facts import PlaceInText
from carer_app.imports.term_roles import INSET, LISTED, UNKNOWN
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_rows import Read
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_written_day import Group, WrittenDay


@dataclass(frozen=True, slots=True)
class RowOfATable:
    """A row of a table: its first words, and the days with the names and school years of their columns."""

    label: str
    befores: tuple[str, ...]
    days: tuple[Group, ...]
    own: tuple[str, ...]
    heads: tuple[str, ...]
    years: tuple[int | None, ...]
    columns: str


def table_of(row: Row, place: PlaceInText) -> RowOfATable | None:
    """A row with its days by column; None where some cell holds several."""
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
    return RowOfATable(
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


def without_notes(row: Row, place: PlaceInText) -> tuple[list[Read], Row]:
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
