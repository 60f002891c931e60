"""The lists that are kept for one child, from resources/child_lists: the school card, and the first week."""

from dataclasses import dataclass
from functools import lru_cache

from carer_app.choices import ChildList, Role
from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path


@dataclass(frozen=True, slots=True)
class LineOfList:
    """One line. `write`: there is a box for it. `words` are words to copy for the role `to`, with {who} and {carer}."""

    key: str
    ask: str
    why: str = ""
    write: bool = False
    to: str = ""
    words: str = ""
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Words are for somebody, and what is said of law rests on facts that we know."""
        facts.known(self.facts)
        if bool(self.to) != bool(self.words) or (self.to and self.to not in [*Role]):
            raise ValueError(_("“words” are for somebody, and “to” is nobody we know"))


@dataclass(frozen=True, slots=True)
class LinesOfList:
    """All that one file holds; `facts` are what the whole list rests on."""

    which: ChildList
    facts: tuple[str, ...]
    line: tuple[LineOfList, ...]

    def __post_init__(self) -> None:
        """Each line is there once."""
        facts.known(self.facts)
        if len({each.key for each in self.line}) != len(self.line):
            raise ValueError(_("a key is there twice"))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Every fact of the list."""
        return (*self.facts, *(key for each in self.line for key in each.facts))


@lru_cache
def child_list(which: ChildList) -> LinesOfList:
    """One list, its lines in their order."""
    return read_file(path(f"child_lists/{which}.toml"), LinesOfList)


def child_lists() -> tuple[LinesOfList, ...]:
    """Both of them."""
    return tuple(child_list(each) for each in ChildList)
