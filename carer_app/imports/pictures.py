"""Photographs that come from outside: decoded by the reader process, made small, and nothing but pixels comes back."""

from typing import Any

from carer_app.errors import DocumentRefused
from carer_app.imports.documents import PageImage
from carer_app.imports.page_limits import MOST_PICTURE_SIDE
from carer_app.imports.reader_process import ask
from carer_app.words import _

_SECONDS = 15.0
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")
_HEIF = (b"heic", b"heix", b"mif1", b"heim", b"heis")
_ENDINGS = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG", ".png"), (b"II*\x00", ".tif"), (b"MM\x00*", ".tif"))


def is_picture(data: bytes) -> bool:
    """Whether it begins as a JPEG, PNG, TIFF or HEIC does."""
    return data.startswith(_BEGINNINGS) or (data[4:8] == b"ftyp" and data[8:12] in _HEIF)


def ending_of(data: bytes) -> str:
    """What the name of such a picture ends in."""
    return next((ending for mark, ending in _ENDINGS if data.startswith(mark)), ".heic")


def look_at(data: bytes, most_side: int = MOST_PICTURE_SIDE) -> PageImage:
    """The pixels of a photo, upright, its longer side at most `most_side`. Raises DocumentRefused."""
    return look_at_one(data, 0, most_side)[0]


def look_at_one(data: bytes, frame: int, most_side: int) -> tuple[PageImage, int]:
    """One picture of a file (a scan may have a page in each), and how many there are. Raises DocumentRefused."""
    if not is_picture(data):
        raise DocumentRefused(
            _(
                "That file is not a photo that can be used here. Nothing was added. "
                "Choose a photo that ends in .jpg, .png, .heic or .tif."
            )
        )
    question = {"do": "picture", "side": most_side, "frame": frame}
    heading, pixels = _answer(question, data, 4 * most_side * most_side + 10_000)
    try:
        width, height, frames = (int(heading[name]) for name in ("width", "height", "frames"))
        if not (0 < width <= most_side and 0 < height <= most_side) or len(pixels) != width * height * 4:
            raise ValueError
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_damaged()) from problem
    return PageImage(frame + 1, width, height, pixels), frames


def without_place(data: bytes) -> bytes:
    """The same picture without what says where and with what it was taken. Raises DocumentRefused."""
    kept = _answer({"do": "without_place"}, data, len(data) + 10_000)[1]
    if not is_picture(kept):
        raise DocumentRefused(_damaged())
    return kept


def _answer(question: dict[str, Any], data: bytes, most: int) -> tuple[dict[str, Any], bytes]:
    messages = ask(question, data, _SECONDS, most)
    if "trouble" in messages[-1][0]:
        raise DocumentRefused(_damaged())
    return messages[0]


def _damaged() -> str:
    return _("That photo is damaged or too big. Nothing was added. Take it again, and choose that one.")
