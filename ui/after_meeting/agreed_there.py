"""Who does what by when: what was asked for, to tick; what was agreed, to put right; and the form for one more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases import following_up, recording_the_meeting, the_same_evening
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.the_same_evening import AskedOnSheet, NotAgreed
from carer_app.words import _
from ui.after_meeting.action_form import ActionForm
from ui.base.records import Undo
from ui.look import theme
from ui.parts.action_row import AgreedWidget
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.after_meeting.after_meeting import AfterMeetingPage

SEEN_AT_ONCE = 4
"""So many actions at most are seen beneath the form in most windows."""


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
            lambda concern_id: _AskedRow(self, concern_id), self.heading, gap=8
        )
        self.asked.setAccessibleName(_("You asked for these"))
        self.rows: Rows[ActionRow] = Rows(lambda _action_id: AgreedWidget(page), self.form.what, gap=0)
        self.rows.setAccessibleName(_("What was agreed"))
        self.refused: Rows[NotAgreed] = Rows(
            lambda concern_id: _RefusedRow(self, concern_id), self.heading, gap=8
        )
        self.refused.setAccessibleName(_("Not agreed"))
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.heading, self.lead, self.asked, self.form, self.rows, self.refused):
            column.addWidget(part)

    def first_box(self) -> QWidget:
        """Where one begins: with what was asked for, or else what will happen."""
        return self.asked.first_box(0) if self.asked.ids() else self.form.what

    def fill(self, child: str) -> Iterator[None]:
        """Read what was asked for and what was agreed. Of a long list that is new the first few come before the rest:
        no more is seen at once."""
        today = self._page.today()
        asked = self._page.records.read(the_same_evening.asked_for, self._meeting_id)
        agreed = self._page.records.read(following_up.actions_of_meeting, self._meeting_id, today)
        self.lead.setVisible(bool(asked))
        self.asked.show_rows(asked)
        self.form.show_form(child, len(agreed))
        if not self.rows.ids():
            self.rows.show_rows(agreed[:SEEN_AT_ONCE])
            yield
        self.rows.show_rows(agreed)
        self.refused.show_rows(self._page.records.read(the_same_evening.not_agreed, self._meeting_id))
        yield

    def agree(self, asked: AskedOnSheet) -> bool:
        """It was agreed. Undo takes the action out again."""
        back = (self._meeting_id, asked.id, self._page.today())
        undo = Undo(self._said_of(asked), the_same_evening.take_back, back)
        return self._page.records.change(the_same_evening.agree, *back, undo=undo)

    def _said_of(self, asked: AskedOnSheet) -> str:
        held = self._page.records.read(recording_the_meeting.agreed_on, self._meeting_id, self._page.today())
        words = _("Agreed: {what}")
        if asked.by is not None and asked.by < held:
            words = _("Agreed: {what}. The day you asked for, {day}, was before the meeting. By when now?")
        return words.format(what=asked.what.rstrip("."), day=say_short(asked.by) if asked.by else "")

    def refuse(self, asked: AskedOnSheet) -> None:
        """It was not agreed; why is typed next. Undo brings it back among what was asked for."""
        back = (self._meeting_id, asked.id)
        undo = Undo(_("Not agreed: {what}").format(what=asked.what), the_same_evening.take_back_no, back)
        if self._page.records.change(the_same_evening.refuse, *back, self._page.today(), undo=undo):
            follow_reading_order(self._page)
            self.refused.focus_row(asked.id)

    def take_back_no(self, row: NotAgreed) -> None:
        """Nobody said no after all."""
        back = (self._meeting_id, row.id)
        words = _("Back among what you asked for: {what}").format(what=row.what)
        undo = Undo(words, the_same_evening.refuse, (*back, self._page.today()))
        self._page.records.change(the_same_evening.take_back_no, *back, undo=undo)

    def why_not(self, concern_id: int) -> KeptText:
        """The box for why something was not agreed."""
        return KeptText(
            self._page.records, the_same_evening.write_why_not, concern_id, lines=1, spelling=True
        )


class _AskedRow(QWidget):
    """One thing that was asked for: a tick where it was agreed, a press where it was not."""

    def __init__(self, there: AgreedThere, _concern_id: int) -> None:
        super().__init__()
        self._there = there
        self._row: AskedOnSheet | None = None
        self.tick = Tick("")
        self.tick.toggled.connect(self._on_toggled)
        self.no = Button(_("No"), kind="quiet")
        self.no.clicked.connect(self._on_no)
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.tick, self.no))

    def show_row(self, _number: int, row: AskedOnSheet) -> None:
        """What was asked for, of whom, and by when."""
        self._row = row
        by = _("by {day}").format(day=say_short(row.by)) if row.by else ""
        what, about = row.what.rstrip("."), " · ".join(part for part in (row.who, by) if part)
        words = _("{what} · {about}").format(what=what, about=about) if about else what
        if self.tick.words() != words:
            self.tick.setText(words)
            self.tick.setAccessibleName(_("Agreed: {what}").format(what=words))
            self.no.setAccessibleName(_("No, not agreed: {what}").format(what=words))
        self.tick.setChecked(False)

    def first_box(self) -> QWidget:
        """The tick."""
        return self.tick

    def _on_toggled(self, on: bool) -> None:
        if on and self._row is not None and not self._there.agree(self._row):
            self.tick.setChecked(False)

    def _on_no(self) -> None:
        if self._row is not None:
            self._there.refuse(self._row)


class _RefusedRow(QWidget):
    """One thing that was not agreed, and the box for why: the child may ask."""

    def __init__(self, there: AgreedThere, concern_id: int) -> None:
        super().__init__()
        self._there = there
        self._row: NotAgreed | None = None
        self.why = there.why_not(concern_id)
        self.field = Field("", self.why)
        self.agreed = Button(_("Take back the no"), kind="quiet")
        self.agreed.clicked.connect(self._on_take_back)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.field)
        column.addWidget(WrapRow(self.agreed))

    def show_row(self, _number: int, row: NotAgreed) -> None:
        """What it was; what is being typed is left alone."""
        self._row = row
        self.field.set_label(_("Not agreed: {what}. Why? (optional)").format(what=row.what.rstrip(".")))
        self.why.show_stored(row.because)
        self.agreed.setAccessibleName(_("Take back the no: {what}").format(what=row.what))

    def first_box(self) -> QWidget:
        """Why."""
        return self.why

    def _on_take_back(self) -> None:
        if self._row is not None:
            self.why.flush()
            self._there.take_back_no(self._row)
