"""Ways out of the room: not today, stopping in the middle, and after Keep."""

from functools import partial

from carer_app.words import _
from ui.child_mode.rubbing_out import AskRubOutStep, rub_out_button
from ui.child_mode.step import RoomStep


class NotTodayStep(RoomStep):
    """Respected, and counted nowhere."""

    def build(self) -> None:
        self.show_picture("another_time")
        self.heading(_("Not today"))
        self.say(_("That is fine. You can do this another day."))
        self.say(_("Give the computer to {carer}.").format(carer=self.words.carer))
        self.way("next", _("Finish"), self.room.leave, main=True)
        self.back(self.room.come_back)


class StopStep(RoomStep):
    """What was said so far is nobody's record. It can wait, or go. No secrecy is promised."""

    def build(self) -> None:
        self.show_picture("stop")
        self.heading(_("Stop for now"))
        for line in self._of_waiting():
            self.say(self.words.fill(line))
        if self.room.photo:
            self.say(_("Your picture does not wait here. It can be put in again."))
        self.stage.is_about_words = True
        ask = partial(AskRubOutStep, rub_out=self.room.rub_out_all, back=self._again)
        self.row(
            self.button(_("Stop, and go on another day"), self.room.leave),
            rub_out_button(_("Rub it all out"), partial(self.room.show_step, ask)),
        )
        self.back(self.room.come_back)

    def _of_waiting(self) -> tuple[str, str]:
        if self.for_the_youngest:
            return (
                _("You can go on another day. It waits here for two weeks."),
                _("{carer} could open it. If you don’t want that, rub it out."),
            )
        return (
            _(
                "Nothing is finished yet. What you said can wait here for two weeks, and you can go on with it. "
                "After that it can’t be opened here any more."
            ),
            _("{carer} has the key to this computer and could open it. If you don’t want that, rub it out."),
        )

    def _again(self) -> None:
        self.room.show_step(StopStep)


class DoneStep(RoomStep):
    """It is kept: thanks, and what happens next. No praise for telling more."""

    def build(self) -> None:
        told = self.room.sitting.age_set.telling
        self.show_picture("hello_goodbye")
        self.heading(told.thanks)
        sitting = self.room.sitting
        if sitting.on_sheet():
            for line in told.after:
                self.say(self.words.fill(line))
        elif sitting.things() and not sitting.unsaid():
            self.say(self.words.fill(_("What you kept stays off your sheet. {carer} can read it.")))
        if not sitting.things():
            self.say(self.words.fill(_("What you said about the meeting is kept. {carer} can read it.")))
        if sitting.unsaid():
            self.say(self.words.fill(_("Something you kept is not on your sheet. {carer} can read it.")))
            self.say(_("You can put it on later: press “What I kept before”, on the first page."))
        self.say(_("Press Finish, then give the computer to {carer}.").format(carer=self.words.carer))
        self.way("next", _("Finish"), self.room.leave, main=True)
