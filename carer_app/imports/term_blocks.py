"""Ways to read: days that only their places on the page explain: each block is a stretch of school days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.term_facts import joined
from carer_app.imports.term_roles import LISTED, Role
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_text import Row

FEWEST_BLOCKS = 3
_OF_ALL = re.compile(
    r"\W*(?:for )?(?:all )?(?:children|pupils|students|everyone)?(?: (?:return|back|start))?\W*|\W*full[\s-]?time\W*",
    re.IGNORECASE,
)
"""What may stand beside the first day of a stretch, and says no more than that children are there."""


def stretches_in_blocks(rows: Sequence[Row]) -> list[Row]:
    """Between empty lines stand the first day and the last of each stretch of school days, and no word says so.

    Below the name of a holiday they are the first and the last of its days.
    """
    told: dict[int, Role] = {}
    blocks = 0
    for block, heading in _blocks(rows):
        edges = [place for place in block if not _is_off(rows[place])]
        if len(edges) == 2 and all(_is_plain_day(rows[place]) for place in edges):
            first, last = edges
            if role_from(heading, joined(rows[first].groups[0], rows[last].groups[0])) in ("half", "holiday"):
                told |= {first: "first_off", last: "holiday_ends"}
                continue
            told |= {first: "start", last: "end"}
            blocks += 1
    if blocks < FEWEST_BLOCKS:
        return list(rows)
    return [
        replace(row, hints=((row.groups[0], told[place]),)) if place in told else row
        for place, row in enumerate(rows)
    ]


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[list[int], str]]:
    """The places of the rows of each block that is no list of days off, or of events, and its heading."""
    block: list[int] = []
    heading = ""
    for place, row in enumerate(rows):
        if block and (row.after_blank or not row.groups):
            yield block, heading
            block, heading = [], ""
        if row.groups and not _heads_others(heading):
            block.append(place)
        elif not row.groups:
            heading = row.words
    if block:
        yield block, heading


def _heads_others(heading: str) -> bool:
    return what_it_says(heading).says in LISTED or is_everyday(heading)


def _is_off(row: Row) -> bool:
    return not row.is_bare and all(role_from(row.beside, group) in (*LISTED, "staff") for group in row.groups)


def _is_plain_day(row: Row) -> bool:
    return (
        len(row.groups) == 1
        and len(row.groups[0].days) == 1
        and bool(row.is_bare or _OF_ALL.fullmatch(row.beside))
    )
