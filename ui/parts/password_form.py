"""Choosing a password: three words, shown, with help to think of them."""

import secrets

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from carer_app.words import _
from resources import path
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.natural_width import keep_place
from ui.widgets.text import PlainLabel

FEWEST_LETTERS = 12
WORDS_SUGGESTED = 3
PAUSE_MS = 1000
"""So long nobody typed: each key cuts short what a screen reader is saying."""
EXAMPLE = "violin pepper cloud"
"""Everybody has read it."""


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
    if {word.casefold().strip(",.") for word in words} == set(EXAMPLE.split()):
        return _("That is the example. Use three other words.")
    if len({word.casefold() for word in words}) < min(len(words), WORDS_SUGGESTED):
        return _("That one is easy to guess. Use three different words.")
    return ""


_SEEN = _("You can see what you type, so look who is near. Capital letters make no difference.")
_HIDDEN = _("Capital letters make no difference.")


class PasswordForm(QWidget):
    """The box for a new password, and how strong it is. `entered` comes with the Enter key."""

    entered = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(
            PlainLabel(
                _(
                    "Use three words that do not go together, such as: violin pepper cloud. "
                    "Do not use names of children or pets."
                )
            )
        )
        self.password = Line()
        self.field = Field(
            label,
            self.password,
            hint=_SEEN,
        )
        self.feedback = PlainLabel("", kind="hint")
        keep_place(self.feedback)
        self.feedback.hide()
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.suggest = Button(_("Suggest three words"), icon="refresh-cw")
        self.hide_it = Tick(_("Hide what I type"))
        self.again = Line()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again_field = Field(
            _("Type the password again"),
            self.again,
            hint=_("You cannot see it, so this finds a slip of the finger."),
        )
        self.again_field.hide()
        column.addWidget(self.field)
        column.addWidget(self.feedback)
        column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.hide_it)
        column.addWidget(self.again_field)
        self.password.textChanged.connect(self._on_typed)
        self.password.returnPressed.connect(self.entered)
        self.again.returnPressed.connect(self.entered)
        self.suggest.clicked.connect(self._on_suggest)
        self.hide_it.toggled.connect(self._on_hide)

    def value(self) -> str:
        """What was typed."""
        return self.password.text()

    def clear(self) -> None:
        """Nothing is typed any more."""
        self.password.clear()
        self.again.clear()

    def problems(self) -> list[tuple[str, QWidget]]:
        """What is wrong with it, said beside its box too; nothing where it can be used."""
        wrong = what_is_wrong(self.value())
        problems = [(wrong, self.field)] if wrong else []
        if not wrong and self.hide_it.isChecked() and self.again.text() != self.value():
            self.again.clear()
            problems = [(_("The two are not the same. Type the password again."), self.again_field)]
        for field in (self.field, self.again_field):
            field.clear_error()
        if wrong:
            self.feedback.hide()  # beside the box it stands as its error, and at the top of the page
            self.field.say_beside("")
        for sentence, field in problems:
            field.show_error(sentence)
        return [(sentence, field.entry()) for sentence, field in problems]

    def _on_typed(self, password: str) -> None:
        self.feedback.setVisible(bool(password))
        wrong = what_is_wrong(password)
        self.feedback.setText(wrong or _("Good. This is strong enough."))
        self.field.say_beside(self.feedback.words() if password else "")
        self._pause.start()
        if not wrong:
            self.field.clear_error()

    def _tell(self) -> None:
        """Say aloud what stands under the box, where it has become something else."""
        told = "" if self.feedback.isHidden() else self.feedback.words()
        if told and told != self._told and self.isVisible():
            announce(self, told)
        self._told = told

    def _on_suggest(self) -> None:
        self.hide_it.setChecked(False)
        self.password.setText(suggest_words())
        announce(self, _("Suggested: {words}").format(words=self.value()))
        self.password.setFocus()

    def _on_hide(self, hide: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password if hide else QLineEdit.EchoMode.Normal)
        self.field.set_hint(_HIDDEN if hide else _SEEN)
        self.again.clear()
        self.again_field.clear_error()
        self.again_field.setVisible(hide)
