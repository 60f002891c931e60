"""What heads the columns and labels of a PEP’s actions, from resources/pep_copies: for carer_app/imports."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from carer_app.texts.reading import read_file
from resources import path

CopyPart = Literal["what", "who", "when", "both", "beside"]


@dataclass(frozen=True, slots=True)
class HeadWords:
    """Heads of one kind of column, in small letters."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opposites:
    """Words of `one` side, and of the `other`: two lines that have one each do not say the same."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyWords:
    """Heads by what stands below them, `both` who and when; `headings` stand above a list without columns.

    `closing` stands below the last action. `titles` are no names, `numbers` count from nought and `tens` from twenty,
    `nots` turn a line round, `ends` stop something, each of `short` is the one of `whole` in the same place, and each
    of `each_unit` that of `units`: by these two lines are compared.
    """

    source: str
    checked_on: date
    what: HeadWords
    who: HeadWords
    when: HeadWords
    both: HeadWords
    beside: HeadWords
    headings: HeadWords
    closing: HeadWords
    me: HeadWords
    school: HeadWords
    social_worker: HeadWords
    child: HeadWords
    titles: HeadWords
    numbers: HeadWords
    tens: HeadWords
    articles: HeadWords
    short: HeadWords
    whole: HeadWords
    units: HeadWords
    each_unit: HeadWords
    each_day: HeadWords
    each_week: HeadWords
    each_month: HeadWords
    each_term: HeadWords
    no_day: HeadWords
    no_end: HeadWords
    nots: HeadWords
    ends: HeadWords
    opposites: tuple[Opposites, ...]

    def owner_of(self, who: str) -> str:
        """The `Owner` these words mean, where they name one part alone; empty where they do not."""
        said = who.casefold().replace("(", ",").replace(")", ",").replace("&", ",").replace(" and ", ",")
        parts = [part.strip(" .") for part in said.split(",")]
        groups = {
            "me": self.me,
            "school": self.school,
            "social_worker": self.social_worker,
            "child": self.child,
        }
        found = {owner for owner, known in groups.items() if any(part in known.words for part in parts)}
        return found.pop() if len(found) == 1 else ""

    def closes(self, line: str) -> bool:
        """Whether this line is no action but what stands below the last one: who signed, and the next meeting."""
        said, _colon, _rest = line.casefold().partition(":")
        return said.strip(" .…_") in self.closing.words

    def part_of(self, head: str) -> CopyPart | None:
        """What stands below this head, or None where it is no head that is known."""
        said = " ".join(head.casefold().strip(" :?.*").split())
        parts: tuple[tuple[CopyPart, HeadWords], ...] = (
            ("what", self.what), ("who", self.who), ("when", self.when), ("both", self.both), ("beside", self.beside),
        )  # fmt: skip
        return next((part for part, known in parts if said in known.words), None)


@lru_cache(maxsize=1)
def copy_words() -> CopyWords:
    """The words that come along."""
    return read_file(path("pep_copies/words.toml"), CopyWords)
