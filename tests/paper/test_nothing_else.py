"""What is not on a sheet is nowhere in its file: bytes, what it says of itself, bookmarks, tags, other words."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from carer_app.paper import pdf
from carer_app.paper.content import Mark, Quote, Sheet
from carer_app.paper.pdf.lettering import _texts
from tests.paper.everything import everything_in, is_in
from tests.paper.sheets import every_sheet, meeting
from tests.paper.tagged import heard

KEPT_BACK = ("Zqoff", "Зюзин", "محمد", "प्रिया", "王喆")
FIXED = {mark.words for mark in Mark} | {"A photo of a page of paper. Its words cannot be read aloud."}


@pytest.mark.parametrize("words", KEPT_BACK)
def test_what_was_kept_back_is_nowhere_in_the_file(words: str) -> None:
    alone = pdf.make_pdf(meeting(), 12)
    assert not is_in(words, everything_in(alone))
    with_it = pdf.make_pdf(replace(meeting(), child_says=(Quote(words),)), 12)
    assert is_in(words, everything_in(with_it))
    assert pdf.make_pdf(meeting(), 12) == alone, "something of the sheet before is in this one"


def test_the_words_of_a_heading_are_found_wherever_they_are_written() -> None:
    made = pdf.make_pdf(replace(meeting(), child="Zqtitle"), 12)
    with pikepdf.open(BytesIO(made)) as document, document.open_outline() as outline:
        assert "Zqtitle" in outline.root[0].title
        assert "Zqtitle" not in str(document.docinfo) + document.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_words_for_a_drawing_are_the_sheets_own_or_say_what_is_drawn(sheet: Sheet) -> None:
    own = " ".join(_texts(sheet))
    said = {each.alt for each in heard(pdf.make_pdf(sheet, 12)).all() if each.alt}
    assert {each for each in said - FIXED if each not in own} == set()
