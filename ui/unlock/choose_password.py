"""Choosing the first password."""

from carer_app.words import _
from ui.base.page import Page
from ui.parts.password_form import PasswordForm
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ChoosePasswordPage(Page):
    """Makes the records, once a strong enough password is typed."""

    max_width = 720
    centred = True
    steady = True

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Choose a password (three words)"))
        self.add_summary()
        self.form = PasswordForm(_("Password"))
        self.column.addWidget(self.form)
        self.column.addWidget(
            PlainLabel(
                _(
                    "Write the words on paper and keep it safe at home, away from this computer. "
                    "Next you can make a way-back-in sheet, for the day you forget them. "
                    "Without the words or the sheet, nobody can open your records. We have no key."
                ),
                kind="strong",
            )
        )
        self.make = Button(_("Use this password"), kind="main")
        self.column.addWidget(WrapRow(self.make))
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)

        self.form.entered.connect(self._on_make)
        self.make.clicked.connect(self._on_make)

    def _on_make(self) -> None:
        if not self.make.isEnabled() or self.show_problems(self.form.problems()):
            return
        self._say_working(_("Making your locked records. This takes a moment."))
        password, failed = self.form.value(), self._on_failed
        self.house.door.once_read_in(lambda door: door.new_records.create(password, failed), failed)

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.make)])  # it is nothing about the words

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.make.setEnabled(not text)
        if text:
            announce(self, text)
