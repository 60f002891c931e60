"""Just after unlocking, where the records are an older copy: what is missing, what is safe, what to do."""

from carer_app.errors import NotSaved
from carer_app.typed_dates import say_day
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import GoBack, Home
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class OlderCopyPage(Page):
    """Says so once. Whatever the carer chooses, nothing is thrown away."""

    def build(self) -> None:
        self.add_heading(_("This is an older copy of your records"))
        self.add_summary()
        self.missing = PlainLabel("", kind="strong")
        self.column.addWidget(self.missing)
        for words in (
            _(
                "It can happen when a folder is copied back, or when a memory stick or another program puts an earlier "
                "copy in place. What you see here is whole. Nothing has been changed. Your backups were not touched."
            ),
            _(
                "If you have the newest copy somewhere else, close PEP Companion and put that copy back. If not, the "
                "newest backup may have what is missing."
            ),
        ):
            self.column.addWidget(PlainLabel(words))
        self.back_up = Button(_("Look for it in the backups"), kind="main")
        self.go_on = Button(_("Go on with this copy"))
        self.column.addWidget(WrapRow(self.back_up, self.go_on))
        self.back_up.clicked.connect(self.go_to(GoBack()))
        self.go_on.clicked.connect(self._on_go_on)

    def refresh(self) -> None:
        older = self.house.door.newest_copy.older_copy()
        if older is None:
            self.missing.setText(_("It is the newest copy now."))
            return
        saves = plural("{count} change is missing.", "{count} changes are missing.", older.missing)
        if not older.in_backup:
            where = _("{saves} The last was saved on {day}.")
        elif older.missing == 1:
            where = _("{saves} It is in a backup of {day}.")
        else:
            where = _("{saves} They are in a backup of {day}.")
        self.missing.setText(where.format(saves=saves, day=say_day(older.last_on)))

    def _on_go_on(self) -> None:
        try:
            self.house.door.newest_copy.go_on()
        except NotSaved as error:
            self.show_problems([(str(error), self.go_on)])
            return
        self.go.emit(Home())
