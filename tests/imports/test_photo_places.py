"""A photo that is kept as it came keeps its picture to the bit, and not where it was taken."""

import io
from pathlib import Path

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import ImageFileDirectory_v2
from pillow_heif.constants import HeifCompressionFormat
from pillow_heif.misc import CtxEncode

from carer_app.errors import DocumentRefused
from carer_app.imports import picture_places, pictures

pillow_heif.register_heif_opener()
WHERE = ("12 Elm Road", "51.4975", "Pixel of Mia")
ADDED = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>51.4975</exif:GPSLatitude></x:xmpmeta>'


def exif(way: int = 1) -> Image.Exif:
    told = Image.Exif()
    told[0x0112], told[0x010E], told[0x013B] = way, WHERE[0], WHERE[2]
    place = told.get_ifd(0x8825)
    place[1], place[2], place[29] = "N", (51.0, 29.0, 51.0), WHERE[1]
    return told


def photo(kind: str, way: int = 1) -> bytes:
    made = io.BytesIO()
    picture = Image.effect_noise((64, 48), 80).convert("RGB")
    if kind == "PNG":
        beside = PngImagePlugin.PngInfo()
        beside.add_itxt("XML:com.adobe.xmp", ADDED.decode())
        picture.save(made, kind, exif=exif(way), pnginfo=beside)
    elif kind == "TIFF":
        facts = ImageFileDirectory_v2()
        facts[0x010E], facts[0x02BC] = WHERE[0], ADDED
        picture.save(made, kind, exif=exif(way), tiffinfo=facts)
    else:
        picture.save(made, kind, exif=exif(way), **({"xmp": ADDED} if kind == "JPEG" else {"quality": -1}))
    return made.getvalue()


def from_a_phone() -> bytes:
    """A HEIC with two pictures that the file itself says to turn, as telephones do, and with a place beside them."""
    page = Image.effect_noise((96, 64), 60).convert("RGB")
    writing = CtxEncode(HeifCompressionFormat.HEVC, quality=70)
    for picture in (page, page.resize((60, 40))):
        writing.add_image(
            picture.size,
            "RGB",
            picture.tobytes(),
            image_orientation=6,
            exif=exif(6).tobytes(),
            primary=picture is page,
        )
    made = io.BytesIO()
    writing.save(made)
    return made.getvalue()


def says(data: bytes) -> set[str]:
    return {each for each in WHERE if each.encode() in data}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "HEIF"])
def test_the_picture_is_the_same_and_says_no_place_and_no_name(kind: str) -> None:
    data = photo(kind)
    assert says(data), "it says so before"
    kept = pictures.without_place(data)
    assert says(kept) == set()
    assert b"GPSLatitude" not in kept
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(kept))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert dict(after.getexif().get_ifd(0x8825)) == {}


def test_one_that_was_taken_sideways_still_says_which_way_is_up() -> None:
    kept = Image.open(io.BytesIO(pictures.without_place(photo("JPEG", way=6))))
    assert dict(kept.getexif()) == {0x0112: 6}


def test_a_film_behind_the_picture_goes_too() -> None:
    data = photo("JPEG")
    assert pictures.without_place(data + b"ftypmp4 at 12 Elm Road") == pictures.without_place(data)


@pytest.mark.parametrize("data", [b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\0\x20Exif\0\0II"])
def test_what_is_broken_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentRefused, match="damaged"):
        pictures.without_place(data)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["JPEG", "PNG", "TIFF", "HEIF"]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=30),
)
def test_no_damage_makes_it_do_anything_but_give_up_or_give_a_picture(
    kind: str, flips: list[tuple[float, int]]
) -> None:
    """Each list of facts may name itself, or a place far behind the end."""
    data = bytearray(SAMPLES[kind])
    for where, byte in flips:
        data[int(where * min(len(data) - 1, 400))] = byte
    try:
        kept = picture_places.without_place(bytes(data))
    except (ArithmeticError, LookupError, ValueError):
        return
    assert len(kept) <= len(data) + 40


SAMPLES = {kind: photo(kind) for kind in ("JPEG", "PNG", "TIFF", "HEIF")}


def test_a_photo_of_a_phone_stands_upright_and_its_other_picture_too_and_neither_says_where(
    tmp_path: Path,
) -> None:
    from carer_app.jobs import photos_of_paper

    data = from_a_phone()
    assert says(data), "it says so before"
    assert b"irot" in data
    read = photos_of_paper.read_photos(data, data)
    assert [Image.open(io.BytesIO(each.made())).size for each in read] == [(64, 96), (40, 60)]
    kept = pictures.without_place(data)
    assert says(kept) == set()
    assert dict(Image.open(io.BytesIO(kept)).getexif().get_ifd(0x8825)) == {}
    assert len(photos_of_paper.read_photos(kept, kept)) == 2


def test_a_scan_of_more_pages_than_may_be_kept_is_refused_whole(tmp_path: Path) -> None:
    """Else the last pages would be left out without a word."""
    from carer_app.jobs import photos_of_paper

    pages = [Image.new("1", (20, 20), number % 2) for number in range(photos_of_paper.MOST_PAGES + 1)]
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:])
    with pytest.raises(DocumentRefused, match="more than 30 pages"):
        photos_of_paper.read_photos(made.getvalue(), b"")
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:-1])
    assert len(photos_of_paper.read_photos(made.getvalue(), b"")) == photos_of_paper.MOST_PAGES


def test_every_page_of_a_scan_in_one_file_is_read(tmp_path: Path) -> None:
    from carer_app.jobs import photos_of_paper

    pages = [Image.new("RGB", (30 + number, 40), "white") for number in range(3)]
    file = tmp_path / "scan.tif"
    pages[0].save(file, save_all=True, append_images=pages[1:], compression="tiff_lzw")
    read = photos_of_paper.read_photos(file.read_bytes(), file)
    assert [Image.open(io.BytesIO(each.made())).width for each in read] == [30, 31, 32]
    assert len({each.digest for each in read}) == 1
