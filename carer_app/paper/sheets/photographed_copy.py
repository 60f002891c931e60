"""A paper that came as photos: each page of it on a page, with what it is said for those who listen."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import PhotographedPage, Piece, SheetPart, Title
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PhotographedCopy(Sheet):
    """`pages` are JPEGs of our own making, in their order. Nobody is named: what is on the photos is all there is."""

    pages: tuple[bytes, ...] = ()

    title = _("A paper, from photos")
    document_title = title
    footer = _("Made from photos of paper.")
    file_name = "Paper from photos.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        count = len(self.pages)
        parts = (
            SheetPart(
                _("Page {number} of {count}").format(number=number, count=count),
                (PhotographedPage(_("A photo of a page of paper. Its words cannot be read aloud."), jpeg),),
            )
            for number, jpeg in enumerate(self.pages, start=1)
        )
        return Title(self.title), *parts
