"""The list of words explained, on paper. It names nobody."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import Labelled, Piece, SheetOpening, Title, small_print
from carer_app.paper.content.printed import Item, Told
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class WordsSheet(Sheet):
    """Words explained: each with its other names, its meaning behind it. `end`: the day they were looked at."""

    told: tuple[Told, ...] = ()
    end: tuple[str, ...] = ()

    title = _("Words explained")
    document_title = title
    footer = _("PEP Companion. Words for England.")
    file_name = "Words explained.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        explained = tuple(Item(" ".join(word.lines), word.label) for word in self.told)
        return (
            Title(self.title),
            SheetOpening((_("From a meeting about a PEP, in plain words"),)),
            Labelled(explained, in_column=False),
            *small_print(self.end),
        )
