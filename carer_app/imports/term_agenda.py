"""An agenda as a website's calendar shows it: a month, a number and a weekday on lines of their own, then each entry.

Below its title every entry has its day once more, "Feb 16 - Feb 20 all-day": each becomes a line with its day.
"""

import re
from collections.abc import Sequence

from carer_app.imports.term_days import groups

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_WEEKDAY = re.compile(r"\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s*", re.IGNORECASE)
_A_MONTH = re.compile(rf"\s*{_MONTH}\s*", re.IGNORECASE)
_A_NUMBER = re.compile(r"\s*\d{1,2}\s*")
_TIME = r"(?:@\s*\d{1,2}[:.]\d\d\s*(?:[ap]m)?)"
_WHEN = re.compile(
    rf"\s*(?P<first>{_MONTH} \d{{1,2}})\s*{_TIME}?(?:\s*-\s*(?:(?P<last>{_MONTH} \d{{1,2}})\s*{_TIME}?|"
    r"\d{1,2}[:.]\d\d\s*(?:[ap]m)?))?\s*(?:all[\s-]?day)?\s*",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"{_TIME}|all[\s-]?day", re.IGNORECASE)
FEWEST = 2


def without_agenda(lines: Sequence[str]) -> list[str]:
    """The lines with every entry of such an agenda on one line; all others as they are."""
    heads = [place for place in range(len(lines)) if _is_head(lines, place)]
    if len(heads) < FEWEST:
        return list(lines)
    found = list(lines[: heads[0]])
    for begin, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        weekday = lines[begin + 2].strip()
        found += _entries(lines[begin + 3 : end], weekday)
    return found


def _is_head(lines: Sequence[str], place: int) -> bool:
    patterns = (_A_MONTH, _A_NUMBER, _WEEKDAY)
    below = lines[place : place + len(patterns)]
    return len(below) == len(patterns) and all(
        pattern.fullmatch(line) for pattern, line in zip(patterns, below, strict=True)
    )


def _entries(lines: Sequence[str], weekday: str) -> list[str]:
    """The entries of one day, a line each; what has no day below it stays."""
    found: list[str] = []
    title: list[str] = []
    for line in lines:
        when = _WHEN.fullmatch(line)
        if when is None or not title or not _TOLD.search(line):
            title.append(line)
            continue
        *before, said = title
        title = []
        days = f"{weekday} {when['first']}"
        if when["last"] and when["last"] != when["first"]:
            days = f"{days} - {when['last']}"
        has_its_day = bool(groups(said))  # "Flu vaccination 15th October 2025", and its day below it
        found += [*before, said if has_its_day else f"{said.strip()} | {days}"]
    return [*found, *title]
