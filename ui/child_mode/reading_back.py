"""The end of a sitting: all of it read back, what goes where, and then Keep or Rub it all out."""

from __future__ import annotations

from functools import partial

from carer_app.cards import drawing
from carer_app.choices import ChildMark, Door, Share, TakingPart, WhoSays, WhoseWords
from carer_app.sitting import DRAWING, Thing, capital
from carer_app.words import _
from ui.child_mode.step import Step
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PhotoView, PictureButton
from ui.widgets.read_aloud import ReadButton
from ui.widgets.text import PlainLabel


class ReadBackStep(Step):
    """Everything that was said, one thing to a card. Where nobody chooses, it stays off the sheet."""

    def build(self) -> None:
        sitting = self.room.sitting
        things = sitting.things()
        once = sitting.age_set.shared == "once"
        self.heading(_("This is what you said"))
        if not things:
            self.say(_("You did not put anything in. That is fine."))
        elif once:
            self.say(_("Shall it go on the paper for your teacher?"))
            self._share_all()
        else:
            self.say(_("Your sheet is what the meeting gets. Nothing goes on it unless you pick it."))
        if sitting.door == Door.TOGETHER and things:
            self.say(_("Grown-up: read it back now, word for word."), kind="hint")
        self.cards = [self._card(thing, once) for thing in things]
        for card in self.cards:
            self.column.addWidget(card)
        for line in self._coming():
            self.say(line)
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
        whose = PlainLabel(thing.whose.words(self.words.child, self.words.carer), kind="hint")
        card.body.addWidget(whose)
        if not once:
            shares = Choices([(each.value, each.words) for each in (Share.SHEET, Share.OFF)])
            shares.set_value(thing.share or None)
            shares.chosen.connect(partial(self._on_share, thing.key))
            card.body.addWidget(Field(_("What goes where"), shares))
            shares.setAccessibleName(_("What goes where: {asked}").format(asked=thing.asked))
        read = ReadButton(_("Read this out"), lambda: lines[1:], self.room.say, thing.asked)
        buttons = [read, self._small(_("Change"), thing, partial(self.room.change, thing.key))]
        buttons.append(self._small(_("Rub it out"), thing, partial(self._rub_out, thing.key)))
        if self.room.sitting.door == Door.TOGETHER and not picked and thing.words:
            buttons.append(
                self._small(_("Whose words?"), thing, partial(self._other_whose, thing.key, whose))
            )
        card.actions(*buttons)
        return card

    def _small(self, words: str, thing: Thing, do: partial[None]) -> Button:
        button = Button(words, name=f"{words}: {thing.asked}")
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _on_share(self, key: str, share: str) -> None:
        self.room.sitting.answer(key).share = Share(share)
        self.room.save()

    def _other_whose(self, key: str, line: PlainLabel) -> None:
        """Each press goes to the next: the child said it, typed it, said it with help, or the adult thinks so."""
        ways = [
            WhoseWords.CHILD_SAID,
            WhoseWords.CHILD_TYPED,
            WhoseWords.CHILD_WITH_HELP,
            WhoseWords.CARER_THINKS,
        ]
        said = self.room.sitting.answer(key)
        said.whose = ways[(ways.index(self.room.sitting.whose(said)) + 1) % len(ways)]
        line.setText(said.whose.words(self.words.child, self.words.carer))
        self.room.save()

    def _rub_out(self, key: str) -> None:
        self.room.rub_out(key)
        self.room.show_step(ReadBackStep)

    def _coming(self) -> list[str]:
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
        return [line for line in (coming, who) if line]

    def _says(self, who: str) -> str:
        return capital(_("{name} says it for you.").format(name=who))


class EndStep(Step):
    """The last page: one line about being hurt, and two buttons. No press keeps nothing."""

    def build(self) -> None:
        told = self.room.sitting.age_set.telling
        self.heading(_("Keep it, or rub it out?"))
        self.say(
            _("If you keep it, {carer} can read it. Nobody can change your words then.").format(
                carer=self.words.carer
            )
        )
        self.say(
            _(
                "You can take them off your sheet later, or add to them. If you press nothing, nothing is kept."
            )
        )
        self.say(_("If you rub it out, it is not saved. If you said it out loud, it was still heard."))
        self.say(told.end_hurt, kind="strong")
        self.row(
            self.button(_("Keep"), self.room.keep),
            self.button(_("Rub it all out"), self.room.rub_out_all),
        )
        self.row(self.button(_("Go back"), self.room.back))
