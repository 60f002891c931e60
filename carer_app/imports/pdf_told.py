"""What the reader process tells of a PDF: believed only once its form and its sizes have been checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from carer_app.errors import DocumentRefused
from carer_app.imports.page_limits import A_BOX, LONGEST_PT, MOST_OUTLINE, MOST_PAGES
from carer_app.imports.reader_process import Message
from carer_app.words import _

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


def all_of_it(messages: list[Message], first: tuple[int, int] | None) -> DocumentFacts:
    """Everything a PDF was found to hold. `first` as in `LookIntoPdf`. Raises DocumentRefused."""
    try:
        refuse(messages[-1][0])
        heading = messages.pop(0)[0]
        drawn = None
        if first is not None and "number" in messages[0][0]:
            drawn = image_of(*messages.pop(0), first[:1])
        pages = tuple(_page(facts) for facts, _bytes in messages[:-1])
        if not 1 <= len(pages) <= MOST_PAGES or len(pages) != heading["pages"]:
            raise ValueError
        title = _plain(heading["title"])
        outline = outline_of(heading, len(pages))
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(damaged()) from problem
    if not any(page.readable for page in pages):
        raise DocumentRefused(damaged())
    told = [heading, *(facts for facts, _bytes in messages[:-1])]
    holds_files = any(each.get("holds_files") is True for each in told)
    return DocumentFacts(
        pages, title, _warning(pages, heading.get("adobe") is True, holds_files), outline, drawn
    )


def page_letters(heading: dict[str, Any], boxes: bytes) -> PageLetters:
    """The letters of a page; ValueError where there are not as many boxes."""
    said = _plain(heading["said"])
    if len(boxes) != A_BOX * len(said):
        raise ValueError
    return PageLetters(said, boxes)


def damaged() -> str:
    """What is said of a PDF that makes no sense."""
    return _("That PDF is damaged and cannot be opened. Your records are safe. Ask for it to be sent again.")


def refuse(last: dict[str, Any]) -> None:
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
                ).format(count=whole_number(last.get("count")), most=MOST_PAGES)
            )
        case "too_heavy":
            raise DocumentRefused(
                _(
                    "That PDF needs more memory than is safe to give it. Your records are safe. "
                    "Ask for a smaller copy, or scan it again in black and white."
                )
            )
        case _other:
            raise DocumentRefused(damaged())


def _page(facts: dict[str, Any]) -> PageFacts:
    """One page as the reader tells it; ValueError where it cannot be."""
    width, height = size_of(facts["size"])
    if facts["readable"] is not True:
        return PageFacts(width, height, _("This page is damaged and cannot be shown."), readable=False)
    text = _plain(facts["text"])
    filled_in = "\n".join(_field(_plain(label), value) for label, value in facts["fields"])
    notes = "\n".join(_note(kind, float(down), _plain(words)) for kind, down, words in facts["notes"])
    words = "\n\n".join(part for part in (text, filled_in, notes) if part)
    return PageFacts(width, height, words, is_picture=facts.get("picture") is True)


def size_of(told: Any) -> tuple[float, float]:
    """Width and height in points; ValueError where no page could have them."""
    width, height = (float(side) for side in told)
    if not (0 < width <= LONGEST_PT and 0 < height <= LONGEST_PT):
        raise ValueError
    return width, height


def outline_of(heading: dict[str, Any], pages: int) -> tuple[tuple[int, str, int], ...]:
    """Its table of contents, as far as it is believed."""
    return tuple(_line(each, pages) for each in heading["outline"][:MOST_OUTLINE])


def _line(told: Any, pages: int) -> tuple[int, str, int]:
    """A line of its table of contents; one that leads nowhere leads to the end."""
    depth, words, number = told
    return max(0, whole_number(depth)), _plain(words), min(max(1, whole_number(number)), pages)


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


def image_of(heading: dict[str, Any], pixels: bytes, wanted: Sequence[int]) -> PageImage:
    """One picture as the reader gave it; ValueError where its size is not what it says."""
    number, width, height = (whole_number(heading[name]) for name in ("number", "width", "height"))
    if number not in wanted or width < 1 or height < 1 or len(pixels) != width * height * 4:
        raise ValueError
    return PageImage(number, width, height, pixels)


def _plain(text: object) -> str:
    """Text that every part of the application can hold: half a character would stop a save later on."""
    if not isinstance(text, str):
        raise TypeError
    return text.encode("utf-8", "replace").decode("utf-8")


def whole_number(number: object) -> int:
    """A number as it was told; TypeError where it is none."""
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError
    return number
