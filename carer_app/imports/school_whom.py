"""Of whom words speak: of the whole school, of some of its children, of some of its staff."""

import re
from functools import lru_cache

from carer_app.imports.school_lists import word_lists
from carer_app.imports.school_parts import is_a_part_of_school, is_off_for_a_part
from carer_app.imports.school_staff import staff_together

LONGEST = 400


def is_for_some_staff(words: str) -> bool:
    """Whether training is that of some of the staff: "INSET (teaching assistants)"."""
    words = staff_together(words)
    return bool(word_lists()["of_staff"].search(words)) and not _ALL_STAFF.search(words)


_ALL_STAFF = re.compile(r"\b(?:all|whole|entire) (?:the )?(?:school )?staff\b|\bincluding\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_for_some(words: str) -> bool:
    """Whether words speak of some of the children, and not of all."""
    words = words[:LONGEST]
    return speaks_of_some(words) and not is_whole(words)


_LEAVES_OUT = re.compile(
    r"\b(?:except(?:ing)?|apart from|excluding|other than|all but|but not|not|only|just)\b", re.IGNORECASE
)
_BESIDE_WHOM = re.compile(
    r"\b(?:and|to|for|the|of|all|groups?|years?|pupils|children|students)\b", re.IGNORECASE
)


def leaves_some_out(words: str) -> bool:
    """Whether words except somebody: "INSET day for all but Year 11"."""
    return _LEAVES_OUT.search(words[:LONGEST]) is not None


def says_only_for_whom(words: str) -> bool:
    """Whether words name some of the children, and say nothing else: "(except Year 11)", "Years 7 to 10"."""
    words = words[:LONGEST]
    rest = _BESIDE_WHOM.sub(" ", _LEAVES_OUT.sub(" ", word_lists()["some"].sub(" ", words)))
    return speaks_of_some(words) and not any(map(str.isalpha, rest))


def speaks_of_some(words: str) -> bool:
    words = without_induction(_SCHOOL_YEAR.sub("school", NO_CLASSES.sub(" ", words)))
    return bool(word_lists()["some"].search(words) or is_a_part_of_school(words))


def without_induction(words: str) -> str:
    """Without what some of the children do on a numbered training day: "INSET 1 and Y12 & Y9 induction"."""
    return _INDUCTION.sub(r"\1", words) if "nduct" in words.lower() else words


_INDUCTION = re.compile(
    r"\b(in[\s-]?set(?: days?)? \d) ?(?:and|&|\+|/) ?[^.;|()]{1,40}?\binduction\b", re.IGNORECASE
)
# "End of academic year - 1.30pm": of everybody, and not of Year 1
_SCHOOL_YEAR = re.compile(r"\b(?:academic|school) year\b", re.IGNORECASE)
# "Staff development day (no classes)" speaks of every class there is; "no classes for Year 9" does not.
NO_CLASSES = re.compile(r"\bno (?:classes|lessons|teaching)\b", re.IGNORECASE)


def is_whole(words: str) -> bool:
    """Whether words speak of the whole school; "school closed for Years 7 to 9" and "Secondary School" do not."""
    is_whole = word_lists()["whole"].search(words) or _CLOSED_FOR_INSET.search(words)
    return bool(is_whole) and not (is_a_part_of_school(words) or _shut_to_some(words))


# "Inset Day CLOSED nursery conference"
_CLOSED_FOR_INSET = re.compile(
    r"\bin[\s-]?set(?: days?)?\W+closed\b(?! (?:to|for|from|at|in)\b)", re.IGNORECASE
)
_SHUT_TO = re.compile(
    r"\b(?:closed|shut) (?:for|to) (?!all\b|every|pupils\b|children\b|students\b)([^.;]*)", re.IGNORECASE
)


def _shut_to_some(words: str) -> bool:
    return any(word_lists()["some"].search(to) for to in _SHUT_TO.findall(words))


def is_not_for_all(words: str) -> bool:
    """Whether words limit a closing to some of the children, or take it back."""
    return (
        is_for_some(words)
        or is_off_for_a_part(words)
        or bool(word_lists()["denied"].search(words[:LONGEST].strip(" .!")))
    )
