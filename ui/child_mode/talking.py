"""Talk to someone else: people and numbers. Nothing about this page is noted anywhere."""

from carer_app.sitting import ToTalkTo
from carer_app.typed_dates import say_day
from carer_app.words import _
from ui.child_mode.step import Step
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class TalkStep(Step):
    """People the child knows first, then numbers in order."""

    def build(self) -> None:
        self.heading(_("Talk to someone else"))
        self.say(_("You can talk to any of them, about anything."))
        for each in self.words.to_talk_to:
            self.column.addWidget(self._card(each))
        self.say(
            _("Numbers as we had them on {day}. They can change.").format(day=say_day(self.words.checked_on)),
            kind="hint",
        )
        self.row(
            self.button(_("Print this"), self.room.outside.print_slip),
            self.button(_("Go back"), self.room.come_back),
        )

    def _card(self, each: ToTalkTo) -> Card:
        card = Card()
        lines = [PlainLabel(each.who, kind="strong")]
        if each.number:
            lines += [
                PlainLabel(each.number, kind="strong"),
                PlainLabel(f"{each.about} {each.hours}".strip()),
            ]
        for line in lines:
            card.body.addWidget(line)
        self._to_read += lines
        return card
