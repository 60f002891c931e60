"""Two school years side by side, each cell with its own year: "Autumn 2026: … | Autumn 2027: …", and rows below it."""

from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.term_cells import is_label
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_roles import UNKNOWN, season_of
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_written_day import Group

SEPTEMBER = 9


def years_side_by_side(rows: Sequence[Row]) -> list[Row]:
    """The cells on the left as lines of their own, and below them those on the right; other rows as they are."""
    found: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        cells = _cells(row)
        if len(cells) == 2 and (left or _are_two_years(*cells)):
            left.append(cells[0])
            right.append(cells[1])
        elif left and _is_heading(row):
            left.append(row)
            right.append(row)
        else:
            found += [*left, *right, row]
            left, right = [], []
    return [*found, *left, *right]


def _is_heading(row: Row) -> bool:
    """Whether a line among them holds for both years: "Spring term", "INSET days"."""
    if row.groups or "|" in row.words or UNKNOWN.search(row.words):
        return False
    return season_of(row.words) is not None or is_label(row)


def _cells(row: Row) -> list[Row]:
    """The cells of a row as rows; a first cell that has no day is said of both the others."""
    cells: list[Row] = []
    at = 0
    for words in row.words.split("|"):
        groups = tuple(
            group.moved(-at) for group in row.groups if at <= group.at and group.end <= at + len(words)
        )
        cells.append(replace(row, words=words, groups=groups, corner=0))
        at += len(words) + 1
    if len(cells) == 3 and not cells[0].groups and all(cell.groups for cell in cells[1:]):
        return [_labelled(cells[0].words, cell) for cell in cells[1:]]
    return cells


def _labelled(label: str, cell: Row) -> Row:
    lead = f"{label.strip()} "
    groups = tuple(group.moved(len(lead)) for group in cell.groups)
    return replace(cell, words=lead + cell.words, groups=groups)


def _are_two_years(left: Row, right: Row) -> bool:
    """Whether both cells say their school year, the one beside the other, and are of the same term if they name one."""
    one, other = _base(left), _base(right)
    if one is None or other is None or abs(one - other) != 1:
        return False
    return season_of(left.words) == season_of(right.words) and not _are_near(left.groups, right.groups)


def _are_near(left: Sequence[Group], right: Sequence[Group]) -> bool:
    """Whether days on both sides lie around one summer, the last day of a year and the first of the next."""
    firsts = [side[0].days[0] for side in (left, right) if side]
    months = [day.year * 12 + day.month for day in firsts if day.year]
    return len(months) == 2 and abs(months[1] - months[0]) <= MOST_MONTHS


MOST_MONTHS = 6


def _base(cell: Row) -> int | None:
    """The school year that a cell names, by itself or in its days."""
    if said := school_years(cell.words):
        return said[0].year
    years = bare_years(cell.words)
    if len(years) == 1 and (season := season_of(cell.words)):
        return years[0] - (season != "autumn")
    return _base_of_days(cell.groups)


def _base_of_days(groups: Sequence[Group]) -> int | None:
    days = [day for group in groups for day in group.days if day.year is not None]
    return (days[0].year or 0) - (days[0].month < SEPTEMBER) if days else None
