"""Feasts and fasts in what is said of a day: beside "holiday" or "closed" they only say why school is shut."""

import re
from functools import lru_cache

from carer_app.imports.school_lists import word_lists

_SHUT = re.compile(
    r"\b(?:holidays?|hols|closed|closures?|breaks?|no (?:school|lessons|classes)|shut|day off)\b",
    re.IGNORECASE,
)


# "Chinese New Year's Day" is no bank holiday
_NEW_YEARS_DAY = re.compile(r"\b[^\W\d_]+ new year['’]?s? day\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def without_festivals(words: str) -> str:
    """Words that say that school is shut, without the feast it is shut for; all others as they are.

    "Eid holiday" is a day off like another "additional holiday", also where it is one day.
    """
    if not word_lists()["festival"].search(words):
        return words
    if not _SHUT.search(words):
        return _NEW_YEARS_DAY.sub("feast ", words)
    return word_lists()["festival"].sub(" ", _holidays_named().sub("additional holiday", words))


@lru_cache(maxsize=1)
def _holidays_named() -> re.Pattern[str]:
    """ "Ramadan & Eid holiday", "Diwali break"."""
    festival = word_lists()["festival"].pattern
    return re.compile(
        rf"{festival}(?:\s*(?:&|and|/|,|-)\s*{festival})*\s+(?:(?:school )?(?:holidays?|break(?! up))|day off)\b",
        re.IGNORECASE,
    )
