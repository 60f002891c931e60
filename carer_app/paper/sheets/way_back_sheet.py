"""The way-back-in sheet: the code big and numbered, and what to do with it. It names nobody."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.pieces import (
    CodeGroups,
    FillIn,
    Piece,
    SheetOpening,
    SheetPart,
    Steps,
    Title,
    strong,
    words,
)
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _

_GROUPS = 6


@dataclass(frozen=True, slots=True)
class WayBackSheet(Sheet):
    """The paper that opens the records when the password is forgotten; without groups, a form to copy them on."""

    groups: tuple[str, ...] = ()
    made_on: date | None = None

    title = _("Way-back-in sheet")
    document_title = title
    footer = _("Private: this paper opens locked records. Lock it away.")
    file_name = "Way-back-in sheet.pdf"
    text_size = 18

    def pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = [Title(self.title)]
        if self.made_on:
            made = _("PEP Companion · made on {day}").format(day=say_day(self.made_on))
            pieces.append(SheetOpening((made,)))
        else:
            pieces.append(FillIn(_("PEP Companion · made on")))
        pieces.append(strong(_("Do not keep this next to the computer."), 0.6))
        pieces.append(
            words(
                _(
                    "If you forget your password, this code opens your locked records. So it does for anyone else who "
                    "has it. Keep it with your important papers, or with someone you trust."
                )
            )
        )
        if not self.groups:
            pieces.append(words(_("Copy the code into the boxes, one letter or number in each.")))
        pieces.append(CodeGroups(self.groups or ("",) * _GROUPS))
        pieces.append(SheetPart(_("How to use it, on this computer or another"), (Steps(_steps()),)))
        pieces.append(
            words(_("When you make a new sheet, this one stops working. Cross it out and shred it."), 0.9)
        )
        pieces.append(FillIn(_("Replaced on"), widest=24.0))
        return tuple(pieces)


def _steps() -> tuple[str, ...]:
    return (
        _(
            "You need two things: this paper, and your records or a backup of them (such as your memory stick)."
        ),
        _("On the same computer: choose “I have forgotten it”, then “I have my way-back-in sheet”."),
        _(
            "On another computer: install PEP Companion, choose “I have a backup from another computer”, and type the "
            "code where it asks for the password."
        ),
        _("Type the code. Capitals, spaces and dashes make no difference."),
        _("Choose a new password. Your records are all there, and this sheet still works."),
    )
