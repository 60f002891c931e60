"""The date calculator: two facts in, the dates and their working out. It keeps nothing and needs no records."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs import read_term_dates
from carer_app.use_cases import calculator
from carer_app.use_cases.calculator import TypedFacts
from carer_app.use_cases.checking_dates import ReadDates, ReadQuestion
from carer_app.use_cases.read_table import table_of
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import CalculatedSheet
from ui.calculator.read_years import ReadYears
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.due_date_card import WorkingCard
from ui.parts.slow_work import SlowWork
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.saved_text import SavedText
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

PASTED = "pasted"
NONE = "none"
"""The answer that takes nothing from the text."""
ALL_INSET_DAYS = 5
MOST_LINES = 12


class CalculatorPage(Page):
    """The answer is there as soon as a fact is whole."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Work out dates"),
            _("Type what you know; two days are enough. Nothing is kept: it is gone when you close this."),
        )
        self._read: ReadDates | None = None
        self._shown: TypedFacts | None = None
        self.column.addWidget(self._facts_card())
        self.column.addWidget(self._school_card())
        self.print = Button(_("Print these dates"), kind="main", icon="printer")
        self.print.clicked.connect(lambda: self.go.emit(CalculatedSheet(self.facts())))
        self.print_row = WrapRow(self.print)
        self.answer = QWidget()
        self.cards = QVBoxLayout(self.answer)
        theme.space(self.cards, gap=16, edges=(0, 0, 0, 0))
        for part in (self.print_row, self.answer):
            self.column.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._work_out)

    def refresh(self) -> None:
        self._work_out()

    def facts(self) -> TypedFacts:
        """What is typed and whole now."""
        chosen = self.school.currentData()
        return TypedFacts(
            council=self.council.currentData(),
            came_into_care=self.care.value(),
            started_school=self.started.value(),
            last_pep=self.last_pep.value(),
            birthday=self.birthday.value(),
            example="" if chosen == PASTED else chosen,
            read=self._read if chosen == PASTED else None,
            inset_known=not self.inset_unknown.isChecked(),
        )

    def _facts_card(self) -> Card:
        card = Card(_("What you know"))
        self.council = _combo(
            (_("I don’t know"), ""),
            *((name, name) for name in calculator.councils()),
            (_("Another council"), ""),
        )
        self.council.activated.connect(self._later)
        card.body.addWidget(
            Field(_("Council responsible"), self.council, hint=_("The one the social worker works for."))
        )
        self.care, self.started, self.last_pep, self.birthday = (
            day_field(self.today, "past") for _n in range(4)
        )
        for label, box in (
            (_("Came into care on"), self.care),
            (_("Started at this school on"), self.started),
            (_("Last PEP meeting"), self.last_pep),
            (_("Birthday"), self.birthday),
        ):
            field = Field(label, box)
            box.changed.connect(self._later)
            box.settled.connect(lambda field=field, box=box: _say(field, box.problem()))
            card.body.addWidget(field)
        return card

    def _school_card(self) -> Card:
        card = Card(_("School dates"))
        self.school = _combo(
            (_("I don’t have them"), ""),
            *((name, key) for key, name in calculator.examples(self.today())),
            (_("I paste them here"), PASTED),
        )
        self.school.activated.connect(self._later)
        self.text = SavedText(lambda _typed: None, lines=6)
        self.text.textChanged.connect(self._later)
        self.text_field = Field(
            _("Text with the dates"), self.text, hint=_("Copied from the school’s website.")
        )
        self.about_text = PlainLabel("", kind="hint")
        self.question: Field | None = None
        self._asked: ReadQuestion | None = None
        self._first: ReadQuestion | None = None
        self.asked = QVBoxLayout()
        self.inset_unknown = Tick(_("I don’t know the training days"))
        self.inset_unknown.toggled.connect(self._later)
        hint = _("Only some dates need them.")
        card.body.addWidget(Field(_("Dates of the school"), self.school, hint=hint))
        card.body.addWidget(self.text_field)
        self.reading = SlowWork(self.records)
        card.body.addWidget(self.reading)
        self.years = ReadYears()
        card.body.addLayout(self.asked)
        card.body.addWidget(self.about_text)
        card.body.addWidget(self.years)
        card.body.addWidget(self.inset_unknown)
        return card

    def _later(self, *_what: object) -> None:
        self._soon.start(250)

    def _work_out(self) -> None:
        pasted = self.school.currentData() == PASTED
        self.text_field.setVisible(pasted)
        self.about_text.setVisible(pasted)
        self.years.setVisible(pasted and self._read is not None and bool(self._read.periods))
        if self.question is not None:
            self.question.setVisible(pasted)
        self.inset_unknown.setVisible(bool(self.school.currentData()))
        if pasted and self.text.toPlainText().strip():
            text, today = self.text.toPlainText(), self.today()
            words = _("Reading the text. This can take a moment.")
            self.reading.run(words, partial(read_term_dates.read_text, text, today), self._on_read)
            return
        self.reading.let_go()
        if pasted:  # an emptied box holds no dates
            self._read = None
            self.about_text.setText("")
            self.years.show_years(())
        self._show()

    def _on_read(self, read: ReadDates) -> None:
        if not self.is_there:
            return
        if read.question != self._first:
            self._first = read.question
            self._ask(read.question)
        if read.question is None:
            self._take(read)
        elif self.question is None or self._answer() is None:
            self._wait()

    def _wait(self) -> None:
        self._read = None
        self.years.show_years(())
        self.about_text.setText(
            _("Nothing is taken from this text. You can put the text right.")
            if self._chosen() == NONE
            else _("No day of the school counts before you have answered.")
        )
        self._show()

    def _on_answer(self) -> None:
        """Take what was read with this answer, or ask what is still open then."""
        read = self._answer()
        if read is not None and read.question is not None:
            self._ask(read.question)
        if read is None or read.question is not None:
            self._wait()
        else:
            self._take(read)

    def _ask(self, question: ReadQuestion | None) -> None:
        """Ask the one thing that the text leaves open, or nothing (any more)."""
        self._asked = question
        if self.question is not None:
            self.asked.removeWidget(self.question)
            let_go(self.question)
            self.question = None
        if question is None:
            return
        none = _("Neither of these") if len(question.answers) == 2 else _("None of these")
        answers = [(str(place), each.words) for place, each in enumerate(question.answers)]
        choices = Choices([*answers, (NONE, none)])
        choices.chosen.connect(lambda _value: self._on_answer())
        self.question = Field(question.sentence, choices)
        self.asked.addWidget(self.question)
        self.question.show()
        follow_reading_order(self)

    def _answer(self) -> ReadDates | None:
        """What was read with the answer that is chosen; nothing where none of them is right."""
        chosen = self._chosen()
        if self._asked is None or chosen in (None, NONE):
            return None
        return self._asked.answers[int(chosen)].read

    def _chosen(self) -> str | None:
        if self.question is None:
            return None
        choices = self.question.widget
        assert isinstance(choices, Choices)
        return choices.value()

    def _take(self, read: ReadDates) -> None:
        """Count with these dates, and say what of the text was not used."""
        if read != self._read:
            self.inset_unknown.setChecked(len(read.inset_days) < ALL_INSET_DAYS)
        self._read = read
        years = table_of(read, self.today())
        looks = {each for year in years for each in year.looks}
        lines = [
            each.sentence for each in read.problems if each.kind != "unused" and each.sentence not in looks
        ]
        lines += _not_used(read)
        if len(lines) > MOST_LINES:
            left = len(lines) - MOST_LINES
            more = plural("{count} more line was not used.", "{count} more lines were not used.", left)
            lines = [*lines[:MOST_LINES], more]
        found = _("No school dates were found in this text.")
        if read.periods:
            found = _("School dates were found. Please compare them with what school says.")
        self.about_text.setText("\n".join([found, *lines]))
        self.years.show_years(years)
        self._show()

    def _show(self) -> None:
        facts = self.facts()
        if facts == self._shown:
            return
        self._shown = facts
        while (item := self.cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        known = any((facts.came_into_care, facts.started_school, facts.last_pep))
        self.print_row.setVisible(known)
        if not known:
            self.cards.addWidget(PlainLabel(_("The dates appear here."), kind="hint"))
            return
        answer = calculator.work_out(facts, self.today())
        for sentence in answer.says:
            self.cards.addWidget(PlainLabel(sentence))
        for heading, found in (
            (_("By the council’s rules"), answer.by_council),
            (_("Review"), (answer.review,) if answer.review else ()),
            (_("The same days counted three ways"), answer.three),
        ):
            if found:
                self.cards.addWidget(Heading(heading, level=2))
                for each in found:
                    self.cards.addWidget(WorkingCard(each, shows_why=True))


def _not_used(read: ReadDates) -> list[str]:
    """What was not understood, and then what was left out with its reason: lines of the text."""
    left_out = {each.line: each.reason for each in read.account if each.fate == "left_out"}
    handed_back = {each.line for each in read.account if each.fate == "handed_back"}
    asked = [line for line in read.not_understood if line in handed_back or line not in left_out]
    return [
        *(_("Not understood: {line}").format(line=line) for line in asked),
        *(
            _("Left out: {line}. {reason}").format(line=line, reason=reason)
            for line, reason in left_out.items()
            if line not in asked
        ),
    ]


def _combo(*items: tuple[str, str]) -> Combo:
    combo = Combo()
    for words, value in items:
        combo.addItem(words, value)
    return combo


def _say(field: Field, wrong: str) -> None:
    if wrong:
        field.show_error(wrong)
    else:
        field.clear_error()
