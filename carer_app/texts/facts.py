"""What we say of law, rules, money and helplines: once, with where it was read and the day, from resources/facts.

The day on which something was looked at stands here and nowhere else: leaflets, words, questions, ready words and
numbers only name their facts. A sentence for a page (`says`) stands here too, so that no two pages say two things.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from carer_app.texts.reading import read_file
from carer_app.typed_dates import say_short
from carer_app.words import _
from resources import path

TAKEN_FROM = re.compile(r" ?\{from:(\w+)\}")
"""Behind a line or a question: where it was read. It is never shown."""

SAID = re.compile(r"\{fact:(\w+)\}")
"""In a line: the sentence of that fact."""


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """`found` is what stands at the source; `says` is the sentence for a page. `page` is the day that the page
    itself carries.

    `since`: it could not be found again. `holds_from` and `holds_until`: money, and the year that it is for; `then` is
    what to do when that year is over.
    """

    key: str
    source: str
    address: str
    checked_on: date
    found: str = ""
    says: str = ""
    page: str = ""
    since: str = ""
    holds_from: date | None = None
    holds_until: date | None = None
    then: str = ""

    def __post_init__(self) -> None:
        """Nobody is told of money without its year, or left alone when that year is over."""
        if len({bool(self.holds_from), bool(self.holds_until), bool(self.then)}) != 1:
            raise ValueError(_("money needs the first and the last day of its year, and what to do then"))

    @property
    def sentence(self) -> str:
        """For a page, with a word about what could not be found again."""
        doubt = _("We could not check this since {since}.").format(since=self.since) if self.since else ""
        return " ".join(part for part in (self.says, doubt) if part)

    def over(self, today: date) -> str:
        """What to say of money behind its sentence when its year is over; nothing before."""
        if self.holds_until is None or today <= self.holds_until:
            return ""
        return _("That year is over. {what_to_do}").format(what_to_do=self.then)

    def sentence_on(self, today: date) -> str:
        """The sentence as it is true on a day."""
        return " ".join(part for part in (self.sentence, self.over(today)) if part)


@lru_cache(maxsize=1)
def facts() -> tuple[SourcedFact, ...]:
    """Every fact that comes along."""
    return read_facts(path("facts/england.toml"))


def fact(key: str) -> SourcedFact:
    """One fact. Raises KeyError."""
    return _by_key()[key]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the file holds."""

    fact: tuple[SourcedFact, ...]

    def __post_init__(self) -> None:
        """Each fact is there once."""
        if len({each.key for each in self.fact}) != len(self.fact):
            raise ValueError(_("a key is there twice"))


def read_facts(file: Path) -> tuple[SourcedFact, ...]:
    """The facts of a file. Raises TextFileWrong."""
    return read_file(file, Facts).fact


def known(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys as they stand in a file. Raises ValueError for one that nobody knows."""
    unknown = [key for key in keys if key not in _by_key()]
    if unknown:
        raise ValueError(_("“facts” names what nobody knows: {keys}").format(keys=", ".join(unknown)))
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class FactLine:
    """A line to read, and what it rests on. `said` are the facts whose own sentence stands in it."""

    text: str
    facts: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @classmethod
    def from_file(cls, line: str) -> "FactLine":
        """As it stands in a file: {fact:…} and {from:…} are what it rests on."""
        return read_line(line)

    def on(self, today: date) -> str:
        """The line as it is true on a day: money in it whose year is over says so."""
        over = dict.fromkeys(words for key in self.said if (words := fact(key).over(today)))
        return " ".join((self.text, *over))


def read_line(line: str) -> FactLine:
    """A line from a file: without its signs, and with the sentences of facts filled in."""
    said = known(SAID.findall(line))
    shown = SAID.sub(lambda found: fact(found[1]).sentence, TAKEN_FROM.sub("", line))
    return FactLine(shown, (*said, *known(TAKEN_FROM.findall(line))), said)


def checked_on(keys: Iterable[str]) -> date:
    """The day on which all of it was known: that of the one looked at longest ago."""
    return min(fact(key).checked_on for key in keys)


def as_we_had_them(keys: Iterable[str]) -> str:
    """The one sentence about the day, at the end of every leaflet and list, on screen and on paper."""
    return _("Rules and numbers as we had them on {day}. They can change.").format(
        day=say_short(checked_on(keys), with_year=True)
    )


def sources(keys: Iterable[str]) -> tuple[str, ...]:
    """Where it all was read, each source once."""
    return tuple(dict.fromkeys(fact(key).source for key in keys))


@lru_cache(maxsize=1)
def _by_key() -> dict[str, SourcedFact]:
    return {each.key: each for each in facts()}
