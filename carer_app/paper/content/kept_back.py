"""Words that must not stand on one paper, found however they are written, and what stands in for them.

A name is the same with other capitals, without its accents, with a curled apostrophe or a letter inside that nobody
sees. What stays is as it was typed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from carer_app.paper.content.pieces import Picture
from carer_app.paper.content.printed import Quote

Whole = TypeVar("Whole")

_LAST_LATIN = "\u024f"
_APOSTROPHES = "’‘ʼ`´＇"
_INDIC = range(0x0900, 0x1000)
_LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Swap:
    """Words, and what stands on paper in their place. `of` is what they belong to.

    `with_capital`: they are also an everyday word ("Will", "Park"), and only meant where they begin with a capital.
    """

    words: str
    stands_in: str
    of: str = ""
    with_capital: bool = False


@dataclass
class Swapping:
    """Takes words out of whatever goes on paper, and counts what was taken out. Of two that overlap the longer counts.

    `patterns` are found in folded words, such as an address, each with what stands in for it and what it belongs to:
    they are meant where each of their words has a capital or a number ("12 Oak Road", not "20 minutes in the park").
    """

    swaps: tuple[Swap, ...]
    patterns: tuple[tuple[str, str, str], ...] = ()
    taken: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        longest = sorted(self.swaps, key=lambda each: len(each.words), reverse=True)
        self._by_group: dict[str, Swap] = {}
        alternatives = []
        for number, (pattern, stands_in, of) in enumerate(self.patterns):
            self._by_group[f"p{number}"] = Swap("", stands_in, of)
            alternatives.append(f"(?P<p{number}>{pattern})")
        for number, swap in enumerate(longest):
            if pattern := _pattern_of(swap.words):
                self._by_group[f"s{number}"] = swap
                alternatives.append(f"(?P<s{number}>{pattern})")
        self._any = re.compile("|".join(alternatives)) if alternatives else None

    def through(self, value: Whole) -> Whole:
        """The same, with every word in it as it goes on paper; in somebody's own words one sees what was changed."""
        return self._through(value, in_quotes=False)  # type: ignore[no-any-return]

    def _through(self, value: Any, in_quotes: bool) -> Any:
        if type(value) is str:
            return self.in_text(value, in_quotes)
        if isinstance(value, tuple):
            return tuple(self._through(each, in_quotes) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value,
                **{
                    each.name: self._through(
                        getattr(value, each.name),
                        in_quotes or (type(value) is Quote and each.name == "words"),
                    )
                    for each in fields(value)
                    if not (type(value) is Picture and each.name == "drawing")  # it is a drawing, not words
                },
            )
        return value

    def in_text(self, text: str, in_quotes: bool = False) -> str:
        """One text without them."""
        if self._any is None:
            return text
        folded, places = fold(text)
        made, done = [], 0
        for found in self._any.finditer(folded):
            swap = self._by_group[str(found.lastgroup)]
            start, end = places[found.start()], places[found.end() - 1] + 1
            while end < len(text) and _belongs_to_the_letter_before(text[end]):
                end += 1
            if start < done or not _is_meant(swap, text[start:end]):
                continue
            stands_in = swap.stands_in
            if in_quotes and not stands_in.startswith("["):
                stands_in = f"[{stands_in}]"
            self.taken[swap.of] += 1
            made += [text[done:start], stands_in]
            # One full stop is enough: "Plays with Jayden." becomes "Plays with J."
            done = end + (stands_in.endswith(".") and text[end : end + 1] == ".")
        return "".join([*made, text[done:]])


def fold(text: str) -> tuple[str, list[int]]:
    """The text as it is compared: small letters without accents, and of each where it stands in the text."""
    made = [_folded(letter) for letter in text]
    return "".join(made), [place for place, each in enumerate(made) for _letter in each]


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(_alike(each).casefold() for each in parts if not _is_left_out(each))


def words_in(value: Any) -> Iterable[str]:
    """Every text inside."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from words_in(getattr(value, one.name))


def _is_meant(swap: Swap, found: str) -> bool:
    if swap.with_capital:
        return found[:1].isupper()
    return bool(swap.words) or all(
        word[0].isupper() or any(letter.isdigit() for letter in word) for word in found.split()
    )


def _alike(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter in _APOSTROPHES:
        return "'"
    return "-" if unicodedata.category(letter) == "Pd" else letter


def _is_left_out(letter: str) -> bool:
    if unicodedata.combining(letter):
        return ord(letter) not in _INDIC
    kind = unicodedata.category(letter)
    return kind == "Cf" or (kind == "Cc" and not letter.isspace()) or 0xFE00 <= ord(letter) <= 0xFE0F


def _belongs_to_the_letter_before(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")


def _pattern_of(words: str) -> str:
    """Between words anything that parts them; at the ends no letter of a longer word, where words are parted at all.

    Names of other alphabets take endings, or stand without a space: there what is longer goes too.
    """
    parts = re.split(r"[ \-]+", fold(words)[0].strip(" -."))
    if not any(parts):
        return ""
    inside = r"[ \-.]*".join(re.escape(part) for part in parts if part)
    before = rf"(?<!{_LETTER})" if parts[0][0] <= _LAST_LATIN else ""
    after = rf"(?:e?s)?(?!{_LETTER})" if parts[-1][-1] <= _LAST_LATIN else ""
    return before + inside + after
