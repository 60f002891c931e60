"""Recently taken out: everything that was removed in the last days, each with its way back."""

from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import removed
from carer_app.use_cases.removed import RemovedRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import PlainLabel


class RecentlyRemovedPage(Page):
    """One row for each thing, the newest first."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Recently taken out"))
        self.how = PlainLabel(
            _("What was taken out in the last {days} days. Put it back, and it is as it was.").format(
                days=removed.DAYS
            )
        )
        self.column.addWidget(self.how)
        self.nothing = EmptyState(
            "undo-2", _("Nothing was taken out in the last {days} days.").format(days=removed.DAYS)
        )
        self.column.addWidget(self.nothing)
        self.rows: Rows[RemovedRow] = Rows(lambda _removed_id: _Removed(self), self, gap=12)
        self.column.addWidget(self.rows)
        never = _("What a child kept in their own part is never here: nobody can take that out.")
        self.column.addWidget(PlainLabel(never, kind="hint"))
        self.older = PlainLabel(
            _(
                "What was taken out before that is not shown here. It is still in your locked records, "
                "and in backups from before it was taken out."
            ),
            kind="hint",
        )
        self.older.setVisible(not self.records.forgets)
        self.column.addWidget(self.older)

    def refresh(self) -> None:
        rows = self.records.read(removed.removed, self.today())
        self.nothing.setVisible(not rows)
        self.how.setVisible(bool(rows))
        self.rows.show_rows(rows)

    def put_back(self, row: RemovedRow) -> None:
        """It is as it was; Undo removes it again."""
        words = _("Put back: {what}").format(what=row.what)
        undo = Undo(words, removed.remove_again, (row.id, row.removed_on))
        swaps = not removed.can_be_removed_again(row.id)
        if (
            self.records.change(removed.put_back, row.id, self.today(), undo=None if swaps else undo)
            and swaps
        ):
            self.said.emit(words)


class _Removed(Card):
    """One removed thing."""

    def __init__(self, page: RecentlyRemovedPage) -> None:
        super().__init__()
        self._page = page
        self._row: RemovedRow | None = None
        self.what = PlainLabel("", kind="strong")
        self.about = PlainLabel("", kind="hint")
        self.body.addWidget(self.what)
        self.body.addWidget(self.about)
        self.back = Button(_("Put it back"), icon="undo-2")
        self.back.clicked.connect(self._on_back)
        self.actions(self.back)

    def show_row(self, _number: int, row: RemovedRow) -> None:
        self._row = row
        self.what.setText(row.what)
        when = (
            _("taken out today")
            if row.removed_on == self._page.today()
            else _("taken out on {day}").format(day=say_day(row.removed_on))
        )
        self.about.setText(f"{row.about} · {when}")
        self.back.setAccessibleName(_("Put it back: {what}").format(what=row.what))

    def first_box(self) -> QWidget:
        return self.back

    def _on_back(self) -> None:
        if self._row is not None:
            self._page.put_back(self._row)
