"""The sheet as text to paste into a council's form, in pieces that fit its boxes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import Reader
from carer_app.paper import plain
from carer_app.paper.plain import Pasted
from carer_app.texts.council_boxes import council_boxes
from carer_app.use_cases import choosing_for_paper, planning, summarising
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import PasteText
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.for_a_minute import copy_for_a_minute
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
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
            _("Copy one piece at a time and paste it there. What is too long for a box comes in pieces."),
        )
        self.column.addWidget(
            PlainLabel(
                _("You can paste a copy for a minute. Then it is gone from the clipboard."),
                kind="hint",
            )
        )
        boxes = council_boxes()
        self.most = ChoicesAcross([(str(each), f"{each:,}") for each in boxes.limits])
        self.most.set_value(str(boxes.usual))
        self.most.chosen.connect(lambda _most: self.refresh())
        how_many = _("How many characters does a box take?")
        self.column.addWidget(Field(how_many, self.most))
        self.left_out = PlainLabel("")
        self.left_out.hide()
        self.column.addWidget(self.left_out)
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
        child_id = self.records.read(planning.meeting_facts, self.meeting_id).child_id
        form = self.records.read(choosing_for_paper.for_the_form, child_id, Reader.MEETING, sheet)
        left_out = ", ".join(form.left_out)
        self.left_out.setText(_("Left out, as on paper: {what}.").format(what=left_out) if left_out else "")
        self.left_out.setVisible(bool(left_out))
        most = int(self.most.value() or council_boxes().usual)
        pieces = plain.to_paste(form.sheet, most)
        self.nothing.setVisible(not pieces)
        if pieces == self._shown:
            return
        self._shown = pieces
        for card in self.cards:
            card.deleteLater()
        self.cards = [PieceCard(piece, most, self._copy) for piece in pieces]
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

    def __init__(self, piece: Pasted, most: int, copy: Callable[[Pasted], None]) -> None:
        self.tag = Tag(_("Copied"), "ok", "circle-check")
        super().__init__(_name(piece), tag=self.tag)
        self.piece = piece
        self.text = PlainLabel(piece.text)
        self.body.addWidget(self.text)
        self.about = PlainLabel(_about(piece, most), kind="hint")
        self.body.addWidget(self.about)
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


def _about(piece: Pasted, most: int) -> str:
    box = _("Box: {box}.").format(box=getattr(council_boxes().called, piece.section))
    said = [plural("{count} character.", "{count} characters.", len(piece.text)), box]
    if piece.number == 1 and piece.whole > most:
        over = plural("{count} character", "{count} characters", piece.whole - most)
        said.insert(1, _("The whole part is {over} too long for one box.").format(over=over))
    return " ".join(said)


def _name(piece: Pasted) -> str:
    if piece.of == 1:
        return piece.heading
    return _("{part}, piece {number} of {of}").format(part=piece.heading, number=piece.number, of=piece.of)
