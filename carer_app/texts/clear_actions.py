"""What could be said beside a vague action, by what it is about: from resources/clear_actions."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path


@dataclass(frozen=True, slots=True)
class ClearTopic:
    """`words` that show what an action is about, and what to `ask` there. {child} is filled in."""

    words: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class ClearTopics:
    """All that the file holds, with where it comes from. The last topic has no words: it is for the rest."""

    source: str
    checked_on: date
    read: tuple[ClearTopic, ...] = field(metadata={"in_file": "topic"})

    def __post_init__(self) -> None:
        """There is something to ask of any action."""
        if [not topic.words for topic in self.read] != [False] * (len(self.read) - 1) + [True]:
            raise ValueError(_("only the last topic has no words"))


@lru_cache(maxsize=1)
def clear_topics() -> ClearTopics:
    """The whole file."""
    return read_file(path("clear_actions/england.toml"), ClearTopics)


def ask_of(what: str) -> str:
    """What to ask about an action: of the first topic that it names."""
    named = set(re.findall(r"[^\W_]+", what.casefold()))
    topics = clear_topics().read
    return next((topic.ask for topic in topics if named & set(topic.words)), topics[-1].ask)
