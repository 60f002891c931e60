"""The end of a sitting: all of it read back, what goes where, and then Keep or Rub it all out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from carer_app.cards import drawing
from carer_app.choices import ChildMark, Door, Share, TakingPart, WhoSays, WhoseWords
from carer_app.sitting import COMING, DRAWING, WHO, Thing, capital
from carer_app.words import _
from ui.child_mode.step import NO_VOICE_HERE, Step
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PhotoView, PictureButton
from ui.widgets.read_aloud import ReadButton
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


class ReadBackStep(Step):
    """Everything that was said, one thing to a card. Where nobody chooses, it stays off the sheet."""

    def build(self) -> None:
        sitting = self.room.sitting
        things = sitting.things()
        once = sitting.age_set.shared == "once"
        self.heading(_("This is what you said"))
        if sitting.is_empty and not things:
            self.say(_("You did not put anything in. That is fine."))
        elif things and once:
            self.say(_("Shall the grown-ups at the meeting see it?"))
            self._share_all()
        elif things:
            self.say(
                _("Everybody at the meeting can read your sheet. No words go on it unless you pick them.")
            )
        if sitting.door == Door.TOGETHER and things:
            self.say(_("Grown-up: read it back now, word for word."), kind="hint")
        for thing in things:
            self.column.addWidget(self._card(thing, once))
        self._coming()
        self.ways_on()

    def _share_all(self) -> None:
        self.shares: dict[Share, PictureButton] = {}
        for share, name in ((Share.SHEET, "on_my_sheet"), (Share.OFF, "off_my_sheet")):
            button = PictureButton(share.words, drawing(name), stays=True)
            button.show_chosen(self.room.sitting.share_all == share)
            button.chosen.connect(lambda chosen, share=share: self._on_share_all(share, chosen))
            self.shares[share] = button
        self.row(*self.shares.values())

    def _on_share_all(self, share: Share, chosen: bool) -> None:
        self.room.sitting.share_all = share if chosen else Share.NOT_SAID
        for other, button in self.shares.items():
            button.show_chosen(chosen and other == share)
        self.room.save()

    def _card(self, thing: Thing, once: bool) -> Card:
        card = Card()
        picked = thing.whose == WhoseWords.CHILD_CHOSE and bool(thing.words)
        mark = "" if picked or thing.mark == ChildMark.NONE else thing.mark.words
        lines = [PlainLabel(thing.asked, kind="hint")]
        lines += [PlainLabel(text, kind="strong") for text in (mark, thing.words) if text]
        for line in lines:
            card.body.addWidget(line)
        if thing.key == DRAWING and self.room.photo:
            card.body.addWidget(PhotoView(self.room.photo, _("Your picture"), size=160))
        whose = capital(thing.whose.words(self.words.child, self.words.carer))
        card.body.addWidget(PlainLabel(whose, kind="hint"))
        if not once:
            shares = Choices([(each.value, each.words) for each in (Share.SHEET, Share.OFF)])
            shares.set_value(thing.share or None)
            shares.chosen.connect(partial(self._on_share, thing.key))
            hint = _("Off my sheet: {carer} can still read it.").format(carer=self.words.carer)
            card.body.addWidget(Field(_("What goes where"), shares, hint=hint))
            shares.setAccessibleName(_("What goes where: {asked}").format(asked=thing.asked))
        buttons: list[Button] = [
            ReadButton(_("Read this out"), lambda: lines[1:], self.room.say, thing.asked, NO_VOICE_HERE)
        ]
        buttons += self._change_or_rub_out(thing.asked, thing.key, partial(self._rub_out, thing.key))
        if self.room.sitting.door == Door.TOGETHER and not picked and thing.words:
            show = partial(self.room.show_step, partial(WhoseStep, thing=thing))
            buttons.append(_named(_("Whose words?"), thing.asked, show))
        card.actions(*buttons)
        return card

    def _on_share(self, key: str, share: str) -> None:
        self.room.sitting.answer(key).share = Share(share)
        self.room.save()

    def _rub_out(self, key: str) -> None:
        self.room.rub_out(key)
        self.room.return_to_way()

    def _change_or_rub_out(self, asked: str, key: str, rub_out: Callable[[], None]) -> list[Button]:
        return [
            _named(_("Change"), asked, partial(self.room.change, key)),
            _named(_("Rub it out"), asked, rub_out),
        ]

    # What the meeting is told beside the words

    def _coming(self) -> None:
        sitting = self.room.sitting
        coming = {
            TakingPart.ALL: _("You want to come to the whole meeting."),
            TakingPart.PART: _("You want to come to a part of the meeting."),
            TakingPart.NOT_THIS_TIME: _("You don’t want to come this time."),
            TakingPart.NOT_SURE: _("You are not sure yet about coming."),
        }.get(sitting.coming, "")
        who = {
            WhoSays.ME: _("You say it yourself."),
            WhoSays.CARER: self._says(self.words.carer),
            WhoSays.SOCIAL_WORKER: self._says(self.words.social_worker),
            WhoSays.SOMEONE_ELSE: self._says(sitting.who_name.strip() or _("someone else")),
        }.get(sitting.who, "")
        told = self.words.fill(_("{carer} can read this, and can tell the meeting."))
        for line, key, rub_out in ((coming, COMING, self._not_coming), (who, WHO, self._nobody_says)):
            if not line:
                continue
            card = Card()
            card.body.addWidget(PlainLabel(line, kind="strong"))
            card.body.addWidget(PlainLabel(told, kind="hint"))
            card.actions(*self._change_or_rub_out(line, key, rub_out))
            self.column.addWidget(card)

    def _not_coming(self) -> None:
        self.room.sitting.coming = TakingPart.NOT_SAID
        self.room.save()
        self.room.return_to_way()

    def _nobody_says(self) -> None:
        self.room.sitting.who, self.room.sitting.who_name = WhoSays.NOT_SAID, ""
        self.room.save()
        self.room.return_to_way()

    def _says(self, who: str) -> str:
        return capital(_("{name} says it for you.").format(name=who))


class WhoseStep(Step):
    """Whose words one answer is. The words themselves are not touched."""

    def __init__(self, room: ChildRoom, thing: Thing) -> None:
        self.thing = thing
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Whose words are these?"))
        self.column.addWidget(PlainLabel(self.thing.words, kind="strong"))
        ways = (
            WhoseWords.CHILD_SAID,
            WhoseWords.CHILD_TYPED,
            WhoseWords.CHILD_WITH_HELP,
            WhoseWords.CARER_THINKS,
        )
        child, carer = self.words.child, self.words.carer
        self.whose = Choices([(each.value, capital(each.words(child, carer))) for each in ways])
        self.whose.set_value(self.thing.whose)
        self.whose.chosen.connect(self._on_whose)
        self.column.addWidget(Field(_("Whose words"), self.whose))
        self.row(self.button(_("Back to what I said"), self.room.return_to_way, main=True))

    def _on_whose(self, whose: str) -> None:
        self.room.sitting.answer(self.thing.key).whose = WhoseWords(whose)
        self.room.save()


class EndStep(Step):
    """The last page: one line about being hurt, and two buttons. No press keeps nothing."""

    def build(self) -> None:
        told = self.room.sitting.age_set.telling
        if self.room.sitting.is_empty and not self.room.sitting.things():
            self.heading(_("There is nothing to keep"))
            self.say(_("That is fine. You can do this another day."))
            self.say(told.end_hurt, kind="strong")
            self.row(
                self.button(_("Finish"), self.room.leave, main=True),
                self.button(_("Go back"), self.room.back),
            )
            return
        self.heading(_("Keep it, or rub it out?"))
        self.say(self.words.fill(_("If you keep it, {carer} can read it.")))
        self.say(told.rubbed_out)
        if self.room.sitting.age_set.by != "cards":
            self.say(
                _(
                    "Kept words stay as they are: nobody can change them here. You can take them off your sheet "
                    "later, or add to them. If you press nothing, nothing is kept."
                )
            )
        self.say(told.end_hurt, kind="strong")
        self.row(
            self.button(_("Keep"), self.room.keep),
            self.button(_("Rub it all out"), self.room.rub_out_all),
        )
        self.row(self.button(_("Go back"), self.room.back))


def _named(words: str, about: str, do: Callable[[], object]) -> Button:
    """A small button that says to a screen reader which of several it is."""
    button = Button(words, name=f"{words}: {about}")
    button.clicked.connect(lambda _checked=False: do())
    return button
