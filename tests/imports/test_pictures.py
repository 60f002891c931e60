"""A photograph is decoded elsewhere and comes back as pixels: upright, small, and with nothing else of the file."""

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from carer_app.errors import DocumentRefused
from carer_app.imports import pictures
from carer_app.imports.page_limits import MOST_PICTURE_SIDE
from carer_app.jobs import childs_drawing


def photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **facts: object) -> bytes:
    made = io.BytesIO()
    picture = Image.new("RGB", size, (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, size[0] // 2, size[1] // 2))
    picture.save(made, kind, **facts)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_comes_back_as_pixels(kind: str) -> None:
    seen = pictures.look_at(photo(kind))
    assert (seen.width, seen.height) == (60, 40)
    blue, green, red, _unused = seen.data[-4:]
    assert red > 150 > green
    assert blue < 100


def test_a_big_one_is_made_smaller_and_keeps_its_shape() -> None:
    seen = pictures.look_at(photo(size=(4000, 3000)))
    assert seen.width == MOST_PICTURE_SIDE
    assert abs(seen.height - MOST_PICTURE_SIDE * 3 / 4) <= 1


def test_one_taken_sideways_is_turned_upright() -> None:
    sideways = Image.Exif()
    sideways[0x0112] = 6
    seen = pictures.look_at(photo(exif=sideways))
    assert (seen.width, seen.height) == (40, 60)


def test_where_it_was_taken_is_left_behind(tmp_path: Path) -> None:
    told = Image.Exif()
    told[0x010E] = "Amelia at 12 Elm Road"
    file = tmp_path / "photo.jpg"
    file.write_bytes(photo(exif=told))
    assert b"Elm Road" in file.read_bytes()
    made = childs_drawing.take_photo(file)
    assert b"Elm Road" not in made
    assert Image.open(io.BytesIO(made)).format == "JPEG"


def png(picture: Image.Image, **facts: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, "PNG", **facts)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        png(Image.new("RGBA", (8, 8), (0, 0, 0, 0))),
        png(Image.new("LA", (8, 8), (0, 0))),
        png(Image.new("RGB", (8, 8), (0, 0, 0)), transparency=(0, 0, 0)),
        png(Image.new("L", (8, 8), 0), transparency=0),
        png(Image.new("1", (8, 8), 0), transparency=0),
        png(Image.new("P", (8, 8), 0), transparency=0),
    ],
    ids=["RGBA", "LA", "one colour", "one grey", "black and white", "palette"],
)
def test_what_can_be_seen_through_becomes_white(data: bytes) -> None:
    assert set(pictures.look_at(data).data[:3]) == {255}


def test_a_photo_in_65536_greys_is_as_dark_as_it_was() -> None:
    grey = Image.frombytes("I;16", (8, 8), struct.pack("<8H", *[0x4000] * 4, *[0xC000] * 4) * 8)
    seen = pictures.look_at(png(grey))
    assert [seen.data[at] for at in (0, 4 * 7)] == [0x40, 0xC0]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def beside_the_picture(extra: bytes) -> bytes:
    whole = photo("PNG")
    return whole[:33] + extra + whole[33:]  # after the heading


@pytest.mark.parametrize(
    "data",
    [
        beside_the_picture(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 5_000_000))),
        beside_the_picture(chunk(b"iCCP", b"\xff" * 300)),
        beside_the_picture(chunk(b"tEXt", b"Title\0Mia")[:-1] + b"?"),
        photo("PNG")[:29] + b"????" + photo("PNG")[33:],
        photo("PNG")[:-4] + b"????",
    ],
    ids=["long text", "bad colours", "checksum of a text", "checksum of the heading", "checksum of the end"],
)
def test_what_lies_beside_a_picture_is_no_reason_to_refuse_it(data: bytes) -> None:
    assert pictures.look_at(data) == pictures.look_at(photo("PNG"))


def test_damage_in_the_picture_itself_is_still_seen() -> None:
    whole = photo("PNG")
    at = whole.index(b"IDAT") + 12
    with pytest.raises(DocumentRefused, match="damaged"):
        pictures.look_at(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", b"RIFF....WEBP", b"\x00\x00\x00\x18ftypisom"],
    ids=["empty", "gif", "pdf", "svg", "webp", "film"],
)
def test_anything_else_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(DocumentRefused, match="Choose a photo that ends in"):
        pictures.look_at(data)


def bomb() -> bytes:
    """A small PNG that says it has 100,000 by 100,000 pixels."""

    heading = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", heading)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [photo()[:200], photo("PNG")[:80], b"\xff\xd8\xff" + b"\0" * 500, bomb(), photo()[:-2] + b"\0" * 1000],
    ids=["cut", "cut png", "noise", "bomb", "tail"],
)
def test_a_damaged_or_hostile_one_is_refused_or_read_and_never_stops_the_program(data: bytes) -> None:
    with suppress(DocumentRefused):
        seen = pictures.look_at(data)
        assert len(seen.data) == seen.width * seen.height * 4


def _claims(kind: str) -> bytes:
    """A small whole TIFF or HEIC that was made to say that it is enormous."""
    if kind == "TIFF":
        data = bytearray(photo("TIFF", (60, 40)))
        first = int.from_bytes(data[4:8], "little")
        for entry in range(int.from_bytes(data[first : first + 2], "little")):
            at = first + 2 + 12 * entry
            if int.from_bytes(data[at : at + 2], "little") in (256, 257):  # how wide and how high
                data[at + 2 : at + 12] = struct.pack("<HII", 4, 1, 200_000)
        return bytes(data)
    pillow_heif.register_heif_opener()
    data = bytearray(photo("HEIF", (60, 40)))
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", 200_000, 200_000)
    return bytes(data)


@pytest.mark.parametrize("kind", ["TIFF", "HEIF"])
def test_one_that_says_it_is_enormous_is_refused_and_takes_no_room_for_it(kind: str) -> None:
    assert len(_claims(kind)) < 20_000
    with pytest.raises(DocumentRefused, match="damaged or too big"):
        pictures.look_at(_claims(kind))


@pytest.mark.parametrize("kind", ["TIFF", "PNG"])
def test_a_few_kilobytes_that_unpack_to_a_huge_picture_are_read_small_or_refused(kind: str) -> None:
    def packed(mode: str, *size: int) -> bytes:
        made = io.BytesIO()
        how = {"compression": "tiff_deflate"} if kind == "TIFF" else {}
        Image.new(mode, size).save(made, kind, **how)
        return made.getvalue()

    big = packed("L", 7_000, 8_000)
    assert len(big) * 400 < 7_000 * 8_000
    with suppress(DocumentRefused):
        assert pictures.look_at(big).height <= MOST_PICTURE_SIDE
    with pytest.raises(DocumentRefused, match="damaged or too big"):
        pictures.look_at(packed("1", 30_000, 30_000))


def test_the_bomb_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="too big"):
        pictures.look_at(bomb())
