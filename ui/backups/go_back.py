"""Going back to a backup: choose it, read in words what would change, and only then do it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from carer_app.typed_dates import say_day, say_time
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.parts.password_form import PasswordForm
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from carer_app.jobs.going_back import Change, Opened
    from carer_app.jobs.how_backups_stand import BackupRow

SHOWN_AT_FIRST = 12


class GoBackPage(Page):
    """Works inside, and before unlocking when nothing else opens any more."""

    def build(self) -> None:
        self._place: Path | None = None
        self._looked = 0
        self._rows: list[BackupRow] = []
        self._opened: Opened | None = None
        self._choices: Choices | None = None
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Go back to a backup"),
            _("Choose one and look at what would change. Nothing changes until you press the last button."),
        )
        self.add_summary()
        self._build_where()
        self.which = Card(_("Which backup?"))
        self.none_here = PlainLabel("")
        self.more = Button(_("Show all of them"), kind="quiet")
        self.which.body.addWidget(self.none_here)
        self.which.body.addWidget(self.more)
        self.more.clicked.connect(lambda: self._show_choices(all_of_them=True))
        self.none_here.hide()  # until the folder was looked through: what is shown first must not go again
        self.more.hide()
        self.column.addWidget(self.which)
        self._build_opening()
        self._build_change()

    def refresh(self) -> None:
        any_here = self.house.door.going_back.is_any_here()
        self.here.setVisible(any_here)
        if self._place is None and any_here:
            self._look_in(self.house.door.going_back.here)
        elif self._place is None:
            self.looking.setText(
                _("Choose where the backup is: on a memory stick, in a folder, or in one file.")
            )
            self.which.hide()
        self.in_second.setVisible(self.house.door.going_back.second() is not None)

    # Where from

    def _build_where(self) -> None:
        where = Card(_("Where from?"))
        self.here = Button(_("This computer"))
        self.in_second = Button(_("The second place"))
        self.folder = Button(_("A folder or a memory stick"))
        self.file = Button(_("One file"))
        self.looking = PlainLabel("", kind="hint")
        where.actions(self.here, self.in_second, self.folder, self.file)
        where.body.addWidget(self.looking)
        self.here.clicked.connect(lambda: self._look_in(self.house.door.going_back.here))
        self.in_second.clicked.connect(self._on_second)
        self.folder.clicked.connect(
            lambda: dialogs.choose_folder(self, _("Choose the folder with the backups"), self.look_in_folder)
        )
        self.file.clicked.connect(
            lambda: dialogs.choose_file(
                self, _("Choose the backup"), _("PEP Companion backup (*.pepbackup)"), self.look_in_file
            )
        )
        self.column.addWidget(where)

    def _on_second(self) -> None:
        second = self.house.door.going_back.second()
        if second is not None:
            self._look_in(second)

    def look_in_folder(self, chosen: str) -> None:
        """The carer chose a folder: of a stick, or of another computer's records."""
        self._look_in(self.house.door.going_back.in_folder(Path(chosen)))

    def look_in_file(self, chosen: str) -> None:
        """The carer chose a backup in one file."""
        self.show_problems([])
        self._looked += 1
        self._rows = []
        self._show_choices(all_of_them=True)
        self._forget_choice()
        self.looking.setText(_("Reading the file…"))
        then = partial(self._on_taken_in, Path(chosen).name)
        self.house.door.going_back.take_in(Path(chosen), then, self._on_failed)

    def _on_taken_in(self, file: str, name: str) -> None:
        self._look_in(self.house.door.going_back.here, chosen=name, file=file)

    def _look_in(self, place: Path, chosen: str = "", file: str = "") -> None:
        self._place = place
        self._looked += 1
        self.show_problems([])
        self._forget_choice()
        # As the page opens it says at once what it will say: words that change then would move what is beneath.
        words = _("Looking in {folder}") if self.isVisible() else _("Backups in {folder}")
        self.looking.setText(words.format(folder=place))
        then = partial(self._on_rows, self._looked, place, chosen, file)
        self.house.door.going_back.rows(place, then, self._on_failed)

    def _on_rows(self, looked: int, place: Path, chosen: str, file: str, rows: "list[BackupRow]") -> None:
        if looked != self._looked:
            return  # the carer has chosen another place since
        self._rows = [row for row in rows if row.name == chosen] if file else rows
        rows = self._rows
        self.looking.setText(
            _("The backup in the file {name}").format(name=file)
            if file
            else _("Backups in {folder}").format(folder=place)
        )
        self.which.show()
        self.none_here.setText("" if rows else _("There is no backup here. Try another place."))
        self.none_here.setVisible(not rows)
        self._show_choices(all_of_them=len(rows) <= SHOWN_AT_FIRST)
        if chosen and self._choices is not None:
            self._choices.set_value(chosen)
            self._on_chosen(chosen)

    # Which one

    def _show_choices(self, all_of_them: bool) -> None:
        if self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
            self._choices = None
        rows = self._rows if all_of_them else self._rows[:SHOWN_AT_FIRST]
        self.more.setVisible(len(rows) < len(self._rows))
        if rows:
            self._choices = Choices([(row.name, _words_of(row)) for row in rows])
            self._choices.take_name(_("Which backup?"), "")
            self._choices.chosen.connect(self._on_chosen)
            self.which.body.insertWidget(1, self._choices)
            self._choices.show()
        follow_reading_order(self)

    def _on_chosen(self, name: str) -> None:
        self._opened = None
        self.change.hide()
        row = next(row for row in self._rows if row.name == name)
        knows_key = self.records.is_open and not self.records.forgets and row.opens_as_now
        self.opening.setVisible(not knows_key)
        follow_reading_order(self)
        if knows_key:
            self._look_at(self.house.door.going_back.opened_as_now())
        else:
            show_soon(self.opening)

    def _chosen(self) -> str:
        value = self._choices.value() if self._choices is not None else None
        return value or ""

    # Opening it

    def _build_opening(self) -> None:
        self.opening = Card(_("Open it"))
        self.secret = Line()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret_field = Field(
            _("Password, or the code from your way-back-in sheet"),
            self.secret,
            hint=_(
                "The one you had when this backup was made. "
                "If it does not fit and you changed it later, try the newer one."
            ),
        )
        self.show_it = Tick(_("Show what I type"))
        self.look = Button(_("Show what would change"))
        self.opening.body.addWidget(self.secret_field)
        self.opening.body.addWidget(self.show_it)
        self.opening.actions(self.look)
        self.show_it.toggled.connect(self._on_show)
        self.secret.returnPressed.connect(self._on_open)
        self.look.clicked.connect(self._on_open)
        self.column.addWidget(self.opening)
        self.opening.hide()

    def _on_show(self, show: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if show else QLineEdit.EchoMode.Password)

    def _on_open(self) -> None:
        if not self.look.isEnabled() or self._place is None or not self._chosen():
            return
        if self.show_problems([] if self.secret.text().strip() else [(_("Type it first."), self.secret)]):
            return
        self._say_busy(_("Opening the backup…"))
        self.house.door.going_back.open(
            self._place, self._chosen(), self.secret.text(), self._look_at, self._on_failed
        )

    # What would change

    def _build_change(self) -> None:
        self.busy = PlainLabel("", kind="strong")
        self.busy.hide()
        self.column.addWidget(self.busy)
        self.change = Card()
        self.to = PlainLabel("", kind="strong")
        self.lines = PlainLabel("")
        self.kept = PlainLabel("")
        self.do_it = Button(_("Go back to this backup"))
        self.password = PasswordForm(_("Choose a new password (three words)"))
        for part in (self.to, self.lines, self.kept, self.password):
            self.change.body.addWidget(part)
        self.change.body.addWidget(WrapRow(self.do_it))
        self.do_it.clicked.connect(self._on_go_back)
        self.column.addWidget(self.change)
        self.change.hide()

    def _look_at(self, opened: "Opened") -> None:
        if self._place is None or not self._chosen():
            return
        self._opened = opened
        self._say_busy(_("Reading the backup…"))
        self.house.door.going_back.what_would_change(
            self._place, self._chosen(), opened, self._on_change_known, self._on_failed
        )

    def _on_change_known(self, change: "Change") -> None:
        self._say_busy("")
        row = next((row for row in self._rows if row.name == self._chosen()), None)
        if row is None:
            return
        self.to.setText(_("You would go back to {when}.").format(when=_when(row)))
        self.lines.setText("\n".join(change.lines))
        self.kept.setText(change.kept)
        self.kept.setVisible(bool(change.kept))
        self.password.setVisible(self._opened is not None and self._opened.by_sheet)
        self.change.show()
        follow_reading_order(self)
        announce(self, f"{self.to.words()} {self.lines.words()}")
        show_soon(self.change)

    def _on_go_back(self) -> None:
        if self._place is None or self._opened is None or not self.do_it.isEnabled():
            return
        password = ""
        if self._opened.by_sheet:
            if self.show_problems(self.password.problems()):
                return
            password = self.password.value()
        self.house.door.going_back.go_back(self._place, self._chosen(), self._opened, password)

    def _on_failed(self, sentence: str) -> None:
        self._say_busy("")
        self.looking.setText("")
        shown = [button for button in (self.here, self.folder) if button.isVisible()]
        control = self.secret if self.opening.isVisible() else shown[0]
        self.show_problems([(sentence, control)])
        if control is self.secret:  # typing it again is all there is to do
            self.secret.selectAll()
            self.secret.setFocus()

    def _forget_choice(self) -> None:
        self._opened = None
        self.opening.hide()
        self.change.hide()

    def _say_busy(self, words: str) -> None:
        self.busy.setText(words)
        self.busy.setVisible(bool(words))
        self.look.setEnabled(not words)
        self.do_it.setEnabled(not words)
        if words:
            announce(self, words)


def _when(row: "BackupRow") -> str:
    return f"{say_day(row.made.date())}, {say_time(row.made.time())}"


def _words_of(row: "BackupRow") -> str:
    words = _when(row)
    if not row.is_listed:
        return _("{when}, as far as we can tell. Its list is damaged").format(when=words)
    if row.has_problem:
        return _("{when}. Problem: it will not open").format(when=words)
    if row.is_before_going_back:
        return _("{when}. Kept before going back, or from another copy").format(when=words)
    return words
