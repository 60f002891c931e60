"""Ready words to send or say about a meeting and what else a carer may ask for, from resources/ready_words."""

from dataclasses import dataclass
from functools import lru_cache

from carer_app.choices import Role
from carer_app.texts import facts as known_facts
from carer_app.texts.facts import FactLine
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path

ARRANGES = "arranges"
"""To whoever usually arranges the meeting, by the rules of the child's council."""
ASK_NEXT = "ask_next"
"""To whoever is to be asked when nobody has had a day for weeks. At other times it is not there."""


@dataclass(frozen=True, slots=True)
class WordsToCopy:
    """Words to copy. {who}, {carer}, {meeting} and {due} are filled in; `to` is a role, ARRANGES or ASK_NEXT.

    `right` is what they rest on, and `limit` where that ends: both or neither.
    """

    key: str
    title: str
    why: FactLine
    to: str
    words: str
    facts: tuple[str, ...] = ()
    right: FactLine | None = None
    limit: FactLine | None = None

    def __post_init__(self) -> None:
        """They are for somebody, and rest on facts that we know."""
        known_facts.known(self.facts)
        if self.to not in (ARRANGES, ASK_NEXT, *Role):
            raise ValueError(_("“to” is nobody we know"))
        if (self.right is None) != (self.limit is None):
            raise ValueError(_("a right is told with its limit"))
        if self.right is not None and not self.right.facts:
            raise ValueError(_("a right needs where it was read"))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Every fact behind the words, the right and its limit."""
        lines = [line.facts for line in (self.right, self.limit) if line is not None]
        return tuple(dict.fromkeys((*self.facts, *(key for line in lines for key in line))))


@dataclass(frozen=True, slots=True)
class AllWords:
    """All that the file holds."""

    words: tuple[WordsToCopy, ...]


@lru_cache(maxsize=1)
def all_words() -> tuple[WordsToCopy, ...]:
    """All of them, in the order in which they are offered."""
    files = ("ready_words/england.toml", "ready_words/rights.toml")
    return tuple(words for file in files for words in read_file(path(file), AllWords).words)
