"""Words by which a school, a home or a family can be told from a sheet of paper, from resources/on_paper."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class WordsThatTell:
    """Small letters. `school`, `home` and `family` are words that make a line worth reading once more."""

    source: str
    checked_on: date
    streets: tuple[str, ...]
    postcode_areas: tuple[str, ...]
    kinds_of_school: tuple[str, ...]
    school: tuple[str, ...]
    home: tuple[str, ...]
    family: tuple[str, ...]


@lru_cache(maxsize=1)
def words_that_tell() -> WordsThatTell:
    """All of them. Raises TextFileWrong."""
    return read_file(path("on_paper/tells.toml"), WordsThatTell)
