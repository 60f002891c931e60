"""Writing down what was agreed: who does what, by when. Quick, because there are often six."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day
from carer_app.use_cases import following_up, recording_the_meeting
from carer_app.use_cases.recording_the_meeting import AgreedRow, NewAction
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AddActions, AfterMeeting
from ui.base.records import Undo
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
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
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(
            _("Who does what, by when"),
            _(
                "Write one action, then press “Add this action”, or Enter in the date box. Then write the next."
            ),
        )
        self.add_summary()
        self._build_form()
        self.list = Card(_("Written down so far"))
        self.none_yet = PlainLabel(_("Nothing yet."), kind="hint")
        self.list.body.addWidget(self.none_yet)
        self.rows: Rows[AgreedRow] = Rows(lambda _action_id: _Row(self), self.what, gap=12)
        self.list.body.addWidget(self.rows)
        self.column.addWidget(self.list)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)
        done = Button(_("Continue"))
        done.clicked.connect(self._on_done)
        self.column.addWidget(WrapRow(done))

    def _build_form(self) -> None:
        form = Card(_("Add an action"))
        # Above the boxes: there one is when the next is written, and what is below may be out of sight.
        self.added = PlainLabel("", kind="hint")
        form.body.addWidget(self.added)
        self.what = Line()
        self.what_field = Field(_("What will happen"), self.what)
        self.owner = ChoicesAcross([(owner.value, owner.words("")) for owner in Owner])
        self.owner_field = Field(_("Who will do it"), self.owner)
        self.owner_name = Line()
        self.due = day_field(self.today)
        self.due_field = Field(
            _("By when"), self.due, hint=_("Leave it empty if nobody said a date."), optional=True
        )
        name_field = Field(_("Their name"), self.owner_name, optional=True)
        for field in (self.what_field, self.owner_field, name_field, self.due_field):
            form.body.addWidget(field)
        self.add = Button(_("Add this action"), kind="main", icon="plus")
        form.actions(self.add)
        self.column.addWidget(form)
        self.what.textEdited.connect(partial(self.keep_draft, "what"))
        self.owner.chosen.connect(self._on_owner)
        self.owner_name.textEdited.connect(partial(self.keep_draft, "owner_name"))
        self.due.changed.connect(lambda: self.keep_draft("due", self.due.raw()))
        self.due.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def refresh(self) -> None:
        child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.owner.row(Owner.CHILD).setText(child)
        typed = self.drafts()
        for box, name in ((self.what, "what"), (self.owner_name, "owner_name")):
            if box.text() != typed.get(name, ""):
                box.setText(typed.get(name, ""))
        self.owner.set_value(typed.get("owner"))
        if self.due.raw() != typed.get("due", ""):
            self.due.set_raw(typed.get("due", ""))
        agreed = self.records.read(recording_the_meeting.agreed, self.meeting_id)
        self.none_yet.setVisible(not agreed)
        self.added.setText(self._how_many(len(agreed)))
        self.rows.show_rows(agreed)
        self.removed.look()

    @staticmethod
    def _how_many(count: int) -> str:
        if not count:
            return _("No action is here yet.")
        return plural(
            "{count} action is written down so far.", "{count} actions are written down so far.", count
        )

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

    def _on_owner(self, owner: str) -> None:
        """Whose name is known does not have to be typed; a name that was typed stays."""
        known = self.records.read(recording_the_meeting.known_names, self.meeting_id)
        typed = self.owner_name.text()
        self.keep_draft("owner", owner)
        if typed in ("", *known.values()):
            self.owner_name.setText(known.get(Owner(owner), ""))
            self.keep_draft("owner_name", self.owner_name.text())

    def _on_done(self) -> None:
        """What stands in the boxes is meant to be written down too."""
        if self.what.text().strip() and not self._add():
            return
        self.go.emit(AfterMeeting(self.meeting_id))

    def _on_add(self) -> None:
        if self._add():
            words = _("Added: {what}").format(what=self._written)
            self.added.setText(words)
            announce(self, words)
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> bool:
        if self._has_problems():
            return False
        due = self.due.value()
        new = NewAction(self.what.text(), Owner(self.owner.value() or ""), self.owner_name.text(), due)
        self._written = new.what
        return self.records.change(
            recording_the_meeting.add_action, self.meeting_id, new, self.today(), self.place.key
        )

    def _has_problems(self) -> bool:
        problems = []
        if not self.what.text().strip():
            problems.append((_("Type what will happen."), self.what_field))
        if self.owner.value() is None:
            problems.append((_("Choose who will do it."), self.owner_field))
        if wrong_day := self.due.problem() or self._too_early():
            problems.append((wrong_day, self.due_field))
        for field in (self.what_field, self.owner_field, self.due_field):
            field.clear_error()
        for sentence, field in problems:
            field.show_error(sentence)
        return self.show_problems([(sentence, field.entry()) for sentence, field in problems])

    def _too_early(self) -> str:
        check = recording_the_meeting.check_due_of_meeting
        try:
            self.records.read(check, self.meeting_id, self.due.value(), self.today())
        except NotAllowed as error:
            return str(error)
        return ""


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
