"""What is sent ahead: a file that opens only with its password is as good as the open one; so are photographs."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate
from PIL import Image, ImageDraw

from carer_app.jobs import photos_of_paper, save_pdf
from carer_app.jobs.childs_drawing import take_photo
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.paper import pdf
from carer_app.paper.content import Quote, Sheet
from tests.paper.everything import everything_in, is_in
from tests.paper.sheets import after, every_sheet, meeting
from tests.paper.tagged import heard, wrong_with

PASSWORD = "lantern-otter-biscuit"
BROKEN_IN_PDFUA = "UA-14-001"


def unlocked(data: bytes) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(data), password=PASSWORD) as document:
        document.save(made)
    return made.getvalue()


def is_clean(made: bytes, folder: Path) -> bool:
    (folder / "sheet.pdf").write_bytes(made)
    report = validate(folder / "sheet.pdf")
    assert wrong_with(made) == []
    assert list(report.findings) == []
    return {each.rule_id for each in report.skipped} <= {BROKEN_IN_PDFUA}


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_with_the_password_every_tag_and_word_is_there(sheet: Sheet, tmp_path: Path) -> None:
    made = pdf.make_pdf(sheet, 12)
    again = unlocked(save_pdf.lock_pdf(made, PASSWORD))
    assert is_clean(again, tmp_path)
    assert heard(again).whole == heard(made).whole


def test_without_the_password_nothing_can_be_read() -> None:
    made = pdf.make_pdf(replace(meeting(), child="Zqoffle", child_says=(Quote("Зюзин"),)), 12)
    locked = save_pdf.lock_pdf(made, PASSWORD)
    for wrong in ("", "lantern-otter", PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)
    for words in ("Zqoffle", "Зюзин", "PEP meeting", PASSWORD):
        for way in ("latin-1", "utf-8", "utf-16-be"):
            assert words not in locked.decode(way, "ignore")


def test_it_is_locked_with_aes_256_and_a_screen_reader_may_read_it() -> None:
    locked = save_pdf.lock_pdf(pdf.make_pdf(meeting(), 12), PASSWORD)
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as document:
        assert document.encryption.bits == 256
        assert document.encryption.stream_method == document.encryption.string_method
        assert document.encryption.stream_method.name == "aesv3"
        assert document.allow.accessibility
        assert document.allow.print_highres


def a_photo(file: Path) -> Path:
    """Of a page on a table, with words."""
    picture = Image.new("RGB", (600, 800), (96, 74, 52))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 60, 540, 740), fill=(238, 236, 230))
    draw.text((100, 120), "PEP of Mia", fill=(20, 20, 20))
    picture.save(file, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0", comment=b"Zqplace")
    return file


def test_what_is_made_of_photographs_is_tagged_and_says_nothing_of_where_they_come_from(
    tmp_path: Path,
) -> None:
    jpeg = take_photo(a_photo(tmp_path / "Zqname.jpg"))
    made = photos_of_paper.to_pdf((PhotoOfPage(jpeg), PhotoOfPage(jpeg, turns=1, lighter=True)))
    assert is_clean(made, tmp_path)
    for words in ("Zqplace", "Zqname", "Exif"):
        assert not is_in(words, everything_in(made))


def test_a_sheet_with_what_a_child_drew_is_tagged(tmp_path: Path) -> None:
    jpeg = take_photo(a_photo(tmp_path / "drawing.jpg"))
    said = replace(after().answers[0].you_said, drawing=1, picture=jpeg)
    answers = (replace(after().answers[0], you_said=said), *after().answers[1:])
    made = pdf.make_pdf(replace(after(), answers=answers), 14)
    assert is_clean(made, tmp_path)
    assert [each.alt for each in heard(made).all() if each.alt.startswith("A drawing")]


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_the_name_offered_for_the_file_names_nobody(sheet: Sheet) -> None:
    assert sheet.file_name.endswith(".pdf")
    assert not {"Mia", "Sam", "Elm", "Park", "Kay", "Ali"} & set(sheet.file_name.removesuffix(".pdf").split())
