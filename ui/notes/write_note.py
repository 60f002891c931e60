"""Write a note: a line at once, from anywhere (Ctrl+N)."""

from PySide6.QtCore import Qt

from carer_app.choices import NoteKind
from carer_app.typed_dates import say_short
from carer_app.use_cases import children, drafts, writing_notes
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.writing_notes import NewNote
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import NotesOf, WriteNote
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.hurt_line import HurtLine
from ui.parts.spelling_marks import SpellMarks
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel


class WriteNotePage(Page):
    """Half typed it is kept in the locked records already. With two children it asks whose note it is."""

    def __init__(self, house: House, place: WriteNote) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to where you were"))
        self.add_heading(_("Write a note"), _("A line is enough. You can use it at the next meeting."))
        self.add_summary()
        self.nobody = PlainLabel(_("Add a child first. Then notes can be written."))
        self.column.addWidget(self.nobody)
        self.card = Card()
        self.seen = SavedText(lambda typed: self.keep_draft("seen", typed), lines=2)
        self.seen_field = Field(_("What I saw or heard"), self.seen)
        self.whose = ChoicesAcross([])
        self.whose_field: Field | None = None
        self._options: list[tuple[str, str]] = []
        self.card.body.addWidget(self.seen_field)
        self.kind = ChoicesAcross([(kind.value, kind.words) for kind in NoteKind])
        self.kind.chosen.connect(lambda kind: self.keep_draft("kind", kind))
        self.card.body.addWidget(Field(_("What kind of note is it?"), self.kind))
        self.think = SavedText(lambda typed: self.keep_draft("think", typed), lines=2)
        think = Field(
            _("What I think about it"),
            self.think,
            hint=_("Kept apart: what you saw is one thing, what you make of it another."),
            optional=True,
        )
        self.spell_marks = [SpellMarks(box, self.records) for box in (self.seen, self.think)]
        self.day = past_day_field(self.today, about=True)
        for typed_or_picked in (self.day.changed, self.day.settled):
            typed_or_picked.connect(self._keep_day)
        self.day_field = Field(_("Day"), self.day)
        self.by = Line()
        self.by.textEdited.connect(lambda typed: self.keep_draft("by", typed))
        by = Field(_("Your initials"), self.by, hint=_("So that it is clear who noticed it."), optional=True)
        # A line is enough: what is seldom said is a press away, so that the button is in sight.
        words = _("What I think, the day, my initials")
        self.more = Opens("", think, self.day_field, by, words=words, when_open=words)
        self.card.body.addWidget(self.more)
        self.keep = Button(_("Keep this note"), kind="main")
        self.keep.clicked.connect(self._on_keep)
        self.see = Button("", kind="quiet")
        self.see.clicked.connect(self._on_see)
        self.column.addWidget(self.card)
        self.foot = Foot(self.keep, self.see)
        self.add_rail(self.foot)
        self.hurt = HurtLine(self, _("a child"))
        self.column.addWidget(self.hurt)

    def first_field(self) -> SavedText:
        """The words: one can type at once."""
        return self.seen

    def refresh(self) -> None:
        known = {row.id: row.name for row in self.records.read(children.list_children, self.today())}
        self.nobody.setVisible(not known)
        self.card.setVisible(bool(known))
        self.foot.setVisible(bool(known))
        typed = self.drafts()
        self._show_children(known, typed.get("child", ""))
        self.seen.show_stored(typed.get("seen", ""))
        self.think.show_stored(typed.get("think", ""))
        self.kind.set_value(typed.get("kind", NoteKind.HOME))
        if not self.day.entry().hasFocus():
            day = typed.get("day", "")
            if day:
                self.day.set_raw(day)
            else:
                self.day.set_value(self.today())
        by = typed.get("by", self.records.read(writing_notes.initials))
        if self.by.text() != by:
            self.by.setText(by)
        if any(typed.get(each) for each in ("think", "day", "by")):
            self.more.open(True)

    def _show_children(self, known: dict[int, str], chosen: str) -> None:
        """With one child nothing is asked; with more, nobody is guessed."""
        asked = self.child_id not in known and len(known) > 1
        options = [(str(child_id), name) for child_id, name in known.items()]
        if self.whose_field is None or options != self._options:
            if self.whose_field is not None:
                self.whose_field.hide()
                self.whose_field.deleteLater()
            self._options = options
            self.whose = ChoicesAcross(options)
            self.whose.chosen.connect(self._on_whose)
            self.whose_field = Field(_("About whom?"), self.whose)
            self.card.body.insertWidget(1, self.whose_field)
        self.whose_field.setVisible(asked)
        if asked:
            self.whose.set_value(chosen if chosen in dict(options) else "")
        elif known:
            self.whose.set_value(str(self.child_id if self.child_id in known else next(iter(known))))
        about = self.whose.value()
        self.see.setVisible(bool(about))
        if about:
            self.see.setText(_("See the notes about {child}").format(child=known[int(about)]))
            self.see.setAccessibleName(self.see.words())

    def draft_key(self, _field: str) -> DraftKey:
        """About the child it is for, as soon as that is said."""
        whose = self.whose.value()
        return self.place.key.of("child", int(whose)) if whose else self.place.key

    def _on_whose(self, child_id: str) -> None:
        self.keep_draft("child", child_id)
        self.records.change(drafts.is_about, self.draft_key("child"), announce=False)

    def _keep_day(self) -> None:
        """Today is not kept as half typed: tomorrow it would be yesterday."""
        raw = self.day.raw()
        self.keep_draft("day", "" if self.day.value() == self.today() else raw)

    def _on_keep(self) -> None:
        self.flush()
        whose = self.whose.value()
        seen, think = self.seen.text(), self.think.text()
        wrong_seen = "" if seen.strip() or think.strip() else _("Write a few words first.")
        wrong_child = "" if whose else _("Choose whom it is about.")
        wrong_day = self.day.problem() or ("" if self.day.value() else _("Type the day."))
        assert self.whose_field is not None
        for field, wrong in ((self.seen_field, wrong_seen), (self.whose_field, wrong_child)):
            if wrong:
                field.show_error(wrong)
            else:
                field.clear_error()
        problems = [
            (wrong, widget)
            for wrong, widget in ((wrong_seen, self.seen), (wrong_child, self.whose), (wrong_day, self.day))
            if wrong
        ]
        if wrong_day:
            self.more.open(True)
        if self.show_problems(problems):
            return
        day = self.day.value()
        assert day is not None
        assert whose
        new = NewNote(
            NoteKind(self.kind.value() or NoteKind.HOME), day, seen.strip(), think.strip(), self.by.text()
        )
        if self.records.change(writing_notes.add_note, int(whose), new, self.place.key):
            for box in (self.seen, self.think):
                box.clear()
                box.flush()
            self.refresh()
            self.said.emit(_("Kept, for {day}. You can write another one.").format(day=say_short(day)))
            self.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_see(self) -> None:
        about = self.whose.value()
        if about:
            self.go.emit(NotesOf(int(about)))
