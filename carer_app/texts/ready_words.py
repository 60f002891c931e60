"""Ready words to send or say about a meeting, from resources/ready_words."""

from dataclasses import dataclass
from functools import lru_cache

from carer_app.choices import Role
from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path

ARRANGES = "arranges"
"""To whoever usually arranges the meeting, by the rules of the child's council."""
ASK_NEXT = "ask_next"
"""To whoever is to be asked when nobody has had a day for weeks. At other times it is not there."""


@dataclass(frozen=True, slots=True)
class WordsToCopy:
    """Words to copy. {who}, {carer}, {meeting} and {due} are filled in; `to` is a role, ARRANGES or ASK_NEXT."""

    key: str
    title: str
    why: facts.FactLine
    to: str
    words: str
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """They are for somebody, and rest on facts that we know."""
        facts.known(self.facts)
        if self.to not in (ARRANGES, ASK_NEXT, *Role):
            raise ValueError(_("“to” is nobody we know"))


@dataclass(frozen=True, slots=True)
class AllWords:
    """All that the file holds."""

    words: tuple[WordsToCopy, ...]


@lru_cache(maxsize=1)
def all_words() -> tuple[WordsToCopy, ...]:
    """All of them, in the order in which they are offered."""
    return read_file(path("ready_words/england.toml"), AllWords).words
