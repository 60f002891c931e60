"""What stands in a list of training days beside its days: a school's own letters, and when pupils come back."""

import re
from collections.abc import Sequence

from carer_app.imports.school_events import is_everyday
from carer_app.imports.term_roles import CLOSED, INSET, NEWS
from carer_app.imports.term_written_day import Group

_LETTERS = re.compile(r"\W*(?P<letters>[A-Z]{2,5})[\s.#-]?\d{0,2}\W*")
_WORD = re.compile(r"[A-Za-z]+")
# "School opens to children on Friday 6 September", in a list of training days
_ALL_ARE_BACK = re.compile(
    r"\b(?:school|academy|we) (?:re-?)?opens? (?:to|for)\b[^.;|]*\b(?:children|pupils|students)\b|"
    r"\b(?:all )?(?:children|pupils|students) (?:return|are back|start|begin)\b",
    re.IGNORECASE,
)


def without_own_letters(words: str, heading: str) -> str:
    """The words before a day without the letters that stand for its heading: "SDD1", below "Staff Development Days"."""
    found = _LETTERS.fullmatch(words)
    if found is None:
        return words
    initials = "".join(word[0] for word in _WORD.findall(heading)).upper()
    return "" if found["letters"] in initials else words


def goes_on_below(words: str, *, has_bare: bool, in_list: bool) -> bool:
    """Whether a line only tells when pupils are back, between the days of a list that stand alone in their lines."""
    return has_bare and in_list and _ALL_ARE_BACK.search(words) is not None


def of_the_day_before(words: str, dated: Sequence[Group], number: int) -> bool:
    """Whether nothing but a space, or a comma, parts a day from the one before it."""
    return number > 0 and not words[dated[number - 1].end : dated[number].at].strip(" ,;&/|")


def is_of_something_else(before: str) -> bool:
    """Whether a day off is told, and then something else just before a day: "closed to pupils. Sports day 25 June"."""
    told = [*_A_DAY_OFF.finditer(before)]
    tail = before[told[-1].end() :] if told else ""
    return bool(told) and (NEWS.search(tail) is not None or (" " in tail.strip() and is_everyday(tail)))


_A_DAY_OFF = re.compile(rf"{INSET.pattern}|{CLOSED.pattern}(?: (?:to|for) (?:all )?\w+)?", re.IGNORECASE)
