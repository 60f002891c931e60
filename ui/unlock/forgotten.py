"""The password is forgotten: the way-back-in sheet, another computer, or keeping the records and starting fresh."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.errors import CodeSlip
from carer_app.jobs import way_back
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places_outside import Welcome
from ui.look import theme
from ui.parts.password_form import PasswordForm
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

SHEET, OTHER, NONE = "sheet", "other", "none"


class ForgottenPage(Page):
    """Nothing here can harm the records, however often it is tried."""

    max_width = 720
    centred = True
    steady = True

    def build(self) -> None:
        self._code = ""
        self.add_back_link(_("Back"))
        self.add_heading(_("I have forgotten my password"), _("Your records are safe. Take your time."))
        self.add_summary()
        self.have = Choices(
            [
                (SHEET, _("I have my way-back-in sheet")),
                (OTHER, _("I have a different computer that still opens")),
                (NONE, _("I have none of these")),
            ]
        )
        self.column.addWidget(Field(_("What do you have?"), self.have))
        self.sections = {SHEET: self._by_sheet(), OTHER: self._by_other(), NONE: self._by_none()}
        for section in self.sections.values():
            section.hide()
            self.column.addWidget(section)
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)
        self.have.chosen.connect(self._on_have)

    def _by_sheet(self) -> QWidget:
        section, column = _section()
        self.code = Line()
        self.code_field = Field(
            _("The code on your sheet"),
            self.code,
            hint=_("Six groups of four. Capitals, spaces and dashes make no difference."),
        )
        column.addWidget(self.code_field)
        self.check = Button(_("Check the code"), kind="main")
        column.addWidget(WrapRow(self.check))
        self.new, new = _section()
        new.addWidget(Heading(_("Choose a new password (three words)"), 2))
        new.addWidget(PlainLabel(_("The code fits. The old password stops working; your sheet still works.")))
        self.form = PasswordForm(_("New password"))
        new.addWidget(self.form)
        self.open = Button(_("Use this password and open"), kind="main")
        new.addWidget(WrapRow(self.open))
        self.new.hide()
        column.addWidget(self.new)
        self.check.clicked.connect(self._on_check)
        self.code.returnPressed.connect(self._on_check)
        self.form.entered.connect(self._on_open)
        self.open.clicked.connect(self._on_open)
        return section

    def _by_other(self) -> QWidget:
        section, column = _section()
        for words in (
            _("Open your records on that computer."),
            _("Go to Settings, then Password and ways in. Make a new way-back-in sheet there."),
            _(
                "Then make a backup there and bring it to this computer. The new sheet opens it. "
                "It does not open older copies."
            ),
        ):
            column.addWidget(PlainLabel(words))
        return section

    def _by_none(self) -> QWidget:
        section, column = _section()
        column.addWidget(Heading(_("We cannot open your records"), 2))
        for words in (
            _("We have no key to them, and neither has anybody else we know of."),
            _(
                "If you might remember later, we can put the locked records to one side and start fresh. "
                "Nothing is lost."
            ),
            _(
                "If you need what was in them, ask your social worker or the school for their copies of the PEP. "
                "They hold copies too."
            ),
        ):
            column.addWidget(PlainLabel(words))
        self.start_fresh = Button(_("Keep them and start fresh"))
        self.try_again = Button(_("Try again"))
        column.addWidget(WrapRow(self.start_fresh, self.try_again))
        self.start_fresh.clicked.connect(self._on_start_fresh)
        self.try_again.clicked.connect(self.back)
        return section

    def _on_have(self, have: str) -> None:
        self.show_problems([])
        for name, section in self.sections.items():
            section.setVisible(name == have)

    def _on_check(self) -> None:
        if not self.check.isEnabled():
            return
        self.code_field.clear_error()
        try:
            code = way_back.read_code(self.code.text())
        except CodeSlip as slip:
            self._on_no_fit(str(slip))
            return
        self.show_problems([])
        self._say_working(_("Trying the code…"))
        self.house.door.without_password.check_code(code, lambda: self._on_fits(code), self._on_no_fit)

    def _on_no_fit(self, sentence: str) -> None:
        self._say_working("")
        self.code_field.show_error(sentence)
        self.show_problems([(sentence, self.code)])
        self.code.setFocus()

    def _on_fits(self, code: str) -> None:
        self._code = code
        self._say_working("")
        self.code_field.hide()
        self.check.hide()
        self.new.show()
        self.form.password.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("The code fits. Choose a new password."))

    def _on_open(self) -> None:
        if not self.open.isEnabled() or self.show_problems(self.form.problems()):
            return
        self._say_working(_("Opening your records…"))
        self.house.door.without_password.open_by_code(self._code, self.form.value(), self._on_failed)

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.open)])  # it is nothing about the words

    def _on_start_fresh(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Start fresh?"),
            _("Your locked records get another name and stay on this computer. You begin with empty ones."),
            [(_("Keep them and start fresh"), self._put_aside)],
            _("Leave everything as it is"),
        ).open()

    def _put_aside(self) -> None:
        if self.house.door.without_password.put_aside(self._say_kept):
            self.go.emit(Welcome())

    def _say_kept(self, sentence: str) -> None:
        self.show_problems([(sentence, self.start_fresh)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.check.setEnabled(not text)
        self.open.setEnabled(not text)
        if text:
            announce(self, text)


def _section() -> tuple[QWidget, QVBoxLayout]:
    section = QWidget()
    column = QVBoxLayout(section)
    theme.space(column, gap=12, edges=(0, 0, 0, 0))
    return section, column
