"""A school day as a strip on paper: pictures in a row, places to stick a mark on, and the marks to cut out."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import (
    FillIn,
    Picture,
    PicturesToCut,
    Piece,
    SheetPart,
    Title,
    WritingLines,
    words,
)
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class SchoolDayToCut(Sheet):
    """The parts of the day and the marks, with `told` to read first. It names nobody."""

    title: str
    told: tuple[str, ...]
    parts: tuple[Picture, ...]
    marks: tuple[Picture, ...]

    document_title = _("My school day")
    footer = _("PEP Companion. Drawn for this program; free to copy.")
    file_name = "My school day.pdf"
    text_size = 14

    def pieces(self) -> tuple[Piece, ...]:
        across = len(self.parts)
        places = (Picture("", ""),) * across
        return (
            Title(self.title),
            *(words(line) for line in self.told),
            PicturesToCut((*self.parts, *places), across),
            SheetPart(
                _("A word about it, or none"), tuple(piece for each in self.parts for piece in _lines(each))
            ),
            SheetPart(_("To cut out and stick on"), (PicturesToCut(self.marks, across),)),
        )


def _lines(part: Picture) -> tuple[Piece, ...]:
    return (FillIn(f"{part.words}:"), WritingLines(1))
