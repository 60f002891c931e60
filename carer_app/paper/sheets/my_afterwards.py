"""What came of the meeting, for the carer's own file: agreed and not agreed, answers, and what was said there."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    Column,
    Labelled,
    Piece,
    SheetOpening,
    SheetPart,
    Table,
    TableRow,
    Title,
    small,
    told,
)
from carer_app.paper.content.printed import Item, Printed, spaced
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class AgreedForMe(Printed):
    """One thing that was agreed: who, how it stands, what home does for it, and how all will know that it worked."""

    what: str
    who: str = ""
    state: str = ""
    at_home: str = ""
    how_we_know: str = ""

    def row(self) -> TableRow:
        """What home does stands beneath."""
        home = _("At home: {words}").format(words=self.at_home) if self.at_home else ""
        known = _("How we will know: {words}").format(words=self.how_we_know) if self.how_we_know else ""
        beneath = tuple(small(line) for line in (home, known) if line)
        return TableRow((self.what, self.who, self.state), beneath)


@dataclass(frozen=True, slots=True)
class MyAfterwards(Sheet):
    """The carer's own copy. It holds what adults said to each other: no sheet for a child takes anything from it."""

    child: str
    held_on: date | None = None
    as_of: date | None = None
    next_pep_on: date | None = None
    agreed: tuple[AgreedForMe, ...] = ()
    not_agreed: tuple[Item, ...] = ()
    answered: tuple[Item, ...] = ()
    said: tuple[Item, ...] = ()

    document_title = _("What came of a PEP meeting")
    footer = _("Private: about a child. My own copy. Lock it away or shred it after.")
    file_name = "What came of the PEP meeting.pdf"

    @property
    def title(self) -> str:
        return _("{child} · what came of the PEP meeting").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not (self.agreed or self.not_agreed or self.answered or self.said or self.next_pep_on)

    def opening_lines(self) -> tuple[str, ...]:
        """When it was, when the next one is, and the day the list was made."""
        held = _("Held on {day}").format(day=say_day(self.held_on)) if self.held_on else ""
        ahead = _("Next PEP on {day}").format(day=say_day(self.next_pep_on)) if self.next_pep_on else ""
        written = _("As things stood on {day}").format(day=say_day(self.as_of)) if self.as_of else ""
        return tuple(line for line in (spaced(held, ahead), written) if line)

    def pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = [Title(self.title), SheetOpening(self.opening_lines())]
        if self.agreed:
            columns = (
                Column(_("What")),
                Column(_("Who"), share=0.22),
                Column(_("How it stands"), share=0.27),
            )
            rows = tuple(each.row() for each in self.agreed)
            pieces.append(SheetPart(_("What was agreed"), (Table(columns, rows),)))
        if self.not_agreed:
            noes = Labelled(self.not_agreed, in_column=False)
            pieces.append(SheetPart(_("What was not agreed"), (noes,)))
        if self.answered:
            answers = tuple(piece for each in self.answered for piece in told(each.label, each.what))
            pieces.append(SheetPart(_("The answers to my questions"), answers))
        if self.said:
            pieces.append(SheetPart(_("What was said there"), (Labelled(self.said),)))
        return tuple(pieces)
