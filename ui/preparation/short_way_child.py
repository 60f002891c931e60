"""The first two of the five questions: what the child wants people to know, and what is going well."""

from typing import Any

from carer_app.choices import Part, PlainQuestion, WhoseWords
from carer_app.typed_dates import say_when
from carer_app.use_cases import hearing_the_child, preparing, short_way, writing_notes
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.parts.choices_across import ChoicesAcross
from ui.parts.from_notes import FromNotes
from ui.parts.hurt_line import HurtLine
from ui.parts.kept_text import KeptText
from ui.parts.last_time import LastTimeWords
from ui.preparation.short_way import ShortWayPage, more_line
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel


class ChildWantsPage(ShortWayPage):
    """The child's exact words, and whose they are; or that the child would rather not."""

    def question(self) -> str:
        return _("What does {child} want people to know?").format(child=self.child)

    def why(self) -> str:
        return _("It comes first on the sheet. Ask {child}, and write the words as they are said.").format(
            child=self.child
        )

    def build_question(self) -> None:
        card = Card()
        self.words = KeptText(self.records, self._write, self.meeting_id, lines=3)
        self.words_field = Field(_("{child}’s words").format(child=self.child), self.words)
        card.body.addWidget(self.words_field)
        how = _("About school. A few words are enough. Read them back to {child}.").format(child=self.child)
        self.words_field.say_beside(how)
        card.body.addWidget(PlainLabel(how, kind="hint"))  # beneath: the box is in sight at any text size
        self.more = PlainLabel("", kind="hint")
        card.body.addWidget(self.more)
        lines = self.records.read(hearing_the_child.whose_lines, self.meeting_id)
        self.whose = ChoicesAcross([(whose.value, words) for whose, words in lines.items()])
        self.whose.chosen.connect(
            lambda whose: self.records.change(short_way.set_whose_words, self.meeting_id, WhoseWords(whose))
        )
        self.whose_field = Field(_("Whose words are these?"), self.whose)
        card.body.addWidget(self.whose_field)
        self.asked = PlainLabel("", kind="hint")
        card.body.addWidget(self.asked)
        self.will_ask = Button(_("I’ll ask {child}").format(child=self.child))
        self.will_ask.clicked.connect(lambda: self.carry_on_now())
        self.rather_not = Button(_("{child} would rather not say").format(child=self.child))
        self.rather_not.clicked.connect(self._on_rather_not)
        self.other_ways_on = card.actions(self.will_ask, self.rather_not)
        self.column.addWidget(card)
        self.column.addWidget(HurtLine(self, self.child))

    def _write(self, session: Any, meeting_id: int, words: str) -> None:
        """Whose they are may be chosen before there are words: the question stands still while one types."""
        whose = WhoseWords(self.whose.value() or WhoseWords.CHILD_SAID)
        short_way.write_child_says(session, meeting_id, self.today(), words, whose)

    def show_now_stored(self) -> None:
        now = self.now
        self.words.show_stored(now.child_says)
        has_words = bool(now.child_says.strip())
        if has_words or self.whose.value() is None:
            self.whose.set_value(now.whose_words)
        self.more.setText(more_line(now.more_said, Part.CHILD_SAYS.words(self.child)))
        self.more.setVisible(bool(now.more_said))
        self.show_other_ways_on(self.other_ways_on, not has_words)
        self.asked.setVisible(now.asked_on is not None and not has_words)
        if now.asked_on is not None:
            self.asked.setText(
                _("Asked {when}. That is fine: the sheet says that {child} chose not to add words.").format(
                    when=say_when(now.asked_on, with_year=True), child=self.child
                )
            )

    def _on_rather_not(self) -> None:
        self.records.change(short_way.rather_not, self.meeting_id, self.today())
        self.carry_on_now()


class GoingWellPage(ShortWayPage):
    """Three boxes; one thing is enough."""

    def question(self) -> str:
        return _("What is going well?")

    def why(self) -> str:
        return _("One thing is enough. Small things count.")

    def build_question(self) -> None:
        card = Card()
        labels = {
            PlainQuestion.WELL_AT_SCHOOL: _("At school"),
            PlainQuestion.WELL_AT_HOME: _("At home"),
            PlainQuestion.WELL_OUT_OF_SCHOOL: _("Out of school"),
        }
        self.boxes: dict[PlainQuestion, KeptText] = {}
        self.last_times: dict[PlainQuestion, LastTimeWords] = {}
        for question in short_way.WELL:
            box = KeptText(
                self.records, preparing.write_answer, self.meeting_id, question, lines=2, spelling=True
            )
            self.boxes[question] = box
            card.body.addWidget(Field(labels[question], box))
            self.last_times[question] = LastTimeWords(labels[question], box)
            card.body.addWidget(self.last_times[question])
        self.from_notes = FromNotes(self._on_note)
        card.body.addWidget(self.from_notes)
        self.column.addWidget(card)

    def show_now_stored(self) -> None:
        before = self.records.read(preparing.answers_last_time, self.meeting_id, Part.GOING_WELL)
        for question, box in self.boxes.items():
            box.show_stored(self.now.well[question])
            self.last_times[question].show_last(before.get(question, ""))
        self.from_notes.show_notes(
            self.records.read(writing_notes.notes_for, self.meeting_id, Part.GOING_WELL)
        )

    def _on_note(self, note: NoteRow) -> None:
        """Into the first box that is empty, or else the first of all."""
        empty = (question for question, each in self.boxes.items() if not each.text().strip())
        question = next(empty, PlainQuestion.WELL_AT_SCHOOL)
        box = self.boxes[question]
        box.setFocus()
        box.add_words(note.seen.strip())
        box.flush()
        self.records.change(writing_notes.use_note, self.meeting_id, note.id, question)
