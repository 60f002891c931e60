"""Photographs that come from outside: decoded by the reader process, made small, and nothing but pixels comes back."""

from carer_app.errors import DocumentRefused
from carer_app.imports.documents import PageImage
from carer_app.imports.page_limits import MOST_PICTURE_SIDE
from carer_app.imports.reader_process import ask
from carer_app.words import _

_SECONDS = 15.0
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")
_HEIF = (b"heic", b"heix", b"mif1", b"heim", b"heis")


def is_picture(data: bytes) -> bool:
    """Whether it begins as a JPEG, PNG, TIFF or HEIC does."""
    return data.startswith(_BEGINNINGS) or (data[4:8] == b"ftyp" and data[8:12] in _HEIF)


def look_at(data: bytes, most_side: int = MOST_PICTURE_SIDE) -> PageImage:
    """The pixels of a photo, upright, its longer side at most `most_side`. Raises DocumentRefused."""
    if not is_picture(data):
        raise DocumentRefused(
            _(
                "That file is not a photo that can be used here. Nothing was added. "
                "Choose a photo that ends in .jpg, .png, .heic or .tif."
            )
        )
    messages = ask({"do": "picture", "side": most_side}, data, _SECONDS, 4 * most_side * most_side + 10_000)
    try:
        if "trouble" in messages[-1][0]:
            raise ValueError
        heading, pixels = messages[0]
        width, height = int(heading["width"]), int(heading["height"])
        if not (0 < width <= most_side and 0 < height <= most_side) or len(pixels) != width * height * 4:
            raise ValueError
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(
            _("That photo is damaged or too big. Nothing was added. Take it again, and choose that one.")
        ) from problem
    return PageImage(1, width, height, pixels)
