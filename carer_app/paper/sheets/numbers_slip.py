"""The slip with numbers: people the child knows first, then numbers to ring. It names no child."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import Pair, Pairs, Piece, SheetPart, Title, small, words
from carer_app.paper.content.printed import Printed
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _

_NAMES = 0.56
"""Of the width: names end at one edge, whether a number or a line to write on follows."""


@dataclass(frozen=True, slots=True)
class ToRing(Printed):
    """Somebody to talk to. `number` is empty where the child or carer writes it in."""

    who: str
    number: str = ""
    hours: str = ""
    about: str = ""

    def pair(self) -> Pair:
        """Who it is beside the number."""
        return Pair(self.who, self.number, f"{self.about} {self.hours}".strip())


@dataclass(frozen=True, slots=True)
class NumbersSlip(Sheet):
    """Whom a child can talk to, given to every child so that nobody has to ask for it."""

    people: tuple[ToRing, ...] = ()
    numbers: tuple[ToRing, ...] = ()
    checked_on: date | None = None

    title = _("People I can talk to")
    document_title = title
    footer = _("For you to keep.")
    file_name = "People I can talk to.pdf"
    text_size = 14

    def pieces(self) -> tuple[Piece, ...]:
        told = _(
            "If you tell one of them that someone hurts you, they may have to tell a person whose job is to help. "
            "You can ask them about that first."
        )
        pieces: list[Piece] = [
            Title(self.title),
            words(_("You can talk to any of them about anything. Keep this.")),
            SheetPart(_("People I know"), (Pairs(tuple(each.pair() for each in self.people), _NAMES),)),
            SheetPart(
                _("Numbers I can ring"),
                (Pairs(tuple(each.pair() for each in self.numbers), _NAMES, strong=True),),
            ),
            words(told, 1.0),
        ]
        if self.checked_on:
            checked = _("Numbers as we had them on {day}. They can change.")
            pieces.append(small(checked.format(day=say_day(self.checked_on))))
        return tuple(pieces)
