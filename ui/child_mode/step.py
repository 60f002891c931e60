"""What every page of the room shares: one thing in the middle, the ways on below it, what is read, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor
from carer_app.sitting import ASKED, MY_DAY
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.bars import Slot, WaysBar
from ui.child_mode.child_text import ChildText
from ui.child_mode.grown_up import GrownUpWords
from ui.child_mode.stage import AROUND, WIDEST, Stage
from ui.child_mode.step_body import StepBody
from ui.child_mode.step_keys import StepKeys
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.more_below import MoreBelow
from ui.widgets.picture import DrawnPicture
from ui.widgets.tab_order import follow_reading_order, in_reading_order
from ui.widgets.text import Heading, Kind, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_LOW = 480
_PICTURE, _LARGE_PICTURE = 120, 150


class RoomStep(QWidget):
    """One page of the room. Made anew each time it is shown, and destroyed when it is left.

    What it is about stands in the middle; the ways on stand in a bar below it, each in a place of its own, the same on
    every page. Only words that are more than fit are scrolled. Where text is very big the space in and around the bars
    gives way to the words (`theme.gap`), so that they leave room for the page.
    """

    def __init__(self, room: ChildRoom) -> None:
        super().__init__()
        self.room = room
        self.words = room.words
        self._to_read: list[PlainLabel] = []
        self._read_out: GrownUpWords | None = None
        self.keys = StepKeys(self)
        self.body = StepBody(max_width=WIDEST, centred=True)
        self.column = self.body.column
        theme.space(self.column, gap=8)
        self.more = MoreBelow(self.body, theme.gap(AROUND))
        self.more.clicked.connect(self._after_more)
        self.ways_row = WaysBar(self.more, room.top.is_small)
        self.body.verticalScrollBar().rangeChanged.connect(self._on_range)
        outer = QVBoxLayout(self)
        theme.space(outer, gap=8, edges=(0, 0, 0, 0))
        self.stage = Stage(self.body)
        self.stage.moved.connect(self._on_choices_moved)
        outer.addWidget(self.stage, 1)
        outer.addWidget(self.ways_row)
        with self.body.laid_out_once():
            self.build()

    is_read_out = True
    """Whether what it tells the youngest lies apart, for the grown-up beside them."""

    def build(self) -> None:
        """Make the page."""
        raise NotImplementedError

    @property
    def for_the_youngest(self) -> bool:
        """Whether it is answered with picture cards."""
        return self.room.sitting.age_set.by == "cards"

    @property
    def is_low(self) -> bool:
        """Whether the window leaves little room for a page at this text size."""
        return self.room.height() < theme.px(_LOW)

    @property
    def has_room_for_pictures(self) -> bool:
        """Whether pictures are wanted, and the words leave room for them."""
        return self.room.wants_pictures and theme.current().scale <= theme.MOST

    def where(self) -> tuple[int, int]:
        """Which step of how many this is; (0, 0) where there is nothing to count."""
        return self.room.where()

    def _on_choices_moved(self) -> None:
        if self.room.step is self:
            follow_reading_order(self.room)

    def _on_range(self, _least: int, most: int) -> None:
        if most > theme.gap(AROUND):
            QTimer.singleShot(0, self, self._once_laid_out)

    def _once_laid_out(self) -> None:
        """On its way to its place a page is too small for its words for a moment: that does not count."""
        if self.isVisible() and self.body.verticalScrollBar().maximum() > theme.gap(AROUND):
            self.ways_row.keep_room_for_more()

    # By keyboard: it begins at the first choice, or at the way on. Where there is more to read than fits, the page
    # itself has it, so that it is read first.

    begins_on_page = False
    """Whether the page itself has the keyboard on arrival, whatever there is to press."""

    def arrive(self) -> None:
        """Put the keyboard where it begins on this page."""
        on_page = self.begins_on_page or self._is_longer_than_fits()
        (self if on_page else self.keys.begins()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_longer_than_fits(self) -> bool:
        for layout in (self.room.layout(), self.layout()):
            assert layout is not None
            layout.activate()
        return self.body.is_longer_than_fits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event) and not self.body.scroll_by_key(event):
            super().keyPressEvent(event)

    def first_stop(self) -> QWidget | None:
        """Where Tab leads from the page itself."""
        return next((each for each in in_reading_order(self) if each is not self and takes_tab(each)), None)

    def only_scrolled(self, stop: QWidget) -> bool:
        """Go down towards what Tab leads to, by a page at most, so that no words are passed by. True where it is not
        in sight yet: the keyboard then stays where it is."""
        if self.body.isAncestorOf(stop):
            return self.body.only_scrolled(stop)
        if self.isAncestorOf(stop) and self.more.is_wanted:
            return self.body.only_scrolled()
        return False

    def _after_more(self) -> None:
        """The button that was pressed may be gone now: then the page has the keyboard, and not what comes next."""
        if not self.more.is_wanted:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_read(self) -> list[PlainLabel]:
        """What is read aloud when somebody asks: questions and what is told, never an answer."""
        return self._to_read

    def heading(self, text: str, middle: bool = True) -> Heading:
        """The one heading; the page is called the same."""
        made = Heading(text)
        self.setAccessibleName(text)
        self.stage.heading = made
        if middle:
            self.middle(made)
        else:
            self.column.addWidget(made)
        self._to_read.append(made)
        return made

    def say(self, text: str, kind: Kind = "body") -> PlainLabel:
        """A line of ours. The youngest have it read out: it lies apart from their picture and their few words."""
        made = PlainLabel(text, kind)
        if self.for_the_youngest and self.is_read_out:
            self.read_out(made)
        else:
            self.middle(made)
        self._to_read.append(made)
        return made

    def read_out(self, line: PlainLabel, middle: bool = True) -> None:
        """For the grown-up beside the child."""
        if self._read_out is None:
            self._read_out = GrownUpWords(self.room)
            if middle:
                self.middle(self._read_out)
            else:
                self.column.addWidget(self._read_out)
        self._read_out.add(line)

    def show_picture(self, name: str) -> None:
        """A drawing beside what is told."""
        if self.has_room_for_pictures:
            picture = DrawnPicture(_LARGE_PICTURE if self.for_the_youngest else _PICTURE)
            picture.show_drawing(drawing(name), "")
            self.stage.show_beside(picture)

    def middle(self, widget: QWidget) -> None:
        """In the middle of the page, as wide as it is. Words stand in the middle line by line."""
        if isinstance(widget, PlainLabel):
            widget.centre()
        self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def row(self, *widgets: QWidget) -> WrapRow:
        """What can be chosen, side by side below the words; it wraps when text is big. None is higher than another."""
        made = WrapRow(*widgets, even=True, centred=True)
        self.stage.choices.addWidget(made, 2, Qt.AlignmentFlag.AlignHCenter)
        return made

    def row_of_words(self, *widgets: QWidget) -> WrapRow:
        """Widgets side by side among the words, and scrolled with them."""
        made = WrapRow(*widgets, centred=True)
        self.middle(made)
        return made

    def box(self, field: Field, *beside: Button) -> None:
        """Where the child's own words go, below what can be chosen."""
        line = QHBoxLayout()
        theme.space(line, gap=12)
        line.addWidget(field, 1)
        for button in beside:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        place = QVBoxLayout()
        theme.space(place, gap=0)
        place.addLayout(line)
        place.addStretch(1)  # as high as it is, however high what may lie beside it
        self.stage.choices.addLayout(place, 1)
        self.stage.has_box = True

    def way(self, slot: Slot, text: str, do: Callable[[], object], main: bool = False) -> Button:
        """One of the ways on, in its place in the bar below the page."""
        made = self.button(text, do, main)
        self.ways_row.put(slot, made)
        if main:
            self.keys.lead_on(made)
        return made

    def back(self, do: Callable[[], object]) -> None:
        """The way back from this page."""
        self.way("back", _("Go back"), do)

    def button(self, text: str, do: Callable[[], object], main: bool = False) -> Button:
        """A button that does one thing. Put it somewhere with `row`."""
        made = Button(text, "main" if main else "plain")
        made.clicked.connect(lambda _checked=False: do())
        return made

    def how_to_answer(self) -> str:
        """Under a question."""
        if self.room.sitting.door == ChildsDoor.TOGETHER:
            if self.for_the_youngest:  # it stands after the name of the one it is for
                return _("Write down exactly what is said.")
            return _("Grown-up: write down exactly what is said.")
        return _("A word is enough.")

    def own_words(self, text: ChildText) -> Field:
        """A box for the child's words, with what to do with it."""
        if self.room.sitting.door == ChildsDoor.TOGETHER:
            label = _("In {child}’s words").format(child=self.words.child)
            return Field(label, text)
        return Field(_("In my words"), text)

    def say_more(self, last: str) -> list[Button]:
        """After the last of the questions, and of the parts of the day: what else a child can tell of, if they want."""
        sitting, made = self.room.sitting, list[Button]()
        asked, day = sitting.questions(), sitting.day()
        if self.room.is_changing or last not in (asked[-1].key, day[-1].key):
            return made
        if last == asked[-1].key and len(asked) < len(sitting.age_set.questions):
            made.append(self.button(_("I want to say more"), self.room.say_more))
        if last == asked[-1].key and MY_DAY not in sitting.ways and sitting.age_set.by != "words":
            made.append(self.button(_("My day, too"), partial(self.room.take_way, MY_DAY)))
        if last == day[-1].key and ASKED not in sitting.ways:
            made.append(self.button(_("The questions, too"), partial(self.room.take_way, ASKED)))
        return made

    def ways_on(
        self, skip: Callable[[], object] | None = None, not_sure: Callable[[], object] | None = None
    ) -> None:
        """Next, what passes a question over, and back; from a change, back to what is read back."""
        if self.room.is_changing:
            self.way("next", _("Back to what I said"), self.room.next, main=True)
            return
        self.way("next", _("Next"), self.room.next, main=True)
        if skip is not None:
            self.way("skip", _("Skip"), skip)
        if not_sure is not None:
            self.way("not_sure", _("Not sure"), not_sure)
        self.back(self.room.back)
        self.offer_finish()
        self.offer_again()

    def offer_finish(self) -> None:
        """Whoever has said enough goes straight to what is read back. What was not asked yet is not missed out: one can
        go back to it."""
        if self.room.may_finish:
            self.keys.finish = self.button(_("That’s all"), self.room.finish)
            self.ways_row.put_beside(self.keys.finish, after_next=True)

    def offer_again(self) -> None:
        """What was said at the beginning can be read again at any time."""
        again = self.button(_("Who can see this?"), self.room.read_again)
        self.ways_row.put_beside(again)


def named_button(words: str, about: str, do: Callable[[], object]) -> Button:
    """A button that says to a screen reader which of several it is."""
    button = Button(words, name=f"{words}: {about}")
    button.clicked.connect(lambda _checked=False: do())
    return button


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops here now."""
    wanted = Qt.FocusPolicy.TabFocus.value
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy().value & wanted)


give_role(
    RoomStep, QAccessible.Role.Grouping
)  # it has the keyboard on arrival, and is called what its heading says
