"""The first pages of the room: what it is, how to do it, and what was left the last time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carer_app.choices import ChildsDoor
from carer_app.sitting import Left
from carer_app.typed_dates import say_day
from carer_app.words import _
from ui.child_mode.rubbing_out import AskRubOutStep, rub_out_button
from ui.child_mode.step import RoomStep
from ui.widgets.button import Button
from ui.widgets.read_aloud import SpeedButton

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


class StartStep(RoomStep):
    """Four lines and one about being hurt. Nothing is asked yet."""

    def build(self) -> None:
        told, words = self.room.sitting.age_set.telling, self.words
        self.heading(told.heading)
        if words.day:
            meeting = self.room.sitting.age_set.meeting
            self.say(_("The {meeting} is on {day}.").format(meeting=meeting, day=words.day), kind="hint")
        for line in (told.what, told.who_comes):
            self.say(words.fill(line))
        self.say(told.hurt, kind="strong")
        for line in (told.seen, told.stop):
            self.say(words.fill(line))
        self.row(SpeedButton(), *self._kept())
        self.way("next", _("Next"), lambda: self.room.show_step(DoorsStep), main=True)
        self.way("skip", _("Not today"), self.room.not_today)

    def _kept(self) -> list[Button]:
        if not self.room.outside.kept():
            return []
        return [self.button(_("What I kept before"), self.room.show_kept)]


class DoorsStep(RoomStep):
    """The ways to do it. None is chosen, and each is fine."""

    def build(self) -> None:
        self.heading(_("How do you want to do it?"))
        for_young = self.words.together_first and self.room.sitting.age_set.by != "words"
        together = self.button(
            _("Together: a grown-up reads and types"),
            lambda: self.room.begin(ChildsDoor.TOGETHER),
            main=for_young,
        )
        alone = self.button(_("On my own"), lambda: self.room.begin(ChildsDoor.ON_MY_OWN), main=not for_young)
        self.row(*((together, alone) if for_young else (alone, together)))
        self.row(
            self.button(_("On paper"), self.room.outside.print_questions),
            self.button(
                _("I’d rather do this with {worker} or at school").format(worker=self.words.my_social_worker),
                lambda: self.room.show_step(WithSomeoneStep),
            ),
        )
        self.say(_("On paper: the questions are printed, and nothing of them is kept here."), kind="hint")
        self.way("skip", _("Not today"), self.room.not_today)
        self.back(lambda: self.room.show_step(StartStep))


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
        self.back(lambda: self.room.show_step(DoorsStep))


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
