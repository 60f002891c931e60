"""A foreign photograph, decoded. Imported in the reader process and nowhere else."""

import io
import warnings
import zlib

import pillow_heif
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

MOST_PIXELS = 60_000_000
"""What a photograph may have before it is made smaller; a telephone takes 12 to 50 million."""
MOST_FRAMES = 31
"""Pages of a scan, or pictures in one file, that are counted: one more than may be kept, so that none is left out
without a word."""
FORMATS = ("JPEG", "PNG", "TIFF", "HEIF")
_OF_PAGES = ("TIFF", "HEIF")
"""What may hold several pages. A telephone puts a second picture into a JPEG too: how far away things are, say."""
PNG = b"\x89PNG\r\n\x1a\n"
_THE_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"IDAT", b"IEND")
"""The parts of a PNG that are needed to show it upright."""


class BadPicture(Exception):
    """Why it is not read: `damaged` or `too_big`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def warm_up() -> None:
    """Find everything that decoding needs while files may still be opened."""
    for plugin in (JpegImagePlugin, PngImagePlugin, TiffImagePlugin):
        assert plugin.__name__
    # Nothing new may be started once the doors are shut, threads neither.
    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener()
    Image.init()
    for kind, how in (("JPEG", {}), ("PNG", {}), ("TIFF", {"compression": "tiff_lzw"}), ("HEIF", {})):
        buffer = io.BytesIO()
        Image.new("RGB", (16, 16)).save(buffer, kind, **how)
        Image.open(io.BytesIO(buffer.getvalue())).load()


def pixels_of(data: bytes, most_side: int, frame: int = 0) -> tuple[int, int, int, bytes]:
    """How many pictures there are; of one its width, height and BGRx bytes: upright, no side over `most_side`.

    What else was in the file (where and with what it was taken) is left behind. Raises BadPicture.
    """
    Image.MAX_IMAGE_PIXELS = None  # counted by ourselves, just below
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(_only_the_picture(data)), formats=FORMATS)
            several = picture.format in _OF_PAGES
            frames = min(int(getattr(picture, "n_frames", 1)), MOST_FRAMES) if several else 1
            if 0 < frame < frames:
                picture.seek(frame)
            if picture.width * picture.height > MOST_PIXELS:
                raise BadPicture("too_big")
            picture.draft("RGB", (most_side, most_side))  # a JPEG is decoded small at once
            upright = _in_usual_colours(ImageOps.exif_transpose(picture))
            upright.thumbnail((most_side, most_side))
            flat = Image.new("RGB", upright.size, "white")
            flat.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    except (BadPicture, MemoryError):
        raise
    except Exception as problem:  # whatever a foreign file can do to a decoder: this process ends with it
        raise BadPicture("damaged") from problem
    return frames, flat.width, flat.height, flat.tobytes("raw", "BGRX")


def _only_the_picture(data: bytes) -> bytes:
    """A PNG without what lies beside its picture, each part with a right checksum; anything else as it is.

    A long text or a damaged checksum beside the picture would make the decoder refuse all of it. Damage inside the
    picture is still seen: what is packed there has a checksum of its own.
    """
    if not data.startswith(PNG):
        return data
    parts, at = [PNG], len(PNG)
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 4 : at + 8 + size]  # never more than the file holds
        if body[:4] in _THE_PICTURE:
            parts += [size.to_bytes(4, "big"), body, zlib.crc32(body).to_bytes(4, "big")]
        at += 12 + size
    return b"".join(parts)


def _in_usual_colours(picture: Image.Image) -> Image.Image:
    """RGB, or RGBA where something can be seen through. 65,536 greys become 256: cut off, all would be white."""
    if picture.mode.startswith("I"):
        grey = picture.convert("I").point(lambda shade: shade / 256).convert("L")
        return grey.convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
