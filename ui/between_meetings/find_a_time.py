"""Finding a time: up to three days that suit home, what speaks against one, and the words to copy. Nothing is sent."""

from datetime import date, time
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import drafts, finding_a_time
from carer_app.use_cases.finding_a_time import MOST, SuitingTime
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import FindATime
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.half_typed import HalfTyped
from ui.parts.time_field import TimeField
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class FindATimePage(Page):
    """What is typed is kept until the meeting has its day."""

    def __init__(self, house: House, place: FindATime) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Find a time"), _("Put in up to three days that suit you. They become words that you can send.")
        )
        self.offer = Button(_("Show me three school days"), icon="calendar-days")
        self.offer.clicked.connect(self._on_offer)
        self.column.addWidget(WrapRow(self.offer))
        self.slots = [_SlotRow(self, number) for number in range(1, MOST + 1)]
        self.typed: list[SuitingTime] = []
        days = Card(_("Days that suit"))
        for slot in self.slots:
            days.body.addWidget(slot)
        self.column.addWidget(days)
        self.card = Card(_("The words"))
        self.to, self.words = Heading("", level=3), PlainLabel("")
        self.copy = Button(_("Copy the words"), kind="main", icon="copy")
        self.copy.clicked.connect(self._on_copy)
        for part in (self.to, self.words):
            self.card.body.addWidget(part)
        self.card.actions(self.copy)
        self.column.addWidget(self.card)
        boxes = {name: box for slot in self.slots for name, box in slot.boxes.items()}
        self.half_typed = HalfTyped(self.records, self.place.key, boxes)

    def refresh(self) -> None:
        self.half_typed.show()
        self.typed = slots = [slot.read() for slot in self.slots]
        found = self.records.read(finding_a_time.time_to_send, self.meeting_id, slots, self.today())
        for slot, said in zip(self.slots, found.said, strict=True):
            slot.say(said)
        self.to.setText(found.to)
        self.words.setText(found.words)
        self.card.setVisible(bool(found.words))

    def _on_offer(self) -> None:
        """Fills the boxes that are empty; what was typed stays."""
        days = self.records.read(finding_a_time.days_that_suit, self.meeting_id, self.today())
        there = [slot.day.value() for slot in self.slots]
        free = [slot for slot in self.slots if not slot.day.raw()]
        offered = [day for day in days if day not in there]
        if not offered:
            self.news.emit(_("No school day that we know of fits before the PEP is due."))
        changes = dict(zip((slot.name for slot in free), map(say_day, offered), strict=False))
        for name, typed in changes.items():
            self.records.change(drafts.keep, self.place.key, name, typed, announce=False)
        self.look_again()

    def on_settled(self) -> None:
        """Every box is settled when the page is left: only what is new there says something else."""
        if [slot.read() for slot in self.slots] != self.typed:
            self.look_again()

    def _on_copy(self) -> None:
        copy_for_a_minute(self.records, self.words.words())
        self.said.emit(_("Copied. Paste it within a minute. Nothing was sent."))


class _SlotRow(QWidget):
    """A day and from when, and what speaks against it."""

    def __init__(self, page: FindATimePage, number: int) -> None:
        super().__init__()
        self.name = f"day{number}"
        self.day, self.at = day_field(page.today), TimeField()
        self.boxes: dict[str, DateField] = {self.name: self.day, f"time{number}": self.at}
        self.said = PlainLabel("", kind="hint")
        day, at = Field(_("Day {number}").format(number=number), self.day), Field(_("From"), self.at)
        at.call(_("day {number}").format(number=number))
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(day, at))
        column.addWidget(self.said)
        self._field = day
        self.said.hide()
        for box in self.boxes.values():
            box.settled.connect(page.on_settled)

    def read(self) -> SuitingTime:
        """What is in it, as far as it can be read."""
        day: date | None = self.day.value()
        at = cast(time | None, self.at.value())
        return SuitingTime(day, at)

    def say(self, sentence: str) -> None:
        """What speaks against the day, where something does."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self._field.say_beside(sentence)
