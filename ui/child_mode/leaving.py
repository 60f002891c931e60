"""Stopping in the middle, and the page after Keep."""

from carer_app.words import _
from ui.child_mode.step import Step


class StopStep(Step):
    """What was said so far is nobody's record. It can wait, or go."""

    def build(self) -> None:
        self.heading(_("Stop for now"))
        self.say(
            _(
                "What you said is not kept. It waits here for two weeks, and only this part opens it. "
                "After that it is gone."
            )
        )
        self.row(
            self.button(_("Stop, and go on another day"), self.room.leave),
            self.button(_("Rub it all out"), self.room.rub_out_all),
            self.button(_("Go back"), self.room.return_to_way),
        )


class DoneStep(Step):
    """It is kept: thanks, and what happens next. No praise for telling more."""

    def build(self) -> None:
        told = self.room.sitting.age_set.telling
        self.heading(told.thanks)
        for line in told.after:
            self.say(self.words.fill(line))
        self.row(self.button(_("Finish"), self.room.leave, main=True))
