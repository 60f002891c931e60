"""Days off that a text takes back: moved to another day, cancelled, "no longer an INSET day", "now open to pupils"."""

import re
from collections.abc import Sequence

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_beside import SENTENCE_ENDS
from carer_app.imports.term_facts import PlaceInText
from carer_app.imports.term_roles import CLOSED, INSET, INSTEAD_OF, LISTED, MOVED, Role, holds
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

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


def moved(row: Row, place: PlaceInText) -> Sequence[tuple[Group, Role | None]] | None:
    """A day off that is put to another day: the old day is no day off any more, wherever the text has it."""
    groups = _from_and_to(row, place)
    says_so = groups is not row.groups or holds(MOVED, row.beside)
    if len(groups) != 2 or not says_so or any(group.is_range for group in groups):
        return None
    said = f"{place.carried} {row.beside}" if what_it_says(place.carried).says in LISTED else row.beside
    role: Role | None = "inset" if holds(INSET, said) else "closed" if holds(CLOSED, said) else None
    first, second = groups
    if role is None or holds(SENTENCE_ENDS, row.words[first.end : second.at]):
        return None
    if holds(INSTEAD_OF, row.words[first.end : second.at]):
        return [(first, role), (second, "moved")]
    return [(first, "moved"), (second, role)]


def _from_and_to(row: Row, place: PlaceInText) -> Sequence[Group]:
    """The days of a row; "moved from 20 November to 4 December" are two, and no stretch."""
    (group, *more) = row.groups
    before = f"{place.carried} {row.words[: group.at]}"
    if more or not group.is_range or group.weeks or not _FROM.search(before):
        return row.groups
    return [Group((day,), False, keys=group.keys) for day in group.days]


_FROM = re.compile(rf"(?:{MOVED.pattern}|\bchange[ds]?\b)[^.;]*\bfrom(?: the)?\s*$", re.IGNORECASE)


def taken_back(row: Row, place: PlaceInText) -> Sequence[tuple[Group, Role | None]] | None:
    """Days of a line that says of a day off that it is none: they are school days, wherever the text has them."""
    if (told := _one_of_several(row, place)) is not None:
        return told
    words = row.beside
    if len(SENTENCE_ENDS.split(words.strip())) > 1 or any(group.is_range for group in row.groups):
        return None
    of_a_day_off = holds(INSET, words) or holds(CLOSED, words) or what_it_says(place.carried).says in LISTED
    begins = holds(_A_TERM_BEGINS, words) or row.groups[0].days[0].is_in_first_days()
    is_open = holds(_OPEN_TO_PUPILS, words) and not begins
    if not (is_open or (of_a_day_off and holds(_TAKES_BACK, words))):
        return None
    return [(group, "open") for group in row.groups]


def _one_of_several(row: Row, place: PlaceInText) -> list[tuple[Group, Role | None]] | None:
    """Days off of which one is called off right behind it: "INSET: 27 November (cancelled) 30 November"."""
    off = [group for group in row.groups if _CALLED_OFF.match(row.words, group.end)]
    if not off or len(off) == len(row.groups) or any(group.is_range for group in row.groups):
        return None
    said = f"{place.carried} {row.beside}" if what_it_says(place.carried).says in LISTED else row.beside
    role: Role | None = "inset" if holds(INSET, said) else "closed" if holds(CLOSED, said) else None
    if role is None:
        return None
    # Of days that are written together nobody can tell whether the words are of one or of all.
    return [
        (group, role if group not in off else "open" if len(group.days) == 1 else None)
        for group in row.groups
    ]


_CALLED_OFF = re.compile(r"[\s,-]*\((?:now )?(?:cancell?ed|called off|no longer[^()]*)\)", re.IGNORECASE)
