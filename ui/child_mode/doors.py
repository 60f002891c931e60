"""The ways to do it: together, alone, along a school day, on paper, or with somebody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractButton

from carer_app.choices import ChildsDoor
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.school_day import DayDoorStep
from ui.child_mode.step import RoomStep
from ui.widgets.button import Button
from ui.widgets.picture import PictureButton

_LARGE, _USUAL = 120, 64


class DoorsStep(RoomStep):
    """None is chosen, and each is fine. Where there are pictures, *together* and *on my own* are two large cards; the
    youngest find the other ways behind one more."""

    def build(self) -> None:
        young = self.for_the_youngest
        self.stage.answers_first = True
        self.heading(_("Together or alone?") if young else _("How do you want to do it?"))
        room = self.room
        first = [
            self._door(_("Together"), "a_helper", partial(room.begin, ChildsDoor.TOGETHER)),
            self._door(_("On my own"), "by_myself", partial(room.begin, ChildsDoor.ON_MY_OWN)),
        ]
        if not self._together_first:
            first.reverse()
        if isinstance(first[0], Button):
            first[0].set_kind("main")
        if young:
            others = [self.button(_("Other ways"), partial(room.show_step, OtherWaysStep))]
        else:
            self.say(
                _("Together: a grown-up reads and types. On paper: nothing of it is kept here."), kind="hint"
            )
            others = other_ways(self)
        self.row(*first)
        self.row(*others)
        self.keys.add(*first, *others)
        self.way("skip", _("Not today"), room.not_today)
        self.back(room.to_the_last_told)

    @property
    def _together_first(self) -> bool:
        return self.words.together_first and self.room.sitting.age_set.by != "words"

    def _door(self, words: str, picture: str, do: Callable[[], None]) -> QAbstractButton:
        if not self.room.wants_pictures:
            return self.button(words, do)
        made = PictureButton(words, drawing(picture), _LARGE if self.for_the_youngest else _USUAL)
        made.clicked.connect(lambda _checked=False: do())
        return made


def other_ways(step: RoomStep) -> list[Button]:
    """A button for each of them."""
    room, worker = step.room, step.words.my_social_worker
    return [
        step.button(room.sitting.age_set.day.heading, partial(room.show_step, DayDoorStep)),
        step.button(_("On paper"), room.outside.print_questions),
        step.button(
            _("I’d rather do this with {worker} or at school").format(worker=worker),
            partial(room.show_step, WithSomeoneStep),
        ),
    ]


class OtherWaysStep(RoomStep):
    """For the youngest: whoever is with them reads it."""

    def build(self) -> None:
        self.heading(_("Other ways"))
        self.say(_("On paper: the questions are printed, and nothing of them is kept here."), kind="hint")
        ways = other_ways(self)
        self.row(*ways)
        self.keys.add(*ways)
        self.back(partial(self.room.show_step, DoorsStep))


class WithSomeoneStep(RoomStep):
    """Somewhere else, with somebody else: the questions on paper to take along."""

    def build(self) -> None:
        self.heading(_("With someone else"))
        self.say(
            _("That is fine. The questions can be printed for {worker}, or for school.").format(
                worker=self.words.social_worker
            )
        )
        self.say(
            _(
                "You can take the paper along yourself, or ask for it at school. Any grown-up can hand it on for you. "
                "You don’t have to say why."
            )
        )
        self.row(self.button(_("Print the questions"), self.room.outside.print_questions, main=True))
        self.back(self.room.back_to_the_ways)
