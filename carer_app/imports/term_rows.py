"""What the days of one row are: by the words beside them, the row's first cell, its column's name, the line above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from carer_app.imports.school_events import is_not_for_all, is_plain, what_it_says
from carer_app.imports.term_days import Group, WrittenDay
from carer_app.imports.term_facts import Place, joined
from carer_app.imports.term_roles import BANK, IN_THE_EVENING, INSET, STAFF_ONLY, Role
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years

SHORTEST_STRETCH = 20
SHORT_AMONG_OTHERS = 12
LONGEST_TRAINING = 10
LISTED: tuple[Role, ...] = ("inset", "bank", "closed", "twilight")

Read = tuple[Group, Role | None, int | None]
"""Days, what they are, and the school year that their column names."""


def role_from(words: str, group: Group) -> Role | None:
    """What the words make of these days; None where they say nothing of the whole school."""
    evidence = what_it_says(words, group.is_range, length(group))
    # A beginning for some children may be the beginning for all of a term that begins day by day.
    role = evidence.says if evidence.is_enough or evidence.why_not == "some" else None
    if role == "inset" and not group.is_range and STAFF_ONLY.search(words) and not INSET.search(words):
        role = "staff"  # "Staff return": a training day, unless pupils return on it too
    if role == "inset" and group.is_range and length(group) > LONGEST_TRAINING:
        return None
    if len(group.days) > 1 and not group.is_range and role not in LISTED:
        return None
    return role


def length(group: Group) -> int:
    """About how many days lie between the first and the last of a group."""
    first, last = group.days[0], group.days[-1]
    return group.weeks * 7 or (last.month - first.month) % 12 * 31 + last.day - first.day


def in_prose(row: Row, place: Place) -> Iterator[Read]:
    """Each group with the role that the words before it give it; else those after it; else the line above."""
    words, dated = row.words, row.groups
    if place.pair and len(dated) == 2 and not row.beside.strip(" |"):
        yield dated[0], place.pair[0], None
        yield dated[1], place.pair[1], None
        return
    heading = f"{place.carried} {words[: dated[0].at]}"
    if len(dated) == 2 and not words[dated[0].end : dated[1].at].strip(" |") and not BANK.search(heading):
        # Two days side by side, the "to" between them lost.
        pair = joined(*dated)
        role = role_from(words[: dated[0].at], pair) or role_from(heading, pair)
        if role in ("period", "half", "holiday"):
            yield pair, role, None
            return
    befores, afters = _beside(words, dated)
    for number, group in enumerate(dated):
        role = _in_its_words(befores, afters, number, group, place)
        own = f"{befores[number]} {_SENTENCE_ENDS.split(afters[number])[0]}"
        if role == "holiday_starts" and IN_THE_EVENING.search(own):
            role = "end"
        yield group, None if role in LISTED and is_not_for_all(own) else role, None


def _in_its_words(
    befores: Sequence[str], afters: Sequence[str], number: int, group: Group, place: Place
) -> Role | None:
    before, after = befores[number], afters[number]
    bracket = after.lstrip()
    in_brackets = bracket[: bracket.find(")") + 1] if bracket.startswith("(") else ""
    if in_brackets and (own := role_from(in_brackets, group)) in LISTED:
        return own
    role = role_from(before, group) or role_from(in_brackets or after, group)
    if role is None and number and not before.strip(" ,;:-").strip():
        role = role_from(befores[0], group)
    if role is None and place.carried and (is_plain(f"{before} {after}") or is_plain(before + in_brackets)):
        role = role_from(f"{place.carried} {before}", group)
    without_words = not any(map(str.isalpha, befores[0] if not number else before))
    if role is None and group.is_range and without_words:
        # A list of stretches alone, as in "1 Sept - 24 Oct, 3 Nov - 19 Dec".
        shortest = SHORT_AMONG_OTHERS if place.stretches else SHORTEST_STRETCH
        role = "period" if length(group) >= shortest else None
        place.stretches = role == "period"
    return role


def _beside(words: str, dated: Sequence[Group]) -> tuple[list[str], list[str]]:
    """The words before and those after each group. Between two, a sentence or a bracket that ends parts them."""
    befores, afters = [words[: dated[0].at]], []
    for group, following in pairwise(dated):
        between = words[group.end : following.at]
        if between.lstrip().startswith("(") and ")" in between:
            head, _bracket, tail = between.partition(")")
            afters.append(f"{head})")
            befores.append(tail)
        elif cut := _SENTENCE_ENDS.search(between):
            afters.append(between[: cut.end()])
            befores.append(between[cut.end() :])
        else:
            afters.append("")
            befores.append(between)
    befores[0] = _SENTENCE_ENDS.split(befores[0])[-1] or befores[0]
    return befores, [*afters, words[dated[-1].end :]]


_SENTENCE_ENDS = re.compile(r"[.;!?)]+\s+(?=[A-Z(])|\n")


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of a table: its first words, and the days with the names and school years of their columns."""

    label: str
    days: tuple[Group, ...]
    own: tuple[str, ...]
    heads: tuple[str, ...]
    years: tuple[int | None, ...]
    columns: str


def in_columns(row: Row, place: Place) -> list[Read] | None:
    """The days of a table's row: what its first words and its columns say. None where they say nothing."""
    table = _table(row, place)
    if table is None:
        return None
    for reading in (
        _closes_and_opens,
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
    # A table's first, empty corner is often lost; so are the empty cells at the end of its rows.
    lost = 1 if len(place.columns) == len(cells) - 1 or _corner_lost(place.columns, cells) else 0
    heads = {number + lost: head for number, head in enumerate(place.columns)}
    if len(place.columns) + lost < len(cells) and len(place.columns) < len(cells):
        heads = {}
    named = tuple(heads.get(number, "") for number, _cell, _group in singles)
    years = tuple(said[0].year if (said := school_years(head)) else None for head in named)
    return _Table(
        label,
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


def _closes_and_opens(table: _Table, place: Place) -> list[Read] | None:
    """Columns "closes" and "re-opens": the last day before a holiday, and the first after it."""
    roles = [role_from(head, group) for head, group in zip(table.heads, table.days, strict=True)]
    if roles != ["end", "start"] or all(table.years):
        return None
    first, second = table.days
    if role_from(table.label, first) in LISTED:
        return [(joined(first, second), "between", None)]  # "May Day: closes on Friday, opens on Tuesday"
    return [(first, "end", None), (second, "start", None)]


def _by_own_words(table: _Table, place: Place) -> list[Read] | None:
    roles = [role_from(cell, group) for cell, group in zip(table.own, table.days, strict=True)]
    return _all(table, roles)


def _by_columns(table: _Table, place: Place) -> list[Read] | None:
    """Three columns or more that each say what their days are: begins, half term, ends."""
    if len(table.days) < 3 or all(table.years):
        return None
    return _all(table, [role_from(head, group) for head, group in zip(table.heads, table.days, strict=True)])


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


_OF_SCHOOL = re.compile(r"clos|open|return|back|break", re.IGNORECASE)
"""Columns that speak of the school itself; "first day" speaks of what its row names."""


def _a_single(table: _Table, place: Place) -> list[Read] | None:
    if len(table.days) != 1 or not table.heads[0]:
        return None
    group, head = table.days[0], table.heads[0]
    edge = role_from(head, group)
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
    cells: list[tuple[str, Group | None]] = []
    at = 0
    for cell in words.split("|"):
        inside = [group for group in dated if at <= group.at < at + len(cell) + 1]
        beside = cell
        for group in reversed(inside):
            beside = beside[: group.at - at] + beside[group.end - at :]
        cells.append((beside.strip(), inside[0] if len(inside) == 1 else None))
        at += len(cell) + 1
    return cells
