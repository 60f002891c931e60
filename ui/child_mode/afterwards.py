"""Afterwards: what came of each thing that was said, how I say it instead, and my own book. All of it is only read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carer_app.choices import Share, WhoseWords
from carer_app.sitting import BookPage, Kept
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.kept import AddStep
from ui.child_mode.said_here import picture_of
from ui.child_mode.step import RoomStep, named_button
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.picture import DrawnPicture, PhotoView
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.text import Heading, PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom
    from ui.child_mode.way import Make

_PICTURE, _LARGE_PICTURE = 75, 120
_PHOTO = 240
_AROUND_LINES, _LEAST_OF_ROOM, _ACROSS = 270, 0.4, 480
"""Bars and a heading around the lines of a page of the book; what of the room they have at least, and how wide they are
beside a drawing."""
_WROTE = "coming_someone"
"""The drawing beside words that answer no question of ours."""


class WhatHappenedStep(RoomStep):
    """You said, and what happened: one thing to a page, with its picture where pictures are wanted. For the youngest
    it is heard first."""

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.all = room.outside.what_happened()
        self.number = min(number, max(len(self.all) - 1, 0))
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("What happened") if self.for_the_youngest else _("You said, and what happened"))
        if not self.all:
            self.say(_("Nobody has written anything here yet. You can ask."))
        else:
            self._show_one(self.all[self.number])
        if self.number + 1 < len(self.all):
            after = partial(WhatHappenedStep, number=self.number + 1)
            self.way("next", _("Next"), partial(self.room.show_step, after), main=True)
        elif self.room.only_reads:
            self.way("next", _("Finish"), self.room.leave, main=True)
        for button in self.room.afterwards(but=WhatHappenedStep):
            self.ways_row.put_beside(button)
        if self.number:
            self.back(partial(self.room.show_step, partial(WhatHappenedStep, number=self.number - 1)))
        elif not self.room.only_reads:
            self.back(self.room.to_the_start)

    def where(self) -> tuple[int, int]:
        return (self.number + 1, len(self.all)) if len(self.all) > 1 else (0, 0)

    def _show_one(self, kept: Kept) -> None:
        beside, told = QHBoxLayout(), QVBoxLayout()
        theme.space(beside, gap=20)
        theme.space(told, gap=4)
        if self.room.wants_pictures:
            name = picture_of(self.room.sitting, kept.question) or _WROTE
            picture = DrawnPicture(_LARGE_PICTURE if self.for_the_youngest else _PICTURE)
            picture.show_drawing(drawing(name), "")
            beside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        lines = self._tell_of(kept, told)
        beside.addLayout(told, 1)
        self.column.addLayout(beside)
        read, change = ways_with(self.room, kept, lines, partial(WhatHappenedStep, number=self.number))
        self.row(read, change)
        if self.for_the_youngest:  # they hear it, and go on from there
            self.keys.add(read)

    def _tell_of(self, kept: Kept, into: QVBoxLayout) -> list[PlainLabel]:
        here: list[PlainLabel] = [Heading(kept.said or _("You said"), 2)]
        if kept.asked and not self.for_the_youngest:
            here.append(PlainLabel(kept.asked, "hint"))
        here += [PlainLabel(text, "strong") for text in (kept.mark, kept.words) if text]
        differently = _("I say it like this: {words}")
        here += [PlainLabel(differently.format(words=each), "strong") for each in kept.differently]
        if not self.for_the_youngest:  # it is the name of their page
            here.append(Heading(_("What happened"), 2))
        here += [PlainLabel(line) for line in kept.happened]
        for label in here:
            into.addWidget(label)
        return here


def ways_with(room: ChildRoom, kept: Kept, lines: list[PlainLabel], back: Make) -> tuple[Button, Button]:
    """To hear it, and to say it in one's own words; `back` is the page that it stands on."""
    about = kept.asked or kept.words
    read = ReadButton(_("Read it"), lambda: lines, room.say, about, NO_VOICE_HERE)
    change = partial(room.show_step, partial(NotHowStep, kept=kept, back=back))
    return read, named_button(_("That is not how I said it"), about, change)


def _lay_beside(card: Card, told: QVBoxLayout, buttons: tuple[Button, Button]) -> None:
    """The words, and beside them what can be done with them; below them where text is very big."""
    if theme.current().scale > theme.MOST:
        card.body.addLayout(told)
        card.actions(*buttons)
        return
    told.addStretch(1)
    both, column = QHBoxLayout(), QVBoxLayout()
    theme.space(both, gap=20)
    theme.space(column, gap=8)
    both.addLayout(told, 1)
    for button in buttons:
        column.addWidget(button)
    column.addStretch(1)
    both.addLayout(column)
    card.body.addLayout(both)


class WroteStep(RoomStep):
    """What the carer wrote down as words of the child, each to be put right in one's own words. What else the carer
    wrote is not shown here: it is looked at together, on the carer's side."""

    def __init__(self, room: ChildRoom, on_the_way: bool = False) -> None:
        self.on_the_way = on_the_way
        super().__init__(room)

    def build(self) -> None:
        self.heading(self.words.fill(_("What {carer} wrote")))
        rest = _("It can be printed for the meeting. You can ask {carer} to show you the rest.")
        self.say(self.words.fill(rest), kind="hint")
        here = partial(WroteStep, on_the_way=self.on_the_way)
        for kept in self.room.outside.written_for_me():
            card, told = Card(), QVBoxLayout()
            theme.space(told, gap=4)
            differently = _("I say it like this: {words}")
            lines = [PlainLabel(kept.said, "hint"), PlainLabel(kept.words, "strong")]
            lines += [PlainLabel(differently.format(words=each), "strong") for each in kept.differently]
            for line in lines:
                told.addWidget(line)
            _lay_beside(card, told, ways_with(self.room, kept, lines, here))
            self.column.addWidget(card)
        self.back(self.room.return_to_way if self.on_the_way else self.room.to_the_start)


class NotHowStep(AddStep):
    """The child's own words beside those that stand there. Both stay, and nobody is blamed."""

    asks = _("That is not how I said it")
    told = _("Your own words stand beside the old ones. {carer} can read both.")

    def say_what(self) -> str:
        return _("{carer} can read both.") if self.for_the_youngest else self.told

    def __init__(self, room: ChildRoom, kept: Kept, back: Make = WhatHappenedStep) -> None:
        self.page_before = back
        super().__init__(room, kept)

    def done(self) -> None:
        self.room.show_step(self.page_before)

    def keep(self, words: str, share: Share, whose: WhoseWords) -> bool:
        return self.room.outside.say_differently(self.kept.id, words, share, whose)


class BookStep(RoomStep):
    """My own book, a page at a time: what I said, letters, what I did, certificates and pictures."""

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.pages = _in_sight(room, room.outside.book())
        self.number = number
        super().__init__(room)

    def build(self) -> None:
        page = self.pages[self.number]
        if page.drawing and self.room.wants_pictures:
            picture = DrawnPicture(_PICTURE)
            picture.show_drawing(drawing(page.drawing), "")
            self.stage.show_beside(picture)
        if self.for_the_youngest:
            self.heading(_("My own book"))
            self.say(page.heading)
        else:
            self.heading(page.heading)
        if page.picture and (photo := self.room.outside.picture(page.picture)):
            self.middle(PhotoView(photo, page.heading, size=_PHOTO))
        for line in page.lines:  # the child's own, also where the rest is read out
            label = PlainLabel(line)
            self.middle(label)
            self._to_read.append(label)
        if self.number + 1 < len(self.pages):
            after = partial(BookStep, number=self.number + 1)
            self.way("next", _("Next"), partial(self.room.show_step, after), main=True)
        for button in self.room.afterwards(but=BookStep):
            self.ways_row.put_beside(button)
        before = partial(self.room.show_step, partial(BookStep, number=self.number - 1))
        self.back(before if self.number else self.room.to_the_start)

    def where(self) -> tuple[int, int]:
        return self.number + 1, len(self.pages)


def _in_sight(room: ChildRoom, book: Sequence[BookPage]) -> list[BookPage]:
    """The pages of the book; one that has more lines than can be seen at once goes on, on one more."""
    most = max(room.height() - theme.px(_AROUND_LINES), round(room.height() * _LEAST_OF_ROOM))
    across, made = theme.px(_ACROSS), list[BookPage]()
    for page in book:
        picture, part, used = page.picture, list[str](), theme.px(_PHOTO) if page.picture else 0
        for line in page.lines:
            high = PlainLabel(line).heightForWidth(across) + theme.gap(8)
            if part and used + high > most:
                made.append(replace(page, lines=tuple(part), picture=picture))
                picture, part, used = 0, [], 0
            part.append(line)
            used += high
        made.append(replace(page, lines=tuple(part), picture=picture))
    return made
