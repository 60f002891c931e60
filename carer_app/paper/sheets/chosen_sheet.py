"""Any sheet as the carer chose it for one reader. Of what was kept back nothing is in it: not even to be drawn over."""

from dataclasses import dataclass, replace

from carer_app.paper.content.kept_back import Swapping
from carer_app.paper.content.pieces import Piece, SheetPart
from carer_app.paper.content.sheet import Sheet, TextSize


@dataclass(frozen=True, slots=True)
class ChosenSheet(Sheet):
    """What is left of a sheet, and what it says of itself."""

    title: str
    document_title: str
    footer: str
    file_name: str
    left: tuple[Piece, ...]
    text_size: TextSize = 12
    notes_heading: str = ""
    is_empty: bool = False
    shows_drawings: bool = False
    is_card: bool = False
    is_the_childs: bool = False

    def pieces(self) -> tuple[Piece, ...]:
        return self.left


def parts_on(sheet: Sheet) -> tuple[str, ...]:
    """The headings of the parts that may be left out."""
    return tuple(each.heading for each in sheet.pieces() if isinstance(each, SheetPart) and each.heading)


def chosen(sheet: Sheet, parts_off: frozenset[str], swapping: Swapping) -> ChosenSheet:
    """The sheet without these parts, its numbers closed up, and without the words that are taken out."""
    kept: list[Piece] = []
    number = 0
    for piece in sheet.pieces():
        if isinstance(piece, SheetPart):
            if piece.heading in parts_off:
                continue
            if piece.number:
                number += 1
                piece = replace(piece, number=number)
        kept.append(piece)
    return ChosenSheet(
        title=swapping.in_text(sheet.title),
        document_title=swapping.in_text(sheet.document_title),
        footer=swapping.in_text(sheet.footer),
        file_name=sheet.file_name,
        left=swapping.through(tuple(kept)),
        text_size=sheet.text_size,
        notes_heading=swapping.in_text(sheet.notes_heading),
        is_empty=sheet.is_empty,
        shows_drawings=sheet.shows_drawings,
        is_card=sheet.is_card,
        is_the_childs=sheet.is_the_childs,
    )
