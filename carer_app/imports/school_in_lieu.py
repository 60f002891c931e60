"""A day off that stands for another time: school is back on a later day, or it makes up for training in evenings."""

import re

from carer_app.imports.term_roles import CLOSED, INSET

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


def without_a_later_return(words: str) -> str:
    """Without when pupils are back from a day off: "INSET day - children return Tuesday"."""
    found = _RETURN_LATER.search(words)
    if found is None or not (INSET.search(words, 0, found.start()) or CLOSED.search(words, 0, found.start())):
        return words
    return words[: found.start()] + words[found.end() :]


def is_in_lieu(words: str) -> bool:
    """Whether school is shut for what took place at another time: "closed in lieu of twilights"."""
    return _IN_LIEU.search(words) is not None
