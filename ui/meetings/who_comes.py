"""Who comes to the meeting."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Coming, Invited, Role
from carer_app.use_cases import new_worker, planning
from carer_app.use_cases.planning import AttendeeRow
from carer_app.words import _
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.parts.part_page import PartPage
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

ROLES = tuple(role for role in Role if role not in (Role.CHILD, Role.CARER))
"""Whom one adds by hand; the child and the carer are put down by themselves. A second carer is "Someone else"."""


class WhoComesPage(PartPage):
    """The people known to the child, whether each is coming, and room for more."""

    why = _("Knowing who will be there helps {child}. Ask the social worker or school if you are not sure.")

    def build_part(self) -> None:
        self.add_summary()
        family = Card(_("Family"))
        family.body.addWidget(
            PlainLabel(
                _(
                    "Will anyone from {child}’s family be there? Ask the social worker before you tell {child}."
                ).format(child=self.child)
            )
        )
        self.column.addWidget(family)
        self.name = Line()
        self.rows: Rows[AttendeeRow] = Rows(self._make_row, self.name, table="attendee")
        self.none_yet = PlainLabel(_("Nobody is on the list. Add the first person here."), kind="hint")
        self.usual = Card(_("Usually there"))
        self.usual_people = PlainLabel("")
        self.put_down = Button(_("Put them on the list"), kind="main", icon="users")
        self.put_down.clicked.connect(self._on_put_down)
        self.usual.body.addWidget(self.usual_people)
        self.usual.actions(self.put_down)
        self.column.addWidget(self.usual)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none_yet)
        self.column.addWidget(self._add_form())

    def refresh_part(self) -> None:
        people = self.records.read(planning.attendees, self.meeting_id)
        self.rows.show_rows(people)
        usual = [] if people else self.records.read(planning.usually_there, self.meeting_id)
        self.usual_people.setText("\n".join(usual))
        self.usual.setVisible(bool(usual))
        self.none_yet.setVisible(not people)
        typed = self.drafts()
        if self.name.text() != typed.get("name", ""):
            self.name.setText(typed.get("name", ""))
        self.role.setCurrentIndex(max(0, self.role.findData(typed.get("role", Role.TEACHER.value))))

    def set_coming(self, attendee_id: int, coming: str) -> None:
        self.records.change(planning.set_coming, attendee_id, Coming(coming))

    def has_left(self, row: AttendeeRow, new_name: str) -> None:
        """Somebody else does this now. The list and the child's record have the new name."""
        child_id = self.records.read(planning.meeting_facts, self.meeting_id).child_id
        known = self.records.read(new_worker.open_with_worker, child_id)
        if row.role == Role.SOCIAL_WORKER and known.name == row.name:
            self._worker_changed(child_id, row.name, new_name)
            return
        if self.records.change(planning.has_left, row.id, new_name):
            self.said.emit(
                _("{name} is on the list now.").format(name=new_name)
                if new_name
                else _("The name is taken off. Put the new one here when you know it.")
            )

    def _on_put_down(self) -> None:
        """Only now is anything stored: to look at the page is no act."""
        self.records.change(planning.suggest_attendees, self.meeting_id)
        self.rows.row(self.rows.ids()[0]).first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _worker_changed(self, child_id: int, name: str, new_name: str) -> None:
        """The same act as on the child's page: what is open goes along, and Undo takes back the whole of it."""
        before = self.records.read(new_worker.as_it_is, child_id)
        words = _("The social worker is now {name}. What was open went along.").format(name=new_name)
        if not new_name:
            words = _(
                "{name} is not the social worker any more. What was open waits for the new one."
            ).format(name=name)
        self.records.change(
            new_worker.worker_changed,
            child_id,
            new_name,
            "",
            self.today(),
            undo=Undo(words, new_worker.put_worker_back, (child_id, before)),
        )

    def remove(self, row: AttendeeRow) -> None:
        """Take somebody off the list, with Undo."""
        self.records.change(
            planning.remove_attendee,
            row.id,
            undo=Undo(
                _("{name} is off the list.").format(name=row.name),
                planning.bring_attendee_back,
                (self.meeting_id, row),
            ),
        )

    def _add_form(self) -> Card:
        form = Card(_("Add somebody"))
        self.name_field = Field(
            _("Name"), self.name, hint=_("If you do not know the name, write what they do.")
        )
        self.role = Combo()
        for role in ROLES:
            self.role.addItem(role.words, role.value)
        self.add = Button(_("Add to the list"), icon="plus")
        form.body.addWidget(self.name_field)
        form.body.addWidget(Field(_("What they do"), self.role))
        form.actions(self.add)
        self.name.textEdited.connect(partial(self.keep_draft, "name"))
        self.name.returnPressed.connect(self._on_add)
        self.role.activated.connect(lambda _index: self.keep_draft("role", self.role.currentData()))
        self.add.clicked.connect(self._on_add)
        return form

    def _make_row(self, attendee_id: int) -> "_Person":
        return _Person(self, attendee_id)

    def _on_add(self) -> None:
        name = self.name.text().strip()
        wrong = "" if name else _("Type a name, or what the person does.")
        if wrong:
            self.name_field.show_error(wrong)
        else:
            self.name_field.clear_error()
        if self.show_problems([(wrong, self.name)] if wrong else []):
            return
        role = Role(self.role.currentData())
        if self.records.change(planning.add_attendee, self.meeting_id, name, role, self.place.key):
            announce(self, _("Added: {words}").format(words=name))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


class _Person(Card):
    """One person, and whether they are coming; the rest is folded away."""

    def __init__(self, page: WhoComesPage, attendee_id: int) -> None:
        super().__init__(" ")
        self._page = page
        self._row: AttendeeRow | None = None
        self.role = PlainLabel("", kind="hint")
        self.coming = ChoicesAcross([(coming.value, coming.words) for coming in Coming])
        self.coming.chosen.connect(partial(page.set_coming, attendee_id))
        self.body.addWidget(self.role)
        self.body.addWidget(self.coming)
        self.details = self._details(attendee_id)
        self.body.addWidget(self.details)
        self.more = Button("", kind="quiet")
        self.more.clicked.connect(self._on_more)
        self.remove = Button(_("Take off the list"), kind="quiet")
        self.remove.is_removal = True
        self.remove.clicked.connect(lambda: page.remove(self._given()))
        self.actions(self.more, self.remove)

    def _details(self, attendee_id: int) -> QWidget:
        details = QWidget()
        inside = QVBoxLayout(details)
        theme.space(inside, gap=12, edges=(0, 0, 0, 0))
        page = self._page
        self.invited = ChoicesAcross([(each.value, each.words) for each in Invited])
        self.invited.chosen.connect(
            lambda invited: page.records.change(planning.set_invited, attendee_id, Invited(invited))
        )
        self.phone = KeptText(page.records, planning.set_person_field, attendee_id, "phone", lines=1)
        self.calls = KeptText(page.records, planning.set_person_field, attendee_id, "child_calls", lines=1)
        self.phone_field = Field(_("Phone"), self.phone, optional=True)
        self.calls_field = Field(
            _("What {child} calls them").format(child=page.child),
            self.calls,
            hint=_("Used in the words for telling {child} about the meeting.").format(child=page.child),
            optional=True,
        )
        self.new_name = Line()
        self.left = Button("")
        self.left.clicked.connect(self._on_left)
        self.new_name.returnPressed.connect(self._on_left)
        self.new_field = Field(
            _("If somebody else does this now: their name"),
            self.new_name,
            hint=_("Leave it empty if you do not know it yet."),
        )
        for part in (
            Field(_("Invited?"), self.invited), self.phone_field, self.calls_field, self.new_field, WrapRow(self.left),
        ):  # fmt: skip
            inside.addWidget(part)
        details.hide()
        return details

    def _on_more(self) -> None:
        self.unfold(self.details.isHidden())
        show_soon(self.details)

    def unfold(self, on: bool) -> None:
        """Show or put away what is not asked of everybody."""
        self.details.setVisible(on)
        self._name_buttons()

    def show_row(self, number: int, row: AttendeeRow) -> None:
        """Show what is stored."""
        self._row = row
        assert self.heading is not None
        self.heading.setText(row.name)
        self.role.setText(_role_words(row))
        self.role.setVisible(bool(self.role.words()))
        self.coming.set_value(row.coming)
        self.invited.set_value(row.invited)
        self.phone.show_stored(row.phone)
        self.calls.show_stored(row.child_calls)
        who = row.who
        asked = (
            _("Are you coming?") if row.role == Role.CARER else _("Is {name} coming?").format(name=row.said)
        )
        self.coming.take_name(asked, "")
        for coming in Coming:
            self.coming.row(coming).setAccessibleName(f"{coming.words}: {who}")
        for invited in Invited:
            self.invited.row(invited).setAccessibleName(f"{invited.words}: {who}")
        self.more.setVisible(row.role not in (Role.CHILD, Role.CARER))
        self.coming.setVisible(row.role != Role.CHILD)
        self._name_buttons()

    def first_box(self) -> QWidget:
        """What was chosen."""
        return self.remove if self.coming.isHidden() else self.coming.entry()

    def _name_buttons(self) -> None:
        row = self._given()
        who = row.who
        self.more.setText(_("Phone and more") if self.details.isHidden() else _("Less"))
        for button in (self.more, self.remove):
            button.setAccessibleName(f"{button.words()}: {who}")
        self.left.setText(_("{name} has left").format(name=row.name))
        self.left.setAccessibleName(self.left.words())

    def _on_left(self) -> None:
        new_name = self.new_name.text().strip()
        self.new_name.clear()
        self._page.has_left(self._given(), new_name)

    def _given(self) -> AttendeeRow:
        assert self._row is not None
        return self._row


def _role_words(row: AttendeeRow) -> str:
    """What they do, and whether they were asked where that is known. Of the child: what they chose."""
    if row.role == Role.CHILD:
        return _("{coming}. Chosen on the page for telling {name} about the meeting.").format(
            coming=row.coming.words, name=row.name
        )
    invited = row.invited.words if row.invited != Invited.NOT_KNOWN else ""
    return " · ".join(part for part in (row.does, invited, row.phone.strip()) if part)
