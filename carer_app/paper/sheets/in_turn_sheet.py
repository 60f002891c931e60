"""Whom to ask for one thing, one after the other, on a page with blanks to write on."""

from dataclasses import dataclass

from carer_app.paper.content.pieces import (
    Column,
    Piece,
    SheetOpening,
    Table,
    TableRow,
    Title,
    small_print,
    words,
)
from carer_app.paper.content.printed import Printed
from carer_app.paper.content.sheet import Sheet
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PersonInTurn(Printed):
    """One person: who, why they, and from when on. A name is written in by hand where it is not known."""

    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class InTurnSheet(Sheet):
    """The whole order for one thing. It names the child nowhere."""

    what: str
    people: tuple[PersonInTurn, ...]
    order: tuple[str, ...] = ()

    title = _("Whom to ask, one at a time")
    document_title = title
    footer = _("For you. Keep it at home.")
    file_name = "Whom to ask.pdf"

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Title(self.title),
            SheetOpening((self.what,)),
            words(_("Ask the first one. If no answer comes, ask the next. Never two at once.")),
            Table(
                (
                    Column(_("Who, and why")),
                    Column(_("Name and phone number"), share=0.22, to_fill_in=True),
                    Column(_("Asked on"), share=0.14, to_fill_in=True),
                    Column(_("What they said"), share=0.2, to_fill_in=True),
                ),
                tuple(TableRow((f"{each.who} {each.when} {each.why}", "", "", "")) for each in self.people),
                numbered=True,
            ),
            words(
                _("If anybody is not safe, do not ask and wait. Ring your fostering service now, or 999."),
                1.0,
            ),
            words(_("When it is done, say thank you."), 0.4),
            *small_print(self.order),
        )
