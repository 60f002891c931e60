"""Photographs that come from outside: decoded by the reader process, made small, and nothing but pixels comes back."""

from carer_app.errors import DocumentRefused
from carer_app.imports.documents import PageImage
from carer_app.imports.page_limits import MOST_PICTURE_SIDE as MOST_SIDE
from carer_app.imports.reader_process import ask
from carer_app.words import _

_SECONDS = 15.0
_MOST_ANSWER = 4 * MOST_SIDE * MOST_SIDE + 10_000


def look_at(data: bytes) -> PageImage:
    """The pixels of a JPEG or PNG, upright, its longer side at most MOST_SIDE. Raises DocumentRefused."""
    if not data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        raise DocumentRefused(
            _(
                "That file is not a photo that can be used here. Nothing was added. "
                "Choose a JPEG or a PNG. A phone can save its photos as “most compatible”."
            )
        )
    messages = ask({"do": "picture"}, data, _SECONDS, _MOST_ANSWER)
    try:
        if "trouble" in messages[-1][0]:
            raise ValueError
        heading, pixels = messages[0]
        width, height = int(heading["width"]), int(heading["height"])
        if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE) or len(pixels) != width * height * 4:
            raise ValueError
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(
            _("That photo is damaged or too big. Nothing was added. Take it again, and choose that one.")
        ) from problem
    return PageImage(1, width, height, pixels)
