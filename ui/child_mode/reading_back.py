"""The end of a sitting: all of it read back, and what goes where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from carer_app.choices import ChildsDoor, Share, TakingPart, WhoSays, WhoseWords
from carer_app.sitting import COMING, DRAWING, WHO, Thing, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.step import RoomStep, named_button
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.picture import PhotoView, PictureButton
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


class ReadBackStep(RoomStep):
    """Everything that was said, one thing to a card. Where nobody chooses, it stays off the sheet."""

    def build(self) -> None:
        sitting = self.room.sitting
        things = sitting.things()
        once = sitting.age_set.shared == "once"
        self.heading(_("This is what you said"))
        if sitting.is_empty and not things:
            self.say(_("You did not put anything in. That is fine."))
        elif things and not once:
            self.say(
                _("Everybody at the meeting can read your sheet. No words go on it unless you pick them.")
            )
            self.say(self.words.fill(_("What is off your sheet {carer} can still read.")), kind="hint")
        if sitting.door == ChildsDoor.TOGETHER and things:
            self.say(_("Grown-up: read it back now, word for word."), kind="hint")
        for thing in things:
            self.column.addWidget(self._card(thing, once))
        self._coming()
        if things and once:  # under the words that it is about
            self.say(
                _("Shall the grown-ups at the {meeting} see it?").format(meeting=sitting.age_set.meeting)
            )
            self.column.addWidget(ShareAll(self.room))
        self.ways_on()

    def _card(self, thing: Thing, once: bool) -> Card:
        card = Card()
        theme.space(card.body, gap=4, edges=(16, 8, 16, 8))
        whose = capital(thing.whose.words(self.words.child, self.words.carer))
        card.body.addWidget(PlainLabel(f"{thing.asked} ({whose})", kind="hint"))
        lines = said_lines(thing)
        for line in lines:
            card.body.addWidget(line)
        if thing.key == DRAWING and self.room.photo:
            card.body.addWidget(PhotoView(self.room.photo, _("Your picture"), size=160))
        row: list[QWidget] = []
        if not once:
            row.append(shares_of(self.room, thing))
        row.append(ReadButton(_("Read this out"), lambda: lines, self.room.say, thing.asked, NO_VOICE_HERE))
        row += self._change_or_rub_out(thing.asked, thing.key, partial(self._rub_out, thing.key))
        if self.room.sitting.door == ChildsDoor.TOGETHER and not thing.picked and thing.words:
            show = partial(self.room.show_step, partial(WhoseStep, thing=thing))
            row.append(named_button(_("Whose words?"), thing.asked, show))
        card.actions(*row)
        return card

    def _rub_out(self, key: str) -> None:
        self.room.rub_out(key)
        self.room.return_to_way()

    def _change_or_rub_out(self, asked: str, key: str, rub_out: Callable[[], None]) -> list[Button]:
        return [
            named_button(_("Change"), asked, partial(self.room.change, key)),
            named_button(_("Rub it out"), asked, rub_out),
        ]

    # What the meeting is told beside the words

    def _coming(self) -> None:
        sitting, meeting = self.room.sitting, self.room.sitting.age_set.meeting
        hello = _("You want to come and say hello.")
        coming = {
            TakingPart.ALL: _("You want to come to the whole meeting."),
            TakingPart.PART: hello
            if sitting.age_set.by == "cards"
            else _("You want to come to a part of the meeting."),
            TakingPart.NOT_THIS_TIME: _("You don’t want to come this time."),
            TakingPart.NOT_SURE: _("You are not sure yet about coming."),
        }.get(sitting.coming, "")
        who = {
            WhoSays.ME: _("You want to say it yourself."),
            WhoSays.CARER: self._says(self.words.carer),
            WhoSays.SOCIAL_WORKER: self._says(self.words.social_worker),
            WhoSays.SOMEONE_ELSE: self._says(sitting.who_name.strip() or _("someone else")),
        }.get(sitting.who, "")
        told = _("{carer} can read this, and can tell them at the {meeting}.").replace("{meeting}", meeting)
        told = self.words.fill(told)
        for line, key, rub_out in ((coming, COMING, self._not_coming), (who, WHO, self._nobody_says)):
            if not line:
                continue
            card = Card()
            theme.space(card.body, gap=4, edges=(16, 8, 16, 8))
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
        return _("You want {name} to say it for you.").format(name=who)


def said_lines(thing: Thing) -> list[PlainLabel]:
    """What was chosen, and the exact words."""
    chosen = _("Chose: {words}").format(words=thing.chosen) if thing.chosen else ""
    words = _("Chose: {words}").format(words=thing.words) if thing.picked else thing.words
    return [PlainLabel(text, kind="strong") for text in (thing.mark.words, chosen, words) if text]


def shares_of(room: ChildRoom, thing: Thing, then: Callable[[], None] | None = None) -> Choices:
    """On the sheet or off it, for one thing."""

    def on_share(share: str) -> None:
        room.sitting.decide(thing.key, Share(share))
        room.save()
        if then is not None:
            then()

    shares = Choices([(each.value, each.words) for each in (Share.SHEET, Share.OFF)], across=True)
    shares.set_value(thing.share or None)
    shares.chosen.connect(on_share)
    shares.setAccessibleName(_("What goes where: {asked}").format(asked=thing.asked))
    return shares


class ShareAll(WrapRow):
    """On the sheet or off it, for everything at once, with pictures: for the youngest."""

    def __init__(self, room: ChildRoom, then: Callable[[], None] | None = None) -> None:
        self._room, self._then = room, then
        super().__init__()
        self._shares: dict[Share, PictureButton] = {}
        for share, name in ((Share.SHEET, "on_my_sheet"), (Share.OFF, "off_my_sheet")):
            button = PictureButton(share.words, drawing(name), stays=True)
            button.show_chosen(room.sitting.share_all == share)
            button.chosen.connect(partial(self._on_chosen, share))
            self._shares[share] = button
            self.add(button)

    def _on_chosen(self, share: Share, chosen: bool) -> None:
        self._room.sitting.share_all = share if chosen else Share.NOT_SAID
        for other, button in self._shares.items():
            button.show_chosen(chosen and other == share)
        self._room.save()
        if self._then is not None:
            self._then()


class WhoseStep(RoomStep):
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
        self.way("next", _("Back to what I said"), self.room.return_to_way, main=True)

    def _on_whose(self, whose: str) -> None:
        self.room.sitting.answer(self.thing.key).whose = WhoseWords(whose)
        self.room.save()
