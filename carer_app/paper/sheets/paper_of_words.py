"""A paper that came as a Word or text file: its words in their order, to be read like every other paper."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import Piece, Title
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PaperOfWords(Sheet):
    """`told` is what the file says. Nobody is named but by the file itself."""

    told: tuple[Piece, ...] = ()

    title = _("The words of a file")
    document_title = title
    footer = _("Made from the words of a file. Pictures and colours of the file are not here.")
    file_name = "Words of a file.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        return Title(self.title), *self.told
