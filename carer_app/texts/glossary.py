"""The words of PEPs explained, from resources/words/glossary.toml, and finding them in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from carer_app.texts import facts
from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class Word:
    """A term, what else it is called, and what it means in a sentence or two.

    `listed` are other names that are everyday words too: they are shown, and not looked for in texts. `read` is what it
    means, and what that rests on where it says something of law, rules or numbers.
    """

    word: str
    also: tuple[str, ...]
    read: facts.FactLine = field(metadata={"in_file": "means"})
    listed: tuple[str, ...] = ()

    @property
    def means(self) -> str:
        """What it means."""
        return self.read.text

    def means_on(self, today: date) -> str:
        """What it means, as it is true today: money whose year is over says so."""
        return self.read.on(today)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Everything else it is called."""
        return (*self.also, *self.listed)

    @property
    def title(self) -> str:
        """For a heading: "Designated teacher"."""
        return self.word if self.word[1:2].isupper() else self.word[:1].upper() + self.word[1:]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All that the file holds."""

    word: tuple[Word, ...]


@lru_cache(maxsize=1)
def words() -> tuple[Word, ...]:
    """All words, in the order of the alphabet."""
    read = read_file(path("words/glossary.toml"), Glossary).word
    return tuple(sorted(read, key=lambda each: each.word.casefold()))


def rests_on() -> tuple[str, ...]:
    """The facts that the words rest on."""
    return tuple(dict.fromkeys(key for each in words() for key in each.read.facts))


def words_in(texts: Iterable[str]) -> tuple[Word, ...]:
    """The words that stand in these texts, whole words only, in the order in which they are met."""
    found: list[Word] = []
    by_name = _by_name()
    for text in texts:
        for match in _pattern().finditer(text):
            word = by_name[_folded(match.group())]
            if word not in found:
                found.append(word)
    return tuple(found)


def search(typed: str) -> tuple[Word, ...]:
    """The words whose name, other name or meaning holds what was typed. All where nothing was typed.

    The word that is called exactly so comes first, then names that begin so, then other names, then meanings.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return words()
    found = [(place, each) for each in words() if (place := _nearness(each, wanted)) is not None]
    return tuple(each for _place, each in sorted(found, key=lambda one: one[0]))


def _nearness(word: Word, wanted: str) -> int | None:
    names = [name.casefold() for name in (word.word, *word.other_names)]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    return 3 if wanted in word.means.casefold() else None


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Word]:
    return {_folded(name): each for each in words() for name in _names(each)}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """The longest first: "supervising social worker" before "social worker"."""
    names = sorted({name for each in words() for name in _names(each)}, key=len, reverse=True)
    parts = [re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _names(word: Word) -> tuple[str, ...]:
    """The names that are looked for in texts, also in the plural."""
    names = (word.word, *word.also)
    return (*names, *(f"{name}s" for name in names if not name.endswith("s")))


def _folded(name: str) -> str:
    return name if name.isupper() else name.casefold()
