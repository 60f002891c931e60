"""The one room that draws: pieces become PDF bytes. Preview, printer and saved file all get the same bytes."""

from dataclasses import replace

from carer_app.paper.content.pieces import Room, RoomFor, SheetPart, WritingLines
from carer_app.paper.content.sheet import Sheet, TextSize
from carer_app.paper.pdf.cells import RowOfCells
from carer_app.paper.pdf.lettering import forget_words, missing_characters
from carer_app.paper.pdf.lists import shared_column
from carer_app.paper.pdf.pages import (
    CARD_HEIGHT,
    CARD_WIDTH,
    Paper,
    PartOnPage,
    pages_of,
    parts_on_pages,
    to_pdf,
)
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.setting import rows_of

__all__ = ["PartOnPage", "make_pdf", "make_with_parts", "missing_characters", "rows_on"]

_ROOM_FOR_NOTES = 14
_LINES_FOR_NOTES = 8
_ON_A_CARD = (16.0, 14.0, 12.0, 11.0)


def make_pdf(sheet: Sheet, text_size: TextSize | None = None) -> bytes:
    """The PDF of a sheet, in its own text size where none is given (points). The same sheet gives the same bytes."""
    try:
        return to_pdf(*_set(sheet, text_size))
    finally:
        forget_words()


def make_with_parts(sheet: Sheet, text_size: TextSize | None = None) -> tuple[bytes, tuple[PartOnPage, ...]]:
    """The same PDF, and where on its pages each numbered part of the sheet lies."""
    try:
        rows, paper = _set(sheet, text_size)
        return to_pdf(rows, paper), parts_on_pages(rows, paper)
    finally:
        forget_words()


def _set(sheet: Sheet, text_size: TextSize | None) -> tuple[list[RowOfCells], Paper]:
    if sheet.is_card:
        return _on_a_card(sheet), _paper(sheet)
    size = text_size or sheet.text_size
    has_column = bool(sheet.notes_heading) and size <= _ROOM_FOR_NOTES
    paper = replace(_paper(sheet), size=size, notes_heading=sheet.notes_heading if has_column else "")
    pen = Pen(size).beside_notes() if has_column else Pen(size)
    # With room to write where that takes no page more, and with closer lines where they save one.
    least = pages_of(closest := rows_on(sheet, replace(pen, snug=True)), paper)
    rooms = tuple(reversed(Room)) if _asks_for_room(sheet) else (Room.NONE,)
    for room in rooms:
        if pages_of(made := rows_on(sheet, replace(pen, room=room)), paper) <= least:
            return made, paper
    if len(rooms) == 1:
        return closest, paper
    made = rows_on(sheet, replace(pen, snug=True, room=Room.FOR_ALL))
    return (made if pages_of(made, paper) <= least else closest), paper


def _asks_for_room(sheet: Sheet) -> bool:
    """Whether anything on it depends on how much room there is."""
    return any(
        isinstance(piece, RoomFor)
        for part in sheet.pieces()
        if isinstance(part, SheetPart)
        for piece in part.pieces
    )


def rows_on(sheet: Sheet, pen: Pen) -> list[RowOfCells]:
    """Everything on a sheet, as rows."""
    pieces = sheet.pieces()
    if sheet.notes_heading and pen.size > _ROOM_FOR_NOTES:
        # The words are too big to leave a column for notes.
        pieces += (SheetPart(sheet.notes_heading, (WritingLines(_LINES_FOR_NOTES, together=False),)),)
    pen = replace(pen, labels=shared_column(pieces, pen), warm=sheet.is_the_childs)
    return rows_of(pieces, pen)


def _paper(sheet: Sheet) -> Paper:
    return Paper(sheet.document_title, running_head=sheet.title, footer=sheet.footer, cut_out=sheet.is_card)


def _on_a_card(sheet: Sheet) -> list[RowOfCells]:
    """In letters as big as fit on the card; in the smallest where none do."""
    for size in _ON_A_CARD:
        rows = rows_on(sheet, Pen(size, width=CARD_WIDTH))
        if sum(row.above + row.height for row in rows) <= CARD_HEIGHT:
            break
    return rows
