"""The end of a sitting: what nobody decided yet, then Keep or Rub it all out. No press keeps nothing."""

from __future__ import annotations

from functools import partial

from carer_app.choices import Share
from carer_app.sitting import Sitting, Thing
from carer_app.words import _
from ui.child_mode.reading_back import ShareAll, said_lines, shares_of
from ui.child_mode.rubbing_out import AskRubOutStep, rub_out_button
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class UnsaidStep(RoomStep):
    """Words that nobody decided about are asked about once more: Next alone is no answer, and would lose them."""

    def build(self) -> None:
        sitting = self.room.sitting
        self.count = PlainLabel(_count(sitting), kind="strong")
        if sitting.age_set.shared == "once":
            meeting = sitting.age_set.meeting
            self.heading(_("Shall the grown-ups at the {meeting} see it?").format(meeting=meeting))
            for thing in sitting.things():
                self.column.addWidget(_what(thing))
            self.column.addWidget(ShareAll(self.room))
        else:
            self.heading(_("What goes on your sheet?"))
            self.column.addWidget(self.count)
            self.say(_("The rest is not printed for the meeting. Choose now, or later."))
            self.row(
                self.button(_("Put them all on my sheet"), partial(self._all, Share.SHEET)),
                self.button(_("Keep them all off my sheet"), partial(self._all, Share.OFF)),
            )
            for thing in sitting.unsaid():
                card = _what(thing)
                card.actions(shares_of(self.room, thing, self._show_count))
                self.column.addWidget(card)
        self.ways_on()

    def _all(self, share: Share) -> None:
        for thing in self.room.sitting.unsaid():
            self.room.sitting.decide(thing.key, share)
        self.room.save()
        self.room.next()

    def _show_count(self) -> None:
        self.count.setText(_count(self.room.sitting))
        announce(self, self.count.words())


class EndStep(RoomStep):
    """The last page: one line about being hurt, and two buttons that do not look alike."""

    def build(self) -> None:
        sitting, told = self.room.sitting, self.room.sitting.age_set.telling
        if sitting.is_empty and not sitting.things():
            self.heading(_("There is nothing to keep"))
            self.say(_("That is fine. You can do this another day."))
            self.say(told.end_hurt, kind="strong")
            self.way("next", _("Finish"), self.room.leave, main=True)
            self.back(self.room.back)
            return
        self.heading(_("Keep it, or rub it out?"))
        self.say(told.end_hurt, kind="strong")
        self.say(self.words.fill(_("If you keep it, {carer} can read it.")))
        if sitting.things():
            self.say(_count(sitting) if sitting.age_set.shared == "each" else _count_once(sitting))
        if sitting.unsaid():
            self.say(_("You can choose later: press “What I kept before”, on the first page."))
        self.say(told.rubbed_out)
        if sitting.age_set.by != "cards":
            self.say(
                _(
                    "Kept words stay as they are: nobody can change them here. You can take them off your sheet "
                    "later, or add to them. If you press nothing, nothing is kept."
                )
            )
        ask = partial(AskRubOutStep, rub_out=self.room.rub_out_all, back=self.room.return_to_way)
        keep = Button(_("Keep"), icon="check")
        keep.clicked.connect(lambda _checked=False: self.room.keep())
        self.row(keep, rub_out_button(_("Rub it all out"), partial(self.room.show_step, ask)))
        self.back(self.room.back)
        self.offer_again()


def _what(thing: Thing) -> Card:
    card = Card()
    theme.space(card.body, gap=4, edges=(16, 8, 16, 8))
    card.body.addWidget(PlainLabel(thing.asked, kind="hint"))
    for line in said_lines(thing):
        card.body.addWidget(line)
    return card


def _count(sitting: Sitting) -> str:
    return _("On your sheet: {number} of {all}.").format(number=sitting.on_sheet(), all=len(sitting.things()))


def _count_once(sitting: Sitting) -> str:
    return {
        Share.SHEET: _("It goes on your sheet."),
        Share.OFF: _("It stays off your sheet."),
        Share.NOT_SAID: _("You did not say if the others can see it. So it stays off your sheet for now."),
    }[sitting.share_all]
