"""Looking for words in the open records: every line with its place, found in an index that is in memory only."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

from carer_app.storage.search_index import Hit, Marks, SearchIndex
from carer_app.use_cases.searching import SearchLine

_BEFORE, _LONGEST = 60, 180
_SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}


@dataclass(frozen=True)
class FoundLine:
    """One line that was found with what was `asked` for."""

    line: SearchLine
    asked: str
    where: Callable[[], Marks] = field(compare=False)
    """Where each find stands in the whole line; asked once it is to be shown."""

    @property
    def shown(self) -> str:
        """Its words, cut to where the first find is."""
        return self._cut[0]

    @property
    def marks(self) -> Marks:
        """The finds there, each with its start and length."""
        return self._cut[1]

    @cached_property
    def _cut(self) -> tuple[str, Marks]:
        return _cut(self.line.words, self.where())

    @property
    def found(self) -> str:
        """The first find, as it is written there."""
        return next((self.shown[start : start + length] for start, length in self.marks), "")

    @property
    def id(self) -> tuple[str, int, str]:
        """The same for the same box of the records."""
        return self.line.table, self.line.id, self.line.words


@dataclass(frozen=True, slots=True)
class FoundOfChild:
    """What was found about one child, the best first."""

    id: int
    child: str
    lines: tuple[FoundLine, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found, by child. `guessed`: words that nothing holds, with what was looked for instead."""

    children: tuple[FoundOfChild, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    count: int = 0
    more: bool = False


class Search:
    """Filled once with what was read, then asked as somebody types."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._lines: list[SearchLine] = []

    def fill(self, lines: list[SearchLine]) -> None:
        """From now on these are looked through, and no others. May run elsewhere; nothing may be asked meanwhile."""
        self._index.fill(enumerate(line.words for line in lines))
        self._lines = lines

    def find(self, typed: str, at_once: int | None = None) -> SearchResult:
        """What holds every word that was typed, or a word very like it.

        So many of each child are shown `at_once`: of the others it is looked up later where the words stand.
        """
        seen: Counter[int] = Counter()

        def is_shown(number: int) -> bool:
            child_id = self._lines[number].child_id
            seen[child_id] += 1
            return at_once is None or seen[child_id] <= at_once

        found = self._index.find(typed, marks_of=is_shown)
        by_child: dict[int, dict[tuple[str, int, str], FoundLine]] = {}
        for hit in found.hits:
            line = self._lines[hit.number]
            each = FoundLine(line, found.asked, partial(self._marks, found.asked, hit))
            by_child.setdefault(line.child_id, {}).setdefault(each.id, each)
        children = tuple(
            FoundOfChild(child_id, next(iter(lines.values())).line.child, tuple(lines.values()))
            for child_id, lines in by_child.items()
        )
        return SearchResult(children, found.guessed, sum(len(each.lines) for each in children), found.more)

    def _marks(self, asked: str, hit: Hit) -> Marks:
        return self._index.marks(asked, hit.number) if hit.marks is None else hit.marks

    def close(self) -> None:
        """Forget what was read."""
        self._lines = []
        self._index.close()


def _cut(words: str, marks: Marks) -> tuple[str, Marks]:
    """At most a few lines round about the first find, in one line, with an ellipsis where something is left out."""
    start, length = marks[0] if marks else (0, 0)
    # Each kind of space is one letter, so that the finds stay where they are. Only what may be shown is looked at.
    near = max(0, start - 2 * _BEFORE)
    nearby = words[near : start + length + 2 * _LONGEST].translate(_SPACES)
    first = 0
    if start > _BEFORE:
        first = near + nearby.rfind(" ", 0, start - _BEFORE // 2 - near) + 1
        if start - first > _BEFORE:
            first = start - _BEFORE // 2
    last = len(words)
    if last - first > _LONGEST:
        end = nearby.rfind(" ", start + length - near, first + _LONGEST - near)
        last = near + end if end > 0 else first + _LONGEST
    before, after = "… " if first else "", " …" if last < len(words) else ""
    seen = tuple((at - first + len(before), long) for at, long in marks if first <= at and at + long <= last)
    return f"{before}{nearby[first - near : last - near]}{after}", seen
