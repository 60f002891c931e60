"""The sheet as text to paste into a council's form, in pieces that fit its boxes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from carer_app.paper import plain
from carer_app.paper.plain import Pasted
from carer_app.use_cases import summarising
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import PasteText
from ui.look import theme
from ui.parts.for_a_minute import copy_for_a_minute
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel


class PasteTextPage(Page):
    """A card for each piece, with a button that copies it."""

    def __init__(self, house: House, place: PasteText) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to check"))
        self.add_heading(
            _("Copy it into the council’s form"),
            _(
                "Where the council has a form on the internet, copy one piece at a time and paste it there. "
                "Each piece fits a box of {most} characters."
            ).format(most=plain.LONGEST_PASTED),
        )
        self.column.addWidget(
            PlainLabel(
                _(
                    "What you copy can be pasted for a minute. After that it is gone from this computer’s clipboard."
                ),
                kind="hint",
            )
        )
        self.nothing = PlainLabel(_("There is nothing on the sheet yet."))
        self.column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        theme.space(self._list, gap=16)
        self.column.addLayout(self._list)
        self.cards: list[PieceCard] = []
        self._shown: tuple[Pasted, ...] = ()
        self._copied: set[Pasted] = set()

    def refresh(self) -> None:
        sheet = self.records.read(summarising.meeting_sheet, self.meeting_id, self.today())
        pieces = plain.to_paste(sheet)
        self.nothing.setVisible(not pieces)
        if pieces == self._shown:
            return
        self._shown = pieces
        for card in self.cards:
            card.deleteLater()
        self.cards = [PieceCard(piece, self._copy) for piece in pieces]
        for card in self.cards:
            card.mark(card.piece in self._copied)
            self._list.addWidget(card)

    def _copy(self, piece: Pasted) -> None:
        copy_for_a_minute(self.records, piece.text)
        self._copied.add(piece)
        for card in self.cards:
            card.mark(card.piece in self._copied)
        self.said.emit(_("Copied: {part}").format(part=_name(piece)))


class PieceCard(Card):
    """One piece, as it will be pasted."""

    def __init__(self, piece: Pasted, copy: Callable[[Pasted], None]) -> None:
        self.tag = Tag(_("Copied"), "ok", "circle-check")
        super().__init__(_name(piece), tag=self.tag)
        self.piece = piece
        self.text = PlainLabel(piece.text)
        self.body.addWidget(self.text)
        self.body.addWidget(
            PlainLabel(plural("{count} character", "{count} characters", len(piece.text)), kind="hint")
        )
        self.copy = Button(_("Copy"), icon="copy")
        self.copy.clicked.connect(partial(copy, piece))
        self.actions(self.copy)
        self.mark(False)

    def mark(self, copied: bool) -> None:
        """Show whether it was copied: whoever comes back from the council's form sees where they were."""
        self.tag.setVisible(copied)
        words = _("Copy again") if copied else _("Copy")
        self.copy.setText(words)
        self.copy.setAccessibleName(_("{words}: {part}").format(words=words, part=_name(self.piece)))


def _name(piece: Pasted) -> str:
    if piece.of == 1:
        return piece.heading
    return _("{part}, piece {number} of {of}").format(part=piece.heading, number=piece.number, of=piece.of)
