"""Ways to read: all the days of a term in one cell, and what each of them is in the next: "INSET DAY School starts"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from carer_app.imports.term_header import DAYS, EDGES, OF_WHOM
from carer_app.imports.term_roles import Role
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

FEWEST = 3
_TIME = r"(?: (?:at|from) \d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)?)?"
_SEASON = r"(?:autumn|spring|summer|christmas|winter|easter|october|february|may|may day|whitsun)"
_OF_A_TERM = rf"(?: of (?:the )?(?:{_SEASON} )?(?:half[\s-]?)?term)?"
_NAME = re.compile(
    rf"\W*(?P<name>"
    rf"(?:in[\s-]?set|staff training|training|staff development)(?: days?)?|"
    rf"(?:{_SEASON} )?bank holiday(?: monday)?|may day|good friday|easter monday|"
    rf"(?:{_SEASON} )?(?:half[\s-]?term|holidays?|breaks?)(?: (?:holidays?|break|week))?|"
    rf"{DAYS}{_OF_A_TERM}|"
    rf"(?:{OF_WHOM}|(?:{_SEASON} )?term )?{EDGES}{_TIME}"
    rf")(?![a-z])\W*",
    re.IGNORECASE,
)


def words_behind_days(rows: Sequence[Row]) -> list[Row]:
    """Each day with its name from the cell behind, or the line below, that has as many names, in the same order."""
    found: list[Row] = []
    used = False
    for row, following in zip_longest(rows, rows[1:]):
        if used:
            used = False
            continue
        own = row.words[row.groups[-1].end :] if row.groups else ""
        hints = _told(row, _names(own))
        if not hints and following is not None and not following.groups:
            hints = _told(row, _names(following.words))
            used = bool(hints)
        found.append(replace(row, hints=hints, is_told=True) if hints else row)
    return found


def _names(words: str) -> list[str]:
    """The names of which a line is made up; none where it says anything else."""
    names: list[str] = []
    at = 0
    while at < len(words):
        name = _NAME.match(words, at)
        if name is None:
            return []
        names.append(name["name"])
        at = name.end()
    return names


def _told(row: Row, names: Sequence[str]) -> tuple[tuple[Group, Role], ...]:
    days = row.groups
    if len(days) < FEWEST or len(names) != len(days):
        return ()
    parted = [row.words[one.end : other.at] for one, other in pairwise(days)]
    if any(map(str.isalnum, "".join(parted))):
        return ()
    roles = [role_from(name, group) for name, group in zip(names, days, strict=True)]
    return tuple((group, role) for group, role in zip(days, roles, strict=True) if role) if all(roles) else ()
