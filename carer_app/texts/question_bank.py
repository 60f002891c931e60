"""Ready questions for school, by topic, from resources/question_bank."""

from dataclasses import dataclass, field
from functools import lru_cache

from carer_app.texts import facts
from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class BankTopic:
    """Questions about one thing, with what each rests on. In the file {child} stands where the name goes."""

    title: str
    read: tuple[facts.FactLine, ...] = field(metadata={"in_file": "questions"})

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions as they are read."""
        return tuple(line.text for line in self.read)

    @property
    def facts(self) -> tuple[str, ...]:
        """What they rest on."""
        return tuple(key for line in self.read for key in line.facts)


@dataclass(frozen=True, slots=True)
class Bank:
    """All that the file holds."""

    topic: tuple[BankTopic, ...]


@lru_cache(maxsize=1)
def topics() -> tuple[BankTopic, ...]:
    """All topics, the most useful first."""
    return read_file(path("question_bank/england.toml"), Bank).topic
