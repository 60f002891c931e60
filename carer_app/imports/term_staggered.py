"""A term that begins day by day: "Years 7 & 12 - Tuesday 3 September", and below it "All year groups - Wednesday"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.term_roles import INSET
from carer_app.imports.term_text import Row

_SOME = re.compile(
    r"\W*(?:years?|yrs?)\s(?:r|\d{1,2})(?:\s?(?:,|&|and|-|to)\s?(?:years?\s)?(?:r|\d{1,2}))*(?: only)?\W*",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\W*(?:all (?:other )?(?:year groups?|years|pupils|students|children|classes)|whole school|everyone)\W*",
    re.IGNORECASE,
)


def day_by_day(rows: Sequence[Row]) -> list[Row]:
    """The rows with the first days of some years, and of all, told as such; all others as they are."""
    found = list(rows)
    for place, row in enumerate(found[1:], 1):
        before = found[place - 1]
        if not _is_first_day(row, _ALL):
            continue
        if _is_first_day(before, _SOME):
            found[place - 1] = replace(before, hints=((before.groups[0], "start"),), is_told=True)
        elif not (before.groups and INSET.search(before.words)):
            continue
        found[place] = replace(row, hints=((row.groups[0], "start"),), is_told=True)
    return found


def _is_first_day(row: Row, who: re.Pattern[str]) -> bool:
    """Whether a row says nothing but who comes on one day on which terms begin."""
    is_one = len(row.groups) == 1 and len(row.groups[0].days) == 1
    return is_one and row.groups[0].days[0].is_in_first_days() and who.fullmatch(row.beside) is not None
