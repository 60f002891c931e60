"""Words in a picture, read by the program that this computer has for it, in the reader process.

What comes back is what a machine took for words: whoever shows them says so.
"""

import importlib.util
import itertools
import sys
from dataclasses import dataclass

from carer_app.errors import DocumentRefused, NoWordReader
from carer_app.imports import words_by_tesseract
from carer_app.imports.documents import PageImage
from carer_app.imports.page_limits import MOST_WORDS, PER_MILLE
from carer_app.imports.reader_process import ask
from carer_app.words import _

SECONDS = 120.0
_A_WORD = 400
_LONGEST = 60
_WIDE_GAP = 30
_NOT_WHOLE: set[str] = set()
"""The system whose reader of words was found not to work, while the program runs."""


@dataclass(frozen=True, slots=True)
class ReadWords:
    """`text` has a line for each line of the picture. `boxes` has left, top, right and bottom for each of its words, as
    `split()` has them, in thousandths of the picture."""

    text: str
    boxes: tuple[tuple[int, int, int, int], ...]


def can_read() -> bool:
    """Whether this computer has something that reads words from a picture, and it did not turn out to be broken."""
    if sys.platform in _NOT_WHOLE:
        return False
    if sys.platform == "win32":
        return _is_installed("winrt")
    if sys.platform == "darwin":
        return _is_installed("ocrmac")
    return words_by_tesseract.program() is not None


def words_of(picture: PageImage) -> ReadWords:
    """The words in a picture; none where nothing reads them. Raises DocumentRefused where it took too long or broke,
    and NoWordReader where what reads them does not work: from then on `can_read` says so."""
    if not can_read():
        return ReadWords("", ())
    asked = {"do": "read_picture", "width": picture.width, "height": picture.height}
    messages = ask(asked, picture.data, SECONDS, MOST_WORDS * _A_WORD)
    if messages[-1][0].get("trouble") == "no_word_reader":
        _NOT_WHOLE.add(sys.platform)
        raise NoWordReader(
            _(
                "The program on this computer that reads words in pictures does not work. "
                "The picture itself is as it was. You can type the words instead."
            )
        )
    try:
        if "trouble" in messages[-1][0]:
            raise ValueError
        return _in_lines([_word(told) for told in messages[0][0]["words"][:MOST_WORDS]])
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(
            _("The words in that picture could not be read. The picture itself is as it was.")
        ) from problem


def in_rows(read: ReadWords) -> str:
    """The words as they stand beside each other, a line a row of the picture, with a tab where there is a wide gap.

    So a table that the machine took for columns is a table again, also where the picture is a little askew.
    """
    words = iter(read.boxes)
    lines = [[(word, next(words)) for word in line.split()] for line in read.text.splitlines()]
    rows: list[list[tuple[str, tuple[int, int, int, int]]]] = []
    for line in sorted((line for line in lines if line), key=lambda line: line[0][1][0]):
        row = next((each for each in rows if _goes_on(each[-1][1], line[0][1])), None)
        if row is None:
            rows.append(line)
        else:
            row.extend(line)
    rows.sort(key=lambda row: row[0][1][1])
    return "\n".join(_spaced(row) for row in rows)


def _goes_on(before: tuple[int, int, int, int], after: tuple[int, int, int, int]) -> bool:
    shared = min(before[3], after[3]) - max(before[1], after[1])
    return after[0] >= before[2] and 2 * shared > min(before[3] - before[1], after[3] - after[1])


def _spaced(row: list[tuple[str, tuple[int, int, int, int]]]) -> str:
    said = row[0][0]
    for (_before, box), (word, there) in itertools.pairwise(row):
        said += ("\t" if there[0] - box[2] > _WIDE_GAP else " ") + word
    return said


def _in_lines(words: list[tuple[int, str, tuple[int, int, int, int]]]) -> ReadWords:
    text, before = "", 0
    for line, word, _box in words:
        text += (" " if line == before else "\n") + word
        before = line
    return ReadWords(text.strip(), tuple(box for _line, _word, box in words))


def _word(told: object) -> tuple[int, str, tuple[int, int, int, int]]:
    """One word as the reader tells it; ValueError where it cannot be one."""
    if not isinstance(told, list) or len(told) != 6 or not isinstance(told[1], str):
        raise ValueError
    numbers = [told[0], *told[2:]]
    if not all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in numbers):
        raise ValueError
    line, left, top, right, bottom = numbers
    word = "".join(letter for letter in told[1][:_LONGEST] if letter.isprintable() and not letter.isspace())
    if max(numbers[1:]) > PER_MILLE or left > right or top > bottom or not word:
        raise ValueError
    return line, word.encode("utf-8", "replace").decode("utf-8"), (left, top, right, bottom)


def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
