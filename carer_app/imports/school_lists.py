"""The words of a school's diary from `resources/school_events`, as patterns: with weights, and in lists."""

import re
from collections.abc import Iterable
from functools import lru_cache

from carer_app.texts.school_words import diary_words


def strange_words(words: str) -> list[str]:
    """Words that are no part of what a school says of its dates."""
    plain = word_lists()["plain"]
    return [word for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", words) if not plain.fullmatch(word)]


def weight_of(kind: str, words: str) -> int:
    return next((weight for weight, pattern in _weights()[kind] if pattern.search(words)), 0)


@lru_cache(maxsize=1)
def _weights() -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    return {
        kind: [(weight, words_pattern(said)) for weight, said in sorted(by_weight.items(), reverse=True)]
        for kind, by_weight in diary_words().weighted.items()
    }


@lru_cache(maxsize=1)
def word_lists() -> dict[str, re.Pattern[str]]:
    return {kind: words_pattern(said) for kind, said in diary_words().lists.items()}


def words_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    said = (
        phrase.replace(".", r"\.")
        .replace(" ", r"[\s-]*")
        .replace("*", r"\w*")
        .replace(r"[\s-]\w*", r"[\s-]*")
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)
