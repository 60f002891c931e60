"""The second page of all: may notes about a child be kept on this computer?"""

from carer_app.choices import MayKeep
from carer_app.words import _
from ui.base.page import Page
from ui.base.places_outside import ChoosePassword
from ui.parts.may_keep_form import MayKeepForm
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

WHAT_FORGET_MEANS = _(
    "Print and forget: you get ready in one sitting and print. PEP Companion keeps nothing. "
    "When you close it, it lets go of what you typed. A page may wait in your printer’s queue."
)


class MayKeepNotesPage(Page):
    """Leads to a password, or to a sitting that keeps nothing. Nothing is written down before there are records."""

    max_width = 720
    centred = True
    steady = True

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("May you keep notes about a child on this computer?"),
            _("Some fostering services do not let carers do this. Ask your supervising social worker first."),
        )
        self.add_summary()
        self.forget_words = PlainLabel(WHAT_FORGET_MEANS, "strong")
        self.go_on = Button(_("Continue"), kind="main")
        self.forget = Button(_("Print and forget"), kind="main")
        self.remind = Button(_("Go on, and remind me to ask"))
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        for later in (self.forget_words, self.forget, self.remind):
            later.hide()
        self.form = MayKeepForm(self, self._on_answer)
        buttons = WrapRow(self.go_on, self.forget, self.remind)
        for part in (self.form, self.forget_words, buttons, self.working, self.form.message):
            self.column.addWidget(part)
        self.go_on.clicked.connect(self._on_go_on)
        self.remind.clicked.connect(self._on_go_on)
        self.forget.clicked.connect(self._on_forget)

    def _on_answer(self, answer: MayKeep) -> None:
        self.forget_words.setVisible(not answer.is_yes)
        self.forget.setVisible(not answer.is_yes)
        self.go_on.setVisible(answer.is_yes)
        self.remind.setVisible(answer == MayKeep.NOT_ASKED)

    def _on_go_on(self) -> None:
        if self.form.has_problems():
            return
        stick = self.form.chosen_stick if self.form.value() == MayKeep.STICK else None
        if stick is not None and stick.has_records:
            try:
                self.house.door.keeping.begin_on_stick(stick.folder)
            except OSError:
                self.show_problems([(_("This computer could not note down where the stick is."), self.go_on)])
            return
        self.house.door.keeping.answered(self.form.keeping_answer(), stick.folder if stick else None)
        self.go.emit(ChoosePassword())

    def _on_forget(self) -> None:
        if not self.forget.isEnabled():
            return
        self._say_working(_("One moment."))
        keeping_answer = self.form.keeping_answer()
        self.house.door.once_read_in(lambda door: door.in_memory.begin(keeping_answer), self._on_failed)

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.forget)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.forget.setEnabled(not text)
        if text:
            announce(self, text)
