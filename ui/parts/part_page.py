"""What the parts of getting ready share: a way back, a why, and "I have finished this part"."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from carer_app.choices import Part, PlainQuestion
from carer_app.rough_days import from_written, written
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import GetReady, Place, PreparePart
from ui.parts.days import past_day_field
from ui.parts.kept_text import KeptText
from ui.parts.last_time import LastTimeWords
from ui.parts.meeting_rail import MeetingRail
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.chips import Chips
from ui.widgets.choice import Tick
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText
from ui.widgets.tab_order import in_reading_order, is_meant_to_be_seen
from ui.widgets.text import PlainLabel


class PartPage(Page):
    """One part of getting ready. Subclasses write `build_part` and `refresh_part`."""

    explains = True
    why = ""

    def __init__(self, house: House, place: PreparePart) -> None:
        self.meeting_id = place.meeting_id
        self.part: Part = place.part
        super().__init__(house, place)

    def build(self) -> None:
        from carer_app.use_cases import planning

        self._texts: dict[PlainQuestion, SavedText] = {}
        self._last_times: dict[PlainQuestion, LastTimeWords] = {}
        self._days: dict[PlainQuestion, DateField] = {}
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        self.child, self.pronoun = facts.child, facts.pronoun
        self.add_back_link(_("Back"))
        if over := self.over_heading():
            self.column.addWidget(PlainLabel(over, kind="hint"))
        self.add_heading(self.title(), self.intro())
        self.add_summary()
        self.build_part()
        self.rail = MeetingRail(facts)
        self.finished = Tick(_("I have finished this part"))
        self.finished.toggled.connect(self._on_finished)
        self.rail.body.addWidget(self.finished)
        self.carry_on = Button(_("Continue"), kind="main")
        self.carry_on.clicked.connect(self._on_continue)
        self.rail.actions(self.carry_on)
        self.add_rail(self.rail, is_last=True)

    def first_field(self) -> QWidget | None:
        """The first box to write in. Never a button: who types at once would press it with the first space."""
        boxes = (box for box in in_reading_order(self) if isinstance(box, QLineEdit | QPlainTextEdit))
        return next((box for box in boxes if is_meant_to_be_seen(box, self)), None)

    def _on_continue(self) -> None:
        """On, unless a day or a time cannot be read: it would be missing from the sheet unnoticed."""
        if not self.show_unread_days():
            self.go.emit(self.leads_on_to())

    def refresh(self) -> None:
        from carer_app.use_cases import planning, preparing

        state = self.records.read(preparing.getting_ready, self.meeting_id)
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        if (facts.child, facts.pronoun) != (self.child, self.pronoun):
            self.build_again()
        self.rail.show_meeting(facts)
        row = next(row for row in state.parts if row.part == self.part)
        self.finished.blockSignals(True)
        self.finished.setChecked(row.is_finished)
        self.finished.blockSignals(False)
        stored = self.records.read(preparing.answers, self.meeting_id, self.part)
        for question, text in self._texts.items():
            text.show_stored(stored.get(question, ""))
        for question in self._days:
            typed = stored.get(question, "")
            self.stored_days[question].show(from_written(typed) if typed else None)
        if self._last_times:
            before = self.records.read(preparing.answers_last_time, self.meeting_id, self.part)
            for question, last_time in self._last_times.items():
                last_time.show_last(before.get(question, ""))
        self.refresh_part()

    def title(self) -> str:
        """The heading."""
        return self.part.words(self.child)

    def over_heading(self) -> str:
        """A quiet line above the heading: of what the page is a step; empty where it is none."""
        return ""

    def leads_on_to(self) -> Place:
        """Where Continue leads."""
        return GetReady(self.meeting_id)

    def intro(self) -> str:
        """Why this part is there, under its heading."""
        return self.why.format(child=self.child, **self.pronoun.forms)

    def build_part(self) -> None:
        """The questions of this part, in reading order."""
        raise NotImplementedError

    def refresh_part(self) -> None:
        """Show what is stored beyond the plain questions."""

    def ask(
        self,
        question: PlainQuestion,
        label: str,
        hint: str = "",
        lines: int = 3,
        chips: Sequence[str] = (),
        into: QLayout | None = None,
        spelling: bool = True,
    ) -> SavedText:
        """A plain question, saved as typed. `chips` add words; what was said last time can be used again.

        `spelling` is off for a child's own words.
        """
        from carer_app.use_cases import preparing

        column = into or self.column
        text = KeptText(
            self.records, preparing.write_answer, self.meeting_id, question, lines=lines, spelling=spelling
        )
        self._texts[question] = text
        column.addWidget(Field(label, text, hint=hint))
        if chips:
            column.addWidget(Chips(chips, text))
        self._last_times[question] = last_time = LastTimeWords(label, text)
        column.addWidget(last_time)
        return text

    def ask_past_day(
        self, question: PlainQuestion, label: str, hint: str = "", into: QLayout | None = None
    ) -> DateField:
        """A day that has been, kept as the answer to a plain question."""
        from carer_app.use_cases import preparing

        box = past_day_field(self.today, about=True)
        field = Field(label, box, hint=hint)
        (into or self.column).addWidget(field)

        def save(day: date | None) -> bool:
            typed = written(day) if day else ""
            return self.records.change(preparing.write_answer, self.meeting_id, question, typed)

        StoredDay(self, question, field, box, save)
        self._days[question] = box
        return box

    def ask_box(self, question: PlainQuestion) -> SavedText:
        """The box of a plain question."""
        return self._texts[question]

    def last_time(self, question: PlainQuestion) -> LastTimeWords:
        """What was written for a question last time."""
        return self._last_times[question]

    def _on_finished(self, finished: bool) -> None:
        from carer_app.use_cases import preparing

        change = preparing.finish_part if finished else preparing.reopen_part
        self.records.change(change, self.meeting_id, self.part)
