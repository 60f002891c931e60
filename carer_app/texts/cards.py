"""The picture cards: what each is called and where its drawing is, read from resources/cards."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from resources import path


@dataclass(frozen=True, slots=True)
class Card:
    """One picture of something at school. `first`: among the six that are shown."""

    key: str
    words: str
    first: bool = False

    @property
    def drawing(self) -> Path:
        """The file of its drawing (SVG, 96 by 96)."""
        return drawing(self.key)


def drawing(key: str) -> Path:
    """The file of one drawing, of a card or a mark."""
    return path(f"cards/{key}.svg")


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    told: dict[str, Any] = tomllib.loads(path("cards/cards.toml").read_text(encoding="utf-8"))
    return told


@lru_cache(maxsize=1)
def cards() -> tuple[Card, ...]:
    """The whole pack, in order."""
    return tuple(Card(**each) for each in _told()["card"])


def first_six() -> tuple[Card, ...]:
    """The six that a child is shown, one at a time."""
    return tuple(card for card in cards() if card.first)


@lru_cache(maxsize=1)
def practice() -> tuple[Card, ...]:
    """Two cards to try it with. What is said to them is kept nowhere."""
    return tuple(Card(**each) for each in _told()["practice"])
