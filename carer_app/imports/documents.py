"""Files that come from outside: what is taken in, what is refused and why, and what is on their pages.

Pure functions for a background thread: bytes go in, facts and pictures come out. No PDF is opened in this process.
"""

from collections.abc import Sequence
from typing import Any

from carer_app.errors import DocumentRefused
from carer_app.imports.chosen_file import MEGABYTE, MOST_BYTES
from carer_app.imports.page_limits import A_BOX, MOST_LETTERS, MOST_PAGES, MOST_PIXELS, MOST_WIDE
from carer_app.imports.pdf_told import (
    DocumentFacts,
    PageFacts,
    PageImage,
    PageLetters,
    SeenFirst,
    all_of_it,
    damaged,
    image_of,
    outline_of,
    page_letters,
    refuse,
    size_of,
    whole_number,
)
from carer_app.imports.reader_process import ReaderAnswer, ask

__all__ = [
    "MOST_BYTES",
    "DocumentFacts",
    "LookIntoPdf",
    "PageFacts",
    "PageImage",
    "PageLetters",
    "SeenFirst",
    "draw_pages",
    "letters_of",
    "look_into",
]

MOST_DRAWN = 16
LOOK_SECONDS = 10.0
DRAW_SECONDS = 15.0
MOST_TEXT_ANSWER = 64 * MEGABYTE


def look_into(data: bytes, first: tuple[int, int] | None = None) -> DocumentFacts:
    """The pages of a PDF and their words. Raises DocumentRefused with a sentence. `first` as in `LookIntoPdf`."""
    return LookIntoPdf(data, first).whole()


class LookIntoPdf:
    """A PDF that is looked into. Raises DocumentRefused where that cannot be begun.

    `first` is a page and how many pixels wide it is drawn before anything is read; where that fails there is no
    picture.
    """

    def __init__(self, data: bytes, first: tuple[int, int] | None = None) -> None:
        asked: dict[str, Any] = {"do": "look"}
        most = MOST_TEXT_ANSWER
        if first is not None:
            asked["first"] = [first[0], min(max(first[1], 1), MOST_WIDE)]
            most += 4 * MOST_PIXELS
        self._first = first
        self._answer = ReaderAnswer(asked, data, LOOK_SECONDS, most)

    def begun(self) -> SeenFirst | None:
        """What is there to be seen first, as soon as it is; None where it is not to be had by itself."""
        if self._first is None:
            return None
        try:
            (heading, _nothing), picture = self._answer.first(2)
            sizes = tuple(size_of(each) for each in heading["sizes"][: MOST_PAGES + 1])
            if not 1 <= len(sizes) <= MOST_PAGES:
                return None
            return SeenFirst(sizes, outline_of(heading, len(sizes)), image_of(*picture, self._first[:1]))
        except (ArithmeticError, LookupError, TypeError, ValueError):
            return None

    def whole(self) -> DocumentFacts:
        """Everything, once all of it is read. Raises DocumentRefused with a sentence."""
        return all_of_it(self._answer.whole(), self._first)


def letters_of(data: bytes, numbers: Sequence[int]) -> dict[int, PageLetters]:
    """The letters of at most 16 pages and where they stand, by the page's number. Raises DocumentRefused."""
    wanted = list(dict.fromkeys(numbers))[:MOST_DRAWN]
    most = (MOST_LETTERS * (A_BOX + 6) + 1_000) * len(wanted) + 1_000
    messages = ask({"do": "letters", "pages": wanted}, data, DRAW_SECONDS, most)
    try:
        refuse(messages[-1][0])
        found = {
            whole_number(heading["number"]): page_letters(heading, boxes) for heading, boxes in messages[:-1]
        }
        if not found.keys() <= set(wanted):
            raise ValueError
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(damaged()) from problem
    return found


def draw_pages(data: bytes, numbers: Sequence[int], pixels_wide: int) -> list[PageImage]:
    """Pictures of at most 16 pages, `pixels_wide` across (less where a page would be too big to hold).

    A page that is broken, or not in the document, is left out. Raises DocumentRefused with a sentence.
    """
    wanted = list(dict.fromkeys(numbers))
    if len(wanted) > MOST_DRAWN:
        raise ValueError(f"{len(wanted)} pages at once, {MOST_DRAWN} are allowed")
    pixels_wide = min(max(int(pixels_wide), 1), MOST_WIDE)
    most = (4 * MOST_PIXELS + 1_000) * len(wanted) + 1_000
    messages = ask({"do": "draw", "pages": wanted, "width": pixels_wide}, data, DRAW_SECONDS, most)
    try:
        refuse(messages[-1][0])
        return [image_of(heading, pixels, wanted) for heading, pixels in messages[:-1]]
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(damaged()) from problem
