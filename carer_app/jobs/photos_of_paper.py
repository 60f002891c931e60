"""Photos of a paper become one PDF: upright, in order, the paper light; then it is kept as any copy is.

The photos stay where they are. What is made of them is in memory only until the carer keeps it.
"""

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import DocumentRefused
from carer_app.imports.chosen_file import read_file
from carer_app.imports.page_limits import MOST_PAPER_SIDE
from carer_app.imports.pictures import look_at
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper.sheets.photographed_copy import PhotographedCopy
from carer_app.use_cases.filing import NewDocument
from carer_app.words import _

if TYPE_CHECKING:
    from PIL.Image import Image

    from carer_app.storage.sealed_files import SealedFiles

MOST_PAGES = 30
"""So many photos make one copy at most."""
_QUALITY = 82
_SMALL = 32
_THUMBNAIL = 480
_GRAIN = 8
_INK = 0.75
"""What is darker than the paper is made a third darker still: pencil too can be read then."""


@dataclass(frozen=True, slots=True)
class PhotoOfPage:
    """One photo, read: `jpeg` is made anew from its pixels alone. `turns` are quarter turns to the right."""

    jpeg: bytes
    turns: int = 0
    lighter: bool = False

    def turned(self) -> "PhotoOfPage":
        """A quarter turn further to the right."""
        return replace(self, turns=(self.turns + 1) % 4)

    def with_lighter_paper(self, lighter: bool) -> "PhotoOfPage":
        """With shadows on the paper taken away, or as it was taken."""
        return replace(self, lighter=lighter)

    def shown(self) -> bytes:
        """A small JPEG of how it will be."""
        picture = self._image()
        picture.thumbnail((_THUMBNAIL, _THUMBNAIL))
        return _as_jpeg(picture)

    def made(self) -> bytes:
        """The whole page as a JPEG."""
        return self.jpeg if not self.turns and not self.lighter else _as_jpeg(self._image())

    def _image(self) -> "Image":
        from PIL import Image

        picture: Image.Image = Image.open(io.BytesIO(self.jpeg))
        if self.turns:
            picture = picture.rotate(-90 * self.turns, expand=True)
        return _lightened(picture) if self.lighter else picture


def read_photo(path: Path) -> PhotoOfPage:
    """One photo, through the reader process. Raises DocumentRefused."""
    from PIL import Image

    seen = look_at(read_file(path), MOST_PAPER_SIDE)
    picture = Image.frombytes("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX")
    return PhotoOfPage(_as_jpeg(picture))


def keep(pages: tuple[PhotoOfPage, ...], sealed_files: "SealedFiles") -> NewDocument:
    """One sealed PDF of all of them. Raises DocumentRefused for none or too many, or NotSaved."""
    if not 0 < len(pages) <= MOST_PAGES:
        raise DocumentRefused(
            _("Choose between 1 and {most} photos. Nothing was added.").format(most=MOST_PAGES)
        )
    data = to_pdf(pages)
    sealed = sealed_files.seal(data)
    return NewDocument(sealed.fingerprint, sealed.key, len(data), len(pages))


def to_pdf(pages: tuple[PhotoOfPage, ...]) -> bytes:
    """All of them, a page each, in their order."""
    return make_pdf(PhotographedCopy(tuple(page.made() for page in pages)))


def _lightened(picture: "Image") -> "Image":
    """What is a shadow on the paper is what changes slowly: the brightest nearby is taken for paper, and made white."""
    from PIL import Image, ImageChops, ImageFilter

    wide, high = picture.size
    paper = picture.resize((max(1, wide // _SMALL), max(1, high // _SMALL)), Image.Resampling.BOX)
    paper = paper.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    paper = paper.resize(picture.size, Image.Resampling.BICUBIC)
    return ImageChops.invert(ImageChops.subtract(paper, picture, scale=_INK, offset=-_GRAIN))


def _as_jpeg(picture: "Image") -> bytes:
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()
