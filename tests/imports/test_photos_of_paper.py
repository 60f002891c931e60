"""Photos of a paper: every common kind is read upright, nothing of where it was taken stays; they become one PDF."""

import io
from pathlib import Path

import pillow_heif
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from carer_app.errors import DocumentRefused
from carer_app.imports import documents, pictures
from carer_app.imports.page_limits import MOST_PAPER_SIDE
from carer_app.jobs import photos_of_paper
from carer_app.jobs.photos_of_paper import PhotoOfPage

pillow_heif.register_heif_opener()


def page(size: tuple[int, int] = (300, 400), paper: int = 200) -> Image.Image:
    """Paper with something written near its top, darker towards its right edge."""
    made = Image.new("RGB", size, (paper, paper, paper))
    draw = ImageDraw.Draw(made)
    for x in range(size[0]):
        shade = paper - x * 80 // size[0]
        draw.line([(x, 0), (x, size[1])], fill=(shade, shade, shade))
    draw.rectangle((40, 30, 120, 50), fill=(10, 10, 10))
    return made


def as_file(folder: Path, kind: str, picture: Image.Image, **how: object) -> Path:
    file = folder / f"photo.{kind.lower()}"
    picture.save(file, kind, **how)
    return file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "HEIF"])
def test_every_common_kind_of_photo_is_read(tmp_path: Path, kind: str) -> None:
    read = photos_of_paper.read_photo(as_file(tmp_path, kind, page()))
    made = Image.open(io.BytesIO(read.made()))
    assert made.size == (300, 400)
    assert made.getpixel((80, 40))[0] < 60 < made.getpixel((200, 200))[0]


def test_a_second_picture_that_a_telephone_puts_into_a_photo_is_no_page(tmp_path: Path) -> None:
    """How far away things are, say. It is a JPEG by its name and by its first bytes."""
    second = Image.new("RGB", (75, 100), (40, 40, 40))
    file = tmp_path / "IMG_0007.jpg"
    page().save(file, "MPO", save_all=True, append_images=[second])
    assert file.read_bytes().startswith(b"\xff\xd8\xff")
    (read,) = photos_of_paper.read_photos(file.read_bytes(), file)
    assert Image.open(io.BytesIO(read.made())).size == (300, 400)


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate", "group4", None])
def test_scans_in_every_usual_form_are_read(tmp_path: Path, compression: str | None) -> None:
    scan = page().convert("1") if compression == "group4" else page()
    file = as_file(tmp_path, "TIFF", scan, **({"compression": compression} if compression else {}))
    assert photos_of_paper.read_photo(file).made()


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
def test_one_that_was_taken_sideways_stands_upright_and_says_nothing_of_where(
    tmp_path: Path, kind: str
) -> None:
    told = Image.Exif()
    told[0x0112], told[0x010E] = 6, "12 Elm Road"
    read = photos_of_paper.read_photo(as_file(tmp_path, kind, page(), exif=told))
    # Who writes a HEIC turns it while writing.
    assert Image.open(io.BytesIO(read.made())).size == ((300, 400) if kind == "HEIF" else (400, 300))
    assert b"Elm Road" not in read.made()


def test_a_quarter_turn_goes_to_the_right_and_four_are_none() -> None:
    photo = PhotoOfPage(photos_of_paper._as_jpeg(page()))
    once = Image.open(io.BytesIO(photo.turned().made()))
    assert once.size == (400, 300)
    assert once.getpixel((400 - 40, 80))[0] < 80  # what was near the top is near the right edge
    assert photo.turned().turned().turned().turned() == photo


def test_lighter_paper_is_white_where_there_was_a_shadow_and_what_is_written_stays_dark() -> None:
    lighter = PhotoOfPage(photos_of_paper._as_jpeg(page())).with_lighter_paper(True)
    made = Image.open(io.BytesIO(lighter.made()))
    assert min(made.getpixel((x, 300))[0] for x in range(20, 280, 20)) > 225
    assert made.getpixel((80, 40))[0] < 120


def test_they_become_one_file_a_page_each_in_their_order() -> None:
    tall, wide = page(), page((400, 300))
    pages = tuple(PhotoOfPage(photos_of_paper._as_jpeg(each)) for each in (tall, wide))
    data = photos_of_paper.to_pdf(pages)
    assert [len(documents.look_into(data).pages), len(pypdfium2.PdfDocument(data))] == [2, 2]
    assert "Page 1 of 2" in documents.look_into(data).pages[0].text


@pytest.mark.parametrize("count", [0, photos_of_paper.MOST_PAGES + 1])
def test_none_and_too_many_are_refused_in_a_sentence(count: int) -> None:
    photo = PhotoOfPage(photos_of_paper._as_jpeg(page((8, 8))))
    with pytest.raises(DocumentRefused, match="between 1 and"):
        photos_of_paper.keep((photo,) * count, None)  # type: ignore[arg-type]


def test_a_big_one_is_made_smaller() -> None:
    made = io.BytesIO()
    Image.new("RGB", (5000, 4000)).save(made, "JPEG")
    assert pictures.look_at(made.getvalue(), MOST_PAPER_SIDE).width == MOST_PAPER_SIDE


@pytest.mark.parametrize("kind", ["TIFF", "HEIF", "JPEG", "PNG"])
@settings(max_examples=6, deadline=None)
@given(cut=st.floats(0.0, 0.98), flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6))
def test_what_is_damaged_is_refused_or_read_and_never_ends_the_program(
    kind: str, cut: float, flips: list[tuple[float, int]]
) -> None:
    made = io.BytesIO()
    page((64, 64)).save(made, kind)
    data = bytearray(made.getvalue())
    for where, byte in flips:
        data[int(where * (len(data) - 1))] = byte
    try:
        seen = pictures.look_at(bytes(data[: max(12, int(len(data) * (1 - cut)))]), MOST_PAPER_SIDE)
    except DocumentRefused:
        return
    assert len(seen.data) == seen.width * seen.height * 4
