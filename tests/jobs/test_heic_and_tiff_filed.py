"""Photos as a phone writes them (HEIC, which says how it was held and where) and a scan of many pages in one TIFF:
filed upright, in order and without the place, or refused with nothing half kept."""

import io
from collections.abc import Iterator
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageDraw
from pillow_heif.constants import HeifCompressionFormat
from pillow_heif.misc import CtxEncode

from carer_app.errors import DocumentRefused
from carer_app.imports.documents import draw_pages, look_into
from carer_app.jobs import file_document, photos_of_paper
from carer_app.jobs.photos_of_paper import MOST_PAGES, PhotoOfPage
from carer_app.storage.vault import Vault
from carer_app.use_cases.filing import NewDocument
from tests import builders
from tests.imports.test_photo_places import WHERE, exif

UPRIGHT_AGAIN = {1: 0, 3: 180, 6: 90, 8: 270}
"""How far to the left a sheet lies on the sensor for each way a phone is held."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    vault.close()


def sheet(colour: str) -> Image.Image:
    """A page with a band of its own colour near its top."""
    page = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(page).rectangle((20, 30, 280, 90), fill=colour)
    return page


def from_a_phone(colour: str, way: int) -> bytes:
    """Its pixels lie as the phone was held; the file says how, and where it was."""
    lying = sheet(colour).rotate(UPRIGHT_AGAIN[way], expand=True)
    writing = CtxEncode(HeifCompressionFormat.HEVC, quality=90)
    told = {"image_orientation": way, "exif": exif(way).tobytes(), "primary": True}
    writing.add_image(lying.size, "RGB", lying.tobytes(), **told)
    made = io.BytesIO()
    writing.save(made)
    assert any(each.encode() in made.getvalue() for each in WHERE)
    return made.getvalue()


def brought(vault: Vault, file: Path) -> tuple[PhotoOfPage, ...]:
    photos = file_document.bring(file, vault.sealed)
    assert not isinstance(photos, NewDocument)
    return photos


def seen(pdf: bytes, number: int) -> Image.Image:
    (drawn,) = draw_pages(pdf, [number], 400)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")


def where_it_is(page: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int]:
    """How far down the band begins and ends, in hundredths of the page."""
    wide, high = page.size
    rows = [
        y
        for y in range(high)
        if all(abs(a - b) < 70 for a, b in zip(page.getpixel((wide // 2, y)), colour, strict=True))
    ]
    return rows[0] * 100 // high, rows[-1] * 100 // high


def test_two_from_a_phone_that_was_held_either_way_are_filed_upright_and_without_the_place(
    vault: Vault, tmp_path: Path
) -> None:
    for first, second in ((6, 8), (3, 1)):
        pages: list[PhotoOfPage] = []
        for name, colour, way in (("1.heic", "red", first), ("2.heic", "blue", second)):
            (tmp_path / name).write_bytes(from_a_phone(colour, way))
            pages += brought(vault, tmp_path / name)
        new = photos_of_paper.keep(tuple(pages), vault.sealed, as_they_came=True)
        pdf = vault.sealed.open(new.fingerprint, new.seal_key)
        for number, colour in ((1, (255, 0, 0)), (2, (0, 0, 255))):
            begins, ends = where_it_is(seen(pdf, number), colour)
            assert 10 < begins < ends < 40, (first, second, number)
        kept = [vault.sealed.open(each.fingerprint, each.seal_key) for each in new.sources]
        assert [each.ending for each in new.sources] == [".heic", ".heic"]
        for data in (pdf, *kept):
            assert not any(each.encode() in data for each in WHERE)
        for data in kept:
            again = pillow_heif.open_heif(io.BytesIO(data))
            assert again.size == (300, 400), "who opens what was kept sees it upright too"
            told = Image.Exif()
            told.load(again.info["exif"] or b"")
            assert dict(told.get_ifd(0x8825)) == {}


def scan(folder: Path, count: int) -> Path:
    pages = [sheet("red" if number % 2 else "blue").resize((60, 80)) for number in range(count)]
    pages[0].save(folder / "scan.tif", save_all=True, append_images=pages[1:], compression="tiff_deflate")
    return folder / "scan.tif"


def test_a_scan_of_many_pages_in_one_tiff_is_one_file_in_its_order(vault: Vault, tmp_path: Path) -> None:
    new = photos_of_paper.keep(brought(vault, scan(tmp_path, 5)), vault.sealed)
    pdf = vault.sealed.open(new.fingerprint, new.seal_key)
    assert (new.pages, len(look_into(pdf).pages)) == (5, 5)
    assert len(new.sources) == 1
    for number, colour in ((1, (0, 0, 255)), (2, (255, 0, 0)), (5, (0, 0, 255))):
        begins, ends = where_it_is(seen(pdf, number), colour)
        assert 10 < begins < ends < 40, number


@pytest.mark.parametrize("count", [MOST_PAGES + 1, 300])
def test_one_with_more_pages_is_refused_whole_and_says_what_to_do(
    vault: Vault, tmp_path: Path, count: int
) -> None:
    with pytest.raises(DocumentRefused, match="Save it as a PDF"):
        brought(vault, scan(tmp_path, count))
    assert vault.sealed.stored() == set()
