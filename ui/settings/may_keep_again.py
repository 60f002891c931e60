"""May I keep notes here? Asked again, changed, or answered at last for a sitting that would forget."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from carer_app.choices import MayKeep
from carer_app.use_cases import may_keep
from carer_app.use_cases.may_keep import KeepingAnswer
from carer_app.use_cases.notices import is_a_year_ago
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import ChoosePassword
from ui.base.records import Undo
from ui.parts.may_keep_form import MayKeepForm
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class MayKeepAgainPage(Page):
    """Shows what was answered. In a sitting that is in memory only, a yes leads to a password."""

    def build(self) -> None:
        self.forgets = self.records.forgets
        self.add_back_link(_("Back"))
        heading = _("Keep these notes") if self.forgets else _("May I keep notes here?")
        self.add_heading(heading)
        self.state = PlainLabel("")
        self.column.addWidget(self.state)
        self.add_summary()
        self.go_on = Button(_("Continue") if self.forgets else _("Write it down"), kind="main")
        self.remind = Button(_("Go on, and remind me to ask"))
        self.remind.hide()
        self.what_then = PlainLabel("", "strong")
        self.what_then.hide()
        self.form = MayKeepForm(self, self._on_answer, self._stick_hint())
        for part in (self.form, self.what_then, WrapRow(self.go_on, self.remind), self.form.message):
            self.column.addWidget(part)
        self._stored: KeepingAnswer | None = None
        self.go_on.clicked.connect(self._on_go_on)
        self.remind.clicked.connect(self._on_go_on)
        if self.forgets:
            self.form.begin_with(MayKeep.YES)

    def first_field(self) -> QWidget | None:
        """Whoever comes to keep a sitting after all has said yes: who said so is next."""
        return self.form.who if self.forgets and self.form.who.isVisibleTo(self) else super().first_field()

    def refresh(self) -> None:
        stored = self.records.read(may_keep.keeping_answer)
        if stored == self._stored:
            return
        self._stored = stored
        self.state.setText(
            _("Nothing is lost on the way: everything you typed is taken along.")
            if self.forgets
            else stored.words
        )
        if self.forgets:
            return
        day = stored.said_on
        if day is not None and is_a_year_ago(day, self.today()):
            day = None  # asked again, the answer has a day of its own
        self.form.show_keeping_answer(replace(stored, said_on=day))

    def _stick_hint(self) -> str:
        """What is said in place of choosing a stick, for notes that are kept already."""
        if self.forgets:
            return ""
        return _(
            "Your notes are in {folder}. If that is not the stick, ask your fostering service what to do "
            "with the notes that are here."
        ).format(folder=self.house.door.keeping.where())

    def _on_answer(self, answer: MayKeep) -> None:
        if self.forgets:
            self.go_on.setVisible(answer.is_yes)
            self.remind.setVisible(answer == MayKeep.NOT_ASKED)
        words = ""
        if answer == MayKeep.NO:
            words = (
                _("Then nothing is kept. Print what you need before you close.")
                if self.forgets
                else _(
                    "Your notes are still here, locked. Write no more for now. "
                    "Ask your fostering service how they want the notes back."
                )
            )
        self.what_then.setText(words)
        self.what_then.setVisible(bool(words))

    def _on_go_on(self) -> None:
        if self.form.has_problems():
            return
        if not self.forgets:
            self.records.change(
                may_keep.write_down,
                self.form.keeping_answer(),
                undo=Undo(_("Written down."), may_keep.write_down, (self._stored or KeepingAnswer(),)),
                then=lambda _nothing: self.back.emit(),
            )
            return
        stick = self.form.chosen_stick if self.form.value() == MayKeep.STICK else None
        if stick is not None and stick.has_records:
            sentence = _("There are other notes in that folder. Choose a stick without notes on it.")
            self.show_problems([(sentence, self.form.choose)])
            return
        self.house.door.keeping.answered(self.form.keeping_answer(), stick.folder if stick else None)
        self.go.emit(ChoosePassword())
