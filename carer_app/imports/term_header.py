"""A table of which nothing parts the cells but a space: "Term Starts Half term Ends", and its days below."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

FEWEST_COLUMNS = 3
LONGEST_HEADER = 90
EDGES = (
    r"(?:re-?opens?|opens?|closes?|starts?|ends?|begins?|finish(?:es)?|breaks? up|returns?|back)(?: on)?"
    r"(?: (?:to|at) school)?"
)
DAYS = (
    r"(?:first|last|start|end|closing|opening|re-?opening|finish|return) (?:day|date)s?"
    r"(?: of (?:school|term|holiday))?"
)
OF_WHOM = r"(?:(?:school|term|pupils|children) )"
_OFF = r"half[\s-]?terms?(?: (?:holidays?|breaks?|dates?))?"
_OF_OFF = r"(?: (?:starts?|begins?|from|ends?|to|until|finish(?:es)?|closes?|re-?opens?))"
_OTHERS = (
    r"inset(?: days?)?|training days?|bank holidays?|terms?|holidays?|"
    r"(?:number of |no\.? of )?(?:school )?days|weeks|dates?|from|to|until|start|end"
)
# "Term Starts Half term Ends" are three columns or four: as many as the days below them ask for.
_READINGS = tuple(
    re.compile(rf"\W*(?P<name>{_OFF}{off}|{DAYS}|{whom}{EDGES}|{_OTHERS})(?![a-z])\W*", re.IGNORECASE)
    for whom in ("", f"{OF_WHOM}?")
    for off in (f"{_OF_OFF}?", "")
)
_AN_EDGE = re.compile(rf"{DAYS}|{EDGES}|from|to|until|start|end", re.IGNORECASE)


def with_seams(rows: Sequence[Row]) -> list[Row]:
    """The rows of such a table with "|" between the cells; other rows as they are."""
    found: list[Row] = []
    columns = 0
    for place, row in enumerate(rows):
        days = next((len(below.groups) for below in rows[place + 1 : place + 3] if below.groups), 0)
        read = [names for pattern in _READINGS if (names := _columns(row, pattern))]
        with_corner = [each for each in read if len(each) == days + 1]
        names = with_corner[0] if with_corner else _with_a_corner(read, days)
        if names:
            columns = len(names)
            row = replace(row, words=" | ".join(names), corner=0)
        elif columns and len(row.groups) >= min(columns - 1, 2):
            row = _apart(row, columns)
        found.append(row)
    return found


def _with_a_corner(read: Sequence[list[str]], days: int) -> list[str]:
    """The names of the columns: where there is one for each day, the column of the terms has none of its own.

    "Term Start Half Term Starts Half Term Ends Term Ends" above "Autumn" and four days.
    """
    of_days = next((each for each in read if len(each) == days), None)
    return ["Term", *of_days] if of_days else read[0] if read else []


def _columns(row: Row, pattern: re.Pattern[str]) -> list[str]:
    """The names of the columns, where a row is nothing else."""
    if row.groups or "|" in row.words or len(row.words) > LONGEST_HEADER:
        return []
    names: list[str] = []
    at = 0
    while at < len(row.words):
        name = pattern.match(row.words, at)
        if name is None:
            return []
        names.append(name["name"])
        at = name.end()
    edges = sum(_AN_EDGE.search(name) is not None for name in names)
    return names if len(names) >= FEWEST_COLUMNS and edges >= 2 else []


def _apart(row: Row, columns: int) -> Row:
    """A label and its days as cells, where nothing stands between the days."""
    days = row.groups
    between = [row.words[one.end : other.at] for one, other in pairwise(days)]
    after = row.words[days[-1].end :]
    if (
        "|" in row.words
        or len(days) > columns - 1
        or any(map(str.isalnum, "".join(between)))
        or after.strip(" .:;,0123456789")
    ):
        return row
    words = row.words[: days[0].at].strip(" :;,-")
    groups: list[Group] = []
    for group in days:
        words += " | "
        groups.append(group.moved(len(words) - group.at))
        words += row.words[group.at : group.end]
    if any(map(str.isdigit, after)):
        words += f" | {after.strip()}"
    return replace(row, words=words, groups=tuple(groups))
