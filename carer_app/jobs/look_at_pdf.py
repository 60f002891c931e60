"""A PDF made ready to be looked at: its bytes, its pages and what to know about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from carer_app.imports import documents
from carer_app.imports.documents import PageImage, PageLetters
from carer_app.imports.reader_process import start_ahead
from carer_app.jobs.make_pdf import make_pdf, missing_letters
from carer_app.paper.content import Sheet, TextSize

__all__ = [
    "PageImage",
    "PageLetters",
    "PdfBegun",
    "PdfToShow",
    "begin_pdf",
    "begin_sheet",
    "draw",
    "letters",
    "show_pdf",
    "show_sheet",
]


@dataclass(frozen=True, slots=True)
class PdfToShow:
    """`pages` are width and height in points with the page's text; `missing` what the fonts cannot print.

    `outline` is the PDF's own table of contents: how deep, the words, the page. `has_pictures`: there is a page that is
    little but a picture. `drawn` is a page that was asked for at once.
    """

    data: bytes
    pages: tuple[tuple[float, float, str], ...]
    warning: str = ""
    missing: tuple[str, ...] = ()
    outline: tuple[tuple[int, str, int], ...] = ()
    has_pictures: bool = False
    drawn: PageImage | None = None


@dataclass(frozen=True, slots=True)
class PdfBegun:
    """The same as far as it is known once the first page is drawn: no page has its words yet. `rest` gives all of it,
    or raises DocumentRefused. Whoever lets go of this ends the reading."""

    data: bytes
    pages: tuple[tuple[float, float, str], ...]
    outline: tuple[tuple[int, str, int], ...]
    drawn: PageImage
    rest: Callable[[], PdfToShow]


def show_sheet(sheet: Sheet, text_size: TextSize | None = None) -> PdfToShow:
    """Make one of our own sheets and look into it, as we would into anyone's PDF. `text_size` as in `make_pdf`."""
    missing = tuple(missing_letters(sheet))
    return show_pdf(make_pdf(sheet, text_size), missing)


def begin_sheet(sheet: Sheet, text_size: TextSize | None, first: tuple[int, int]) -> PdfBegun | PdfToShow:
    """The same, with the page that is in sight drawn first, as in `begin_pdf`.

    The reader starts while the PDF is made, and another one waits for what is chosen next: a change is seen at once.
    """
    start_ahead()
    missing = tuple(missing_letters(sheet))
    return begin_pdf(make_pdf(sheet, text_size), first, missing, and_then=start_ahead)


def show_pdf(data: bytes, missing: tuple[str, ...] = ()) -> PdfToShow:
    """Look into a PDF in the reader process. Raises DocumentRefused."""
    return _to_show(data, documents.look_into(data), missing)


def begin_pdf(
    data: bytes,
    first: tuple[int, int],
    missing: tuple[str, ...] = (),
    and_then: Callable[[], None] = lambda: None,
) -> PdfBegun | PdfToShow:
    """Look into a PDF in the reader process. Raises DocumentRefused.

    `first` is a page to draw at once, and how many pixels wide: it can be seen before the words of all pages are read.
    Where it cannot be drawn by itself, all there is comes at once. `and_then` is done once all of it is read.
    """
    look = documents.LookIntoPdf(data, first)

    def whole() -> PdfToShow:
        all_of_it = _to_show(data, look.whole(), missing)
        and_then()
        return all_of_it

    begun = look.begun()
    if begun is None:
        return whole()
    pages = tuple((width, height, "") for width, height in begun.sizes)
    return PdfBegun(data, pages, begun.outline, begun.drawn, whole)


def _to_show(data: bytes, facts: documents.DocumentFacts, missing: tuple[str, ...] = ()) -> PdfToShow:
    pages = tuple((page.width_pt, page.height_pt, page.text) for page in facts.pages)
    has_pictures = any(page.is_only_a_picture for page in facts.pages)
    return PdfToShow(data, pages, facts.warning, missing, facts.outline, has_pictures, facts.drawn)


def draw(data: bytes, numbers: Sequence[int], pixels_wide: int) -> list[PageImage]:
    """Pictures of some pages, drawn by the reader process. Raises DocumentRefused."""
    return documents.draw_pages(data, numbers, pixels_wide)


def letters(data: bytes, numbers: Sequence[int]) -> dict[int, PageLetters]:
    """Where each letter of some pages stands, told by the reader process. Raises DocumentRefused."""
    return documents.letters_of(data, numbers)
