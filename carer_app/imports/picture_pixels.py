"""A foreign photograph, decoded. Imported in the reader process and nowhere else."""

import io
import warnings

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin

from carer_app.imports.reader import MOST_PICTURE_SIDE as MOST_SIDE

MOST_PIXELS = 60_000_000
"""What a photograph may have before it is made smaller; a telephone takes 12 to 50 million."""


class BadPicture(Exception):
    """Why it is not read: `damaged` or `too_big`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def warm_up() -> None:
    """Find everything that decoding needs while files may still be opened."""
    for plugin in (JpegImagePlugin, PngImagePlugin):
        assert plugin.__name__
    Image.init()
    for kind in ("JPEG", "PNG"):
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8)).save(buffer, kind)
        Image.open(io.BytesIO(buffer.getvalue())).load()


def pixels_of(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and BGRx bytes, the right way up and no bigger than MOST_SIDE. What else was in the file (where
    and with what it was taken) is left behind. Raises BadPicture."""
    Image.MAX_IMAGE_PIXELS = None  # counted by ourselves, just below
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
            if picture.width * picture.height > MOST_PIXELS:
                raise BadPicture("too_big")
            picture.draft("RGB", (MOST_SIDE, MOST_SIDE))  # a JPEG is decoded small at once
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((MOST_SIDE, MOST_SIDE))
            flat = Image.new("RGB", upright.size, "white")
            flat.paste(upright.convert("RGB"), mask=_see_through(upright))
    except (BadPicture, MemoryError):
        raise
    except Exception as problem:  # whatever a foreign file can do to a decoder: this process ends with it
        raise BadPicture("damaged") from problem
    return flat.width, flat.height, flat.tobytes("raw", "BGRX")


def _see_through(picture: Image.Image) -> Image.Image | None:
    return picture.convert("RGBA").getchannel("A") if "A" in picture.getbands() else None
