"""A page of one part of a school: where its title says "Junior School", that part is the whole school of the page.

So are the letters of a school's own name, where its lines begin with them: "SHC: 31 October - 16 December".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.term_text import Row

FIRST_LINES = 8
_UNIT = r"(?:school|phase|site|department|section)"
_A_PART = re.compile(
    rf"\b(?P<part>primary|secondary|infant|junior)s?(?: {_UNIT})?\b|"
    rf"\b(?P<other>middle|senior|prep|preparatory|upper|lower) {_UNIT}\b",
    re.IGNORECASE,
)


def said_of_its_own(rows: Sequence[Row]) -> list[Row]:
    """The rows with "school" for the one part that the page is of, each letter where it stood; others as they are."""
    rows = _without_own_letters(rows)
    parts = {_name(found) for row in rows for found in _A_PART.finditer(row.words)}
    titles = [row for row in rows[:FIRST_LINES] if not row.groups]
    if len(parts) != 1 or not any(map(_A_PART.search, (row.words for row in titles))):
        return list(rows)
    return [replace(row, words=_A_PART.sub(_as_school, row.words)) if row.groups else row for row in rows]


def _name(found: re.Match[str]) -> str:
    return (found["part"] or found["other"]).casefold()


def _as_school(found: re.Match[str]) -> str:
    word = "School" if found[0][0].isupper() else "school"
    return word[: len(found[0])].ljust(len(found[0]))


FEWEST_LINES = 3
_LETTERS = re.compile(r"\W*(?P<letters>[A-Z]{2,5}):(?= )")
_KNOWN = re.compile(
    r"INSET|C?PD|TD|BH|[AP]M|NB|FROM|TO|TERM|DATES?|START|ENDS?|OPENS?|CLOSE|BACK|BREAK|HALF|FIRST|LAST|WEEK|"
    r"MON|TUES?|WED|THU(?:RS?)?|FRI|SAT|SUN"
)


def _without_own_letters(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the letters that several lines with days begin with, and that are no word of ours.

    In a page that is all in capitals any word could be such letters.
    """
    if not any(letter.islower() for row in rows for letter in row.words):
        return rows
    begin = Counter(found["letters"] for row in rows if row.groups and (found := _LETTERS.match(row.words)))
    own = {
        letters for letters, count in begin.items() if count >= FEWEST_LINES and not _KNOWN.fullmatch(letters)
    }

    def without(row: Row) -> Row:
        found = _LETTERS.match(row.words) if row.groups else None
        if found is None or found["letters"] not in own:
            return row
        return replace(row, words=" " * found.end() + row.words[found.end() :])

    return [without(row) for row in rows] if own else rows
