"""Hours beside the edges of a holiday: "Fri 20 Oct (12.30) - Mon 30 Oct (19.00)", "4.15pm Friday 19 October to Sunday".

Where a holiday begins at an hour of the day, school is open until then; where it ends in the morning, school is open.
"""

import re
from collections.abc import Iterator

from carer_app.imports.term_roles import Role
from carer_app.imports.term_written_day import Group

_HOUR = (
    r"(?:\(\s*(?:at )?(?P<{0}>\d{{1,2}})[.:](?P<{0}_past>\d\d)\s*(?P<{0}_half>[ap])?\.?m?\.?\s*\)|"
    r"\(?\s*(?:at )?(?:(?P<{0}_plain>\d{{1,2}})(?:[.:](?P<{0}_plain_past>\d\d))?\s?(?P<{0}_plain_half>[ap])\.?m\b\.?|"
    r"(?P<{0}_noon>(?:12 )?noon|mid-?day)\b)\s*\)?)"
)
HOUR = re.compile(_HOUR.format("hour"), re.IGNORECASE)
_JUST_BEFORE = re.compile(_HOUR.format("hour") + r"[\s,]*(?:on )?(?:the )?$", re.IGNORECASE)
# "Half term (from 16.20) | Friday 18 October to Sunday 3 November": the hour stands in the label
_OF_SCHOOL = r"(?:the )?(?:school(?: day)?|lessons|classes)"
_IN_LABEL = re.compile(
    r"(?:\b(?:from|at|after)\s+(?P<clock>\d\d?[.:][0-5]\d)(?!\s?[\d./ap])|"
    + _HOUR.format("hour")
    + rf"|\b(?P<after_school>after {_OF_SCHOOL}\b|(?:from|at|after) (?:the )?end of {_OF_SCHOOL}\b))"
    r"(?:[\s)\]|:,;–*-]|\bon\b)*(?:the )?$",
    re.IGNORECASE,
)
AFTER_SCHOOL, MONDAY = 15.0, 0
_JUST_AFTER = re.compile(r"[\s,-]{0,3}" + _HOUR.format("hour"), re.IGNORECASE)
EARLIEST_END = 11.5
"""Before this hour no school ends its day, and after it none begins."""
EVENING = 17.0
"""A term that begins at this hour or later begins for boarders: lessons begin on the next school day."""
_TWENTY_FOUR = r"(?:1[7-9]|2[0-3])[.:][0-5]\d\b"
_LATE_AFTER = re.compile(
    rf"[\s,|(-]{{0,4}}(?:(?:at|from|by|in the) )?(?:evening\b|{_TWENTY_FOUR})", re.IGNORECASE
)
_LATE_BEFORE = re.compile(rf"(?:\bevening(?: of)?|{_TWENTY_FOUR})[\s,|)]*(?:on )?(?:the )?$", re.IGNORECASE)
_NOTHING_MORE = re.compile(r"[\s).,;]*(?:$|\||\(?(?:for|all|boarders)\b)", re.IGNORECASE)
_AN_HOUR_AFTER = re.compile(r"[\s,|-]{0,4}(?:from |by )?" + _HOUR.format("hour"), re.IGNORECASE)


def edges_by_the_hour(role: Role, group: Group, words: str, above: str = "") -> Iterator[tuple[Role, Group]]:
    """A holiday as the last school day before it and the first after it, where hours say so; all else as it is.

    A term that begins in the evening ends the holidays on that day. `above` is the label on the line above.
    """
    if role == "start" and len(group.days) == 1 and _is_in_the_evening(group, words):
        yield "holiday_ends", group
        return
    if (
        role not in ("half", "holiday")
        or not group.is_range
        or len(group.days) != 2
        or not _in_one_line(group)
    ):
        yield role, group
        return
    first, last = group.days
    between = HOUR.search(words, first.end, last.at)
    of_last = _JUST_BEFORE.search(words, first.end, last.at)  # "to 8.30am Tuesday 5th January"
    if between is not None and of_last is not None and between.start() == of_last.start():
        between = None
    leaves = _hour(_JUST_BEFORE.search(words, 0, first.at)) or _hour(between)
    if leaves is None and first.weekday != MONDAY:
        leaves = _hour_of_label(_IN_LABEL.search(words, 0, first.at) or _IN_LABEL.search(above))
    returns = _hour(of_last) or _hour(_JUST_AFTER.match(words, last.end))
    in_the_day = leaves is not None and leaves >= EARLIEST_END
    in_the_morning = (
        returns is not None and 0 < returns < EARLIEST_END
    )  # "12:00 am" stands for no hour at all
    if not in_the_day and not in_the_morning:
        yield role, group
        return
    yield "end" if in_the_day else "first_off", Group((first,), False, keys=group.keys)
    yield "start" if in_the_morning else "holiday_ends", Group((last,), False, keys=group.keys)


def _is_in_the_evening(group: Group, words: str) -> bool:
    """Whether the hour beside a day is one of the evening: "Term begins Monday 8 January, 9.00pm".

    What else is said behind it, "6pm welcome meeting", is an hour of its own.
    """
    if _LATE_BEFORE.search(words, 0, group.at):
        return True
    after = _LATE_AFTER.match(words, group.end) or _AN_HOUR_AFTER.match(words, group.end)
    if after is not None and not _NOTHING_MORE.match(words, after.end()):
        return False
    if after is not None and after.re is _LATE_AFTER:
        return True
    hour = _hour(after or _JUST_BEFORE.search(words, 0, group.at))
    return hour is not None and hour >= EVENING


def _in_one_line(group: Group) -> bool:
    return len({line for line, _place in group.keys}) == 1


def _hour_of_label(found: re.Match[str] | None) -> float | None:
    """The hour in a label at which a holiday begins; on a Monday it can only be that of the Friday before."""
    if found is None:
        return None
    if found["after_school"]:
        return AFTER_SCHOOL
    if found["clock"]:
        hour, past = found["clock"].replace(":", ".").split(".")
        return int(hour) + int(past) / 60
    return _hour(found)


def _hour(found: re.Match[str] | None) -> float | None:
    """The hour of the day, in hours since midnight; None where none is told, or where it is none."""
    if found is None:
        return None
    if found["hour_noon"]:
        return 12.0
    told = next(
        (found[name], found[f"{name}_past"], found[f"{name}_half"])
        for name in ("hour", "hour_plain")
        if found[name]
    )
    hour = int(told[0]) + int(told[1] or 0) / 60
    half = (told[2] or "").casefold()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return hour if hour < 24 else None
