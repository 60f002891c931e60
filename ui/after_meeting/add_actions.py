"""Writing down what was agreed: who does what, by when. Quick, because there are often six."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import Owner
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day
from carer_app.use_cases import following_up, recording_the_meeting
from carer_app.use_cases.recording_the_meeting import AgreedRow, NewAction
from carer_app.words import _
from ui import theme
from ui.page import House, Page
from ui.parts.days import day_field
from ui.places import AddActions, AfterMeeting
from ui.records import Undo
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class AddActionsPage(Page):
    """A form that empties itself for the next one, and below it what is written down already."""

    max_width = 720

    def __init__(self, house: House, place: AddActions) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(
            _("Who does what, by when"), _("Write one action, then press Enter in the date box. The next one can follow.")
        )
        self.add_summary()
        form = Card(_("Add an action"))
        self.what = Line()
        self.what_field = Field(_("What will happen"), self.what)
        self.owner = Choices([(owner.value, owner.words(self.child)) for owner in Owner])
        self.owner_field = Field(_("Who will do it"), self.owner)
        self.owner_name = Line()
        self.due = day_field(self.today)
        self.due_field = Field(
            _("By when"), self.due, hint=_("Leave it empty if nobody said a date."), optional=True
        )
        for field in (
            self.what_field,
            self.owner_field,
            Field(_("Their name"), self.owner_name, optional=True),
            self.due_field,
        ):
            form.body.addWidget(field)
        self.add = Button(_("Add this action"), kind="main", icon="plus")
        form.actions(self.add)
        self.column.addWidget(form)

        self.list = Card(_("Written down so far"))
        self.none_yet = PlainLabel(_("Nothing yet."), kind="hint")
        self.list.body.addWidget(self.none_yet)
        self.rows_column = QVBoxLayout()
        theme.space(self.rows_column, gap=12)
        self.list.body.addLayout(self.rows_column)
        self._rows: dict[int, _Row] = {}
        self.column.addWidget(self.list)
        done = Button(_("Continue"))
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.column.addWidget(WrapRow(done))

        self.what.textEdited.connect(partial(self.keep_draft, "what"))
        self.owner.chosen.connect(partial(self.keep_draft, "owner"))
        self.owner_name.textEdited.connect(partial(self.keep_draft, "owner_name"))
        self.due.changed.connect(lambda: self.keep_draft("due", self.due.raw()))
        self.due.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def refresh(self) -> None:
        typed = self.drafts()
        for box, name in ((self.what, "what"), (self.owner_name, "owner_name")):
            if box.text() != typed.get(name, ""):
                box.setText(typed.get(name, ""))
        self.owner.set_value(typed.get("owner"))
        if self.due.raw() != typed.get("due", ""):
            self.due.set_raw(typed.get("due", ""))
        self._show_rows(self.records.read(recording_the_meeting.agreed, self.meeting_id))

    def _show_rows(self, agreed: list[AgreedRow]) -> None:
        self.none_yet.setVisible(not agreed)
        here = {row.id for row in agreed}
        for action_id in [action_id for action_id in self._rows if action_id not in here]:
            self._rows.pop(action_id).deleteLater()
        for row in agreed:
            if row.id not in self._rows:
                self._rows[row.id] = _Row(self, row)
                self.rows_column.addWidget(self._rows[row.id])

    def _on_add(self) -> None:
        problems = []
        self.what_field.clear_error()
        self.owner_field.clear_error()
        self.due_field.clear_error()
        if not self.what.text().strip():
            problems.append((_("Type what will happen."), self.what_field))
        if self.owner.value() is None:
            problems.append((_("Choose who will do it."), self.owner_field))
        if self.due.problem():
            problems.append((self.due.problem(), self.due_field))
        else:
            try:
                self.records.read(recording_the_meeting.check_due_of_meeting, self.meeting_id, self.due.value())
            except NotAllowed as error:
                problems.append((str(error), self.due_field))
        for sentence, field in problems:
            field.show_error(sentence)
        if self.show_problems([(sentence, field.entry()) for sentence, field in problems]):
            return
        new = NewAction(self.what.text(), Owner(self.owner.value() or ""), self.owner_name.text(), self.due.value())
        if self.records.change(
            recording_the_meeting.add_action, self.meeting_id, new, self.today(), self.place.key
        ):
            announce(self, _("Added: {what}").format(what=new.what))
            self.what.setFocus()

    def remove(self, row: AgreedRow) -> None:
        """Take an action out, with Undo; the keyboard goes back to the form."""
        self.what.setFocus()
        self.records.change(
            following_up.remove_action,
            row.id,
            self.today(),
            undo=Undo(_("The action was taken out."), following_up.bring_action_back, (row.id,)),
        )


class _Row(WrapRow):
    def __init__(self, page: AddActionsPage, row: AgreedRow) -> None:
        by = _("by {day}").format(day=say_day(row.due_on)) if row.due_on else _("no date was said")
        words = PlainLabel(f"{row.who}: {row.what} · {by}")
        remove = Button(_("Take out"), kind="quiet", name=_("Take out: {what}").format(what=row.what))
        super().__init__(words, remove)
        remove.clicked.connect(lambda: page.remove(row))

