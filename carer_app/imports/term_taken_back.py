"""Days off that a text takes back: moved to another day, cancelled, "no longer an INSET day", "now open to pupils"."""

import re

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_beside import SENTENCE_ENDS
from carer_app.imports.term_days import Group
from carer_app.imports.term_facts import Place
from carer_app.imports.term_roles import CLOSED, INSET, INSTEAD_OF, LISTED, MOVED, Role
from carer_app.imports.term_text import Row

_TAKES_BACK = re.compile(
    r"\b(?:no longer|cancell?ed|not (?:now )?(?:be )?(?:an? )?(?:in[\s-]?set|training|closed)|won['’]t be closed|"
    r"(?:school|we|academy)(?: is| are| will be)? (?:now )?open as (?:usual|normal)|"
    r"now (?:be )?(?:open|a (?:normal )?school day)|back to (?:a )?normal school day)\b",
    re.IGNORECASE,
)
_OPEN_TO_PUPILS = re.compile(
    r"\b(?:is|are|be|now|remains?|stays?) open (?:to|for) (?:all )?(?:pupils|children|students|everyone)\b|"
    r"\bnow (?:be )?open\b|\bopen after all\b",
    re.IGNORECASE,
)
_A_TERM_BEGINS = re.compile(
    r"\b(?:terms?|re-?opens?|holidays?|half[\s-]?term|after|start\w*|begin\w*)\b", re.IGNORECASE
)


def moved(row: Row, place: Place) -> list[tuple[Group, Role]] | None:
    """A day off that is put to another day: the old day is no day off any more, wherever the text has it."""
    if len(row.groups) != 2 or not MOVED.search(row.beside) or any(group.is_range for group in row.groups):
        return None
    said = f"{place.carried} {row.beside}" if what_it_says(place.carried).says in LISTED else row.beside
    role: Role | None = "inset" if INSET.search(said) else "closed" if CLOSED.search(said) else None
    first, second = row.groups
    if role is None or SENTENCE_ENDS.search(row.words[first.end : second.at]):
        return None
    if INSTEAD_OF.search(row.words[first.end : second.at]):
        return [(first, role), (second, "moved")]
    return [(first, "moved"), (second, role)]


def taken_back(row: Row, place: Place) -> list[tuple[Group, Role]] | None:
    """Days of a line that says of a day off that it is none: they are school days, wherever the text has them."""
    words = row.beside
    if len(SENTENCE_ENDS.split(words.strip())) > 1 or any(group.is_range for group in row.groups):
        return None
    of_a_day_off = INSET.search(words) or CLOSED.search(words) or what_it_says(place.carried).says in LISTED
    begins = _A_TERM_BEGINS.search(words) or row.groups[0].days[0].is_in_first_days()
    is_open = _OPEN_TO_PUPILS.search(words) and not begins
    if not (is_open or (of_a_day_off and _TAKES_BACK.search(words))):
        return None
    return [(group, "open") for group in row.groups]
