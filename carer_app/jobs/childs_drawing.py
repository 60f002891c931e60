"""A child's drawing or certificate, as a photo or a PDF: taken in safely, and put back on the child's sheets."""

import io
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carer_app.errors import DocumentRefused, SealedFileDamaged
from carer_app.imports import documents
from carer_app.imports.chosen_file import is_pdf, read_file
from carer_app.imports.documents import PageImage
from carer_app.imports.pictures import look_at
from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PdfBegun, PdfToShow
from carer_app.paper.content import Quote, Sheet, TextSize
from carer_app.use_cases.filing import NewDocument, SealedDocument
from carer_app.words import _

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

MOST_OF_A_PDF = 4
"""A certificate has a page or two; a whole report is no keepsake."""
_PIXELS_WIDE = 1_200
_QUALITY = 85


def take_photo(path: Path) -> bytes:
    """A small JPEG made anew from the pixels alone. The file stays where it is. Raises DocumentRefused."""
    return _as_jpeg(look_at(read_file(path)))


def take_pages(path: Path) -> tuple[bytes, ...]:
    """A photo, or each page of a PDF, as small JPEGs made anew from the pixels alone. Raises DocumentRefused.

    Of the PDF itself nothing is kept: what is in a file that was sent is opened in the reader process, and not here.
    """
    data = read_file(path)
    if not is_pdf(data):
        return (_as_jpeg(look_at(data)),)
    pages = len(documents.look_into(data).pages)
    if pages > MOST_OF_A_PDF:
        raise DocumentRefused(
            _(
                "That PDF has {count} pages. The most for the book is {most}. Nothing was added. "
                "Save the pages you want as a PDF of their own."
            ).format(count=pages, most=MOST_OF_A_PDF)
        )
    drawn = documents.draw_pages(data, range(1, pages + 1), _PIXELS_WIDE)
    if not drawn:
        raise DocumentRefused(_("Nothing in that PDF could be shown. Nothing was added."))
    return tuple(_as_jpeg(page) for page in drawn)


def _as_jpeg(seen: PageImage) -> bytes:
    from PIL import Image

    picture = Image.frombytes("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX")
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()


def seal(picture: bytes, sealed_files: "SealedFiles") -> NewDocument:
    """Seal it beside the records; it counts only once it is registered. Raises NotSaved and its kinds."""
    sealed = sealed_files.seal(picture)
    return NewDocument(sealed.fingerprint, sealed.key, len(picture), 1)


def with_drawings(sheet: Any, papers: dict[int, SealedDocument], sealed_files: "SealedFiles") -> Sheet:
    """The sheet with the bytes of each drawing it names. One that cannot be opened any more is left out."""

    def unsealed(quote: Quote) -> Quote:
        paper = papers.get(quote.drawing)
        if paper is None:
            return replace(quote, drawing=0)
        try:
            return replace(quote, picture=sealed_files.open(paper.fingerprint, paper.seal_key))
        except SealedFileDamaged:
            return replace(quote, drawing=0)

    filled: Sheet = _through(sheet, unsealed)
    return filled


def show_sheet(
    sheet: Sheet, size: TextSize, papers: dict[int, SealedDocument], sealed_files: "SealedFiles"
) -> PdfToShow:
    """A sheet of the child's own, with their drawings on it."""
    return look_at_pdf.show_sheet(with_drawings(sheet, papers, sealed_files), size)


def begin_sheet(
    sheet: Sheet,
    size: TextSize,
    papers: dict[int, SealedDocument],
    sealed_files: "SealedFiles",
    first: tuple[int, int],
) -> PdfBegun | PdfToShow:
    """The same, with one page to be seen first (`look_at_pdf.begin_pdf`)."""
    return look_at_pdf.begin_sheet(with_drawings(sheet, papers, sealed_files), size, first)


def _through(value: Any, change: Callable[[Quote], Quote]) -> Any:
    """Everything inside, with each quote that has a drawing changed."""
    if isinstance(value, Quote):
        return change(value) if value.drawing else value
    if isinstance(value, tuple):
        return tuple(_through(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _through(getattr(value, field.name), change) for field in fields(value)}
        )
    return value
