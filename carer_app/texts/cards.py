"""The picture cards: what each is called and where its drawing is, read from resources/cards."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class PictureCard:
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


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the file holds."""

    card: tuple[PictureCard, ...]
    practice: tuple[PictureCard, ...]


@lru_cache(maxsize=1)
def _pack() -> Pack:
    return read_file(path("cards/cards.toml"), Pack)


def cards() -> tuple[PictureCard, ...]:
    """The whole pack, in order."""
    return _pack().card


def first_six() -> tuple[PictureCard, ...]:
    """The six that a child is shown, one at a time."""
    return tuple(card for card in cards() if card.first)


def practice() -> tuple[PictureCard, ...]:
    """Two cards to try it with. What is said to them is kept nowhere."""
    return _pack().practice
