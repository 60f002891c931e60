"""One question on a page of its own: why it is asked, words to press, what was said last time, and ways round it."""

from functools import partial

from carer_app.choices import Aside
from carer_app.use_cases import days_since_meeting, planning, prepared_questions, preparing, writing_notes
from carer_app.use_cases.prepared_questions import AskView
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AskQuestion, PreparePart
from ui.parts.from_notes import FromDays, FromNotes
from ui.parts.kept_text import KeptText
from ui.parts.last_time import LastTimeWords
from ui.parts.meeting_rail import MeetingRail
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel


class AskPage(Page):
    """Continue leads to the next question of the same part; nothing has to be answered."""

    explains = True

    def __init__(self, house: House, place: AskQuestion) -> None:
        self.meeting_id, self.key = place.meeting_id, place.question
        super().__init__(house, place)

    def build(self) -> None:
        view = self._read()
        self._view = view
        self.back_link = self.add_back_link(_("Back"))
        self.part_title = PlainLabel(view.part_title, kind="hint")
        self.column.addWidget(self.part_title)
        self.add_heading(view.ask)
        self.why = PlainLabel(view.why)
        self.column.addWidget(self.why)
        card = Card()
        self.box = KeptText(self.records, preparing.write_answer, self.meeting_id, self.key, spelling=True)
        self.field = Field(_("In your own words"), self.box)
        self.field.setAccessibleName(view.ask)
        self.box.setAccessibleName(_("In your own words: {question}").format(question=view.ask))
        card.body.addWidget(self.field)
        self.printed = PlainLabel("", kind="hint")  # who reads the words is told with them, before Continue
        card.body.addWidget(self.printed)
        self.for_adults = Tick(_("For the adults’ sheet only"))
        self.for_adults.setVisible(view.may_be_for_adults)
        self.for_adults.toggled.connect(self._on_for_adults)
        card.body.addWidget(self.for_adults)
        self.chips = Chips(view.chips, self.box)
        self.chips.setVisible(bool(view.chips))
        card.body.addWidget(self.chips)
        self.last_time = LastTimeWords(view.ask, self.box)
        card.body.addWidget(self.last_time)
        self.from_notes = FromNotes(self._on_note)
        card.body.addWidget(self.from_notes)
        self.from_days = FromDays(lambda fact: self._add_words(fact.words))
        card.body.addWidget(self.from_days)
        self.state = PlainLabel("", kind="strong")
        card.body.addWidget(self.state)
        self.not_sure = Button(_("Not sure yet"))
        self.not_sure.clicked.connect(partial(self._on_aside, Aside.NOT_SURE))
        self.leave_out = Button(_("Leave this out"))
        self.leave_out.clicked.connect(partial(self._on_aside, Aside.LEAVE_OUT))
        self.after_all = Button(_("Print it after all"), icon="undo-2")
        self.after_all.clicked.connect(lambda: self._set(Aside.NOTHING))
        card.actions(self.not_sure, self.leave_out, self.after_all)
        self.column.addWidget(card)
        self.carry_on = Button(_("Continue"), kind="main")
        self.carry_on.clicked.connect(self._on_continue)
        self.rail = MeetingRail()
        self.rail.actions(self.carry_on)
        self.add_rail(self.rail, is_last=True)

    def refresh(self) -> None:
        self._view = view = self._read()
        self.rename(view.ask)
        self.rail.show_meeting(self.records.read(planning.meeting_facts, self.meeting_id))
        self.part_title.setText(view.part_title)
        self.why.setText(view.why)
        self.box.show_stored(view.text)
        self.last_time.show_last(view.last_time)
        self.from_notes.show_notes(self.records.read(writing_notes.notes_for, self.meeting_id, view.part))
        if self.key == days_since_meeting.ASKED_IN:
            days = self.records.read(days_since_meeting.days_since_meeting, self.meeting_id, self.today())
            self.from_days.show_facts(days)
        self.printed.setText(view.printed)
        self.for_adults.blockSignals(True)
        self.for_adults.setChecked(view.aside == Aside.ADULTS_ONLY)
        self.for_adults.blockSignals(False)
        out = view.aside == Aside.LEAVE_OUT
        self.state.setText(_state(view))
        self.state.setVisible(bool(self.state.words()))
        self.leave_out.setVisible(not out)
        self.not_sure.setVisible(not out)
        self.after_all.setVisible(out)

    def first_field(self) -> KeptText:
        """The words."""
        return self.box

    def _on_note(self, note: NoteRow) -> None:
        self._add_words(note.seen.strip())
        self.records.change(writing_notes.use_note, self.meeting_id, note.id, self.key)

    def _add_words(self, words: str) -> None:
        self.box.setFocus()
        self.box.add_words(words)
        self.box.flush()

    def _read(self) -> AskView:
        return self.records.read(prepared_questions.ask_view, self.meeting_id, self.key, self.today())

    def _on_aside(self, aside: Aside, _checked: bool = False) -> None:
        self.flush()
        self._set(aside)
        self._on_continue()

    def _on_for_adults(self, on: bool) -> None:
        self.flush()
        self._set(Aside.ADULTS_ONLY if on else Aside.NOTHING)

    def _set(self, aside: Aside) -> None:
        self.records.change(prepared_questions.set_aside, self.meeting_id, self.key, aside)

    def _on_continue(self) -> None:
        """On to the next question; after the last one, to the list of the part."""
        after = self._view.next_key
        if after is None:
            self.go.emit(PreparePart(self.meeting_id, self._view.part))
        else:
            self.go.emit(AskQuestion(self.meeting_id, after))


def _state(view: AskView) -> str:
    if view.aside == Aside.NOT_SURE:
        return _("You said: not sure yet. You can come back to it.")
    if view.aside == Aside.LEAVE_OUT:
        return _("You left this out. Nobody is told that.")
    return ""
