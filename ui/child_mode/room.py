"""The room itself: a bar at the top that stays, and one page at a time below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor, TakingPart, WhoSays
from carer_app.sitting import ASKED, COMING, DRAWING, MY_DAY, WHO, Left, RoomWords, Sitting, Thing
from carer_app.words import _
from ui.child_mode.afterwards import BookStep, WhatHappenedStep
from ui.child_mode.at_the_meeting import PeopleStep
from ui.child_mode.bars import TopBar, where_words
from ui.child_mode.beginning import AgainStep, DoorsStep, ResumeStep, StartStep
from ui.child_mode.kept import KeptStep
from ui.child_mode.leaving import DoneStep, NotTodayStep, StopStep
from ui.child_mode.my_look import TEXT_SIZES, MyLookStep
from ui.child_mode.outside import Outside
from ui.child_mode.reading_back import WhoseStep
from ui.child_mode.step import RoomStep, takes_tab
from ui.child_mode.talking import TalkStep
from ui.child_mode.way import ChildsWay, Make, way_of
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.focus_ring import something_new_is_shown
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.tab_order import follow_reading_order, in_reading_order
from ui.widgets.text import PlainLabel


class ChildRoom(QWidget):
    """Everything a child sees. `words` is all it may say beyond its own files; `outside` is all it can ask for."""

    def __init__(self, words: RoomWords, outside: Outside, afterwards: bool = False) -> None:
        """`afterwards`: nothing is asked; it is only to read what came of what was said."""
        super().__init__()
        self.words, self.outside, self.only_reads = words, outside, afterwards
        self.sitting = Sitting(words.set_key)
        self.is_changing = False
        self.adding: dict[int, str] = {}
        """What is being added to something kept, by its id: in memory until one of the buttons is pressed."""
        self._way = ChildsWay()
        self._changed_from = self.practised = 0
        self._is_over = False
        self.wants_pictures = self.sitting.age_set.by != "words"
        """The oldest see them only where they ask for them."""
        self._shown: Make = StartStep
        self._back_to: Make = StartStep
        self.step: RoomStep | None = None
        self.read = ReadButton(_("Read it to me"), self._to_read, self.say, no_voice=NO_VOICE_HERE)
        self.stop = Button(_("Stop for now"))
        self.talk = Button(_("Talk to someone else"))
        self.stop.clicked.connect(self._on_stop)
        self.talk.clicked.connect(lambda: self.go_beside(TalkStep))
        self.said_here = PlainLabel("", kind="strong")
        self.said_here.hide()
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(16, 12, 16, 8))
        self.bigger = Button("")
        self.bigger.clicked.connect(self._on_size)
        self._name_size()
        self.top = TopBar(self.stop, self.talk, self.read, self.bigger)
        self._column.addWidget(self.top)
        self._column.addWidget(self.said_here)
        self._passed_by: set[int] = set()
        self._ask_about_left()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the colours worn here, which need not be those of the window."""
        QPainter(self).fillRect(self.rect(), theme.colour("bg"))

    # Moving about

    def begin(self, door: ChildsDoor, way: str = ASKED) -> None:
        """Through one of the doors, to the first page. What was said on another way stays, and is asked after."""
        self.sitting.door, self.practised = door, 0
        self.sitting.done = dict(self.words.done)
        self.sitting.begin_with(way)
        self._lay_the_way()
        self.go_to(0)

    def go_on(self, left: Left) -> None:
        """With what was left, where it was left. The questions are those it was begun with."""
        sitting = self.outside.open(left)
        if sitting is None:
            self.show_step(StartStep)
            return
        self.sitting = sitting
        self._lay_the_way()
        self.go_to(self._way.where_left(self.sitting))

    def pass_by(self, left: Left) -> None:
        """It is somebody else's: it stays shut, and whoever is here begins their own."""
        self._passed_by.add(left.number)
        self._ask_about_left()

    def _ask_about_left(self) -> None:
        if self.only_reads:
            self.show_step(WhatHappenedStep)
            return
        left = next((each for each in self.outside.left() if each.number not in self._passed_by), None)
        self.show_step(StartStep if left is None else partial(ResumeStep, left=left))

    def next(self) -> None:
        """The next page; after a change, what is read back again."""
        if self.is_changing:
            self.is_changing = False
            self.go_to(self._changed_from)
        else:
            self.go_to(min(self._way.beyond(1, self.sitting, self.words), self._way.last))

    def say_more(self) -> None:
        """On to the questions that are only for who wants to say more."""
        self.sitting.wants_more = True
        at = self._way.at
        self._lay_the_way()
        self._way.at = at
        self.next()

    def take_way(self, way: str) -> None:
        """On to another way to tell of school."""
        self.sitting.ways.append(way)
        at = self._way.at
        self._lay_the_way()
        self._way.at = at
        self.next()

    def take_day_first(self) -> None:
        """The school day before one's own words, which come after it as they were: any order is fine."""
        self.sitting.ways.insert(0, MY_DAY)
        self._lay_the_way()
        self.go_to_asked(self.sitting.day()[0].key)

    def knows(self, key: str) -> bool:
        """Whether this is asked somewhere along the way."""
        return key in self._way.where

    def go_to_asked(self, key: str) -> None:
        """To where this is asked."""
        self.go_to(self._way.where[key])

    @property
    def may_finish(self) -> bool:
        """Whether there is anything left to be asked beyond this page."""
        return not self.is_changing and self._way.at + 1 < self._way.asked

    def finish(self) -> None:
        """Enough was said: on to what is read back."""
        self.go_to(self._way.asked)

    def back(self) -> None:
        """The page before; before the first one lie the doors."""
        if self._way.at:
            self.go_to(self._way.beyond(-1, self.sitting, self.words))
        else:
            self.show_step(DoorsStep)

    def go_to(self, number: int) -> None:
        """The page with this number along the way."""
        self._way.at = number
        self.show_step(self._way.pages[number])

    def where(self) -> tuple[int, int]:
        """Which question of the way is asked now, of how many. What comes after the questions is not counted."""
        asked = self._way.asked
        on_way = self._way.pages and self._shown is self._way.pages[self._way.at]
        return (self._way.at + 1, asked) if on_way and self._way.at < asked else (0, 0)

    def change(self, key: str) -> None:
        """Back to where a question is asked; Next then leads to what is read back."""
        self.is_changing, self._changed_from = True, self._way.at
        self.go_to(self._way.where[key])

    def ask_whose(self, thing: Thing) -> None:
        """Whose words these are."""
        self.show_step(partial(WhoseStep, thing=thing))

    def return_to_way(self) -> None:
        """From a page that belongs to this place on the way."""
        self.go_to(self._way.at)

    def go_beside(self, make: Make) -> None:
        """To a page that lies beside the way, such as the numbers; `come_back` leads back to what is shown now."""
        if self.step is not None and not isinstance(
            self.step, TalkStep | StopStep | NotTodayStep | AgainStep | MyLookStep | PeopleStep
        ):
            self._back_to = self._shown
        self.show_step(make)

    def come_back(self) -> None:
        """From beside the way to where one was."""
        self.show_step(DoneStep if self._is_over else self._back_to)

    def not_today(self) -> None:
        """Respected. What was said before, if anything, is asked about first."""
        self.go_beside(NotTodayStep if self._nothing_said else StopStep)

    def read_again(self) -> None:
        """What was said at the beginning, from where it says who can see this."""
        pages = self.sitting.age_set.telling.pages
        number = next(at for at, page in enumerate(pages) if "seen" in page.says)
        self.go_beside(partial(AgainStep, number=number))

    def to_the_start(self) -> None:
        """To the first page."""
        self.show_step(WhatHappenedStep if self.only_reads else StartStep)

    def afterwards(self, but: type[RoomStep] | None = None) -> list[Button]:
        """The ways to what there is from before, but for the page that is shown."""
        outside = self.outside
        ways: tuple[tuple[type[RoomStep], str, Callable[[], object]], ...] = (
            (KeptStep, _("What I kept before"), outside.kept),
            (WhatHappenedStep, _("What happened"), outside.what_happened),
            (BookStep, _("My own book"), outside.book),
        )
        made = list[Button]()
        for step, words, is_there in ways:
            if step is not but and is_there():
                button = Button(words)
                button.clicked.connect(lambda _checked=False, step=step: self.show_step(step))
                made.append(button)
        return made

    def show_kept(self) -> None:
        """What the child kept before."""
        self.show_step(KeptStep)

    def show_step(self, make: Make) -> None:
        """Show a page; the one before it is destroyed with every word on it."""
        self.read.aloud.stop()
        before, self.step = self.step, None
        if before is not None:
            focused = before.focusWidget()
            if focused is not None:
                focused.clearFocus()  # else it would go to "Stop for now" first, and a listener would hear of that
            before.hide()
            self._column.removeWidget(before)
            before.setParent(None)
            before.deleteLater()
        self.say("")
        self._shown = make
        self.step = make(self)
        self.say_where()
        something_new_is_shown()
        self._column.addWidget(self.step, 1)
        self.step.show()
        follow_reading_order(self)
        self.focus_step()
        self.begin_reading()

    def begin_reading(self) -> None:
        """By itself, a moment later: what is new is in its place then."""
        if self.words.reads_itself and self.sitting.age_set.by == "cards":
            QTimer.singleShot(0, self, self._read_by_itself)

    def _read_by_itself(self) -> None:
        if self.isVisible():
            self.read.begin_by_itself()

    def say_where(self) -> None:
        """Which step this is, in marks and words, and for who listens."""
        if self.step is not None:
            number, of_all = self.step.where()
            self.top.show_where(number, of_all)
            self.step.setAccessibleDescription(where_words(number, of_all))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on only to what is in sight, and else down the page first: no words are passed by."""
        now = QApplication.focusWidget()
        if self.step is None or now is None or not self.isAncestorOf(now):
            return super().focusNextPrevChild(forward)
        if (aside := self.step.keys.goes_aside(now, forward)) is not None:
            aside.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        if not forward:
            return super().focusNextPrevChild(forward)
        on_page = now is self.step
        stop = self.step.first_stop() if on_page else self._after(now)
        if stop is not None and self.step.only_scrolled(stop):
            return True
        if on_page and stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def _after(self, now: QWidget) -> QWidget | None:
        """Where Tab leads from here, by the order that was set.

        Never ask `nextInFocusChain`: PySide makes each answer a child of the one before it. Parts of a page that is
        gone are then taken for parts of the page on screen, and the program ends without a word.
        """
        order = [each for each in in_reading_order(self) if each is now or takes_tab(each)]
        at = order.index(now) + 1 if now in order else len(order)
        return order[at] if at < len(order) else None

    def focus_step(self) -> None:
        """Put the keyboard where it begins on the page, whose name is heard."""
        if self.step is not None and self.isVisible():
            self.step.arrive()

    def say(self, words: str) -> None:
        """A sentence at the top, until the next page."""
        self.said_here.setText(words)
        self.said_here.setVisible(bool(words))
        if words:
            announce(self, words)

    def leave(self) -> None:
        """Out of the room, to the lock."""
        self.outside.leave()

    def _on_size(self) -> None:
        """The next size up; after the biggest, the usual one."""
        now = self.outside.text_size()
        self.set_text_size(next((size for size in TEXT_SIZES if size > now), TEXT_SIZES[0]))

    def set_text_size(self, size: int) -> None:
        """In per cent of what is usual here."""
        self.outside.set_text_size(size)
        self._name_size()
        announce(self, _("The text is at {size} per cent.").format(size=self.outside.text_size()))

    def _name_size(self) -> None:
        biggest = self.outside.text_size() >= TEXT_SIZES[-1]
        self.bigger.setText(_("Usual text") if biggest else _("Bigger text"))

    # What is said

    @property
    def photo(self) -> bytes:
        """The photograph of their drawing (JPEG), unless it was left out."""
        return self.outside.photo() if self.sitting.has_drawing else b""

    @property
    def did_not_work(self) -> str:
        """Never the child's fault."""
        return _("That did not work. Ask {carer} to have a look.").format(carer=self.words.carer)

    def save(self) -> None:
        """Replace the draft with what has been said so far."""
        if self._is_over:
            return
        worked = self.outside.wipe() if self.sitting.is_empty else self.outside.write(self.sitting)
        if not worked:
            self.say(self.did_not_work)

    def rub_out(self, key: str) -> None:
        """What was said to one question is gone. A drawing goes with its page."""
        if key == COMING:
            self.sitting.coming = TakingPart.NOT_SAID
        elif key == WHO:
            self.sitting.who, self.sitting.who_name = WhoSays.NOT_SAID, ""
        else:
            self.sitting.rub_out(key)
        if key == DRAWING:
            at = self._way.at
            self.outside.drop_photo()
            self._lay_the_way()
            self._way.at = max(0, at - 1)
        self.save()

    def keep(self) -> None:
        """What was read back is kept, once."""
        if self._is_over:
            return
        if not self.outside.keep(self.sitting):
            self.say(self.did_not_work)
            return
        self._is_over = True
        self.show_step(DoneStep)

    def rub_out_all(self) -> None:
        """The whole sitting is gone, and nobody is told."""
        if self._forget():
            self._is_over = True
            self.leave()

    def rub_out_left(self, left: Left) -> None:
        """What was left is gone; the child may begin anew."""
        self.outside.open(left)
        if self._forget():
            self.outside.begin_anew()
            self._ask_about_left()

    def _forget(self) -> bool:
        if self.step is not None:
            self.step.hide()  # what is typed and not yet in the draft does not come back
        self.sitting, self._way = Sitting(self.words.set_key), ChildsWay()
        self.outside.drop_photo()
        if self.outside.wipe():
            return True
        self.show_step(StartStep)
        self.say(self.did_not_work)
        return False

    def _lay_the_way(self) -> None:
        self.sitting.has_drawing = bool(self.outside.photo())
        self._way = way_of(self.sitting)

    @property
    def _nothing_said(self) -> bool:
        return self._is_over or (self.sitting.is_empty and not self.photo)

    def _to_read(self) -> list[PlainLabel]:
        return self.step.to_read() if self.step is not None else []

    def _on_stop(self) -> None:
        if self._nothing_said:
            self.leave()
        else:
            self.go_beside(StopStep)
