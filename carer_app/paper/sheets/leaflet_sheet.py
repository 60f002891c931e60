"""A leaflet on paper. It names nobody."""

from dataclasses import dataclass
from itertools import groupby

from carer_app.paper.content.pieces import Piece, Points, SheetOpening, SheetPart, Title, small_print, words
from carer_app.paper.content.printed import Told
from carer_app.paper.content.sheet import Sheet, TextSize

_POINT = "- "


@dataclass(frozen=True, slots=True)
class LeafletSheet(Sheet):
    """A leaflet. A line that begins with "- " is a point of a list. `end`: the day, and the sources."""

    title: str
    for_whom: str = ""
    told: tuple[Told, ...] = ()
    end: tuple[str, ...] = ()
    footer: str = ""
    text_size: TextSize = 12

    file_name = "Leaflet.pdf"

    @property
    def document_title(self) -> str:
        return self.title

    def pieces(self) -> tuple[Piece, ...]:
        parts = (SheetPart(part.label, _with_lists(part.lines)) for part in self.told)
        return (Title(self.title), SheetOpening((self.for_whom,)), *parts, *small_print(self.end))


def _with_lists(lines: tuple[str, ...]) -> tuple[Piece, ...]:
    """Lines that are points, one after the other, are one list."""
    pieces: list[Piece] = []
    for is_list, some in groupby(lines, lambda line: line.startswith(_POINT)):
        if is_list:
            pieces.append(Points(tuple(line.removeprefix(_POINT) for line in some)))
        else:
            pieces += [words(line) for line in some]
    return tuple(pieces)
