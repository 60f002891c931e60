"""Spelling in British English, with the dictionary that the system (or Enchant's own package) gives.

Enchant keeps a list of words that one adds; here nothing is ever added, and no file of it is made.
"""

import os
import re
from collections.abc import Iterator
from threading import Lock
from typing import Any

LANGUAGE = "en_GB"
MOST_LETTERS = 20_000
"""Of a longer text only so much is looked at: a box is for a few sentences."""

_WORD = re.compile(r"(?<![\w’'.@/])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/])")
_BEGINS = re.compile(r"(?:^|[.!?:…\n“\"(•-])\s*$")
_MOST_SUGGESTED = 5


class Speller:
    """Finds words that the dictionary does not have. Safe to ask from two threads."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary
        self._known: dict[str, bool] = {}
        self._let_be: set[str] = set()
        self._lock = Lock()

    def wrong_in(self, text: str, names: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
        """Where words stand that are not in the dictionary: start and end. `names` are lower-case words that are fine.

        Words with a capital inside a sentence, and words all in capitals, are taken for names.
        """
        for match in _WORD.finditer(text[:MOST_LETTERS]):
            word = match.group()
            if len(word) < 2 or word.isupper() or word.casefold().removesuffix("’s") in names:
                continue
            if word[0].isupper() and not _BEGINS.search(text[: match.start()]):
                continue
            if not self.is_right(word):
                yield match.start(), match.end()

    def is_right(self, word: str) -> bool:
        """Whether the dictionary has this word, or the carer let it be."""
        plain = word.replace("’", "'")
        if plain.casefold() in self._let_be:
            return True
        right = self._known.get(plain)
        if right is None:
            with self._lock:
                right = self._known[plain] = bool(self._dictionary.check(plain))
        return right

    def suggestions(self, word: str) -> list[str]:
        """Up to five words that may be meant, the likeliest first. Takes a tenth of a second."""
        with self._lock:
            found = self._dictionary.suggest(word.replace("’", "'"))
        return [each.replace("'", "’") for each in found[:_MOST_SUGGESTED]]

    def let_be(self, word: str) -> None:
        """This word is fine, until the records lock or close."""
        self._let_be.add(word.replace("’", "'").casefold())

    def forget(self) -> None:
        """Forget every word that was looked at: they were typed by the carer."""
        self._known.clear()
        self._let_be.clear()


def load_speller() -> Speller | None:
    """The speller of this computer; None where there is no British dictionary. Takes a third of a second."""
    os.environ.setdefault("ENCHANT_CONFIG_DIR", os.devnull)
    try:
        # Without the system's library the import itself fails.
        import enchant

        if not enchant.dict_exists(LANGUAGE):
            return None
        return Speller(enchant.Dict(LANGUAGE))
    except (ImportError, OSError):
        return None
