"""The first pages of the room: what it is, how to do it, and what was left the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.sitting import Left
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import TellingPage, Told
from carer_app.typed_dates import say_day
from carer_app.words import _
from ui.child_mode.doors import DoorsStep
from ui.child_mode.my_look import MyLookStep
from ui.child_mode.rubbing_out import AskRubOutStep, rub_out_button
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.picture import DrawnPicture
from ui.widgets.read_aloud import SpeedButton
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


_PICTURE, _LARGE_PICTURE = 150, 210


class _TellingStep(RoomStep):
    """One of the first pages: what it is, who can see it, where to go when hurt. Said once, in small pieces."""

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.number = number
        super().__init__(room)

    def build(self) -> None:
        page = self.pages[self.number]
        heading = self.words.fill(page.heading)
        if page.drawing:
            large = self.for_the_youngest and theme.current().scale <= theme.MOST
            picture = DrawnPicture(_LARGE_PICTURE if large else _PICTURE)
            picture.show_drawing(drawing(page.drawing), "")
            self.stage.show_beside(picture)
        self.heading(heading, middle=not page.drawing)
        if self.for_the_youngest:
            self._tell(page.says, partial(self.read_out, middle=not page.drawing))
            self.go_on()
            return
        block = QWidget()  # in the middle as the heading is, and its lines begin below each other
        told = QVBoxLayout(block)
        theme.space(told, gap=8, edges=(0, 0, 0, 0))
        self._tell(page.says, told.addWidget)
        if page.drawing:
            self.column.addWidget(block)
        else:
            self.middle(block)
        self.go_on()

    def go_on(self) -> None:
        """The ways on from here."""
        raise NotImplementedError

    def where(self) -> tuple[int, int]:
        return self.number + 1, len(self.pages)

    @property
    def pages(self) -> tuple[TellingPage, ...]:
        """The first pages at this age."""
        return self.room.sitting.age_set.telling.pages

    @property
    def is_last(self) -> bool:
        """Whether the questions come next."""
        return self.number + 1 == len(self.pages)

    def _tell(self, says: Iterable[Told], show: Callable[[PlainLabel], object]) -> None:
        asked = self.room.sitting.age_set
        for each in says:
            line = self.words.fill(str(getattr(asked.telling, each, "")))
            if each == "day":
                day = self.words.day
                tells = (
                    day and not self.for_the_youngest
                )  # a date says nothing to them: who is with them knows it
                line = _("The {meeting} is on {day}.").format(meeting=asked.meeting, day=day) if tells else ""
            if line:
                label = PlainLabel(line, "strong" if each == "hurt" else "body")
                show(label)
                self._to_read.append(label)


class StartStep(_TellingStep):
    """Nothing is asked yet."""

    def go_on(self) -> None:
        if not self.number:
            look = self._look()
            before = self.room.afterwards()[:1]
            for button in (*look, SpeedButton(), *([] if look else before)):
                self.ways_row.put_beside(button)
            if look and before:  # below, there is room for one line only
                self.row(*before)
        after = DoorsStep if self.is_last else partial(StartStep, number=self.number + 1)
        self.way("next", _("Next"), partial(self.room.show_step, after), main=True)
        self.way("skip", _("Not today"), self.room.not_today)
        if self.number:
            self.back(partial(self.room.show_step, partial(StartStep, number=self.number - 1)))

    def _look(self) -> list[Button]:
        if self.room.sitting.age_set.by != "words":
            return []
        return [self.button(_("How it looks"), partial(self.room.go_beside, MyLookStep))]


class AgainStep(_TellingStep):
    """The same once more, whenever somebody asks: it begins with who can see what is said."""

    def go_on(self) -> None:
        if not self.is_last:
            after = partial(AgainStep, number=self.number + 1)
            self.way("next", _("Next"), partial(self.room.show_step, after), main=True)
        self.back(self.room.come_back)


class ResumeStep(RoomStep):
    """Something was left. Not a word of it is shown before somebody goes on.

    Whoever did not begin it goes on to a sitting of their own. What was left stays as it was, for the one whose words
    they are: nobody is shown it, and it is rubbed out only by somebody who says so twice, or by its two weeks.
    """

    def __init__(self, room: ChildRoom, left: Left) -> None:
        self.left = left
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("You had started something"))
        self.say(_("It was on {day}. Was it you?").format(day=say_day(self.left.on)))
        self.say(
            _(
                "If it was you, you can go on, or rub it out. If it wasn’t, you can start your own. The other one "
                "stays shut."
            )
        )
        ask = partial(AskRubOutStep, rub_out=self._rub_out, back=self._again)
        self.row(
            self.button(_("Go on"), self._go_on),
            self.button(_("It wasn’t me"), partial(self.room.pass_by, self.left)),
            rub_out_button(_("Rub it out"), partial(self.room.show_step, ask)),
        )

    def _again(self) -> None:
        self.room.show_step(partial(ResumeStep, left=self.left))

    def _rub_out(self) -> None:
        self.room.rub_out_left(self.left)

    def _go_on(self) -> None:
        self.room.go_on(self.left)
