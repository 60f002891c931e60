"""The first week on paper: what is still to do, what is done, and what one hears about the child."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    FillIn,
    Labelled,
    Marked,
    Piece,
    SheetOpening,
    SheetPart,
    ShortThings,
    Title,
    ToTick,
)
from carer_app.paper.content.printed import Item, Mark
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_short
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class FirstWeekSheet(Sheet):
    """Lines to tick and to write on. `unheard` are the questions that nothing was written about yet."""

    child: str
    to_do: tuple[str, ...]
    done: tuple[str, ...] = ()
    heard: tuple[Item, ...] = ()
    unheard: tuple[str, ...] = ()
    as_of: date | None = None

    document_title = _("A list for the first week")
    footer = _("Private: about a child. For this home. Shred it when the first weeks are over.")
    file_name = "First week.pdf"

    @property
    def title(self) -> str:
        return _("{child} · first week").format(child=self.child)

    def pieces(self) -> tuple[Piece, ...]:
        day = say_short(self.as_of, with_year=True) if self.as_of else ""
        to_do = SheetPart(_("To do"), (ToTick(self.to_do),)) if self.to_do else None
        done = tuple(Marked(Mark.DONE, ((line, False),)) for line in self.done)
        found = (*((Labelled(self.heard),) if self.heard else ()), *(FillIn(each) for each in self.unheard))
        parts = (
            Title(self.title),
            SheetOpening((_("Food, sleep and a calm start come first."), *((day,) if day else ()))),
            to_do,
            SheetPart(_("Done"), (ShortThings(done),)) if done else None,
            SheetPart(_("What you hear"), found) if found else None,
        )
        return tuple(part for part in parts if part is not None)
