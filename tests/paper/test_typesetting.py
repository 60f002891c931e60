"""How words lie on every sheet, in every size and household: nothing is broken or left alone that belongs together."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from carer_app.jobs.made_up_afterwards import after_the_meeting
from carer_app.jobs.made_up_sheets import made_up_sheets
from carer_app.paper import pdf
from carer_app.paper.content import Item, Sheet, TextSize
from carer_app.paper.pdf import pages
from carer_app.paper.pdf.cells import Cell, LineOfWords, words
from carer_app.paper.pdf.lettering import lines_of
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.made_up import HOUSEHOLDS
from tests.builders import TODAY
from tests.paper.sheets import every_sheet, meeting, review, text_of

SIZES: tuple[TextSize, ...] = (12, 14, 18)
PRINTERS_LEAVE_OUT = 14.0
LONG = "Anastasia-Wilhelmina " * 7 + "Abc"
IN_OTHER_LETTERS = "Мар’яна نور"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
BROKEN = (
    re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr)$"),
    re.compile(r"(?<!\S)“[AaI]$"),  # the first word of what somebody said
    re.compile(rf"\b\d{{1,2}}\n({MONTH})\b"),
    re.compile(rf"\b({MONTH})\n\d{{4}}\b"),
)
SHORTEST_ALONE = 5
"""Letters of a word that may stand alone on the last line."""


def _named(sheet: Any, name: str) -> Any:
    """The same sheet of a child who is called this."""
    if type(sheet) is str:
        return re.sub(r"\bMia\b", name, sheet)
    if type(sheet) is tuple:
        return tuple(_named(each, name) for each in sheet)
    if is_dataclass(sheet) and not isinstance(sheet, type):
        return replace(
            sheet, **{each.name: _named(getattr(sheet, each.name), name) for each in fields(sheet)}
        )
    return sheet


def _of_households() -> Iterator[Sheet]:
    for household in HOUSEHOLDS:
        yield from (each.sheet for each in made_up_sheets(household, TODAY))
        yield from (each.sheet for each in after_the_meeting(household, TODAY))


Filled = list[tuple[str, list[list[pages.PlacedRow]]]]


@pytest.fixture(scope="module", params=SIZES)
def filled(request: pytest.FixtureRequest) -> Filled:
    """Title and pages of one of each kind, those of all made-up households, and of children with other names."""
    named = [_named(sheet, name) for sheet in (meeting(), review()) for name in (LONG, IN_OTHER_LETTERS)]
    sheets = (*every_sheet(), *_of_households(), *named)
    return [(sheet.title, _filled(sheet, request.param)) for sheet in sheets]


def _filled(sheet: Sheet, size: TextSize) -> list[list[pages.PlacedRow]]:
    rows, paper = pdf._set(sheet, size)
    return pages._filled(rows, paper)


def _lines(cell: Cell) -> list[str]:
    return [
        "".join(glyph.typed for glyph in each.text.glyphs)
        for each in cell.drawn
        if isinstance(each, LineOfWords)
    ]


def _cells(filled: Filled) -> Iterator[tuple[str, Cell]]:
    for title, of_sheet in filled:
        for page in of_sheet:
            for placed in page:
                yield from ((title, cell) for cell in placed.row.cells)


def test_no_heading_stands_at_the_foot_of_a_page_without_what_it_heads(filled: Filled) -> None:
    left = [
        (title, _lines(page[-1].row.cells[-1]))
        for title, of_sheet in filled
        for page in of_sheet
        if page[-1].row.with_next
    ]
    assert left == []


def test_no_name_and_no_day_is_broken_where_a_line_has_room_for_it(filled: Filled) -> None:
    broken = [
        (title, before, after)
        for title, cell in _cells(filled)
        for before, after in pairwise(_lines(cell))
        if any(each.search(f"{before}\n{after}") or each.search(before) for each in BROKEN)
        and not _is_narrow(cell)
    ]
    assert broken == []


def _is_narrow(cell: Cell) -> bool:
    size = max(each.size for each in cell.drawn if isinstance(each, LineOfWords))
    return cell.width < size * 14


def test_no_short_word_stands_alone_on_a_last_line(filled: Filled) -> None:
    alone = [
        (title, lines[-2:])
        for title, cell in _cells(filled)
        if len(lines := _lines(cell)) > 1
        and " " not in lines[-1]
        and len(lines[-1]) < SHORTEST_ALONE
        and lines[-2].count(" ") > 2
        and not lines[-2].endswith((".", "?", ":"))  # one paragraph
    ]
    assert alone == []


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_every_word_lies_where_printers_print(sheet: Sheet) -> None:
    for size in SIZES:
        for page in PdfDocument(pdf.make_pdf(sheet, size)):
            seen = page.get_textpage()
            lowest = min((seen.get_rect(each)[1] for each in range(seen.count_rects())), default=99.0)
            assert lowest >= PRINTERS_LEAVE_OUT, size


@pytest.mark.parametrize("size", SIZES)
def test_the_boxes_of_something_asked_for_stand_with_its_words(size: TextSize) -> None:
    for lines in range(5, 45):
        item = Item("\n".join("line" for _line in range(lines)))
        for page in PdfDocument(pdf.make_pdf(replace(meeting(), going_well=(item,)), size)):
            text = page.get_textpage().get_text_range()
            if "A quiet place and a named adult" in " ".join(text.split()):
                assert "Who" in text
                assert "Agreed?" in text


def test_where_the_page_has_room_a_no_can_be_written_down_with_why() -> None:
    """One line for each thing asked for, or on a full page one for all."""
    for sheet in _of_households():
        if type(sheet) is MeetingSheet and sheet.asks:
            assert "If not: why, and what instead?" in text_of(pdf.make_pdf(sheet, 12)), sheet.title


def test_what_holds_together_is_broken_where_nothing_else_fits() -> None:
    [*lines] = lines_of([("Wednesday 18 March 2026", False)], 70, 12)
    assert ["".join(glyph.typed for glyph in line.glyphs) for line in lines] == [
        "Wednesday",
        "18 March",
        "2026",
    ]


def test_a_long_address_is_broken_where_one_of_its_parts_ends() -> None:
    address = "localoffer.southwark.gov.uk/education/specialist-services-offered-by-the-council/southwark"
    lines = words(f"See {address}.", 220, 10)
    said = ["".join(glyph.typed for glyph in each.text.glyphs) for each in lines]
    assert len(said) > 2
    assert all(each.endswith(("/", "-", "See")) for each in said[:-1]), said
    assert "".join(said).removeprefix("See") == f"{address}."


def test_what_every_list_of_a_sheet_says_begins_at_one_edge() -> None:
    said = [
        cell.x
        for page in _filled(replace(meeting(), asks=()), 12)
        for placed in page
        for cell in placed.row.cells[1:]
        if placed.row.cells[0].tags[-1].kind == "Lbl" and cell.tags[-1].kind == "P"
    ]
    assert len(said) > 4
    assert len({round(each, 1) for each in said}) == 1
