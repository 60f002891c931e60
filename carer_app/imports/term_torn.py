"""Headings that were torn in the middle, as in a narrow cell: "Half", and on the next line "Term"."""

import re

_TORN = (
    ("half", "terms?"),
    ("autumn|spring|summer|michaelmas|lent|trinity", "terms?|half[ -]terms?|holidays?"),
    ("christmas|easter|summer|half[ -]term", "holidays?|breaks?|vacation"),
    ("academic|school", "years?"),
    ("inset|training|staff|staff training|development|staff development|non[ -]pupil", "days?"),
    ("bank|public", "holidays?"),
    ("(?:first|last) day(?: of)?", "of term|of half[ -]term|term|back"),
    (r"(?:academic|school) year|term dates(?: for)?", r"20\d\d\s?[/-]\s?(?:20)?\d\d\W*$"),
)
_WORDS = r"[^\W\d_]+"
_PAIRS = tuple(
    (
        re.compile(rf"\W*(?:{_WORDS} ){{0,2}}(?:{one})\s*$", re.IGNORECASE),
        re.compile(rf"\s*(?:{other})(?!\w)", re.IGNORECASE),
    )
    for one, other in _TORN
)


def is_torn(before: str, line: str) -> bool:
    """Whether a line begins with what a heading lacks that is the whole line before it."""
    return any(one.match(before) and other.match(line) for one, other in _PAIRS)
