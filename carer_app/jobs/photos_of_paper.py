"""Photos of a paper become one PDF: upright, in order, without the table round them, the paper light; then it is kept
as any copy is.

The photos stay where they are. What is made of them is in memory only until the carer keeps it.
"""

import hashlib
import io
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import DocumentRefused
from carer_app.imports.chosen_file import read_file
from carer_app.imports.page_limits import MOST_PAPER_SIDE
from carer_app.imports.pictures import ending_of, look_at_one, without_place
from carer_app.jobs.make_pdf import make_pdf
from carer_app.jobs.paper_edges import WHOLE, Edges, cut, edges_of, tilted, turned_right
from carer_app.jobs.paper_tilt import MOST, straight, tilt_of
from carer_app.paper.sheets.photographed_copy import PhotographedCopy
from carer_app.use_cases.filing import NewDocument, NewSource
from carer_app.use_cases.waiting_photos import SealedPhoto
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
    """One photo, read: `jpeg` is made anew from its pixels alone. `turns` are quarter turns to the right.

    `tilt` are degrees to the right by which it is straightened after them, `edges` the part that is kept, of the photo
    as it is turned and straightened. `digest` is that of the file it came from, and
    `came_from` where that is, or the picture itself where it was pasted. `sealed` says where it lies while it waits.
    """

    jpeg: bytes
    turns: int = 0
    lighter: bool = False
    edges: Edges = WHOLE
    digest: str = ""
    came_from: Path | bytes = b""
    tilt: float = 0.0
    sealed: SealedPhoto | None = field(default=None, compare=False)

    def turned(self) -> "PhotoOfPage":
        """A quarter turn further to the right."""
        return replace(self, turns=(self.turns + 1) % 4, edges=turned_right(self.edges))

    def straightened(self, tilt: float) -> "PhotoOfPage":
        """Turned by so many degrees from how it was taken. Nothing that was inside the edges is cut off by it."""
        tilt = max(-MOST, min(MOST, tilt))
        edges = tilted(self.edges, self._upright().size, self.tilt, tilt)
        return replace(self, tilt=tilt, edges=edges)

    def found_tilt(self) -> float:
        """By how many degrees the page seems to be tilted; 0 where that is not certain."""
        return tilt_of(self._upright())

    def with_lighter_paper(self, lighter: bool) -> "PhotoOfPage":
        """With shadows on the paper taken away, or as it was taken."""
        return replace(self, lighter=lighter)

    def within(self, edges: Edges) -> "PhotoOfPage":
        """Only what lies inside these edges."""
        return replace(self, edges=edges)

    def proposed(self) -> Edges:
        """Where the edges of the paper seem to be; the whole photo where no paper stands out."""
        return edges_of(self._turned())

    def shown(self) -> bytes:
        """A small JPEG of how it will be."""
        return _small(self._image())

    def shown_whole(self) -> bytes:
        """A small JPEG with what lies outside the edges too."""
        return _small(self._turned())

    def made(self) -> bytes:
        """The whole page as a JPEG."""
        is_as_it_came = not self.turns and not self.tilt and not self.lighter and self.edges == WHOLE
        return self.jpeg if is_as_it_came else _as_jpeg(self._image())

    def _upright(self) -> "Image":
        from PIL import Image

        picture: Image.Image = Image.open(io.BytesIO(self.jpeg))
        return picture.rotate(-90 * self.turns, expand=True) if self.turns else picture

    def _turned(self) -> "Image":
        return straight(self._upright(), self.tilt)

    def _image(self) -> "Image":
        picture = cut(self._turned(), self.edges)
        return _lightened(picture) if self.lighter else picture


def read_photo(path: Path) -> PhotoOfPage:
    """The first picture of one file, through the reader process. Raises DocumentRefused."""
    return read_photos(read_file(path), path)[0]


def read_photos(data: bytes, came_from: Path | bytes) -> tuple[PhotoOfPage, ...]:
    """Every picture of one file: a scan may have a page in each. Raises DocumentRefused."""
    photos: list[PhotoOfPage] = []
    digest, count = hashlib.sha256(data).hexdigest(), 1
    while len(photos) < count:
        photo, count = _read(data, len(photos), digest, came_from)
        photos.append(photo)
        if count > MOST_PAGES:
            raise DocumentRefused(
                _(
                    "There are more than {most} pages in that file. Nothing was added. "
                    "Save it as a PDF in the program it came from, and choose that one."
                ).format(most=MOST_PAGES)
            )
    return tuple(photos)


def keep(
    pages: tuple[PhotoOfPage, ...],
    sealed_files: "SealedFiles",
    known: frozenset[str] = frozenset(),
    as_they_came: bool = False,
) -> NewDocument:
    """One sealed PDF of all of them; with `as_they_came` also each file itself, but for where it was taken.

    `known` are digests of files that are here already. Raises DocumentRefused for none, for too many and for what is
    here, or NotSaved.
    """
    if not 0 < len(pages) <= MOST_PAGES:
        raise DocumentRefused(_too_many())
    if all(page.digest in known for page in pages):
        raise DocumentRefused(
            _("These photos are here already, so they were not added again. Nothing was changed.")
        )
    files = {page.digest: page.came_from for page in pages if page.digest}
    kept = {digest: _as_it_came(digest, file) for digest, file in files.items()} if as_they_came else {}
    data = to_pdf(pages)
    sealed = sealed_files.seal(data)
    sources = []
    for digest in files:
        source = NewSource(digest)
        if (photo := kept.get(digest)) is not None:
            itself = sealed_files.seal(photo)
            source = NewSource(digest, ending_of(photo), itself.fingerprint, itself.key, len(photo))
        sources.append(source)
    return NewDocument(sealed.fingerprint, sealed.key, len(data), len(pages), tuple(sources))


def to_pdf(pages: tuple[PhotoOfPage, ...]) -> bytes:
    """All of them, a page each, in their order."""
    return make_pdf(PhotographedCopy(tuple(page.made() for page in pages)))


def _read(data: bytes, frame: int, digest: str, came_from: Path | bytes) -> tuple[PhotoOfPage, int]:
    from PIL import Image

    seen, count = look_at_one(data, frame, MOST_PAPER_SIDE)
    picture = Image.frombytes("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX")
    return PhotoOfPage(_as_jpeg(picture), digest=digest, came_from=came_from), count


def _as_it_came(digest: str, came_from: Path | bytes) -> bytes:
    """Read again, and seen to be the same."""
    data = came_from if isinstance(came_from, bytes) else read_file(came_from)
    if hashlib.sha256(data).hexdigest() != digest:
        raise DocumentRefused(
            _(
                "One of the photos is not the one it was. Nothing was added. Leave these out, and choose them again."
            )
        )
    return without_place(data)


def _too_many() -> str:
    return _("Choose between 1 and {most} photos. Nothing was added.").format(most=MOST_PAGES)


def _lightened(picture: "Image") -> "Image":
    """What is a shadow on the paper is what changes slowly: the brightest nearby is taken for paper, and made white."""
    from PIL import Image, ImageChops, ImageFilter

    wide, high = picture.size
    paper = picture.resize((max(1, wide // _SMALL), max(1, high // _SMALL)), Image.Resampling.BOX)
    paper = paper.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    paper = paper.resize(picture.size, Image.Resampling.BICUBIC)
    return ImageChops.invert(ImageChops.subtract(paper, picture, scale=_INK, offset=-_GRAIN))


def _small(picture: "Image") -> bytes:
    picture.thumbnail((_THUMBNAIL, _THUMBNAIL))
    return _as_jpeg(picture)


def _as_jpeg(picture: "Image") -> bytes:
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()
