"""A cell with two days, "Staff: Monday 2 September Pupils: Tuesday 3 September": the pupils' is the school's."""

import re
from collections.abc import Sequence

LONGEST = 200
_A_DAY = r"[^|:;\d]{0,14}\d[^|:;\n]{1,24}?"
_PUPILS = r"(?:all )?(?:pupils|children|students)"
_STAFF = r"(?:all )?(?:staff|teachers)"
_BETWEEN = r"[\s,/]{1,3}"
_ENDS = r"(?=\s*(?:\||$))"
_STAFF_FIRST = re.compile(
    rf"\b{_STAFF}\s?[:-]\s?(?P<staff>{_A_DAY}){_BETWEEN}{_PUPILS}\s?[:-]\s?(?P<pupils>{_A_DAY}){_ENDS}",
    re.IGNORECASE,
)
_PUPILS_FIRST = re.compile(
    rf"\b{_PUPILS}\s?[:-]\s?(?P<pupils>{_A_DAY}){_BETWEEN}{_STAFF}\s?[:-]\s?(?P<staff>{_A_DAY}){_ENDS}",
    re.IGNORECASE,
)


def staff_apart(lines: Sequence[str]) -> list[str]:
    """The lines with the day of the pupils in such a cell, and each day of the staff in a line of its own at the end.

    Where the staff are in on the day before, that day is training; where they stay on, it says nothing of school.
    """
    own: list[str] = []

    def of_pupils(found: re.Match[str]) -> str:
        is_before = found.re is _STAFF_FIRST
        own.append(f"{'INSET day' if is_before else 'Last day for staff'}: {found['staff'].strip()}")
        return found["pupils"]

    told = [
        _PUPILS_FIRST.sub(of_pupils, _STAFF_FIRST.sub(of_pupils, line)) if len(line) <= LONGEST else line
        for line in lines
    ]
    return [*told, "", *own] if own else told
