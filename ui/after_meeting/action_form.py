"""The form that writes one agreed action down and is empty for the next, because there are often six."""

from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.errors import NotAllowed
from carer_app.use_cases import clearer_actions, drafts, recording_the_meeting, term_ends
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import AddActions
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import by_when_field
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.natural_width import keep_place
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

NUDGE_MS = 1000
"""After the last key: whoever is typing is not asked yet."""


class ActionForm(QWidget):
    """What is half typed is kept under one name, on whatever page the form stands."""

    added = Signal()

    def __init__(self, page: Page, meeting_id: int) -> None:
        super().__init__()
        self._page, self._meeting_id = page, meeting_id
        self._key = AddActions(meeting_id).key
        self.said = PlainLabel("", kind="hint")
        self.what = Line()
        self.what_field = Field(_("What will happen"), self.what)
        self.nudge = PlainLabel("", kind="hint")
        self._child = ""
        self._has_just_written = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(NUDGE_MS)
        self._pause.timeout.connect(self._show_nudge)
        self.owner = ChoicesAcross([(owner.value, owner.words("")) for owner in Owner])
        self.owner_field = Field(_("Who will do it"), self.owner)
        self.due = by_when_field(page, term_ends.ends_meant_after, meeting_id)
        self.due_field = Field(_("By when"), self.due, optional=True)
        self.add = Button(_("Add this action"), icon="plus")
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        # The last of it in one row: on a small screen the button is in sight together with the boxes.
        self._at_the_end = WrapRow(self.due_field, self.add, at_bottom=True)
        # Above the boxes: there one is when the next is written, and what is below may be out of sight.
        for part in (self.said, self.what_field, self.nudge, self.owner_field, self._at_the_end):
            column.addWidget(part)
        self.what.textEdited.connect(partial(self._keep, "what"))
        self.what.textEdited.connect(self._pause.start)
        self.owner.chosen.connect(self._on_owner)
        self.due.changed.connect(self._keep_due)
        self.due.line.returnPressed.connect(self.write_it_down)
        self.add.clicked.connect(self.write_it_down)

    @cached_property
    def owner_name(self) -> Line:
        """Made, with its question, when somebody does it whose name is typed."""
        box = Line()
        box.textEdited.connect(partial(self._keep, "owner_name"))
        box.returnPressed.connect(self.write_it_down)
        return box

    @cached_property
    def _name_and_room(self) -> QWidget:
        """Beneath a day there is room for what was read, and as much beneath a name: the boxes are on one line."""
        whole = QWidget()
        below = PlainLabel("", kind="hint")
        keep_place(below)
        below.hide()
        column = QVBoxLayout(whole)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(Field(_("Their name"), self.owner_name, optional=True))
        column.addWidget(below)
        self._at_the_end.put_before(self.add, whole)
        follow_reading_order(self._at_the_end)
        return whole

    def show_form(self, child: str, written: int) -> None:
        """Show what is half typed, and how many are written down."""
        self._child = child
        self.owner.row(Owner.CHILD).setText(child)
        typed = self._page.records.read(drafts.of_place, self._key)
        self.owner.set_value(typed.get("owner"))
        self._show_name(bool(typed.get("owner_name")))
        boxes = {"what": self.what} | ({"owner_name": self.owner_name} if self._has_name_box else {})
        for name, box in boxes.items():
            if box.text() != typed.get(name, ""):
                box.setText(typed.get(name, ""))
        if self.due.raw() != typed.get("due", ""):
            self.due.set_raw(typed.get("due", ""))
        self.said.setText(_how_many(written))
        if not self._pause.isActive():
            self._show_nudge()

    def is_empty(self) -> bool:
        """Whether nothing at all stands in the boxes."""
        boxes = (self.what.text(), self.owner.value() or "", self.due.raw())
        return not any(each.strip() for each in boxes)

    def holds_one(self) -> bool:
        """Whether an action stands in the boxes that is not written down."""
        return bool(self.what.text().strip())

    def write_it_down(self) -> bool:
        """Write down what stands in the boxes, and go on with the next. False where something is missing.

        Pressed twice, as one does by mistake, it is written once, and nothing is asked.
        """
        if self._has_just_written and self.is_empty():
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if not self.add_it():
            return False
        words = _("Added: {what}").format(what=self._written)
        self.said.setText(words)
        announce(self, words)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def add_it(self) -> bool:
        """The same, and the keyboard stays where it is."""
        if self._has_problems():
            return False
        owner = Owner(self.owner.value() or "")
        name = "" if owner in (Owner.ME, Owner.CHILD) else self.owner_name.text()
        new = NewAction(self.what.text(), owner, name, self.due.value())
        self._written, self._has_just_written = new.what, True
        return self._page.records.change(
            recording_the_meeting.add_action, self._meeting_id, new, self._page.today(), self._key
        )

    def _show_nudge(self) -> None:
        nudge = clearer_actions.nudge(self.what.text(), self._child)
        self.nudge.setText(nudge)
        self.nudge.setVisible(bool(nudge))
        self.what_field.say_beside(nudge)

    def _keep_due(self) -> None:
        self._keep("due", self.due.raw())

    def _keep(self, field: str, text: str) -> None:
        self._page.records.change(drafts.keep, self._key, field, text, announce=False)

    @property
    def _has_name_box(self) -> bool:
        return "_name_and_room" in self.__dict__

    def _show_name(self, is_typed: bool = False) -> None:
        """Nobody types the name of the child or their own."""
        is_asked = self.owner.value() not in (None, Owner.ME, Owner.CHILD)
        if is_asked or is_typed or self._has_name_box:
            self._name_and_room.setVisible(is_asked)

    def _on_owner(self, owner: str) -> None:
        """Whose name is known does not have to be typed; a name that was typed stays."""
        known = self._page.records.read(recording_the_meeting.known_names, self._meeting_id)
        self._keep("owner", owner)
        self._show_name()
        if not self._has_name_box:
            return
        typed = self.owner_name.text()
        if typed in ("", *known.values()):
            self.owner_name.setText(known.get(Owner(owner), ""))
            self._keep("owner_name", self.owner_name.text())

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
        return self._page.show_problems([(sentence, field.entry()) for sentence, field in problems])

    def _too_early(self) -> str:
        check = recording_the_meeting.check_due_of_meeting
        try:
            self._page.records.read(check, self._meeting_id, self.due.value(), self._page.today())
        except NotAllowed as error:
            return str(error)
        return ""


def _how_many(count: int) -> str:
    if not count:
        return _("No action is here yet.")
    return plural("{count} action so far.", "{count} actions so far.", count)
