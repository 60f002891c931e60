"""What must happen when a child is not in school full-time, and from which day, from resources/without_school."""

from dataclasses import dataclass
from functools import lru_cache

from carer_app.choices import WithoutSchool
from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.texts.ready_words import WordsToCopy, all_words
from carer_app.words import _
from resources import path

KNOWN_DAYS = ("in_writing_on", "social_worker_told_on", "virtual_school_told_on", "last_on")
"""The days of one time without school with which something is done."""


@dataclass(frozen=True, slots=True)
class OnHome:
    """What Home says is next, with {child} and {worker} in it: until a day of KNOWN_DAYS is known, or all the time."""

    says: str
    until: str = ""

    def __post_init__(self) -> None:
        """It ends with a day that there is."""
        if self.until and self.until not in KNOWN_DAYS:
            raise ValueError(_("“until” names no day that is kept"))


@dataclass(frozen=True, slots=True)
class MustHappen:
    """One thing, for the `kinds` that it is true of. Its sentences are those of its facts; `ask` is the carer's part.

    In school days: `from_day` is the nth of those in a row, `within` so many after the first; `more_in_term` and
    `most_in_year` are what all suspensions together come to. `words` are ready words to ask with, by their key.
    `home` is what of it is a step on Home, in its order; most is not.
    """

    key: str
    kinds: tuple[WithoutSchool, ...]
    title: str
    facts: tuple[str, ...]
    ask: str
    words: str = ""
    from_day: int = 0
    within: int = 0
    more_in_term: int = 0
    most_in_year: int = 0
    home: tuple[OnHome, ...] = ()

    def __post_init__(self) -> None:
        """Every sentence has a source, and there is one way of counting at most."""
        facts.known(self.facts)
        if not all(facts.fact(key).says for key in self.facts):
            raise ValueError(_("“facts” names one that says nothing"))
        if self.words and self.words not in {each.key for each in all_words()}:
            raise ValueError(_("“words” names no ready words"))
        if sum(map(bool, (self.from_day, self.within, self.more_in_term, self.most_in_year))) > 1:
            raise ValueError(_("it counts in more than one way"))

    @property
    def says(self) -> str:
        """What must happen, in sentences."""
        return " ".join(facts.fact(key).sentence for key in self.facts)

    @property
    def to_copy(self) -> WordsToCopy | None:
        """The ready words to ask with, where there are some."""
        return next((each for each in all_words() if each.key == self.words), None)


@dataclass(frozen=True, slots=True)
class AllOfIt:
    """All that the file holds."""

    rule: tuple[MustHappen, ...]


@lru_cache(maxsize=1)
def must_happen() -> tuple[MustHappen, ...]:
    """All of it, in the order in which it is told."""
    return read_file(path("without_school/england.toml"), AllOfIt).rule


def must_happen_for(kinds: set[WithoutSchool]) -> tuple[MustHappen, ...]:
    """What is true of any of these."""
    return tuple(each for each in must_happen() if kinds.intersection(each.kinds))
