"""A photograph of a child's drawing: taken in safely, and put back on the child's sheets."""

import io
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carer_app.errors import SealedFileDamaged
from carer_app.imports.chosen_file import read_file
from carer_app.imports.pictures import look_at
from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.paper.content import Quote, Sheet, TextSize
from carer_app.use_cases.filing import NewDocument, SealedDocument

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

_QUALITY = 85


def take_photo(path: Path) -> bytes:
    """A small JPEG made anew from the pixels alone. The file stays where it is. Raises DocumentRefused."""
    from PIL import Image

    seen = look_at(read_file(path))
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
