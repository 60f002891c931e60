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
        self.column.addWidget(self.feedback)
        self.suggest = Button(_("Suggest three words"), icon="refresh-cw")
        self.column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide_it = Tick(_("Hide what I type"))
        self.column.addWidget(self.hide_it)
        self.column.addWidget(
            PlainLabel(
                _(
                    "Write the words on paper and keep it safe at home, away from this computer. "
                    "There is no other way in yet: if the words are lost, nobody can open your records."
                ),
                kind="strong",
            )
        )
        self.make = Button(_("Use this password"), kind="main")
        self.column.addWidget(WrapRow(self.make))
        self.working = PlainLabel("", kind="hint")
        self.column.addWidget(self.working)

        self.password.textChanged.connect(self._on_typed)
        self.password.returnPressed.connect(self._on_make)
        self.suggest.clicked.connect(self._on_suggest)
        self.hide_it.toggled.connect(self._on_hide)
        self.make.clicked.connect(self._on_make)

    def _on_typed(self, password: str) -> None:
        if not password:
            self.feedback.setText("")
        else:
            self.feedback.setText(what_is_wrong(password) or _("Good. This is strong enough."))

    def _on_suggest(self) -> None:
        self.password.setText(suggest_words())
        announce(self, _("Suggested: {words}").format(words=self.password.text()))
        self.password.setFocus()

    def _on_hide(self, hide: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)

    def _on_make(self) -> None:
        wrong = what_is_wrong(self.password.text())
        if self.show_problems([(wrong, self.password)] if wrong else []):
            return
        self._say_working(_("Making your locked records. This takes a moment."))
        self.house.door.create(self.password.text(), self._on_failed)

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.password)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.make.setEnabled(not text)
        if text:
            announce(self, text)
