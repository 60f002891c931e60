"""Words where they stand on a page, put into lines and cells: a table before anybody knows that it is one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_PLACES, _ROUNDS = 24, 12
_GAP = 0.9
"""Between two cells of a line there is at least so much room, in heights of a word."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word in its box, in points from the top left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """Words of one line that stand close together."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """The words of one line from left to right, of page `page` counted from 1."""

    page: int
    words: tuple[PlacedWord, ...]

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def cells(self) -> tuple[PlacedCell, ...]:
        """The words in groups, parted where there is more room than a space."""
        groups: list[list[PlacedWord]] = []
        for word in self.words:
            if groups and word.left - groups[-1][-1].right < _GAP * max(1.0, word.height):
                groups[-1].append(word)
            else:
                groups.append([word])
        return tuple(
            PlacedCell(" ".join(each.text for each in group), group[0].left, group[-1].right)
            for group in groups
        )


def lines_of(page: int, words: Iterable[PlacedWord]) -> list[PlacedLine]:
    """The lines of a page from the top; words are in one line where their middles are within half a height."""
    lines: list[list[PlacedWord]] = []
    for word in sorted(words, key=lambda each: (each.middle, each.left)):
        if lines and abs(_middle(lines[-1]) - word.middle) < max(2.0, word.height * 0.5):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [PlacedLine(page, tuple(sorted(line, key=lambda each: each.left))) for line in lines]


def _middle(line: Sequence[PlacedWord]) -> float:
    return sum(word.middle for word in line) / len(line)


def unbent(lines: Sequence[Sequence[PlacedWord]], wide: float) -> list[PlacedWord]:
    """The words of a photographed page as they stood on it before the paper was bent. `lines` are what a machine took
    for lines: along each of them what the paper goes up and down is the same as along the others.

    How far it is bent at each place of the width, and how high each line is, are found in turns.
    """
    bend = [0.0] * (_PLACES + 1)
    of_many = [line for line in lines if len(line) > 1 and _is_one(line)]
    for _round in range(_ROUNDS):
        off: list[list[float]] = [[] for _place in bend]
        for line in of_many:
            flat = [word.middle - _bent_at(bend, word, wide) for word in line]
            height = sum(flat) / len(flat)
            for word in line:
                off[round(_across(word, wide) * _PLACES)].append(word.middle - height)
        bend = _smooth([sum(each) / len(each) if each else None for each in off], bend)
    straight = []
    for word in (word for line in lines for word in line):
        up = _bent_at(bend, word, wide)
        straight.append(replace(word, top=word.top - up, bottom=word.bottom - up))
    return straight


def _is_one(line: Sequence[PlacedWord]) -> bool:
    """Whether each word stands beside the one before it."""
    return all(
        before.left < word.left and abs(word.middle - before.middle) < max(word.height, before.height)
        for before, word in pairwise(line)
    )


def _across(word: PlacedWord, wide: float) -> float:
    return min(1.0, max(0.0, (word.left + word.right) / 2 / max(1.0, wide)))


def _bent_at(bend: Sequence[float], word: PlacedWord, wide: float) -> float:
    at = _across(word, wide) * _PLACES
    first = min(int(at), _PLACES - 1)
    return bend[first] + (bend[first + 1] - bend[first]) * (at - first)


def _smooth(found: Sequence[float | None], before: Sequence[float]) -> list[float]:
    """Each with its neighbours; where no word stands, as it was."""
    known = [before[place] if each is None else each for place, each in enumerate(found)]
    padded = [known[0], *known, known[-1]]
    return [(a + 2 * b + c) / 4 for a, b, c in zip(padded, padded[1:], padded[2:], strict=False)]


def words_of_letters(said: str, boxes: Sequence[tuple[float, float, float, float]]) -> list[PlacedWord]:
    """Letters with their boxes as words: a space, the end of a line, or room between two letters parts them."""
    words: list[PlacedWord] = []
    text, box = "", (0.0, 0.0, 0.0, 0.0)
    for letter, here in zip(said, boxes, strict=True):
        has_box = here[2] > here[0] or here[3] > here[1]
        far = bool(text) and has_box and _is_apart(box, here)
        if text and (letter.isspace() or far):
            words.append(PlacedWord(text, *box))
            text = ""
        if letter.isspace() or not letter.isprintable() or not has_box:
            continue
        box = _around(box, here) if text else here
        text += letter
    return [*words, PlacedWord(text, *box)] if text else words


def _is_apart(box: tuple[float, float, float, float], here: tuple[float, float, float, float]) -> bool:
    height = max(1.0, box[3] - box[1])
    below = here[1] > box[3] - height * 0.2 or here[3] < box[1] + height * 0.2
    return below or here[0] - box[2] > height * 0.8 or here[2] < box[0]


def _around(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
