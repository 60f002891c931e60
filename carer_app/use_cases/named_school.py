"""Whether a text names another school than the one it is read for."""

import re

from carer_app.words import _

_FIRST_LINES = 5
_KINDS = ("school", "primary", "academy", "college")
_OF_ANY = {
    *_KINDS, "schools", "secondary",
    "junior", "infant", "nursery", "high", "the", "and", "of", "for", "st", "saint", "our",
    "term", "terms", "dates", "holiday", "holidays", "year", "church", "england", "ce", "c", "e", "rc", "catholic",
}  # fmt: skip
"""Words that tell no school from another."""
_NAME = re.compile(
    r"((?:[A-Z][\w.’'\-]*,?\s+(?:(?:of|the|and|for)\s+)*){1,6}(?:School|Primary|Academy|College)(?:\s+School)?)\b"
)


def another_school(text: str, school: str) -> str:
    """A question where the first lines of a text name another school; else nothing."""
    known = _words(school)
    lines = [line for line in text.splitlines() if line.strip()][:_FIRST_LINES]
    for line in lines if known else ():
        for found in _NAME.finditer(line):
            name = found[1].strip()
            if _words(name) and not _words(name) & known:
                return _("The text names {name}. Are these the dates of {school}?").format(
                    name=name, school=school
                )
    return ""


def _words(name: str) -> set[str]:
    return {
        word.removesuffix("s") for word in re.findall(r"[a-z]+", re.sub(r"[’']s?\b", "", name.casefold()))
    } - _OF_ANY
