"""Writing down what was agreed: who does what, by when. Quick, because there are often six."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import following_up, recording_the_meeting
from carer_app.use_cases.recording_the_meeting import AgreedRow
from carer_app.words import _
from ui.after_meeting.action_form import ActionForm
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AddActions, AfterMeeting
from ui.base.records import Undo
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.foot import Foot
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class AddActionsPage(Page):
    """A form that empties itself for the next one, and below it what is written down already."""

    def __init__(self, house: House, place: AddActions) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(
            _("Who does what, by when"),
            _(
                "Write one action, then press “Add this action”, or Enter in the date box. Then write the next."
            ),
        )
        self.add_summary()
        card = self.adding = Card(_("Add an action"))
        self.form = ActionForm(self, self.meeting_id)
        card.body.addWidget(self.form)
        self.column.addWidget(card)
        self.list = Card(_("Written down so far"))
        self.none_yet = PlainLabel(_("Nothing yet."), kind="hint")
        self.list.body.addWidget(self.none_yet)
        self.rows: Rows[AgreedRow] = Rows(lambda _action_id: _Row(self), self.form.what, gap=12)
        self.list.body.addWidget(self.rows)
        self.column.addWidget(self.list)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self._on_done)
        self.add_rail(Foot(done))

    def refresh(self) -> None:
        facts = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id)
        child, day = facts.child, facts.held_on or facts.planned_for
        if day is not None and self.adding.heading is not None:
            self.adding.heading.setText(_("Add an action: PEP of {day}").format(day=say_short(day)))
        agreed = self.records.read(recording_the_meeting.agreed, self.meeting_id)
        self.form.show_form(child, len(agreed))
        self.none_yet.setVisible(not agreed)
        self.rows.show_rows(agreed)
        self.removed.look()

    def remove(self, row: AgreedRow) -> None:
        """Take an action out, with Undo."""
        self.records.change(
            following_up.remove_action,
            row.id,
            self.today(),
            undo=Undo(
                _("Taken out: {what}").format(what=row.what), following_up.bring_action_back, (row.id,)
            ),
        )

    def _on_done(self) -> None:
        """What stands in the boxes is meant to be written down too."""
        if self.form.holds_one() and not self.form.add_it():
            return
        self.go.emit(AfterMeeting(self.meeting_id))


class _Row(QWidget):
    """One action that is written down, with the way to take it out."""

    def __init__(self, page: AddActionsPage) -> None:
        super().__init__()
        self._page = page
        self.words = PlainLabel("")
        self.remove = Button(_("Take out"), kind="quiet")
        self.remove.is_removal = True
        self.remove.clicked.connect(lambda: self._page.remove(self._row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrapRow(self.words, self.remove))

    def show_row(self, _number: int, row: AgreedRow) -> None:
        """Show who does what by when."""
        self._row: AgreedRow = row
        by = _("by {day}").format(day=say_day(row.due_on)) if row.due_on else _("no date was said")
        self.words.setText(f"{row.who}: {row.what} · {by}")
        self.remove.setAccessibleName(_("Take out: {what}").format(what=row.what))

    def first_box(self) -> QWidget:
        """The way to take it out."""
        return self.remove
