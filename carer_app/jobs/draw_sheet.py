"""A sheet drawn as it will be printed, and where on its pages each of its parts lies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carer_app.imports import documents
from carer_app.imports.documents import PageImage
from carer_app.paper.content import Sheet, TextSize

if TYPE_CHECKING:
    from carer_app.paper.pdf import PartOnPage


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A picture of each page, and the places of the parts: number of the part and of the page, both from 1."""

    pages: tuple[PageImage, ...]
    parts: "tuple[PartOnPage, ...]"


def draw_sheet(sheet: Sheet, pixels_wide: int, size: TextSize | None = None) -> DrawnSheet:
    """Draw the sheet's first pages, as many as are drawn at once, in the reader process. Raises DocumentRefused."""
    from carer_app.paper import pdf

    data, parts = pdf.make_with_parts(sheet, size)
    # The lines to fill in may stand alone on one page more; a page that is not there is left out.
    pages = max((each.page for each in parts), default=1) + 1
    numbers = range(1, min(pages, documents.MOST_DRAWN) + 1)
    return DrawnSheet(tuple(documents.draw_pages(data, numbers, pixels_wide)), parts)
