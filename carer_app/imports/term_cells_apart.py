"""What belongs to a day and stands apart from it: its weekday in a cell of its own, an hour on a line of its own."""

import re
from collections.abc import Sequence

_WEEKDAY = re.compile(
    r"\s*(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\s*,?\s*", re.IGNORECASE
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\s*(?:\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b[\s,]*(?:20\d\d)?|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?[\s,]*(?:20\d\d)?)\s*",
    re.IGNORECASE,
)
_ONLY_AN_HOUR = re.compile(
    r"\W*(?:(?:at|from|by)\s+)?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|noon)\W*|\W*(?:at\s+)?\d{1,2}(?::\d\d|\.(?:00|1[3-9]|[2-5]\d))\W*",
    re.IGNORECASE,
)


def with_weekdays(words: str) -> str:
    """ "Term ends | Friday | 18 December": the weekday in the cell of its day, and all cells in their places."""
    if words.count("|") < 1 or not _DATE.search(words):
        return words
    cells = words.split("|")
    weekdays = [place for place, cell in enumerate(cells) if _WEEKDAY.fullmatch(cell)]
    dates = [place for place, cell in enumerate(cells) if _DATE.fullmatch(cell)]
    if not weekdays or not dates:
        return words
    step = 1 if weekdays[0] < dates[0] else -1
    for place in weekdays:
        if (beside := place + step) in dates:
            own, day = cells[place].strip(" ,"), cells[beside].strip()
            cells[beside] = f" {own} {day} " if step == 1 else f" {day}, {own} "
            cells[place] = " "
    return "|".join(cells)


def without_hours(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is an hour alone between a label and its day: "Term ends", "1.30pm", "18 December"."""
    return [
        bool(_ONLY_AN_HOUR.fullmatch(line))
        and before is not None
        and any(map(str.isalpha, before))
        and not _DATE.search(before)
        and after is not None
        and _DATE.search(after) is not None
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False)
    ]
