"""The end of a sitting: all of it read back on a page or two, and what goes on the sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carer_app.choices import ChildsDoor, Share, WhoseWords
from carer_app.sitting import Thing, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.read_back_card import ReadBackCard, most_are, said_pages
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PictureButton
from ui.widgets.text import Heading, PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


_SHARE_WIDE = 170


class ReadBackStep(RoomStep):
    """What was said, one thing to a card: one page for the youngest, at most two for the others. Where nobody chooses,
    it stays off the sheet."""

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.pages = said_pages(room.sitting, room.words)
        self.number = min(number, len(self.pages) - 1)
        super().__init__(room)

    def build(self) -> None:
        sitting = self.room.sitting
        things = sitting.things()
        once = sitting.age_set.shared == "once"
        self.heading(_("This is what you said"))
        if told := " ".join(self._told(once, bool(things))):
            self.say(told, kind="hint")
        most = most_are(self.pages)
        beside, cards = QHBoxLayout(), QVBoxLayout()
        theme.space(beside, gap=20)
        theme.space(cards, gap=4)
        for said in self.pages[self.number]:
            cards.addWidget(ReadBackCard(self.room, said, most))
        cards.addStretch(1)
        beside.addLayout(cards, 1)
        if things and once:  # after the words that it is about
            beside.addLayout(self._asked_once())
        self.column.addLayout(beside)
        self.ways_on()

    def _told(self, once: bool, has_things: bool) -> list[str]:
        """Above the cards, as little as must be said there."""
        first, last = not self.number, self.number + 1 == len(self.pages)
        if not has_things:
            nothing = self.room.sitting.is_empty
            return [_("You did not put anything in. That is fine.")] if nothing else []
        lines = list[str]()
        if first and not once:
            lines.append(_("Everybody at the meeting can read your sheet. You pick what goes on it."))
        if first and self.room.sitting.door == ChildsDoor.TOGETHER:
            lines.append(_("Grown-up: read it back now, word for word."))
        if first and (most := most_are(self.pages)):
            lines.append(f"{most}.")
        if last and not once:
            lines.append(self.words.fill(_("What is off your sheet {carer} can still read.")))
        return [line for line in lines if line]

    def _asked_once(self) -> QVBoxLayout:
        meeting = self.room.sitting.age_set.meeting
        asked = Heading(_("Shall the grown-ups at the {meeting} see it?").format(meeting=meeting), 3)
        asked.setMaximumWidth(theme.px(_SHARE_WIDE))
        self._to_read.append(asked)
        column = QVBoxLayout()
        theme.space(column, gap=4)
        column.addStretch(1)
        column.addWidget(asked)
        for button in ShareAll(self.room, size=30).buttons():
            column.addWidget(button)
            self.keys.add(button)
        column.addStretch(1)
        return column

    def where(self) -> tuple[int, int]:
        return self.number + 1, len(self.pages)


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
