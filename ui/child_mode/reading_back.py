"""The end of a sitting: all of it read back, and what goes on the sheet."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor, Share, WhoseWords
from carer_app.sitting import Thing, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.read_back_card import ReadBackCard, key_of, shape_of
from ui.child_mode.read_back_pages import (
    BETWEEN,
    GAP,
    CardsAndRoom,
    CardsHere,
    even_columns,
    room_on,
    widths_of_columns,
)
from ui.child_mode.read_back_shape import text_of
from ui.child_mode.said_here import most_are, said_here
from ui.child_mode.stage import WIDEST
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PictureButton
from ui.widgets.picture_word import PictureWord
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


WIDE = 1000
"""So wide is the page at most, in 100 % pixels: on a usual screen all of it."""
_BESIDE_HEAD = 16
_LEAST_TOLD, _WIDEST_TOLD = 160, 620


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
        self.body.be_wide(WIDE)
        theme.space(self.column, gap=4)
        self.ways_on()
        head = self._head()
        asked = ShareAsked(self.room) if self._asks_once else None
        start = self._starts[-1]
        pages = self._fit(head, asked).pages_from(start)
        is_last = len(pages) == 1
        self.of_all = self.number + len(pages)
        self.room.read_from = self._starts if is_last else [*self._starts, pages[0].end]
        if told := self._told(not self.number, is_last):
            if head.is_beside(told):
                self._to_read.append(head.tell(told))
            else:
                self.say(told, kind="hint")
        self._lay(start, pages[0])
        if asked is not None and is_last:
            self.row(asked)
            self._to_read.append(asked.question)
            self.keys.add(*asked.buttons)

    def _head(self) -> ReadBackHead:
        """What the page is called, and beside it what the icons on the cards are."""
        sitting = self.room.sitting
        heading = self.heading(_("This is what you said"))
        heading.be_small()
        self.column.removeWidget(heading)
        key = key_of(sitting.age_set.shared == "each" and bool(sitting.things())) if self.said else None
        head = ReadBackHead(heading, key, self._room().width(), self.column.spacing())
        self.middle(head)
        return head

    @property
    def _asks_once(self) -> bool:
        sitting = self.room.sitting
        return sitting.age_set.shared == "once" and bool(sitting.things())

    def _lay(self, start: int, page: CardsHere) -> None:
        """Down each column, and then the next: that is how they are read."""
        _high, ends = even_columns(self._heights[page.columns][start : page.end], page.columns)
        beside, most = QHBoxLayout(), most_are(self.said)
        theme.space(beside, gap=BETWEEN)
        for first, end in pairwise([start, *(start + each for each in ends)]):
            column = QVBoxLayout()
            theme.space(column, gap=GAP)
            for said, shape in zip(self.said[first:end], self._shapes[first:end], strict=True):
                column.addWidget(ReadBackCard(self.room, said, most, shape))
            column.addStretch(1)
            beside.addLayout(column, 1)
        self.column.addLayout(beside)

    def _room(self) -> QSize:
        """For all that scrolls; the place of a scroll bar is kept."""
        return room_on(self, WIDE, self.body.verticalScrollBar().sizeHint().width())

    def _fit(self, head: ReadBackHead, asked: ShareAsked | None) -> CardsAndRoom:
        room, gap, most = self._room(), self.column.spacing(), most_are(self.said)
        across, high = room.width(), room.height() - gap
        self._shapes = [shape_of(self.room, said, most) for said in self.said]
        self._heights = {
            number: [shape.height_in(width) for shape in self._shapes]
            for number, width in widths_of_columns(across).items()
        }
        # The same room on each of several, so that nothing comes onto another page on the way back.
        of_several = max(head.high(self._told(True, False)), head.high(self._told(False, True)))
        return CardsAndRoom(
            self._heights,
            high - of_several,
            high - head.high(self._told(True, True)),
            asked.heightForWidth(min(across, theme.px(WIDEST))) + gap if asked is not None else 0,
        )

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


class ReadBackHead(WrapRow):
    """The heading, what the icons are, and what is told: beside them, or below them where that is lower."""

    def __init__(self, heading: Heading, key: WrapRow | None, across: int, gap: int) -> None:
        super().__init__(heading, *([key] if key is not None else []))
        self._gap = gap
        self._across, self._alone = across, self.heightForWidth(across)
        self._beside = across - self.sizeHint().width() - theme.gap(_BESIDE_HEAD)

    def is_beside(self, told: str) -> bool:
        """Whether it is told beside the heading."""
        return self._beside >= theme.px(_LEAST_TOLD) and self._with_it(told) <= self._with_it_below(told)

    def high(self, told: str) -> int:
        """How high all of it is."""
        if not told:
            return self._alone
        return self._with_it(told) if self.is_beside(told) else self._with_it_below(told)

    def _with_it(self, told: str) -> int:
        return max(self._alone, text_of(told, "body").height(self._beside))

    def _with_it_below(self, told: str) -> int:
        across = min(self._across, theme.px(_WIDEST_TOLD))
        return self._alone + self._gap + text_of(told, "body").height(across)

    def tell(self, told: str) -> PlainLabel:
        """Beside the heading."""
        label = PlainLabel(told, "hint")
        label.setMaximumWidth(self._beside)
        self.add(label)
        return label


class ShareAsked(QWidget):
    """What is asked once, about all of it."""

    def __init__(self, room: ChildRoom) -> None:
        super().__init__()
        meeting = room.sitting.age_set.meeting
        self.question = Heading(_("Shall the grown-ups at the {meeting} see it?").format(meeting=meeting), 3)
        self.buttons = ShareAll(room, low=True).buttons()
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.question, *self.buttons))


class ShareAll:
    """Off the sheet or on it, for everything at once, with pictures: for the youngest.

    Off stands first, where the keyboard begins: whoever only ever presses the one key gives nothing away.
    """

    def __init__(self, room: ChildRoom, low: bool = False) -> None:
        """`low`: each picture beside its words."""
        self._room = room
        self._shares: dict[Share, PictureButton] = {}
        for share, name in ((Share.OFF, "off_my_sheet"), (Share.SHEET, "on_my_sheet")):
            button = (
                PictureWord(share.words, drawing(name))
                if low
                else PictureButton(share.words, drawing(name), size=75, stays=True)
            )
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
