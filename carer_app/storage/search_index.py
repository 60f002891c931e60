"""Finding words: an index that lives in memory, beside the open records, and is gone with them.

It is made anew from the records, never stored: so what was erased there is in no index, a backup holds none, and a file
of records with a virtual table in it is still none of ours (`looking.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from sqlcipher3 import dbapi2

_MARK, _END = "\x02", "\x03"
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_MOST_LIKE = 40
_LIKE_ENOUGH = 75
_SHORTEST_TO_GUESS = 4
_BESIDE = 400


@dataclass(frozen=True, slots=True)
class Hit:
    """Line `number`, as it was given; `marks` are the found words in it, each with its start and length in letters."""

    number: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits, best first. `guessed` are the words that nothing holds, each with the word that was looked for instead;
    `more` is True where there are more hits than asked for."""

    hits: tuple[Hit, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    more: bool = False


class SearchIndex:
    """Lines of words by number. Another form of a word is found, and the beginning of the last word."""

    def __init__(self) -> None:
        self._connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA temp_store = MEMORY")
        self._words: list[str] = []

    def fill(self, lines: Iterable[tuple[int, str]]) -> None:
        """These and no other lines. May run elsewhere; nothing may be looked for meanwhile."""
        rows = list(lines)
        run = self._connection.execute
        run("BEGIN")
        run("DROP TABLE IF EXISTS line")
        run("CREATE VIRTUAL TABLE line USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')")
        self._connection.executemany("INSERT INTO line (rowid, words) VALUES (?, ?)", rows)
        run("COMMIT")
        seen: set[str] = set()
        for _number, words in rows:
            seen.update(_WORD.findall(words))
        self._words = sorted({word.casefold() for word in seen})

    def find(self, typed: str, most: int = 100) -> Hits:
        """What holds every word that was typed. Nothing for no word."""
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
        rows = self._connection.execute(
            f"SELECT rowid, highlight(line, 0, '{_MARK}', '{_END}') FROM line WHERE line MATCH ? ORDER BY rank LIMIT ?",
            (" AND ".join(groups), most + 1),
        ).fetchall()
        hits = tuple(Hit(number, _marks(marked)) for number, marked in rows[:most])
        return Hits(hits, tuple(guessed), len(rows) > most)

    def close(self) -> None:
        """Forget all of it."""
        self._words = []
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


def _marks(marked: str) -> tuple[tuple[int, int], ...]:
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
