"""Whoever hears the paper hears all of it, in order, and knows what is a heading, a list and a table."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from carer_app.paper import pdf
from carer_app.paper.content import Item, Quote, Sheet
from carer_app.paper.content.printed import Mark
from carer_app.paper.pdf.cells import Cell, PaperTag
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from tests.paper.sheets import adults, every_sheet, meeting, review
from tests.paper.tagged import heard, wrong_with

SIZES = (12, 14, 18)
ON_EVERY_PAGE = "Page "
BROKEN_IN_PDFUA = "UA-14-001"
"""Its rule about headings stops at any element with more than one thing in it; `wrong_with` has that rule."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_nothing_a_program_can_find_is_wrong_with_the_tags(sheet: Sheet, size: int, tmp_path: Path) -> None:
    made = pdf.make_pdf(sheet, size)  # type: ignore[arg-type]
    assert wrong_with(made) == []
    (tmp_path / "sheet.pdf").write_bytes(made)
    report = validate(tmp_path / "sheet.pdf")
    assert list(report.findings) == []
    assert {each.rule_id for each in report.skipped} <= {BROKEN_IN_PDFUA}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_what_is_heard_is_every_word_that_is_drawn_on_the_page_for_all(sheet: Sheet, size: int) -> None:
    made = pdf.make_pdf(sheet, size)  # type: ignore[arg-type]
    said = heard(made).whole
    for reader in PdfReader(BytesIO(made)).pages:
        for line in (" ".join(each.split()) for each in reader.extract_text().splitlines()):
            is_round_it = line in f"{sheet.footer} {sheet.notes_heading}" or line.startswith(ON_EVERY_PAGE)
            assert is_round_it or line.endswith("ontinued") or line in said, line


def test_a_list_a_table_and_a_quotation_are_heard_as_such() -> None:
    sheet = heard(pdf.make_pdf(meeting(), 12))
    by_kind: dict[str, list[str]] = {}
    for each in sheet.all():
        by_kind.setdefault(each.kind, []).append(each.whole)
    assert by_kind["H1"] == ["Mia · notes from home for the PEP meeting"]
    assert by_kind["H2"][:2] == ["1 Mia says", "2 Going well"]
    assert (
        "“Playtime is hard. They run off.” Mia said this, Sam wrote it down, 12 March"
        in by_kind["BlockQuote"]
    )
    assert "What helps" in by_kind["TH"]
    assert "Fractions: tears at homework most weeks." in by_kind["TD"]
    assert "School" in by_kind["Lbl"]
    shown = [each.alt for each in sheet.all() if each.kind == "Figure"]
    assert {Mark.DONE.words, Mark.PARTLY.words, Mark.OPEN.words} <= set(shown)


def test_what_goes_on_on_the_next_page_is_still_one_thing() -> None:
    long = " ".join(f"word{number}" for number in range(900))
    made = pdf.make_pdf(
        MeetingSheet(child="Mia", going_well=(Item(long, "School"), Item("Swims.", "Home"))), 18
    )
    assert len(PdfReader(BytesIO(made)).pages) > 1
    assert wrong_with(made) == []
    items = [each for each in heard(made).all() if each.kind == "LI"]
    assert [each.whole for each in items] == [f"School {long}", "Home Swims."]


def test_the_last_word_of_a_line_and_the_first_of_the_next_are_two() -> None:
    words = "She reads to Miss Kay every Tuesday and on most other days as well and has finished two books by herself"
    made = pdf.make_pdf(MeetingSheet(child="Mia", going_well=(Item(words),)), 18)
    assert words in heard(made).whole


@pytest.mark.parametrize("sheet", [meeting(), adults(), review()], ids=lambda sheet: type(sheet).__name__)
def test_the_readers_list_of_headings_is_the_headings(sheet: Sheet) -> None:
    made = pdf.make_pdf(sheet, 12)
    with pikepdf.open(BytesIO(made)) as document, document.open_outline() as outline:
        listed = [each.title for top in outline.root for each in (top, *top.children)]
    told = [each.whole.lstrip("0123456789 ") for each in heard(made).all() if each.kind in ("H1", "H2", "H3")]
    assert listed == told


def test_words_in_another_script_say_which() -> None:
    made = pdf.make_pdf(MeetingSheet(child="Mia", child_says=(Quote("محمد and ሰላም and Привет"),)), 12)
    page = PdfReader(BytesIO(made)).pages[0].get_contents()
    assert page is not None
    said = page.get_data()
    assert all(b"(und-%s)" % script in said for script in (b"Arab", b"Ethi", b"Cyrl"))
    assert b"und-Latn" not in said


def _with(made: bytes, change: Callable[[Any], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(made)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def _first(document: Any, kind: str) -> Any:
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == f"/{kind}":
            return element
        waiting += [each for each in element.get("/K", []) if each.get("/S") is not None]
    raise AssertionError(kind)


def _without(name: str, kind: str) -> Callable[[Any], None]:
    return lambda document: _first(document, kind).__delitem__(name)


def _called(kind: str, other: str) -> Callable[[Any], None]:
    return lambda document: _first(document, kind).__setitem__("/S", pikepdf.Name(f"/{other}"))


def _font(document: Any) -> Any:
    return next(each for each in document.pages[0].Resources.Font.values() if each.Subtype == "/Type0")


def _no_letters(document: Any) -> None:
    _font(document).ToUnicode.write(b"")


def _all_as_wide(document: Any) -> None:
    of = _font(document).DescendantFonts[0]
    of.W[1] = pikepdf.Array([1] * len(of.W[1]))


def _drawn_by_nothing(document: Any) -> None:
    of = _font(document).DescendantFonts[0]
    of.CIDToGIDMap.write(bytes(len(of.CIDToGIDMap.read_bytes())))


def _unmarked(document: Any) -> None:
    page = document.pages[0]
    drawn = pikepdf.parse_content_stream(page)
    page.Contents = document.make_stream(
        pikepdf.unparse_content_stream([each for each in drawn if str(each[1]) not in ("BMC", "BDC", "EMC")])
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_without("/Alt", "Figure"), "figure"),
        (_without("/A", "TH"), "head cell"),
        (_called("H1", "H3"), "(14)"),
        (_called("LI", "P"), "holds"),
        (_called("Lbl", "Label"), "no kind"),
        (_unmarked, "neither content nor artifact"),
        (_no_letters, "nobody can tell"),
        (_all_as_wide, "as wide as it is not"),
        (_drawn_by_nothing, "drawn by nothing"),
        (lambda document: document.Root.__setitem__("/AcroForm", pikepdf.Dictionary()), "(24)"),
        (lambda document: document.Root.__delitem__("/MarkInfo"), "tagged"),
        (lambda document: document.Root.__delitem__("/Lang"), "language"),
        (lambda document: document.pages[0].obj.__delitem__("/Tabs"), "order"),
        (lambda document: document.Root.StructTreeRoot.K.K.__delitem__(1), "one place only"),
        (lambda document: document.Root.Metadata.write(b"<x/>"), "PDF/UA"),
    ],
)
def test_what_looks_for_faults_finds_them(change: Callable[[Any], None], says: str) -> None:
    made = pdf.make_pdf(replace(meeting(), child="Mia محمد"), 12)
    assert any(says in each for each in wrong_with(_with(made, change)))


def test_a_cell_without_tags_is_a_paragraph_and_one_for_the_eye_is_not_heard() -> None:
    cell = Cell(0, 10, ())
    assert cell.inside(PaperTag("LI")).tags == (PaperTag("LI"), PaperTag("P"))
    assert replace(cell, tags=(PaperTag("P"), PaperTag("Artifact"))).is_for_the_eye
    assert not cell.is_for_the_eye
