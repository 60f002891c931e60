"""Talk to someone else: numbers and people. Nothing about this page is noted anywhere."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent

from carer_app.sitting import URGENT, ToTalkTo
from carer_app.typed_dates import say_day
from carer_app.words import _
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.card import Card
from ui.widgets.focus_ring import FocusRing, paint_box
from ui.widgets.text import PlainLabel


class TalkStep(RoomStep):
    """The numbers for danger first, then who else there is. Nobody is told by this page: it says to go to a person."""

    def build(self) -> None:
        self.heading(_("Talk to someone else"))
        self.say(_("This page tells nobody. If one person does not help, tell another."))
        self.cards = [self._card(each) for each in self.words.to_talk_to]
        urgent = [card for card in self.cards if card.is_urgent]
        for card in urgent:
            self.column.addWidget(card)
        self.say(_("Or talk to {people}.").format(people=self.words.also_to_talk_to))
        for card in self.cards:
            if card not in urgent:
                self.column.addWidget(card)
        self.say(
            _("Numbers as we had them on {day}. They can change.").format(day=say_day(self.words.checked_on)),
            kind="hint",
        )
        self.row_of_words(self.button(_("Print this"), self.room.outside.print_slip))
        self.back(self.room.come_back)

    def _card(self, each: ToTalkTo) -> "NumberCard":
        told = self.room.sitting.age_set.telling
        about = told.childline if each.key == "childline" else each.about
        promise = each.promise if self.room.sitting.age_set.by != "cards" else ""
        card = NumberCard(each, " ".join(part for part in (about, promise, each.hours) if part))
        self._to_read += card.lines
        return card


class NumberCard(Card):
    """One number, with what it is for. It takes the keyboard, so that Tab and a screen reader pass none of them by."""

    def __init__(self, each: ToTalkTo, about: str) -> None:
        super().__init__()
        theme.space(self.body, gap=4, edges=(16, 8, 16, 8))
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
