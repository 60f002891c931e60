"""Finding words: an index that lives in memory, beside the open records, and is gone with them.

It is made anew from the records, never stored: so what was erased there is in no index, a backup holds none, and a file
of records with a virtual table in it is still none of ours (`looking.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlcipher3 import dbapi2

_MARK, _END = "\x02", "\x03"
_MARKED = f"highlight(line, 0, '{_MARK}', '{_END}')"
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_MOST_LIKE = 40
_LIKE_ENOUGH = 75
_SHORTEST_TO_GUESS = 4
_BESIDE = 400


Marks = tuple[tuple[int, int], ...]
"""The found words in a line, each with its start and length in letters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Line `number`, as it was given; `marks` are None where nobody wanted them yet: `SearchIndex.marks` has them."""

    number: int
    marks: Marks | None


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits, best first, and what was `asked` for them. `guessed` are the words that nothing holds, each with the
    word that was looked for instead; `more` is True where there are more hits than asked for."""

    hits: tuple[Hit, ...] = ()
    asked: str = ""
    guessed: tuple[tuple[str, str], ...] = ()
    more: bool = False


class SearchIndex:
    """Lines of words by number. Another form of a word is found, and the beginning of the last word."""

    def __init__(self) -> None:
        self._connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA temp_store = MEMORY")
        self._connection.create_function("is_wanted", 1, lambda number: self._is_wanted(number))
        self._is_wanted: Callable[[int], bool] = lambda _number: True
        self._words: list[str] = []
        self._is_closed = False

    def fill(self, lines: Iterable[tuple[int, str]]) -> None:
        """These and no other lines. May run elsewhere; nothing may be looked for meanwhile."""
        rows = list(lines)
        run = self._connection.execute
        run("BEGIN")
        run("DROP TABLE IF EXISTS line")
        run("CREATE VIRTUAL TABLE line USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')")
        self._connection.executemany("INSERT INTO line (rowid, words) VALUES (?, ?)", rows)
        run("COMMIT")
        between_spaces: set[str] = set()  # which is quick: few of them are looked at for the words in them
        for _number, words in rows:
            between_spaces.update(words.split())
        self._words = sorted({word.casefold() for each in between_spaces for word in _WORD.findall(each)})

    def find(
        self, typed: str, most: int = 100, marks_of: Callable[[int], bool] = lambda _number: True
    ) -> Hits:
        """What holds every word that was typed. Nothing for no word.

        Each line's number goes to `marks_of`, best first: to find the place of each word takes as long as to find the
        lines, and few of them are shown.
        """
        words = [word.casefold() for word in _WORD.findall(typed)][:_MOST_WORDS]
        if not words or not self._words:
            return Hits()
        guessed: list[tuple[str, str]] = []
        groups = []
        for place, word in enumerate(words):
            like = self._begins_with(word) if place == len(words) - 1 else []
            if not like and not self._holds(word):
                close = self._close_to(word)
                if close:
                    guessed.append((word, close[0]))
                like = close
            groups.append("(" + " OR ".join(f'"{each}"' for each in dict.fromkeys((word, *like))) + ")")
        asked, self._is_wanted = " AND ".join(groups), marks_of
        rows = self._connection.execute(
            f"SELECT rowid, CASE WHEN is_wanted(rowid) THEN {_MARKED} END FROM line WHERE line MATCH ? "
            "ORDER BY rank LIMIT ?",
            (asked, most + 1),
        ).fetchall()
        hits = tuple(Hit(number, None if words is None else _marks(words)) for number, words in rows[:most])
        return Hits(hits, asked, tuple(guessed), len(rows) > most)

    def marks(self, asked: str, number: int) -> Marks:
        """The found words in one of the lines; none once it is forgotten."""
        if self._is_closed:
            return ()
        query = f"SELECT {_MARKED} FROM line WHERE line MATCH ? AND rowid = ?"
        row = self._connection.execute(query, (asked, number)).fetchone()
        return _marks(row[0]) if row else ()

    def close(self) -> None:
        """Forget all of it."""
        self._words, self._is_closed = [], True
        self._connection.close()

    def _holds(self, word: str) -> bool:
        return bool(
            self._connection.execute(
                "SELECT 1 FROM line WHERE line MATCH ? LIMIT 1", (f'"{word}"',)
            ).fetchone()
        )

    def _begins_with(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        found = []
        for word in self._words[first : first + _MOST_LIKE]:
            if not word.startswith(start):
                break
            found.append(word)
        return found

    def _close_to(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_TO_GUESS:
            return []
        from rapidfuzz import fuzz, process

        close = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=3)
        return [like for like, _score, _place in close]


def _marks(marked: str) -> Marks:
    """Where the found words stand in the line itself: the first, and those that may be shown beside it."""
    found: list[tuple[int, int]] = []
    signs = 0
    start = marked.find(_MARK)
    while start >= 0 and (not found or start - signs < found[0][0] + _BESIDE):
        end = marked.find(_END, start)
        if end < 0:
            break
        found.append((start - signs, end - start - 1))
        signs += 2
        start = marked.find(_MARK, end)
    return tuple(found)
