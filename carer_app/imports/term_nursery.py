"""A nursery's or pre-school's own page: there "Nursery re-opens" is said of all children, not of some of a school."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.term_roles import START
from carer_app.imports.term_text import Row

_NAME = r"(?:nursery|pre-?school)(?: school)?"
_NURSERY = re.compile(rf"\b{_NAME}\b", re.IGNORECASE)
_ITS_DATES = re.compile(
    rf"\b{_NAME}(?=\s+(?:is |are |will (?:be )?)?(?:re-?\s?)?"
    r"(?:opens?|opening|begins?|starts?|clos(?:es?|ed|ing)|returns?|commences?|resumes?|finish(?:es)?|ends?|"
    r"breaks? up)\b(?! (?:for|to) (?:some|new|\d|year)))|"
    rf"(?<=\blast )(?:{_NAME})(?= (?:session|day)\b)",
    re.IGNORECASE,
)
_OF_A_SCHOOL = re.compile(
    r"\b(?:schools?|academy|college|primary|infants?|juniors?|secondary|sixth form|6th form|reception|eyfs|"
    r"pupils?|students?|(?:years?|yrs?) (?:r|\d{1,2})|key stage \d|ks\s?\d)\b(?! years?\b)",
    re.IGNORECASE,
)
_BOTH_SAY = re.compile(r"\bschool (?:age|run|uniform)\b|\bschool (?:term|holiday)s?\b", re.IGNORECASE)


def said_of_all(rows: Sequence[Row]) -> list[Row]:
    """The rows of a nursery's own page with "school" for "nursery", each letter where it stood; others as they are."""
    if not any(row.groups and _ITS_DATES.search(row.words) for row in rows) or not _is_its_own(rows):
        return list(rows)
    return [replace(row, words=_ITS_DATES.sub(_as_school, row.words)) for row in rows]


def _is_its_own(rows: Sequence[Row]) -> bool:
    """Whether a page names no school beside its nursery, and its first line, or each beginning, is the nursery's."""
    others = (_BOTH_SAY.sub(" ", _NURSERY.sub(" ", row.words)) for row in rows)
    if any(map(_OF_A_SCHOOL.search, others)):
        return False
    begins = [row for row in rows if row.groups and START.search(row.words)]
    return _NURSERY.search(rows[0].words) is not None or (
        len(begins) > 1 and all(_NURSERY.search(row.words) for row in begins)
    )


def _as_school(found: re.Match[str]) -> str:
    if found.string[: found.start()].casefold().endswith("last "):
        return " " * len(found[0])  # "Last session"
    word = "School" if found[0][0].isupper() else "school"
    return word.ljust(len(found[0]))


def opens_all_year(rows: Sequence[Row]) -> bool:
    """Whether a page says that it is open all year, as a nursery without terms is."""
    return any(_ALL_YEAR.search(row.words) for row in rows)


_ALL_YEAR = re.compile(
    r"\bopen(?:s|ing)?\b[^.;]*\b(?:all (?:the |through the |of the )?year|(?:throughout|through) the year|"
    r"all year round|year[\s-]round|(?:4[5-9]|5[0-2]) weeks)\b",
    re.IGNORECASE,
)
