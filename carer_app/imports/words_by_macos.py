"""Words read from a picture by macOS itself (Vision, by way of ocrmac). In the reader process and nowhere else.

Written from ocrmac's own code, and tried with stand-ins only: not yet on a Mac.
"""

from collections.abc import Iterable

from PIL import Image

from carer_app.imports.page_limits import PER_MILLE
from carer_app.imports.words_by_tesseract import Word

Line = tuple[str, float, tuple[float, float, float, float]]
"""What Vision tells of a line: its words, how sure, and left, bottom, width and height as parts of the picture."""


def words_in(width: int, height: int, pixels: bytes) -> list[Word]:
    """The words of a picture of BGRx bytes."""
    from ocrmac.ocrmac import text_from_image

    picture = Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX")
    return words_of(text_from_image(picture, language_preference=["en-GB"]))


def words_of(lines: Iterable[Line]) -> list[Word]:
    """Vision tells of whole lines: each word takes the part of the line's box that its letters take."""
    found: list[Word] = []
    for number, (words, _sure, (left, bottom, wide, high)) in enumerate(lines):
        at = 0
        for word in words.split():
            first = words.index(word, at)
            at = first + len(word)
            sides = (
                left + wide * first / len(words),
                1 - bottom - high,
                left + wide * at / len(words),
                1 - bottom,
            )
            found.append((number, word, *(round(PER_MILLE * min(max(side, 0), 1)) for side in sides)))  # type: ignore[arg-type]
    return found
