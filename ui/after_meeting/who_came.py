"""Who came to the meeting, against who was expected, and how the child was heard there."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Came, PlainQuestion
from carer_app.use_cases import planning, recording_the_meeting, who_was_there
from carer_app.use_cases.who_was_there import ThereRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, WhoCame
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

SAID = (Came.YES, Came.NO)


class WhoCamePage(Page):
    """All of it can stay empty. Where everybody came it is one press."""

    def __init__(self, house: House, place: WhoCame) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(_("Who came, and how {child} was heard").format(child=child))
        self.add_summary()
        self.usual = Button(_("Put the people who are usually there on the list"), icon="users")
        self.usual.clicked.connect(self._on_usual)
        self.all_came = Button(_("Everybody was there"), icon="check")
        self.all_came.clicked.connect(self._on_all_came)
        self.name = Line()
        self.rows: Rows[ThereRow] = Rows(lambda attendee_id: _Person(self, attendee_id), self.name)
        self.rows.setAccessibleName(_("Who was expected"))
        self.column.addWidget(WrapRow(self.usual, self.all_came))
        self.column.addWidget(self.rows)
        self._build_else()
        self._build_heard(child)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.add_rail(Foot(done))

    def refresh(self) -> None:
        self.people = self.records.read(who_was_there.who_was_there, self.meeting_id)
        usual = [] if self.people else self.records.read(planning.usually_there, self.meeting_id)
        self.usual.setVisible(bool(usual))
        waiting = (row.is_expected and row.came == Came.NOT_SAID for row in self.people)
        self.all_came.setVisible(any(waiting))
        self.rows.show_rows(self.people)
        typed = self.drafts().get("name", "")
        if self.name.text() != typed:
            self.name.setText(typed)
        said = self.records.read(recording_the_meeting.what_school_said, self.meeting_id)
        self.heard.show_stored(said[PlainQuestion.VIEWS_HEARD])
        planned = self.records.read(recording_the_meeting.how_views_were_to_come, self.meeting_id)
        self.heard_field.set_hint(_("The plan was: {plan}.").format(plan=planned) if planned else "")

    def say_came(self, row: ThereRow, came: Came) -> None:
        """Whether somebody was there; Undo brings back what was said before."""
        words = _("{who}: {came}").format(who=row.name, came=came.words)
        undo = Undo(words, who_was_there.say_came, (row.id, row.came))
        self.records.change(who_was_there.say_came, row.id, came, undo=undo)

    def it_is_by_now(self, row: ThereRow) -> None:
        """Somebody else does it by now; Undo brings back the name that stood there."""
        words = _("On the list: {name}").format(name=row.by_now)
        undo = Undo(words, who_was_there.put_back, (self.meeting_id, tuple(self.people)))
        self.records.change(who_was_there.it_is_by_now, row.id, undo=undo)

    def _build_else(self) -> None:
        self.name_field = Field(
            _("Somebody else who was there"),
            self.name,
            hint=_("Their name, or what they do. Then press Enter."),
            optional=True,
        )
        self.name.textEdited.connect(partial(self.keep_draft, "name"))
        self.name.returnPressed.connect(self._on_else)
        self.add = Button(_("Add to the list"), icon="plus")
        self.add.clicked.connect(self._on_else)
        self.column.addWidget(self.name_field)
        self.column.addWidget(WrapRow(self.add))

    def _build_heard(self, child: str) -> None:
        self.heard = KeptText(
            self.records,
            recording_the_meeting.write_school_said,
            self.meeting_id,
            PlainQuestion.VIEWS_HEARD,
            lines=2,
            spelling=True,
        )
        label = _("How was {child} heard at the meeting?").format(child=child)
        self.heard_field = Field(label, self.heard, optional=True)
        self.column.addWidget(self.heard_field)
        ways = (
            _("{child} said it there"),
            _("{child}’s sheet was read out"),
            _("I said it for {child}"),
            _("nobody asked"),
        )
        self.column.addWidget(Chips([way.format(child=child) for way in ways], self.heard))

    def _on_usual(self) -> None:
        self.records.change(planning.suggest_attendees, self.meeting_id)
        self._go_to_first()

    def _on_all_came(self) -> None:
        undo = Undo(_("Everybody was there."), who_was_there.put_back, (self.meeting_id, tuple(self.people)))
        self._go_to_first()
        self.records.change(who_was_there.all_came, self.meeting_id, undo=undo)

    def _go_to_first(self) -> None:
        """The button that was pressed goes away."""
        if self.rows.ids():
            self.rows.first_box(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_else(self) -> None:
        name = self.name.text().strip()
        wrong = "" if name else _("Type a name, or what the person does.")
        if wrong:
            self.name_field.show_error(wrong)
        else:
            self.name_field.clear_error()
        if self.show_problems([(wrong, self.name)] if wrong else []):
            return
        use_case = who_was_there.somebody_else_came
        if self.records.change(use_case, self.meeting_id, name, self.place.key):
            announce(self, _("Added: {words}").format(words=name))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


class _Person(QWidget):
    """One person, and whether they were there; beneath it what to do where they were not."""

    def __init__(self, page: WhoCamePage, _attendee_id: int) -> None:
        super().__init__()
        self._page = page
        self._row: ThereRow | None = None
        self.came = ChoicesAcross([(came.value, came.words) for came in SAID])
        self.came.chosen.connect(self._on_chosen)
        self.field = Field("", self.came)
        self.advice = PlainLabel("", kind="hint")
        self.by_now = Button("", kind="quiet", icon="users")
        self.by_now.clicked.connect(self._on_by_now)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.field)
        column.addWidget(self.by_now, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.advice)

    def show_row(self, _number: int, row: ThereRow) -> None:
        """Who it is, and what was said."""
        self._row = row
        self.field.set_label(row.who if row.is_expected else _("{who} (not expected)").format(who=row.who))
        self.came.set_value(row.came or None)
        for came in SAID:
            self.came.row(came).setAccessibleName(f"{came.words}: {row.who}")
        self.by_now.setVisible(bool(row.by_now))
        self.by_now.setText(_("It is now {name}").format(name=row.by_now))
        self.by_now.setAccessibleName(
            _("It is now {name}, and not {who}").format(name=row.by_now, who=row.who)
        )
        words = who_was_there.what_to_do(row)
        self.advice.setText(words)
        self.advice.setVisible(bool(words))

    def first_box(self) -> QWidget:
        """What was said, or the first answer."""
        return self.came.entry()

    def _on_by_now(self) -> None:
        """The button goes away with the press."""
        if self._row is not None:
            self.first_box().setFocus(Qt.FocusReason.OtherFocusReason)
            self._page.it_is_by_now(self._row)

    def _on_chosen(self, came: str) -> None:
        if self._row is not None:
            self._page.say_came(self._row, Came(came))
