"""What is not on a sheet is nowhere in its file: bytes, what it says of itself, bookmarks, tags, other words."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from carer_app.paper import pdf
from carer_app.paper.content import Mark, Quote, Sheet
from carer_app.paper.pdf.lettering import _texts
from tests.paper.sheets import every_sheet, meeting
from tests.paper.tagged import heard

KEPT_BACK = ("Zqoff", "Зюзин", "محمد", "प्रिया", "王喆")
FIXED = {mark.words for mark in Mark} | {"A photo of a page of paper. Its words cannot be read aloud."}


def _strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for each in thing:
            yield from () if getattr(each, "is_indirect", False) else _strings(each)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for _name, each in thing.items():
            yield from () if getattr(each, "is_indirect", False) else _strings(each)


def _everything_in(made: bytes) -> str:
    """All that a program can take from a file: words heard, every string, every stream, however letters are written."""
    found = [heard(made).whole, made.decode("latin-1"), made.decode("utf-16-be", "ignore")]
    with pikepdf.open(BytesIO(made)) as document:
        for thing in document.objects:
            found += _strings(thing)
            if isinstance(thing, pikepdf.Stream):
                data = thing.read_bytes()
                found += [
                    data.decode("latin-1"),
                    data.decode("utf-8", "ignore"),
                    data.decode("utf-16-be", "ignore"),
                ]
    return "\n".join(found)


def _is_in(words: str, everything: str) -> bool:
    return words in everything or words.encode("utf-16-be").hex() in everything.lower()


@pytest.mark.parametrize("words", KEPT_BACK)
def test_what_was_kept_back_is_nowhere_in_the_file(words: str) -> None:
    alone = pdf.make_pdf(meeting(), 12)
    assert not _is_in(words, _everything_in(alone))
    with_it = pdf.make_pdf(replace(meeting(), child_says=(Quote(words),)), 12)
    assert _is_in(words, _everything_in(with_it))
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
