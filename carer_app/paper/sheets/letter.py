"""A letter from the carer to the child, as a sheet of its own."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Piece, Quotation, SheetOpening, SheetPart, Title, words
from carer_app.paper.content.printed import Quote
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Letter(Sheet):
    """The carer's words, and beneath them what the child put on their own sheets in that time."""

    child: str
    on: date | None = None
    paragraphs: tuple[str, ...] = ()
    you_said: tuple[Quote, ...] = ()

    document_title = _("A letter to me")
    footer = _("This letter is yours.")
    file_name = "A letter to me.pdf"
    text_size = 18
    shows_drawings = True
    is_the_childs = True

    @property
    def title(self) -> str:
        return _("A letter to {child}").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not self.paragraphs

    def pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = [Title(self.title)]
        if self.on is not None:
            pieces.append(SheetOpening((say_day(self.on),)))
        pieces += [words(paragraph, 0.6) for paragraph in self.paragraphs]
        if self.you_said:
            said = tuple(Quotation(quote) for quote in self.you_said)
            pieces.append(SheetPart(_("What you said"), said, in_box=True))
        return tuple(pieces)
