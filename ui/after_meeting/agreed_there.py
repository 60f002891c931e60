"""Who does what by when: what was asked for, to tick; what was agreed, to put right; and the form for one more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases import following_up, the_same_evening
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.the_same_evening import AskedOnSheet
from carer_app.words import _
from ui.after_meeting.action_form import ActionForm
from ui.base.records import Undo
from ui.look import theme
from ui.parts.action_row import AgreedWidget, due_name
from ui.parts.rows import Rows
from ui.widgets.choice import Tick
from ui.widgets.text import Heading, PlainLabel

if TYPE_CHECKING:
    from ui.after_meeting.after_meeting import AfterMeetingPage


class AgreedThere(QWidget):
    """A tick makes an action of what was asked for, with who and by when as they stand on the sheet."""

    def __init__(self, page: "AfterMeetingPage", meeting_id: int) -> None:
        super().__init__()
        self._page, self._meeting_id = page, meeting_id
        # Where the keyboard goes after the last tick: in a box, Ctrl+Z would be about its text.
        self.heading = Heading(_("1. Who does what, by when"), 2)
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.form = ActionForm(page, meeting_id)
        self.lead = PlainLabel(_("You asked for these. Agreed?"))
        self.asked: Rows[AskedOnSheet] = Rows(
            lambda concern_id: _AskedTick(self, concern_id), self.heading, gap=8
        )
        self.asked.setAccessibleName(_("You asked for these"))
        self.rows: Rows[ActionRow] = Rows(
            lambda action_id: AgreedWidget(page, action_id), self.form.what, gap=0, is_held=self._is_held
        )
        self.rows.setAccessibleName(_("What was agreed"))
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.heading, self.lead, self.asked, self.form, self.rows):
            column.addWidget(part)

    def first_box(self) -> QWidget:
        """Where one begins: with what was asked for, or else what will happen."""
        return self.asked.first_box(0) if self.asked.ids() else self.form.what

    def show_agreed(self, child: str) -> None:
        """Read what was asked for and what was agreed."""
        today = self._page.today()
        asked = self._page.records.read(the_same_evening.asked_for, self._meeting_id)
        agreed = self._page.records.read(following_up.actions_of_meeting, self._meeting_id, today)
        self.lead.setVisible(bool(asked))
        self.asked.show_rows(asked)
        self.rows.show_rows(agreed)
        self.form.show_form(child, len(agreed))

    def agree(self, asked: AskedOnSheet) -> bool:
        """It was agreed. Undo takes the action out again."""
        back = (self._meeting_id, asked.id, self._page.today())
        undo = Undo(_("Agreed: {what}").format(what=asked.what), the_same_evening.take_back, back)
        return self._page.records.change(the_same_evening.agree, *back, undo=undo)

    def _is_held(self, action_id: int) -> bool:
        return due_name(action_id) in self._page.drafts()


class _AskedTick(Tick):
    """One thing that was asked for."""

    def __init__(self, there: AgreedThere, _concern_id: int) -> None:
        super().__init__("")
        self._there = there
        self._row: AskedOnSheet | None = None
        self.toggled.connect(self._on_toggled)

    def show_row(self, _number: int, row: AskedOnSheet) -> None:
        """What was asked for, of whom, and by when."""
        self._row = row
        by = _("by {day}").format(day=say_short(row.by)) if row.by else ""
        what, about = row.what.rstrip("."), " · ".join(part for part in (row.who, by) if part)
        words = _("{what} · {about}").format(what=what, about=about) if about else what
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(_("Agreed: {what}").format(what=words))
        self.setChecked(False)

    def first_box(self) -> QWidget:
        return self

    def _on_toggled(self, on: bool) -> None:
        if on and self._row is not None and not self._there.agree(self._row):
            self.setChecked(False)
