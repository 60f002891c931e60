"""The picture cards, to cut out and sort on the table. They name nobody."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import Picture, PicturesToCut, Piece, Title, words
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class CardsToCut(Sheet):
    """Picture cards, and `how` to use them."""

    how: str
    cards: tuple[Picture, ...] = ()

    title = _("Picture cards about school")
    document_title = title
    footer = _("PEP Companion. Drawn for this program; free to copy.")
    file_name = "Picture cards.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), words(self.how), PicturesToCut(self.cards))
