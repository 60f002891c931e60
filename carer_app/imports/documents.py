"""Files that come from outside: what is taken in, what is refused and why, and what is on their pages.

Pure functions for a background thread: bytes go in, facts and pictures come out. No PDF is opened in this process.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from carer_app.errors import DocumentRefused
from carer_app.imports.chosen_file import MEGABYTE, MOST_BYTES
from carer_app.imports.page_limits import (
    A_BOX,
    LONGEST_PT,
    MOST_LETTERS,
    MOST_OUTLINE,
    MOST_PAGES,
    MOST_PIXELS,
    MOST_WIDE,
)
from carer_app.imports.reader_process import Message, ReaderAnswer, ask
from carer_app.words import _

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
_ENOUGH = 200
"""Letters of its own that a picture of a page has where somebody had a machine read it before."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page: its size in points, its words as plain text, and whether it could be read at all.

    `is_picture`: one picture takes much of it.
    """

    width_pt: float
    height_pt: float
    text: str
    readable: bool = True
    is_picture: bool = False

    @property
    def is_only_a_picture(self) -> bool:
        """Whether nobody had a machine read it before: its words are not in the PDF."""
        return self.is_picture and len(self.text) < _ENOUGH


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is in a PDF. `warning` is a sentence for the carer, or empty."""

    pages: tuple[PageFacts, ...]
    title: str = ""
    warning: str = ""
    outline: tuple[tuple[int, str, int], ...] = ()
    """Its own table of contents: how deep (from 0), the words, and the page (from 1)."""
    drawn: "PageImage | None" = None


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of a page in the file's order. `boxes` has for each four numbers of two bytes, lowest first: left,
    top, right and bottom, from the top left corner of the page, of which each side is `ALONG`; all 0 for none."""

    said: str
    boxes: bytes


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page. `number` counts from 1; `data` is width * height * 4 bytes: blue, green, red, unused."""

    number: int
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class SeenFirst:
    """What is known of a PDF before its words are: width and height of each page in points, and one of them drawn."""

    sizes: tuple[tuple[float, float], ...]
    outline: tuple[tuple[int, str, int], ...]
    drawn: PageImage


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
            sizes = tuple(_size(each) for each in heading["sizes"][: MOST_PAGES + 1])
            if not 1 <= len(sizes) <= MOST_PAGES:
                return None
            return SeenFirst(sizes, _outline(heading, len(sizes)), _image(*picture, self._first[:1]))
        except (ArithmeticError, LookupError, TypeError, ValueError):
            return None

    def whole(self) -> DocumentFacts:
        """Everything, once all of it is read. Raises DocumentRefused with a sentence."""
        return _all_of_it(self._answer.whole(), self._first)


def _all_of_it(messages: list[Message], first: tuple[int, int] | None) -> DocumentFacts:
    try:
        _refuse(messages[-1][0])
        heading = messages.pop(0)[0]
        drawn = None
        if first is not None and "number" in messages[0][0]:
            drawn = _image(*messages.pop(0), first[:1])
        pages = tuple(_page(facts) for facts, _bytes in messages[:-1])
        if not 1 <= len(pages) <= MOST_PAGES or len(pages) != heading["pages"]:
            raise ValueError
        title = _plain(heading["title"])
        outline = _outline(heading, len(pages))
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_damaged()) from problem
    if not any(page.readable for page in pages):
        raise DocumentRefused(_damaged())
    told = [heading, *(facts for facts, _bytes in messages[:-1])]
    holds_files = any(each.get("holds_files") is True for each in told)
    return DocumentFacts(
        pages, title, _warning(pages, heading.get("adobe") is True, holds_files), outline, drawn
    )


def letters_of(data: bytes, numbers: Sequence[int]) -> dict[int, PageLetters]:
    """The letters of at most 16 pages and where they stand, by the page's number. Raises DocumentRefused."""
    wanted = list(dict.fromkeys(numbers))[:MOST_DRAWN]
    most = (MOST_LETTERS * (A_BOX + 6) + 1_000) * len(wanted) + 1_000
    messages = ask({"do": "letters", "pages": wanted}, data, DRAW_SECONDS, most)
    try:
        _refuse(messages[-1][0])
        found = {_whole(heading["number"]): _letters(heading, boxes) for heading, boxes in messages[:-1]}
        if not found.keys() <= set(wanted):
            raise ValueError
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_damaged()) from problem
    return found


def _letters(heading: dict[str, Any], boxes: bytes) -> PageLetters:
    said = _plain(heading["said"])
    if len(boxes) != A_BOX * len(said):
        raise ValueError
    return PageLetters(said, boxes)


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
        _refuse(messages[-1][0])
        return [_image(heading, pixels, wanted) for heading, pixels in messages[:-1]]
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_damaged()) from problem


def _damaged() -> str:
    return _("That PDF is damaged and cannot be opened. Your records are safe. Ask for it to be sent again.")


def _refuse(last: dict[str, Any]) -> None:
    """Turn the reader's trouble, if that is how its answer ends, into the sentence for it."""
    match last.get("trouble"):
        case None:
            return
        case "password":
            raise DocumentRefused(
                _(
                    "That PDF is locked with a password of its own, so it cannot be opened here. "
                    "Your records are safe. Ask for a copy without a password."
                )
            )
        case "too_many_pages":
            raise DocumentRefused(
                _(
                    "That PDF says it has {count} pages. The most that can be shown is {most}. "
                    "Your records are safe. Save the pages you need as a PDF of their own."
                ).format(count=_whole(last.get("count")), most=MOST_PAGES)
            )
        case "too_heavy":
            raise DocumentRefused(
                _(
                    "That PDF needs more memory than is safe to give it. Your records are safe. "
                    "Ask for a smaller copy, or scan it again in black and white."
                )
            )
        case _other:
            raise DocumentRefused(_damaged())


def _page(facts: dict[str, Any]) -> PageFacts:
    """One page as the reader tells it; ValueError where it cannot be."""
    width, height = _size(facts["size"])
    if facts["readable"] is not True:
        return PageFacts(width, height, _("This page is damaged and cannot be shown."), readable=False)
    text = _plain(facts["text"])
    filled_in = "\n".join(_field(_plain(label), value) for label, value in facts["fields"])
    notes = "\n".join(_note(kind, float(down), _plain(words)) for kind, down, words in facts["notes"])
    words = "\n\n".join(part for part in (text, filled_in, notes) if part)
    return PageFacts(width, height, words, is_picture=facts.get("picture") is True)


def _size(told: Any) -> tuple[float, float]:
    width, height = (float(side) for side in told)
    if not (0 < width <= LONGEST_PT and 0 < height <= LONGEST_PT):
        raise ValueError
    return width, height


def _outline(heading: dict[str, Any], pages: int) -> tuple[tuple[int, str, int], ...]:
    return tuple(_line(each, pages) for each in heading["outline"][:MOST_OUTLINE])


def _line(told: Any, pages: int) -> tuple[int, str, int]:
    """A line of its table of contents; one that leads nowhere leads to the end."""
    depth, words, number = told
    return max(0, _whole(depth)), _plain(words), min(max(1, _whole(number)), pages)


def _field(label: str, value: str | bool) -> str:
    said = _("ticked") if value is True else _plain(value)
    if not label:
        return said
    return f"{label} {said}" if label[-1] in "?:" else f"{label}: {said}"


def _note(kind: object, down: float, words: str) -> str:
    """What somebody put on the page, with where it is: `down` is 0 at the top of the page and 1 at its foot."""
    where = (
        _("near the top") if down < 1 / 3 else _("half-way down") if down < 2 / 3 else _("near the bottom")
    )
    said = _("Crossed out, {where}: {words}") if kind == "crossed_out" else _("Note, {where}: {words}")
    return said.format(where=where, words=words)


def _warning(pages: Sequence[PageFacts], made_for_adobe_only: bool, holds_files: bool) -> str:
    if made_for_adobe_only:
        return _(
            "This form was made for Adobe Reader, so you may see only a notice here. "
            "Open it in Adobe Reader, print it to a new PDF, and add that one."
        )
    if not all(page.readable for page in pages):
        return _("Some pages of this PDF are damaged and cannot be shown. You may want to ask for it again.")
    if holds_files:
        return _(
            "There are more files inside this PDF. They cannot be opened here, but they are kept with it. "
            "Save a copy and open it in Adobe Reader to see them, or ask for each file on its own."
        )
    return ""


def _image(heading: dict[str, Any], pixels: bytes, wanted: Sequence[int]) -> PageImage:
    """One picture as the reader gave it; ValueError where its size is not what it says."""
    number, width, height = (_whole(heading[name]) for name in ("number", "width", "height"))
    if number not in wanted or width < 1 or height < 1 or len(pixels) != width * height * 4:
        raise ValueError
    return PageImage(number, width, height, pixels)


def _plain(text: object) -> str:
    """Text that every part of the application can hold: half a character would stop a save later on."""
    if not isinstance(text, str):
        raise TypeError
    return text.encode("utf-8", "replace").decode("utf-8")


def _whole(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError
    return number
