"""Ready questions for school, by topic, from resources/question_bank."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from resources import path


@dataclass(frozen=True, slots=True)
class BankTopic:
    """Questions about one thing. In the file {child} stands where the name goes."""

    title: str
    questions: tuple[str, ...]


@lru_cache(maxsize=1)
def topics() -> tuple[BankTopic, ...]:
    """All topics, the most useful first."""
    told = tomllib.loads(path("question_bank/england.toml").read_text(encoding="utf-8"))
    return tuple(BankTopic(each["title"], tuple(each["questions"])) for each in told["topic"])
