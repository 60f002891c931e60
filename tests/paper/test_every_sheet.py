"""Every sheet says everything about itself in its own file; what stands on it knows what it is."""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import get_args

import pytest

from carer_app.paper import pdf
from carer_app.paper import sheets as room
from carer_app.paper.content import Sheet, TextSize, pieces
from carer_app.paper.content.pieces import Paragraph, Piece, SheetPart, Title, words
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.setting import _ROWS
from tests.paper.sheets import every_sheet, in_order, text_of


def kinds() -> set[type[Sheet]]:
    """Every sheet of the room: nothing lists them."""
    modules = [
        importlib.import_module(f"{room.__name__}.{each.name}")
        for each in pkgutil.iter_modules(room.__path__)
    ]
    return {
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Sheet) and found.__module__ == module.__name__
    }


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_a_sheet_says_its_title_footer_file_name_size_and_what_is_on_it(sheet: Sheet) -> None:
    assert sheet.file_name.endswith(".pdf")
    assert sheet.text_size in get_args(TextSize)
    for named in (sheet.document_title, sheet.file_name, sheet.footer):
        assert named
        assert "Mia" not in named
    text = text_of(pdf.make_pdf(sheet))
    assert in_order(text, sheet.title, sheet.footer, "Page 1 of ")
    first = sheet.pieces()[0]
    assert isinstance(first, Title)
    assert first.words == sheet.title


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_every_row_on_paper_knows_what_it_is_a_row_of(sheet: Sheet) -> None:
    for size in (12, 18):
        rows = pdf.rows_on(sheet, Pen(size, room=pieces.Room.FOR_EACH))
        top = sheet.pieces()
        for row in rows:
            assert row.of, row
            first, *_inner = (piece for piece, _number in row.of)
            assert first in top or sheet.notes_heading
            assert all(isinstance(outer, SheetPart | pieces.Table) for outer, _number in row.of[:-1])
        # A list of three is three rows, and one that is cut by the end of a page is still one.
        known = [tuple((id(piece), number) for piece, number in row.of) for row in rows]
        assert len(set(known)) == len(rows)
        halves = [row.split(row.height - 1) for row in rows if row.height > 1]
        assert all(half is None or half[0].of == half[1].of for half in halves)


def test_every_sheet_is_looked_at_here_and_each_has_a_file_name_of_its_own() -> None:
    assert {type(sheet) for sheet in every_sheet()} == kinds()
    names = [kind.file_name for kind in kinds()]
    assert len(set(names)) == len(names)


def test_every_piece_can_be_set_and_is_on_some_sheet() -> None:
    assert set(_ROWS) == set(get_args(Piece))

    def within(some: tuple[Piece, ...]) -> set[type]:
        found = {type(each) for each in some}
        for each in some:
            found |= within(each.pieces) if isinstance(each, SheetPart) else set()
            for row in each.rows if isinstance(each, pieces.Table) else ():
                found |= within(row.beneath)
        return found

    used = {kind for sheet in every_sheet() for kind in within(sheet.pieces())}
    assert set(get_args(Piece)) - used == set()


@dataclass(frozen=True, slots=True)
class TeaList(Sheet):
    """A new sheet, as somebody would write it: the first of two files. What fills it is the second."""

    child: str
    likes: tuple[str, ...] = ()

    document_title = "What is liked for tea"
    footer = "For the kitchen door."
    file_name = "Tea.pdf"
    text_size = 14

    @property
    def title(self) -> str:
        return f"{self.child} likes for tea"

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), SheetPart("On Mondays", tuple(words(each) for each in self.likes)))


def test_a_new_sheet_needs_its_own_file_and_what_fills_it_and_nothing_else() -> None:
    sheet = TeaList("Mia", ("Soup", " ", "Pancakes"))
    assert sheet.likes == ("Soup", "Pancakes")
    assert isinstance(sheet.pieces()[1], SheetPart)
    assert all(isinstance(each, Paragraph) for each in sheet.pieces()[1].pieces)
    data = pdf.make_pdf(sheet)
    assert in_order(
        text_of(data), "Mia likes for tea", "On Mondays", "Soup", "Pancakes", "For the kitchen door."
    )
    assert pdf.missing_characters(sheet) == []
