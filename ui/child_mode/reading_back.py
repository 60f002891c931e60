"""The end of a sitting: all of it read back, and what goes on the sheet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor, Share, WhoseWords
from carer_app.sitting import Thing, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.read_back_card import ReadBackCard, most_are, said_here
from ui.child_mode.read_back_pages import GAP, CardsAndRoom, room_on
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PictureButton
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


_SHARE_WIDE = 170
_BESIDE = 20


class ReadBackStep(RoomStep):
    """What was said, one thing to a card, as many to a page as fit: no words lie out of sight. Where nobody chooses,
    it stays off the sheet."""

    is_read_out = False

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.said = said_here(room.sitting, room.words)
        starts = [each for each in room.read_from if each < len(self.said)] or [0]
        self.number = min(number, len(starts) - 1)
        self._starts = starts[: self.number + 1]
        super().__init__(room)

    def build(self) -> None:
        sitting = self.room.sitting
        once = sitting.age_set.shared == "once" and bool(sitting.things())
        heading = self.heading(_("This is what you said"))
        self.ways_on()
        made = [ReadBackCard(self.room, said, most_are(self.said)) for said in self.said]
        asked = ShareAsked(self.room) if once else None
        start = self._starts[-1]
        ends = self._fit(made, heading, asked).pages_from(start)
        is_last = len(ends) == 1
        self.of_all = self.number + len(ends)
        self.room.read_from = self._starts if is_last else [*self._starts, ends[0]]
        if told := self._told(not self.number, is_last):
            self.say(told, kind="hint")
        cards = QVBoxLayout()
        theme.space(cards, gap=GAP)
        for card in made:
            if card in made[start : ends[0]]:
                cards.addWidget(card)
            else:
                card.deleteLater()
        cards.addStretch(1)
        self._lay(cards, asked if is_last else None)

    def _lay(self, cards: QVBoxLayout, asked: ShareAsked | None) -> None:
        """The question beside the words that it is about; where text is very big below them, in sight there too."""
        if asked is None or not _is_beside():
            self.column.addLayout(cards)
            if asked is not None:
                self.row(asked)
        else:
            beside = QHBoxLayout()
            theme.space(beside, gap=_BESIDE)
            beside.addLayout(cards, 1)
            beside.addWidget(asked, 0, Qt.AlignmentFlag.AlignVCenter)
            self.column.addLayout(beside)
        if asked is not None:
            self._to_read.append(asked.question)
            self.keys.add(*asked.buttons)

    def _fit(self, cards: list[ReadBackCard], heading: Heading, asked: ShareAsked | None) -> CardsAndRoom:
        room, gap = room_on(self), self.column.spacing()
        across = room.width()
        high = room.height() - heading.heightForWidth(across) - gap
        # The same room on each of several, so that nothing comes onto another page on the way back.
        of_several = max(self._needs(across, True, False), self._needs(across, False, True))
        fits = CardsAndRoom(
            [card.height_in(across) for card in cards],
            high - of_several,
            high - self._needs(across, True, True),
        )
        if asked is None:
            return fits
        if _is_beside():
            narrow = across - asked.sizeHint().width() - theme.gap(_BESIDE)
            return replace(fits, last_heights=[card.height_in(narrow) for card in cards])
        return replace(fits, beneath=asked.heightForWidth(across))

    def _needs(self, across: int, first: bool, last: bool) -> int:
        """So high is what is told above the cards."""
        told = PlainLabel(self._told(first, last), "hint")
        return told.heightForWidth(across) + self.column.spacing() if told.words() else 0

    def _told(self, first: bool, last: bool) -> str:
        """Above the cards, as little as must be said there: on the first of these pages and on the last."""
        sitting = self.room.sitting
        if not sitting.things():
            return _("You did not put anything in. That is fine.") if sitting.is_empty else ""
        once, lines = sitting.age_set.shared == "once", list[str]()
        if first and not once:
            lines.append(_("Everybody at the meeting can read your sheet."))
        if first and sitting.door == ChildsDoor.TOGETHER:
            lines.append(_("Grown-up: read it back now, word for word."))
        if first and (most := most_are(self.said)):
            lines.append(f"{most}.")
        if last and not once:
            lines.append(self.words.fill(_("What is off your sheet {carer} can still read.")))
        return " ".join(lines)

    def where(self) -> tuple[int, int]:
        return self.number + 1, self.of_all


def _is_beside() -> bool:
    return theme.current().scale <= theme.MOST


class ShareAsked(QWidget):
    """What is asked once, about all of it."""

    def __init__(self, room: ChildRoom) -> None:
        super().__init__()
        meeting = room.sitting.age_set.meeting
        self.question = Heading(_("Shall the grown-ups at the {meeting} see it?").format(meeting=meeting), 3)
        self.buttons = ShareAll(room, size=30).buttons()
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.question)
        if _is_beside():
            self.question.setMaximumWidth(theme.px(_SHARE_WIDE))
            for button in self.buttons:
                column.addWidget(button)
        else:
            column.addWidget(WrapRow(*self.buttons, even=True))


class ShareAll:
    """Off the sheet or on it, for everything at once, with pictures: for the youngest.

    Off stands first, where the keyboard begins: whoever only ever presses the one key gives nothing away.
    """

    def __init__(self, room: ChildRoom, size: int = 75) -> None:
        self._room = room
        self._shares: dict[Share, PictureButton] = {}
        for share, name in ((Share.OFF, "off_my_sheet"), (Share.SHEET, "on_my_sheet")):
            button = PictureButton(share.words, drawing(name), size=size, stays=True)
            button.show_chosen(room.sitting.share_all == share)
            button.chosen.connect(partial(self._on_chosen, share))
            self._shares[share] = button

    def buttons(self) -> list[PictureButton]:
        """One for each."""
        return list(self._shares.values())

    def _on_chosen(self, share: Share, chosen: bool) -> None:
        self._room.sitting.share_all = share if chosen else Share.NOT_SAID
        for other, button in self._shares.items():
            button.show_chosen(chosen and other == share)
        self._room.save()


class WhoseStep(RoomStep):
    """Whose words one answer is. The words themselves are not touched."""

    begins_on_page = True

    def __init__(self, room: ChildRoom, thing: Thing) -> None:
        self.thing = thing
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Whose words are these?"))
        self.column.addWidget(PlainLabel(self.thing.words, kind="strong"))
        ways = (
            WhoseWords.CHILD_SAID,
            WhoseWords.CHILD_TYPED,
            WhoseWords.CHILD_WITH_HELP,
            WhoseWords.CARER_THINKS,
        )
        carer = self.words.carer
        self.whose = Choices([(each.value, capital(each.to_the_child(carer))) for each in ways])
        self.whose.set_value(self.thing.whose)
        self.whose.chosen.connect(self._on_whose)
        self.column.addWidget(Field(_("Whose words"), self.whose))
        self.way("next", _("Back to what I said"), self.room.return_to_way, main=True)

    def _on_whose(self, whose: str) -> None:
        self.room.sitting.answer(self.thing.key).whose = WhoseWords(whose)
        self.room.save()
