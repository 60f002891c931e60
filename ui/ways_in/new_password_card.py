"""A card that asks for a new password once its button is pressed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.page import Page
from ui.look import theme
from ui.parts.password_form import PasswordForm
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class NewPasswordCard(Card):
    """`wanted` comes when what was typed can be used. The present password comes first: so nobody who finds the
    screen open can shut the carer out."""

    wanted = Signal()

    def __init__(self, page: Page, heading: str, words: str, label: str, button: str) -> None:
        super().__init__(heading)
        self._page = page
        self.body.addWidget(PlainLabel(words))
        self.begin = Button(button)
        self.body.addWidget(WrapRow(self.begin))
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.present = Line()
        self.present.setEchoMode(QLineEdit.EchoMode.Password)
        self.present_field = Field(_("Password you have now"), self.present)
        column.addWidget(self.present_field)
        self.form = PasswordForm(label)
        column.addWidget(self.form)
        self.unread = PlainLabel("")
        self.without = Tick(_("Go on without. It stays in my records, under its old lock"))
        for part in (self.unread, self.without):
            part.hide()
            column.addWidget(part)
        self.do = Button(_("Use this password"), kind="main")
        self.leave = Button(_("Leave it as it is"))
        column.addWidget(WrapRow(self.do, self.leave))
        self.inside.hide()
        self.body.addWidget(self.inside)
        self.begin.clicked.connect(self._on_begin)
        self.leave.clicked.connect(self.put_away)
        self.do.clicked.connect(self._on_do)
        self.form.entered.connect(self._on_do)

    def offer_without(self, unread: str) -> None:
        """Ask whether it is to go on without what could not be read; empty where nothing is in the way."""
        self.unread.setText(unread)
        self.without.setChecked(False)
        for part in (self.unread, self.without):
            part.setVisible(bool(unread))

    def put_away(self) -> None:
        """Forget what was typed, and close."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.inside.isAncestorOf(focused)
        self.present.clear()
        self.present_field.clear_error()
        self.form.clear()
        self.inside.hide()
        self.begin.show()
        self._page.show_problems([])
        if had_keyboard:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_begin(self) -> None:
        self._page.show_problems([])  # what was wrong before has nothing to do with this
        self.inside.show()
        self.begin.hide()
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_do(self) -> None:
        if not self.do.isEnabled():
            return
        problems: list[tuple[str, QWidget]] = []
        if not self.present.text():
            problems = [(_("Type the password you have now."), self.present)]
            self.present_field.show_error(problems[0][0])
        if not self._page.show_problems([*problems, *self.form.problems()]):
            self.wanted.emit()
