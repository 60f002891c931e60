"""Talk to someone else: numbers and people. Nothing about this page is noted anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from carer_app.sitting import URGENT, ToTalkTo
from carer_app.typed_dates import say_day
from carer_app.words import _
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.card import Card
from ui.widgets.focus_ring import FocusRing, paint_box
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_WIDE = 1000
"""So wide a page has room for a picture beside the numbers."""
_SHARES = (9, 11)
"""Of the width of the page: the longest name with its number stands on one line."""


class TalkStep(RoomStep):
    """The numbers for danger first, then who else there is. Nobody is told by this page: it says to go to a person."""

    def __init__(self, room: ChildRoom, number: int = 0) -> None:
        self.number = number
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Talk to someone else"))
        self.say(_("This page tells nobody. If one person does not help, tell another."))
        self.cards = [self._card(each) for each in self.words.to_talk_to]
        urgent, others = ([card for card in self.cards if card.is_urgent is first] for first in (True, False))
        day = say_day(self.words.checked_on)
        people = PlainLabel(_("Or talk to {people}.").format(people=self.words.also_to_talk_to))
        changes = PlainLabel(_("Numbers as we had them on {day}. They can change.").format(day=day), "hint")
        in_pieces = self.for_the_youngest or (self.is_low and theme.current().scale <= theme.MOST)
        if self.for_the_youngest and not self.number and self.room.width() >= theme.px(_WIDE):
            self.show_picture("tell_someone")
        if not in_pieces:
            self._show(urgent, [people, *others, changes])
        elif not self.number:  # in little room the rest has a page of its own: what is for danger is whole
            self._show([*urgent, people])
            more = partial(self.room.show_step, partial(TalkStep, number=1))
            self.way("next", _("More numbers"), more)
        else:
            self._show([*others, changes])
        self.back(partial(self.room.show_step, TalkStep) if self.number else self.room.come_back)
        self.ways_row.put_beside(self.button(_("Print this"), self.room.outside.print_slip))

    def _show(self, *columns: Sequence[PlainLabel | NumberCard]) -> None:
        """One beside the other, or below where text is very big."""
        in_two = theme.current().scale <= theme.MOST
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight if in_two else QBoxLayout.Direction.TopToBottom)
        theme.space(beside, gap=8)
        theme.space(self.column, gap=4)
        for here, share in zip(columns, _SHARES, strict=False):
            part = QVBoxLayout()
            theme.space(part, gap=4)
            for each in here:
                part.addWidget(each)
                self._to_read += each.lines if isinstance(each, NumberCard) else [each]
            part.addStretch(1)
            beside.addLayout(part, share)
        self.column.addLayout(beside)

    def _card(self, each: ToTalkTo) -> NumberCard:
        told = self.room.sitting.age_set.telling
        about = told.childline if each.key == "childline" else each.about
        promise = each.promise if self.room.sitting.age_set.by != "cards" else ""
        return NumberCard(each, " ".join(part for part in (about, promise, each.hours) if part))


class NumberCard(Card):
    """One number, with what it is for. It takes the keyboard, so that Tab and a screen reader pass none of them by."""

    def __init__(self, each: ToTalkTo, about: str) -> None:
        super().__init__()
        theme.space(self.body, gap=4, edges=(12, 4, 12, 4))
        self.is_urgent = each.key in URGENT
        self.ring = FocusRing()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = _("{who}: {number}").format(who=each.who, number=each.number)
        self.lines = [PlainLabel(line, kind="strong")]
        if about:
            self.lines.append(PlainLabel(about))
        for label in self.lines:
            self.body.addWidget(label)
        self.setAccessibleName(". ".join(label.words().rstrip(".") for label in self.lines))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring.came(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring.left()
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring.shown:  # around the words, which keep their own colour
            painter, box = QPainter(self), QRectF(self.rect())
            paint_box(painter, box, None, "focus_bg", theme.px(6), radius=12)
            edge = theme.px(5)
            paint_box(painter, box.adjusted(edge, edge, -edge, -edge), None, "text", 2, radius=9)


give_role(NumberCard, QAccessible.Role.StaticText)
