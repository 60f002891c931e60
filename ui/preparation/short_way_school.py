"""The last three of the five questions: what is hardest, what would help, and what to ask school."""

from PySide6.QtCore import Qt

from carer_app.choices import Part
from carer_app.use_cases import preparing, short_way, writing_notes
from carer_app.use_cases.days_since_meeting import days_since_meeting
from carer_app.use_cases.short_way import AskRow
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.parts.from_notes import FromDays, FromNotes
from ui.parts.hurt_line import HurtLine
from ui.parts.kept_text import KeptText
from ui.preparation.short_way import ShortWayPage, more_line
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

VAGUE_HINT = _(
    "Easier to agree: who does what, and when. “More help” could be “ten minutes with Miss Kay on Mondays”."
)
"""What turns a vague wish into one that somebody can say yes to."""


class HardestPage(ShortWayPage):
    """What is seen, how often, and what helps."""

    def question(self) -> str:
        return _("What is hardest at school just now?")

    def why(self) -> str:
        return _("Say what you see, and leave out blame. {child} may read this too.").format(child=self.child)

    def build_question(self) -> None:
        card = Card()
        self.boxes: dict[str, KeptText] = {}
        for field, label, hint, lines in (
            ("what_we_see", _("What we see"), _("What happens, and where."), 2),
            ("how_often", _("How often"), _("For example twice a week."), 1),
            ("what_helps", _("What helps"), _("At home or at school."), 2),
        ):
            self.boxes[field] = KeptText(
                self.records, short_way.write_hardest, self.meeting_id, field, lines=lines, spelling=True
            )
            card.body.addWidget(Field(label, self.boxes[field], hint=hint))
        self.for_adults = Tick(_("For the adults’ sheet only"))
        self.for_adults.toggled.connect(
            lambda on: self.records.change(short_way.set_hardest_for_adults, self.meeting_id, on)
        )
        card.body.addWidget(self.for_adults)
        self.from_notes = FromNotes(self._on_note)
        card.body.addWidget(self.from_notes)
        self.from_days = FromDays(lambda fact: self._add_words(fact.words))
        card.body.addWidget(self.from_days)
        self.more = PlainLabel("", kind="hint")
        card.body.addWidget(self.more)
        self.nothing = Button(_("Nothing is hard just now"))
        self.nothing.clicked.connect(lambda: self.carry_on_now())
        self.other_ways_on = card.actions(self.nothing)
        self.column.addWidget(card)
        self.column.addWidget(HurtLine(self, self.child))

    def show_now_stored(self) -> None:
        now = self.now
        for field, words in (
            ("what_we_see", now.hardest),
            ("how_often", now.how_often),
            ("what_helps", now.what_helps),
        ):
            self.boxes[field].show_stored(words)
        self.for_adults.blockSignals(True)
        self.for_adults.setChecked(now.hardest_for_adults)
        self.for_adults.blockSignals(False)
        said = now.hardest.strip() or now.how_often.strip() or now.what_helps.strip()
        self.show_other_ways_on(self.other_ways_on, not said)
        self.more.setText(more_line(now.more_hard, Part.HARD_NOW.words(self.child)))
        self.more.setVisible(bool(now.more_hard))
        self.from_notes.show_notes(self.records.read(writing_notes.notes_for, self.meeting_id, Part.HARD_NOW))
        self.from_days.show_facts(self.records.read(days_since_meeting, self.meeting_id, self.today()))

    def _add_words(self, words: str) -> None:
        box = self.boxes["what_we_see"]
        box.setFocus()
        box.add_words(words)
        box.flush()

    def _on_note(self, note: NoteRow) -> None:
        self._add_words(note.seen.strip())
        self.records.change(writing_notes.use_note, self.meeting_id, note.id, writing_notes.AS_CONCERN)


class AsksPage(ShortWayPage):
    """Up to three things to ask for, and who could do each."""

    def question(self) -> str:
        return _("What would you like to happen, and who could do it?")

    def why(self) -> str:
        return _("Up to three. Ask for what somebody can say yes to.")

    def build_question(self) -> None:
        people = self.records.read(preparing.people_to_ask, self.meeting_id)
        self.cards = [_AskCard(self, number, people) for number in range(short_way.ASKS)]
        for card in self.cards:
            self.column.addWidget(card)
        self.another = Button(_("Ask for another thing"), icon="plus")
        self.another.clicked.connect(self._on_another)
        self.column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self._open = 1

    def show_now_stored(self) -> None:
        """Those with words, and the one to begin with: no other comes by itself, where Continue stands just now."""
        for number, (card, ask) in enumerate(zip(self.cards, self.now.asks, strict=True), 1):
            card.show_ask(ask)
            if ask.what.strip() or ask.who.strip():
                self._open = max(self._open, number)
        self._show_open()

    def _show_open(self) -> None:
        for number, card in enumerate(self.cards, 1):
            card.setVisible(number <= self._open)
            assert card.heading is not None
            card.heading.setVisible(self._open > 1)  # one alone needs no number
        self.another.setVisible(self._open < len(self.cards))

    def _on_another(self) -> None:
        self._open += 1
        self._show_open()
        self.cards[self._open - 1].what.setFocus()


class _AskCard(Card):
    """One thing asked for: what, and who could do it."""

    def __init__(self, page: ShortWayPage, number: int, people: list[str]) -> None:
        super().__init__((_("First"), _("Second"), _("Third"))[number])
        self.about = PlainLabel("", kind="hint")
        self.what = self._box(page, number, "we_ask_for", lines=2)
        self.who = self._box(page, number, "ask_of", lines=1)
        self.body.addWidget(self.about)
        self._add(_("What we ask for"), self.what, number)
        if not number:  # once for all, and always: nothing comes and goes between the boxes
            self.body.addWidget(PlainLabel(VAGUE_HINT, kind="hint"))
        self._add(_("Who could do it"), self.who, number)
        if people:
            self.actions(*(self._person(person, number) for person in people))

    def show_ask(self, ask: AskRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self.what.show_stored(ask.what)
        self.who.show_stored(ask.who)
        self.about.setText(_("About: {words}").format(words=" ".join(ask.about.split())))
        self.about.setVisible(bool(ask.about.strip()))

    def _box(self, page: ShortWayPage, number: int, field: str, lines: int) -> KeptText:
        own = field == "we_ask_for"
        return KeptText(
            page.records, short_way.write_ask, page.meeting_id, number, field, lines=lines, spelling=own
        )

    def _add(self, label: str, box: KeptText, number: int) -> None:
        self.body.addWidget(Field(label, box))
        box.setAccessibleName(f"{label}: {number + 1}")

    def _person(self, person: str, number: int) -> Button:
        button = Button(person, icon="plus", name=_("Add: {words}").format(words=person) + f": {number + 1}")
        button.clicked.connect(lambda: self.who.add_words(person))
        return button


class AskSchoolPage(ShortWayPage):
    """One ready question to tick, and one of the carer's own."""

    def question(self) -> str:
        return _("What do you want to ask school?")

    def why(self) -> str:
        return _("It is printed with a line for the answer.")

    def build_question(self) -> None:
        card = Card()
        self.ready = Tick(self.now.ready_question)
        self.ready.toggled.connect(
            lambda on: self.records.change(short_way.ask_ready_question, self.meeting_id, on, self.today())
        )
        card.body.addWidget(self.ready)
        self.own = KeptText(
            self.records, short_way.write_own_question, self.meeting_id, lines=2, spelling=True
        )
        card.body.addWidget(Field(_("A question of your own"), self.own))
        self.more = PlainLabel("", kind="hint")
        card.body.addWidget(self.more)
        self.column.addWidget(card)

    def show_now_stored(self) -> None:
        self.ready.blockSignals(True)
        self.ready.setText(self.now.ready_question)
        self.ready.setChecked(self.now.asks_ready_question)
        self.ready.blockSignals(False)
        self.own.show_stored(self.now.own_question)
        self.more.setText(more_line(self.now.more_questions, Part.QUESTIONS.words(self.child)))
        self.more.setVisible(bool(self.now.more_questions))
