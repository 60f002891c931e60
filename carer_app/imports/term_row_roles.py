"""What the words beside days say of them, taken with how many days they are and when."""

import re

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_roles import HALF, HOLIDAY, INSET, LISTED, STAFF_ONLY, Role
from carer_app.imports.term_written_day import Group

SHORTEST_PERIOD = 4
"""Two days beside one another, as those of an evening for parents, are no term."""
LONGEST_TRAINING = 6
"""From a Friday to a Thursday: more than five training days in a row are a holiday, whatever stands above them."""


# "Term starts (INSET TBC)": the day is the first of term.
_UNKNOWN_IN_BRACKETS = re.compile(
    r"\([^()]*\b(?:t\.?b\.?[ca]|to be confirmed|to be announced)\b[^()]*\)", re.IGNORECASE
)


def role_from(words: str, group: Group) -> Role | None:
    """What the words make of these days; None where they say nothing of the whole school."""
    words = _UNKNOWN_IN_BRACKETS.sub(" ", words)
    if (nearer := group.in_one_month()) is not None and (
        HALF.search(words) or (group.runs_backwards and HOLIDAY.search(words))
    ):
        return role_from(words, nearer)
    evidence = what_it_says(words, group.is_range, length(group))
    # A beginning for some children may be the beginning for all of a term that begins day by day.
    role = evidence.says if evidence.is_enough or evidence.why_not == "some" else None
    if role == "inset" and not group.is_range and STAFF_ONLY.search(words) and not INSET.search(words):
        role = "staff"  # "Staff return": a training day, unless pupils return on it too
    if role == "closed" and is_closed_for_a_holiday(words, group):
        return "holiday_starts"
    if role is None and _is_half_term_on_a_saturday(words, group):
        return "holiday_starts"
    if role == "inset" and group.is_range and length(group) > LONGEST_TRAINING:
        return None
    if len(group.days) > 1 and not group.is_range and role not in LISTED:
        return None
    if role == "period" and (group.weeks or length(group) < SHORTEST_PERIOD):
        return None
    return "holiday" if role == "period" and _is_summer(group) else role


def is_closed_for_a_holiday(words: str, group: Group) -> bool:
    """Whether one Friday is called closed for a holiday: its last day of school, or the day after that."""
    is_one = len(group.days) == 1 and group.days[0].weekday == FRIDAY
    return is_one and _CLOSED_FOR_A_HOLIDAY.fullmatch(words) is not None


FRIDAY = 4
_CLOSED_FOR_A_HOLIDAY = re.compile(
    r"\W*(?:school |academy |nursery )?closed\W+(?:for )?(?:the )?"
    r"(?:half[\s-]*term|"
    r"(?:half[\s-]*term|christmas|easter|summer|whitsun|spring|winter|autumn) (?:holidays?|break))\W*",
    re.IGNORECASE,
)


def _is_half_term_on_a_saturday(words: str, group: Group) -> bool:
    """Whether one day at a weekend is called half term, "Speech Day/Half Term Saturday 25 May": it is its first."""
    is_one = len(group.days) == 1 and group.days[0].weekday in (5, 6)
    return is_one and _HALF_TERM_ALONE.search(words) is not None


_HALF_TERM_ALONE = re.compile(
    r"(?:^|[/|:;,&+(-]|\band\b)\s*half[\s-]*term(?: holiday| break)?\s*(?:$|[/|:;,&+)-])", re.IGNORECASE
)


def _is_summer(group: Group) -> bool:
    """Whether a stretch goes from the end of July to the end of August, when no school in England is open."""
    first, last = group.days[0], group.days[-1]
    begins = (first.month == 7 and first.day > 14) or (first.month == 8 and first.day < 15)
    return group.is_range and begins and (last.month == 8 or (last.month == 9 and last.day < 11))


def length(group: Group) -> int:
    """About how many days lie between the first and the last of a group."""
    first, last = group.days[0], group.days[-1]
    return group.weeks * 7 or (last.month - first.month) % 12 * 31 + last.day - first.day
