"""What beside a day is of another time, or another school: a later return, evenings that it makes up for."""

import re

from carer_app.imports.term_roles import CLOSED, INSET, TWILIGHT

_BACK = (
    r"[\s,;:(–-]*\b(?:all )?(?:pupils|children|students|everyone|school|we)\b[^.;|]{0,30}?"
    r"\b(?:return|returns|back|restarts?|reopens?)\b(?: to school| in school)?(?: on)? (?:the )?"
)
_LATER = (
    r"(?:(?:following|next) (?:day|morning|week|(?:mon|tues|wednes|thurs|fri)day)|tomorrow|"
    r"(?:mon|tues|wednes|thurs|fri)day)\b\)?"
)
_RETURN_LATER = re.compile(_BACK + _LATER, re.IGNORECASE)
_IN_LIEU = re.compile(
    r"\b(?:day off|closed|holiday|closure)\b[^.;]*\bin (?:lieu|place|return) of\b", re.IGNORECASE
)
_STANDS_FOR = re.compile(
    r"\b(?:in (?:lieu|place|return|exchange) (?:of|for)|instead of)\b",
    re.IGNORECASE,
)


def without_a_later_return(words: str) -> str:
    """Without when pupils are back from a day off: "INSET day - children return Tuesday"."""
    found = _RETURN_LATER.search(words)
    if found is None or not (INSET.search(words, 0, found.start()) or CLOSED.search(words, 0, found.start())):
        return words
    return words[: found.start()] + words[found.end() :]


def without_other_schools(words: str) -> str:
    """With the schools that are none called a club: "Summer school starts" begins no term."""
    return _OF_ANOTHER.sub(" ", _NO_SCHOOL.sub("club", words))


# "First day of term. (This is an Archbishop Wake inset day only)": of the school next door, with its name
_OF_ANOTHER = re.compile(
    r"\((?:[Tt]his is )?(?:an?|[Aa]t|[Tt]he) (?:[A-Z][\w'’]+ ){1,4}(?i:(?:inset|training) day) only\.?\)"
)


_NO_SCHOOL = re.compile(
    r"(?<!for )\b(?:summer|easter|holiday|saturday|sunday|forest|spring|half[\s-]term) schools?\b"
    r"(?= (?:starts?|begins?|opens?|runs?|restarts?|resumes?|finish\w*|programme|week|for)\b)",
    re.IGNORECASE,
)


def is_in_lieu(words: str) -> bool:
    """Whether school is shut for what took place at another time: "closed in lieu of twilights"."""
    if _IN_LIEU.search(words):
        return True
    stands_for = _STANDS_FOR.search(
        words
    )  # "INSET day 3 in lieu of twilight", but no "twilight in lieu of INSET"
    return (
        stands_for is not None
        and TWILIGHT.search(words, stands_for.end()) is not None
        and TWILIGHT.search(words, 0, stands_for.start()) is None
    )
