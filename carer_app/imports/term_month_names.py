"""The months in other languages: where one stands behind a day, the day is not passed over."""

import re
from collections.abc import Iterator
from functools import lru_cache

from carer_app.imports.term_tokens import month_at, tokens_in
from carer_app.texts.school_words import month_names


@lru_cache(maxsize=1)
def _months() -> dict[str, frozenset[int]]:
    """Each name with its month; some stand for another month in the language next door."""
    found: dict[str, frozenset[int]] = {}
    for month, names in month_names().names.items():
        for name in names:
            found[name] = found.get(name, frozenset()) | {month}
    return found


def months_named(word: str) -> frozenset[int]:
    """The months that a word of another language may stand for; empty where it is no month."""
    return _months().get(word.casefold(), frozenset())


_WORD = r"(?P<name>[^\s\d.,/()|:;_-]{2,16})"
_PATTERNS = (
    # "2 Medi", "12. maja 2026", "12 de mayo"
    re.compile(
        r"(?<![\d.:/£])\d{1,2}(?:st|nd|rd|th|er|º|ª)?[\s._/(-]{0,3}(?:(?:de|den|fis|mis|o)\s|d['’])?"
        rf"{_WORD}(?:[\s.,/-]{{1,3}}(?:del?\s)?20\d\d)?",
        re.IGNORECASE,
    ),
    # "május 12"
    re.compile(rf"(?<![^\s,|:(]){_WORD}[\s.,/-]{{1,3}}\d{{1,2}}(?![\d:])", re.IGNORECASE),
)
# "5月12日", "12 tháng 5"
_IN_FIGURES = re.compile(r"\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|\d{1,2}\stháng\s\d{1,2}", re.IGNORECASE)


def days_of_other_languages(line: str) -> Iterator[re.Match[str]]:
    """Every day in a line that has its month in another language."""
    yield from _IN_FIGURES.finditer(line)
    for pattern in _PATTERNS:
        yield from (match for match in pattern.finditer(line) if months_named(match["name"]))


# "Medi / September", "September (Medi)": the same month twice.
_TWICE = re.compile(r"([^\W\d_]{3,15})(\s?[/|,(-]\s?|\s\(?)([^\W\d_]{3,15})(?(2)\)?)")


def in_one_language(line: str) -> str:
    """A line in which a month that is told in two languages is told in English alone."""
    return _TWICE.sub(_in_english, line)


def _in_english(found: re.Match[str]) -> str:
    for english, other in ((found[1], found[3]), (found[3], found[1])):
        month = month_at(tokens_in(english), 0)
        if month is not None and months_named(other) == {month} and other.casefold() != english.casefold():
            return english
    return found[0]
