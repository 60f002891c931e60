"""The locked page: one box, nothing private."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from carer_app.words import _
from ui.base.page import Page
from ui.base.places_outside import Forgotten, GoBackLocked
from ui.parts.text_size import TextSizeButtons
from ui.widgets.announce import announce
from ui.widgets.button import Button, Link
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

TRIES_BEFORE_A_HINT = 3
AFTER_PAINTING = 100


class UnlockPage(Page):
    """Asks for the password. A wrong one costs nothing but a moment."""

    max_width = 560
    centred = True

    def build(self) -> None:
        self._tries = 0
        around, card = self.column, Card()
        around.addWidget(card)
        self.column = card.body
        self.add_heading(_("Locked"), _("Type your password to go on."))
        self.by_itself = PlainLabel(
            _("It locked by itself, to keep what you wrote private. What was saved is safe.")
        )
        self.by_itself.hide()
        self.column.addWidget(self.by_itself)
        self.add_summary()
        self.password = Line()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("Password (three words)"), self.password)
        self.column.addWidget(self.field)
        self.hint = PlainLabel(
            _("Still not open? Look at the paper where you wrote the words, or use your way-back-in sheet."),
            kind="hint",
        )
        self.hint.hide()
        self.column.addWidget(self.hint)
        self.show_it = Tick(_("Show what I type"))
        self.column.addWidget(self.show_it)
        self.open = Button(_("Unlock"), kind="main")
        self.column.addWidget(self.open)
        self.key_store = Button(_("Open with this computer’s key store"))
        self.key_store.hide()
        self.column.addWidget(self.key_store)
        self.only_password = PlainLabel(
            _("A child had the computer. So only your password opens it now, or your way-back-in sheet."),
            kind="hint",
        )
        self.only_password.hide()
        self.column.addWidget(self.only_password)
        self.forgotten = Link(_("I have forgotten it"))
        self.column.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)
        self.go_back = Button(_("Go back to a backup"), kind="quiet")
        self.go_back.clicked.connect(self.go_to(GoBackLocked()))
        around.addWidget(WrapRow(self.go_back))
        around.addWidget(TextSizeButtons(self.house.preferences, self.house.prefer))
        self.show_it.toggled.connect(self._on_show)
        self.open.clicked.connect(self._on_unlock)
        self.password.returnPressed.connect(self._on_unlock)
        self.forgotten.clicked.connect(self.go_to(Forgotten()))
        self.key_store.clicked.connect(self._on_key_store)

    def refresh(self) -> None:
        # Reading the key file needs heavy things; the page is painted first.
        QTimer.singleShot(AFTER_PAINTING, self, self._ask_ways_in)

    def _ask_ways_in(self) -> None:
        self.house.door.once_read_in(
            lambda door: door.opening.ask_ways_in(self._show_ways_in), lambda _sentence: None
        )

    def say_it_locked_by_itself(self) -> None:
        """Nobody pressed "Lock": whoever comes back wonders where their page is."""
        self.by_itself.show()

    def _show_ways_in(self, ways: frozenset[str]) -> None:
        if self.is_there:
            closed = self.house.preferences().only_password
            self.key_store.setVisible("keyring" in ways and not closed)
            self.only_password.setVisible("keyring" in ways and closed)

    def _on_key_store(self) -> None:
        if self.open.isEnabled():
            self._say_working(_("Opening your records…"))
            failed = self._on_key_store_failed
            self.house.door.once_read_in(lambda door: door.opening.unlock_from_key_store(failed), failed)

    def _on_key_store_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.key_store)])
        self.password.setFocus()

    def _on_show(self, show: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if show else QLineEdit.EchoMode.Password)

    def _on_unlock(self) -> None:
        if not self.open.isEnabled():
            return
        if not self.password.text():
            self._say_wrong(_("Type your password."))
            return
        self.show_problems([])
        self._say_working(_("Opening your records…"))
        password, failed = self.password.text(), self._on_failed
        self.house.door.once_read_in(lambda door: door.opening.unlock(password, failed), failed)

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self._tries += 1
        self.hint.setVisible(self._tries >= TRIES_BEFORE_A_HINT)
        self.password.clear()
        self._say_wrong(sentence)
        self.password.setFocus()

    def _say_wrong(self, sentence: str) -> None:
        self.field.show_error(sentence)
        self.show_problems([(sentence, self.password)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.open.setEnabled(not text)
        if text:
            announce(self, text)
