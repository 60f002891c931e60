"""The room itself: a bar at the top that stays, and one page at a time below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from carer_app.choices import ChildsDoor, TakingPart, WhoSays
from carer_app.sitting import ASKED, COMING, DRAWING, MY_DAY, WHO, Left, RoomWords, Sitting, Thing
from carer_app.words import _
from ui.child_mode.afterwards import BookStep, WhatHappenedStep, WroteStep
from ui.child_mode.at_the_meeting import PeopleStep
from ui.child_mode.beginning import AgainStep, ResumeStep, StartStep
from ui.child_mode.doors import DoorsStep, OtherWaysStep
from ui.child_mode.kept import IsItYouStep, KeptStep
from ui.child_mode.leaving import DoneStep, NotTodayStep, StopStep
from ui.child_mode.my_look import MyLookStep
from ui.child_mode.outside import Outside
from ui.child_mode.reading_back import WhoseStep
from ui.child_mode.room_of_pages import RoomOfPages
from ui.child_mode.step import RoomStep
from ui.child_mode.talking import TalkStep
from ui.child_mode.way import ChildsWay, Make, way_of
from ui.widgets.button import Button


class ChildRoom(RoomOfPages):
    """Everything a child sees. `words` is all it may say beyond its own files; `outside` is all it can ask for."""

    def __init__(self, words: RoomWords, outside: Outside, afterwards: bool = False) -> None:
        """`afterwards`: nothing is asked; it is only to read what came of what was said."""
        self.words, self.outside, self.only_reads = words, outside, afterwards
        self.sitting = Sitting(words.set_key)
        super().__init__()
        self.is_changing = False
        self.adding: dict[int, str] = {}
        """What is being added to something kept, by its id: in memory until one of the buttons is pressed."""
        self._way = ChildsWay()
        self._changed_from = self.practised = 0
        self.read_from = [0]
        """With which of the things that are read back each page of them begins, as far as it was come to."""
        self._is_over = False
        self.wants_pictures = self.sitting.age_set.by != "words"
        """The oldest see them only where they ask for them."""
        self._shown: Make = StartStep
        self._back_to: Make = StartStep
        self._passed_by: set[int] = set()
        self.stop.clicked.connect(self._on_stop)
        self.talk.clicked.connect(lambda: self.go_beside(TalkStep))
        self._ask_about_left()

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
            self.go_to(min(self._way.beyond(1, self.sitting, len(self.read_from)), self._way.last))

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
        self.to_what_was_said()

    def back(self) -> None:
        """The page before; before the first one lie the doors."""
        if self._way.at:
            self.go_to(self._way.beyond(-1, self.sitting, len(self.read_from)))
        else:
            self.show_step(DoorsStep)

    def back_to_the_ways(self) -> None:
        """From one of the ways to do it to where it is offered: the youngest find all but two behind one more page."""
        self.show_step(OtherWaysStep if self.sitting.age_set.by == "cards" else DoorsStep)

    def go_to(self, number: int) -> None:
        """The page with this number along the way."""
        self._way.at = number
        self.show_step(self._way.pages[number])

    def where(self) -> tuple[int, int]:
        """Which question of this part of the way is asked now, of how many."""
        on_way = self._way.pages and self._shown is self._way.pages[self._way.at]
        return self._way.counted(self.sitting) if on_way else (0, 0)

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

    def to_the_last_told(self) -> None:
        """To the last of the first pages."""
        last = len(self.sitting.age_set.telling.pages) - 1
        self.show_step(partial(StartStep, number=last))

    def to_what_was_said(self) -> None:
        """To the first page of what is read back."""
        self.go_to(self._way.asked)

    def afterwards(self, but: type[RoomStep] | None = None) -> list[Button]:
        """The ways to what there is from before, but for the page that is shown."""
        outside = self.outside
        ways: tuple[tuple[type[RoomStep], str, Callable[[], object]], ...] = (
            (IsItYouStep, _("What I kept before"), outside.kept),
            (WhatHappenedStep, _("What happened"), outside.what_happened),
            (BookStep, _("My own book"), outside.book),
            (WroteStep, self.words.fill(_("Show me what {carer} wrote")), self.written_for_me),
        )
        made = list[Button]()
        for step, words, is_there in ways:
            if step is not but and is_there():
                button = Button(words)
                button.clicked.connect(lambda _checked=False, step=step: self.show_step(step))
                made.append(button)
        return made

    def written_for_me(self) -> bool:
        """Whether there is something to read that the carer wrote down as words of the child: for the oldest, and
        before the meeting."""
        return (
            self.sitting.age_set.by == "words" and not self.only_reads and bool(self.outside.written_for_me())
        )

    def show_kept(self) -> None:
        """What the child kept before."""
        self.show_step(KeptStep)

    def show_step(self, make: Make) -> None:
        """Show a page, and know which one it is."""
        self._shown = make
        self.show_page(partial(make, self))

    def leave(self) -> None:
        """Out of the room, to the lock."""
        self.outside.leave()

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

    def _on_stop(self) -> None:
        """Out at once only where it was asked before: to come back somebody has to unlock the computer."""
        if self._is_over or isinstance(self.step, NotTodayStep):
            self.leave()
        else:
            self.not_today()
