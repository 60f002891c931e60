"""What words beside a day say of school, from resources/school_events: evidence for carer_app/imports."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path

Weighted = Mapping[int, tuple[str, ...]]
"""Words by how much they weigh, 1 to 3."""


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Words without a weight."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchoolWords:
    """Where the words were collected, and when."""

    source: str
    checked_on: date

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Every list without weights, by its name."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: words.words for name, words in told.items() if isinstance(words, PlainWords)}


@dataclass(frozen=True, slots=True)
class DiaryWords(SchoolWords):
    """Words of a school's diary."""

    inset: Weighted
    twilight: Weighted
    bank: Weighted
    closed: Weighted
    half: Weighted
    holiday: Weighted
    some: PlainWords
    of_staff: PlainWords
    whole: PlainWords
    everyday: PlainWords
    denied: PlainWords
    festival: PlainWords
    subject: PlainWords
    plain: PlainWords

    def __post_init__(self) -> None:
        """No weight but those that are counted with."""
        if any(weight not in (1, 2, 3) for each in self.weighted.values() for weight in each):
            raise ValueError(_("words weigh 1, 2 or 3"))

    @property
    def weighted(self) -> dict[str, Weighted]:
        """Every list with weights, by its name."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: words for name, words in told.items() if isinstance(words, Mapping)}


@dataclass(frozen=True, slots=True)
class TitleWords(SchoolWords):
    """Words in the title of a calendar's entry."""

    also_plain: PlainWords
    season: PlainWords
    open: PlainWords
    unsure: PlainWords
    beforehand: PlainWords
    in_term: PlainWords
    part: PlainWords
    closes: PlainWords
    no_trust: PlainWords
    topics: PlainWords


@dataclass(frozen=True, slots=True)
class MonthNames:
    """The months in other languages, by their number."""

    source: str
    checked_on: date
    names: Mapping[int, tuple[str, ...]]

    def __post_init__(self) -> None:
        """All twelve of them."""
        if sorted(self.names) != list(range(1, 13)):
            raise ValueError(_("there are twelve months"))


@lru_cache(maxsize=1)
def diary_words() -> DiaryWords:
    """What a school's diary says."""
    return read_file(path("school_events/words.toml"), DiaryWords)


@lru_cache(maxsize=1)
def title_words() -> TitleWords:
    """What a title says beside them."""
    return read_file(path("school_events/titles.toml"), TitleWords)


@lru_cache(maxsize=1)
def month_names() -> MonthNames:
    """What the months are called elsewhere."""
    return read_file(path("school_events/month_names.toml"), MonthNames)
