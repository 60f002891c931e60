"""A calendar of several schools, as a trust has one: whose an entry is, by the name in its title."""

import re
from collections import Counter
from collections.abc import Sequence

from carer_app.imports.calendar_judging import JudgedEvent
from carer_app.imports.school_events import what_it_says
from carer_app.imports.school_titles import is_a_topic, strange_in_a_title, what_a_title_says
from carer_app.words import _

MOST_SCHOOLS = 5
FEWEST_ENTRIES = 2
# "Ashdown Primary: INSET Day", "INSET Day - Ashdown Primary", "INSET Day (Ashdown)"
_PLACES = (
    re.compile(r"\W*(?P<name>[^:|]{3,40}?)\s*[:|]\s"),
    re.compile(r".*\s[-–—|]\s*(?P<name>[^-–—|:]{3,40})$"),
    re.compile(r".*\((?P<name>[^()]{3,40})\)\W*$"),
)
_A_SCHOOL = re.compile(
    r"\b(?:nursery|pre-?school|infants?|juniors?|primary|secondary|college|academy|school|campus)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:both|all|every|whole|our|closed|open|after|in|no|back|to)\b", re.IGNORECASE)


# "Infant School INSET day", "Juniors: term begins": one of two schools under one roof
_UNDER_ONE_ROOF = re.compile(
    r"\W*(?:the )?(?P<part>infant|junior|primary|secondary|lower|upper|middle|senior|prep|pre-?prep)s?"
    r"(?: (?:school|phase))?\b[\s:|-]*(?P<rest>.*)",
    re.IGNORECASE,
)


def without_its_school(title: str) -> str:
    """What a title says of the school that it begins with; "" where it begins with none, or says nothing plain."""
    found = _UNDER_ONE_ROOF.fullmatch(title)
    return (
        found["rest"]
        if found and any(_says(found["rest"], *each) for each in ((False, 1), (True, 5)))
        else ""
    )


def _says(title: str, is_range: bool, days: int) -> bool:
    return what_a_title_says(title, is_range, days).is_enough


def school_of(title: str) -> str:
    """The name of the one school that a title speaks of; "" for none."""
    found = _UNDER_ONE_ROOF.fullmatch(title)
    if found and without_its_school(title):
        return _("{part} school").format(part=found["part"].capitalize())
    for place in _PLACES:
        found = place.match(title)
        name = found["name"].strip() if found else ""
        if is_a_topic(name) and not _A_SCHOOL.search(name):
            continue
        if name and not _OF_ALL.search(name) and what_it_says(name).says is None and strange_in_a_title(name):
            return name
    return ""


def schools_of(judged: Sequence[JudgedEvent]) -> list[str]:
    """The schools of which a calendar has days off of their own; empty where it is that of one."""
    named = [(school_of(each.event.title), each) for each in judged]
    entries = Counter(name for name, _each in named if name and _A_SCHOOL.search(name))
    off = {name for name, each in named if name and (each.plain or without_its_school(each.event.title))}
    names = {name for name in off if entries[name] >= FEWEST_ENTRIES or len(off) > 1}
    names |= {name for name, count in entries.items() if names and count >= FEWEST_ENTRIES}
    return sorted(names) if 2 <= len(names) <= MOST_SCHOOLS else []
