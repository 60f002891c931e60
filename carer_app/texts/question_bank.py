"""Ready questions for school, by topic, from resources/question_bank."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from carer_app.texts import facts
from resources import path


@dataclass(frozen=True, slots=True)
class BankTopic:
    """Questions about one thing. In the file {child} stands where the name goes. `facts` is what they rest on."""

    title: str
    questions: tuple[str, ...]
    facts: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def topics() -> tuple[BankTopic, ...]:
    """All topics, the most useful first."""
    told = tomllib.loads(path("question_bank/england.toml").read_text(encoding="utf-8"))
    return tuple(_topic(each) for each in told["topic"])


def _topic(told: dict[str, Any]) -> BankTopic:
    read = [facts.read_line(each) for each in told["questions"]]
    return BankTopic(
        told["title"], tuple(line.text for line in read), tuple(key for line in read for key in line.facts)
    )
