"""What councils call the boxes of their forms, and how many characters fit, from resources/on_paper."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class CalledBoxes:
    """The name of the box for each part of the sheet."""

    child_says: str
    going_well: str
    hard_now: str
    asks: str
    at_home: str
    more: str
    last_time: str
    questions: str
    dates: str


@dataclass(frozen=True, slots=True)
class CouncilBoxes:
    """`limits` are numbers of characters to choose from, `usual` is the one to begin with."""

    source: str
    checked_on: date
    usual: int
    limits: tuple[int, ...]
    called: CalledBoxes


@lru_cache(maxsize=1)
def council_boxes() -> CouncilBoxes:
    """All of them. Raises TextFileWrong."""
    return read_file(path("on_paper/council_boxes.toml"), CouncilBoxes)
