"""Choosing the password: three words, shown, with help to think of them."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from carer_app.words import _
from resources import path
from ui.page import Page
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

FEWEST_LETTERS = 12
WORDS_SUGGESTED = 3


def suggest_words() -> str:
    """Three words picked by chance from the shipped list, with a safe source of chance."""
    words = path("words/three_words.txt").read_text(encoding="utf-8").split()
    return " ".join(secrets.choice(words) for _word in range(WORDS_SUGGESTED))


def what_is_wrong(password: str) -> str:
    """What to change about a password, in words; empty where it is strong enough."""
    if not password.strip():
        return _("Type three words, or let us suggest them.")
    words = password.split()
    if len(words) < WORDS_SUGGESTED and len(password) < 2 * FEWEST_LETTERS:
        return _("Too short. Use three words.")
    if len("".join(words)) < FEWEST_LETTERS:
        return _("Too short. Use longer words.")
    if len({word.casefold() for word in words}) < min(len(words), WORDS_SUGGESTED):
        return _("That one is easy to guess. Use three different words.")
    return ""


class ChoosePasswordPage(Page):
    """Makes the records, once a strong enough password is typed."""

    max_width = 720
    centred = True

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Choose a password (three words)"))
        self.add_summary()
        self.column.addWidget(
            PlainLabel(
                _(
                    "Use three words that do not go together, such as: kettle river button. "
                    "Do not use names of children or pets."
                )
            )
        )
        self.password = Line()
        self.field = Field(
            _("Password"),
            self.password,
            hint=_("You can see what you type, so look who is near. Capital letters make no difference."),
        )
        self.column.addWidget(self.field)
        self.feedback = PlainLabel("", kind="hint")
        self.feedback.hide()
        self.column.addWidget(self.feedback)
        self.suggest = Button(_("Suggest three words"), icon="refresh-cw")
        self.column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide_it = Tick(_("Hide what I type"))
        self.column.addWidget(self.hide_it)
        self.again = Line()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again_field = Field(
            _("Type the password again"),
            self.again,
            hint=_("You cannot see it, so this finds a slip of the finger."),
        )
        self.again_field.hide()
        self.column.addWidget(self.again_field)
        self.column.addWidget(
            PlainLabel(
                _(
                    "Write the words on paper and keep it safe at home, away from this computer. "
                    "There is no other way in: if the words are lost, nobody can open your records."
                ),
                kind="strong",
            )
        )
        self.make = Button(_("Use this password"), kind="main")
        self.column.addWidget(WrapRow(self.make))
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)

        self.password.textChanged.connect(self._on_typed)
        self.password.returnPressed.connect(self._on_make)
        self.again.returnPressed.connect(self._on_make)
        self.suggest.clicked.connect(self._on_suggest)
        self.hide_it.toggled.connect(self._on_hide)
        self.make.clicked.connect(self._on_make)

    def _on_typed(self, password: str) -> None:
        self.feedback.setVisible(bool(password))
        wrong = what_is_wrong(password)
        self.feedback.setText(wrong or _("Good. This is strong enough."))
        if not wrong:
            self.field.clear_error()
            self.show_problems([])

    def _on_suggest(self) -> None:
        self.hide_it.setChecked(False)
        self.password.setText(suggest_words())
        announce(self, _("Suggested: {words}").format(words=self.password.text()))
        self.password.setFocus()

    def _on_hide(self, hide: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)
        self.again.clear()
        self.again_field.clear_error()
        self.again_field.setVisible(hide)

    def _on_make(self) -> None:
        if not self.make.isEnabled() or self._has_problems():
            return
        self._say_working(_("Making your locked records. This takes a moment."))
        self.house.door.create(self.password.text(), self._on_failed)

    def _has_problems(self) -> bool:
        wrong = what_is_wrong(self.password.text())
        problems = [(wrong, self.field)] if wrong else []
        if not wrong and self.hide_it.isChecked() and self.again.text() != self.password.text():
            self.again.clear()
            problems = [(_("The two are not the same. Type the password again."), self.again_field)]
        for field in (self.field, self.again_field):
            field.clear_error()
        for sentence, field in problems:
            field.show_error(sentence)
        return self.show_problems([(sentence, field.entry()) for sentence, field in problems])

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.password)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.make.setEnabled(not text)
        if text:
            announce(self, text)
