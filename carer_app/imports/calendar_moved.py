"""A day off that was put to another day, as an entry of a calendar tells it: to its own day, or away from it."""

import re
from datetime import date

from carer_app.imports.term_tokens import month_at, tokens_in
from carer_app.typed_dates import WEEKDAYS

_DAY = (
    r"(?:(?:on|the)\s+)*(?P<weekday>(?:mon|tue|wed|thu|fri)[a-z]*\s*)?(?:the\s+)?"
    r"(?:(?P<number>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:of\s+)?(?P<month>[a-z]{3,9})|[/.]\d{1,2})?"
    r"(?:[/.\s]\s?(?:20)?\d\d\b)?)?"
)
_MOVED = (
    r"(?:date\s+)?(?:moved|changed|rescheduled|re-?arranged|swapped|brought forward|put back|postponed)\s+"
)
# "moved from 20 November", "was 20th", "instead of Friday 20 November"
_FROM = re.compile(
    rf"[-–—,:;(\[]*\s*(?:{_MOVED}from|(?:{_MOVED})?(?:instead of|in place of)|was|previously|originally|formerly)\s+"
    rf"{_DAY}",
    re.IGNORECASE,
)
_TO = re.compile(rf"[-–—,:;(\[]*\s*(?:{_MOVED}to|now(?: on)?)\s+{_DAY}", re.IGNORECASE)


def of_its_own_day(title: str, day: date) -> str:
    """The title without where its day off came from, where it was put to this very day; else the title as it is."""
    for pattern, is_own in ((_FROM, False), (_TO, True)):
        found = pattern.search(title)
        if found and (told := _is(found, day)) is not None and told == is_own:
            title = f"{title[: found.start()]} {title[found.end() :]}"
    return title


def _is(found: re.Match[str], day: date) -> bool | None:
    """Whether a day that a title names is this one; None where it names none."""
    if found["number"]:
        month = month_at(tokens_in(found["month"]), 0) if found["month"] else None
        return int(found["number"]) == day.day and month in (None, day.month)
    if found["weekday"]:
        return WEEKDAYS[day.weekday()].casefold().startswith(found["weekday"].strip().casefold()[:3])
    return None
