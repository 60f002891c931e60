"""Who comes to the meeting."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carer_app.choices import Coming, Role
from carer_app.use_cases import planning
from carer_app.use_cases.planning import AttendeeRow
from carer_app.words import _
from ui.parts.choices_across import ChoicesAcross
from ui.parts.part_page import PartPage
from ui.parts.rows import Rows
from ui.records import Undo
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel

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
        self.rows: Rows[AttendeeRow] = Rows(self._make_row, self.name)
        self.none_yet = PlainLabel(_("Nobody is on the list. Add the first person here."), kind="hint")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none_yet)
        self.column.addWidget(self._add_form())
        if not self.records.read(planning.attendees, self.meeting_id):
            self.records.change(planning.suggest_attendees, self.meeting_id)

    def refresh_part(self) -> None:
        people = self.records.read(planning.attendees, self.meeting_id)
        self.rows.show_rows(people)
        self.none_yet.setVisible(not people)
        typed = self.drafts()
        if self.name.text() != typed.get("name", ""):
            self.name.setText(typed.get("name", ""))
        self.role.setCurrentIndex(max(0, self.role.findData(typed.get("role", Role.TEACHER.value))))

    def set_coming(self, attendee_id: int, coming: str) -> None:
        self.records.change(planning.set_coming, attendee_id, Coming(coming))

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
    """One person, and whether they are coming."""

    def __init__(self, page: WhoComesPage, attendee_id: int) -> None:
        super().__init__(" ")
        self._row: AttendeeRow | None = None
        self.role = PlainLabel("", kind="hint")
        self.coming = ChoicesAcross([(coming.value, coming.words) for coming in Coming])
        self.coming.chosen.connect(partial(page.set_coming, attendee_id))
        self.remove = Button(_("Remove"), kind="quiet")
        self.remove.clicked.connect(lambda: page.remove(self._given()))
        self.body.addWidget(self.role)
        self.actions(self.coming, self.remove)

    def show_row(self, number: int, row: AttendeeRow) -> None:
        """Show what is stored."""
        self._row = row
        assert self.heading is not None
        self.heading.setText(row.name)
        self.role.setText(row.role.words)
        self.role.setVisible(row.role.words != row.name and row.role != Role.CHILD)
        self.coming.set_value(row.coming)
        who = f"{row.name}, {row.role.words}"
        self.coming.take_name(_("Is {name} coming?").format(name=who), "")
        for coming in Coming:
            self.coming.row(coming).setAccessibleName(f"{coming.words}: {who}")
        self.remove.setAccessibleName(f"{self.remove.words()}: {who}")

    def first_box(self) -> QWidget:
        """What was chosen."""
        return self.coming.entry()

    def _given(self) -> AttendeeRow:
        assert self._row is not None
        return self._row
