"""What the child kept before: to take off the sheet, and to add to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from carer_app.choices import ChildsDoor, Share, WhoseWords
from carer_app.sitting import Kept
from carer_app.typed_dates import say_short
from carer_app.words import _
from ui.child_mode.child_text import ChildText
from ui.child_mode.rubbing_out import rub_out_button
from ui.child_mode.step import RoomStep, named_button
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


class IsItYouStep(RoomStep):
    """Asked before words are shown that are nobody else's to see here: whoever sits beside would read them, too."""

    begins_on_page = True

    def build(self) -> None:
        self.heading(_("What I kept before"))
        self.say(_("Next you see your own words, also those off your sheet."))
        self.say(_("Was it you who kept them? Is anyone looking?"), kind="strong")
        self.row(self.button(_("It was me. Show them"), self.room.show_kept))
        for button in self.room.afterwards(but=IsItYouStep):
            self.ways_row.put_beside(button)
        self.back(self.room.to_the_start)


class KeptStep(RoomStep):
    """Everything kept, the newest first. Words stay as they are."""

    def build(self) -> None:
        self.heading(_("What I kept before"))
        self.say(_("You can take a thing off your sheet, so that it is not printed. You can add to it, too."))
        self.say(
            _("To have it taken out of the records, ask {worker}, or an advocate.").format(
                worker=self.words.social_worker
            ),
            kind="hint",
        )
        for each in self.room.outside.kept():
            self.column.addWidget(self._card(each))
        for button in self.room.afterwards(but=IsItYouStep):
            self.ways_row.put_beside(button)
        self.back(self.room.to_the_start)

    def _card(self, kept: Kept) -> Card:
        card = Card()
        lines = [PlainLabel(f"{kept.asked} {say_short(kept.said_on, with_year=True)}".strip(), kind="hint")]
        lines += [PlainLabel(text, kind="strong") for text in (kept.mark, kept.words, *kept.added) if text]
        lines += [
            PlainLabel(_("I say it like this: {words}").format(words=each)) for each in kept.differently
        ]
        lines += [PlainLabel(text) for text in kept.happened]
        for line in lines:
            card.body.addWidget(line)
        card.body.addWidget(PlainLabel(_where(kept), kind="hint"))
        buttons: list[Button] = [
            ReadButton(_("Read this out"), lambda: lines[1:], self.room.say, kept.asked, NO_VOICE_HERE)
        ]
        if kept.on_sheet:
            show = partial(self.room.show_step, partial(TakeOffStep, kept=kept))
            buttons.append(named_button(_("Take it off my sheet"), kept.asked, show))
        elif kept.share == Share.NOT_SAID:
            ways = ((Share.SHEET, self.room.outside.put_on), (Share.OFF, self.room.outside.take_off))
            for share, do in ways:
                buttons.append(named_button(share.words, kept.asked, partial(self._decide, do, kept.id)))
        add = partial(self.room.show_step, partial(AddStep, kept=kept))
        card.actions(*buttons, named_button(_("Add to it"), kept.asked, add))
        return card

    def _decide(self, do: Callable[[int], bool], view_id: int) -> None:
        worked = do(view_id)
        self.room.show_kept()
        if not worked:
            self.room.say(self.room.did_not_work)


class TakeOffStep(RoomStep):
    """Asked once, because it cannot be put back."""

    def __init__(self, room: ChildRoom, kept: Kept) -> None:
        self.kept = kept
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Take it off my sheet?"))
        self.column.addWidget(PlainLabel(self.kept.words or self.kept.mark, kind="strong"))
        self.say(
            _(
                "It is not printed any more. What is on paper already stays there. It stays in the records, and it "
                "cannot be put back on the sheet."
            )
        )
        self.row(self.button(_("Take it off"), self._take_off))
        self.back(self.room.show_kept)

    def _take_off(self) -> None:
        worked = self.room.outside.take_off(self.kept.id)
        self.room.show_kept()
        if not worked:
            self.room.say(self.room.did_not_work)


class AddStep(RoomStep):
    """What I want to say about this. It is kept only when one of the buttons is pressed."""

    asks = _("What I want to say about this")
    told = ""

    def __init__(self, room: ChildRoom, kept: Kept) -> None:
        self.kept = kept
        super().__init__(room)

    def done(self) -> None:
        """Where it leads from here."""
        self.room.show_kept()

    def say_what(self) -> str:
        """What is told of it."""
        return self.told

    def keep(self, words: str, share: Share, whose: WhoseWords) -> bool:
        """Keep these words."""
        return self.room.outside.add(self.kept.id, words, share, whose)

    def build(self) -> None:
        self.heading(self.asks)
        self.middle(PlainLabel(self.kept.words or self.kept.mark, kind="strong"))
        told = (self.words.fill(self.say_what()), self.room.sitting.age_set.telling.end_hurt)
        self.say(" ".join(line for line in told if line), kind="hint")
        self.text = ChildText(self._on_words, lines=1 if self.for_the_youngest else 2)
        self.text.show_stored(self.room.adding.get(self.kept.id, ""))
        self.keys.box = self.text
        ways = (WhoseWords.CHILD_TYPED, WhoseWords.CHILD_SAID)
        self.whose = Choices([(each.value, each.to_the_child(self.words.carer)) for each in ways])
        self.whose.set_value(self._by_whom())
        self.whose.take_name(_("Who wrote it down?"), "")
        alone = self.whose.value() is not None
        box = Field(_("In my words"), self.text, hint="" if alone else _("Read it back before you keep it."))
        if theme.current().scale > theme.MOST:
            self.box(box)
            self.row(self.whose)
        else:
            line = QHBoxLayout()
            theme.space(line, gap=20)
            line.addWidget(box, 3, Qt.AlignmentFlag.AlignBottom)
            line.addWidget(self.whose, 2, Qt.AlignmentFlag.AlignBottom)
            self.stage.choices.addLayout(line)
        buttons = [self.button(_("Keep it, off my sheet"), partial(self._keep, Share.OFF))]
        if self.kept.on_sheet:
            buttons.insert(0, self.button(_("Keep it, on my sheet"), partial(self._keep, Share.SHEET)))
        self.row(*buttons, rub_out_button(_("Rub it out"), self._rub_out))
        self.back(self.done)

    def _by_whom(self) -> WhoseWords | None:
        """Said beforehand of who is alone, who is not asked what can be known; it can be put right beside the box."""
        room = self.room
        alone = room.only_reads or room.sitting.door == ChildsDoor.ON_MY_OWN
        return WhoseWords.CHILD_TYPED if alone and not self.for_the_youngest else None

    def _on_words(self, words: str) -> None:
        self.room.adding[self.kept.id] = words

    def _rub_out(self) -> None:
        self.text.clear()
        self.text.flush()
        self.room.adding.pop(self.kept.id, None)
        self.done()

    def _keep(self, share: Share) -> None:
        self.text.flush()
        words, whose = self.text.text(), self.whose.value()
        if not words.strip():
            self.room.say(_("There are no words yet."))
        elif whose is None:
            self.room.say(_("Say who wrote it down, then press again."))
            self.whose.entry().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.keep(words, share, WhoseWords(whose)):
            self.room.adding.pop(self.kept.id, None)
            self.done()
        else:
            self.room.say(self.room.did_not_work)


def _where(kept: Kept) -> str:
    if kept.taken_off_on is not None:
        return _("You took this off your sheet on {day}.").format(day=say_short(kept.taken_off_on))
    if kept.share == Share.NOT_SAID:
        return _("You did not say whether this goes on your sheet. So it is not printed.")
    return _("On my sheet") if kept.on_sheet else _("Off my sheet")
