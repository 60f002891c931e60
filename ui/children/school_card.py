"""The school a child goes to, its dates, and moving to another one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Part
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import changing_school, new_school
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.new_school import NewSchool
from carer_app.use_cases.pep_dates import PepDueView
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import EditChild, PreparePart, SchoolDates
from ui.base.records import Undo
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.half_typed import HalfTyped
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class SchoolCard(Card):
    """Where the child goes to school. "Mia changed school" opens a short form below."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("School"))
        self._page = page
        self._child_id = child_id
        self._facts: ChildFacts | None = None
        self.school = PlainLabel("", kind="strong")
        self.about = PlainLabel("")
        self.dates_known = PlainLabel("", kind="hint")
        self.dates_do = PlainLabel("", kind="hint")
        self.about_dates = Opens(_("School dates"), self.dates_do, words=_("Why?"), when_open=_("Why?"))
        for part in (self.school, self.about, self.dates_known, self.about_dates):
            self.body.addWidget(part)
        self.add_school = Button(_("Add the school"), icon="school")
        self.see_dates = Button(_("School dates"), icon="calendar-days")
        self.changed = Button("", icon="school")
        self.actions(self.add_school, self.see_dates, self.changed)
        self.new = NewSchoolPart(page, child_id)
        self.form = ChangeSchool(page, child_id, self.close_form)
        self.body.addWidget(self.new)
        self.body.addWidget(self.form)
        self.add_school.clicked.connect(page.go_to(EditChild(child_id, "school")))
        self.see_dates.clicked.connect(self._on_dates)
        self.changed.clicked.connect(self.open_form)
        self.form.hide()

    def show_school(
        self, facts: ChildFacts, new: NewSchool | None, due: PepDueView, today: date, asked: bool = False
    ) -> None:
        """Show the school of one child, the one to come, and a form that is half filled in.

        `asked`: the page asks for the school's dates above, and says why.
        """
        self.new.show_new(new)
        self._facts = facts
        known = facts.school_id is not None
        self.school.setText(_school_words(facts, today))
        self.about.setText(facts.class_name)
        self.about.setVisible(bool(facts.class_name.strip()))
        self.dates_known.setText(_dates_words(facts, today))
        self.dates_do.setText(_what_dates_do(facts, due))
        self.about_dates.setVisible(known and facts.school_dates_end is None and not asked)
        self.dates_known.setVisible(known and not (asked and facts.school_dates_end is None))
        self.add_school.setVisible(not known)
        self.see_dates.setVisible(known)
        words = _("{child} changed school").format(child=facts.name)
        self.changed.setText(words)
        self.changed.setAccessibleName(words)
        self.changed.setVisible(known)
        if known and any(self.form.half_typed.show().values()):
            self.form.show()

    def open_form(self) -> None:
        """Show the form, and put the keyboard in it."""
        self.form.show()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self.form)
        self._page.body.stay_with_keyboard()

    def close_form(self) -> None:
        """Put the form away; the keyboard goes back to where it was opened."""
        self.changed.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    def _on_dates(self) -> None:
        if self._facts is not None and self._facts.school_id is not None:
            self._page.go.emit(SchoolDates(self._facts.school_id))


class NewSchoolPart(QWidget):
    """The school to come, or a new one: what the move does to the next date, and what is not known of it yet."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__()
        self._new: NewSchool | None = None
        self.to_come = PlainLabel("", kind="strong")
        self.counting = PlainLabel("", kind="hint")
        self.dates = Button("", icon="calendar-days")
        self.teacher = KeptText(page.records, self._name_teacher, child_id, lines=1)
        self.teacher_field = Field("", self.teacher)
        self.place_words = PlainLabel("")
        self.place = Button(_("Put the place right"), icon="pencil")
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 8, 0, 0))
        for part in (
            self.to_come, self.counting, WrapRow(self.dates), self.teacher_field, self.place_words, WrapRow(self.place),
        ):  # fmt: skip
            column.addWidget(part)
        self.dates.clicked.connect(lambda: page.go.emit(SchoolDates(self._given().school_id)))
        self.place.clicked.connect(
            lambda: page.go.emit(PreparePart(self._given().place_of or 0, Part.WHEN_WHERE))
        )

    def show_new(self, new: NewSchool | None) -> None:
        """Show a move, or nothing."""
        self._new = new
        self.setVisible(new is not None)
        if new is None:
            return
        self.to_come.setText(
            _("{school}, from {day}").format(school=new.school, day=say_short(new.first_day, with_year=True))
        )
        self.to_come.setVisible(not new.has_begun)
        self.counting.setText(new.counting)
        words = _("Add the dates of {school}").format(school=new.school)
        self.dates.setText(words)
        self.dates.setAccessibleName(words)
        self.dates.setVisible(new.needs_dates)
        self.teacher_field.set_label(_("Designated teacher at {school}").format(school=new.school))
        self.teacher.show_stored(new.teacher)
        asks = new.asks_teacher and (not new.has_begun or not new.teacher or self.teacher.hasFocus())
        self.teacher_field.setVisible(asks)
        self.place_words.setText(new.place_words)
        for part in (self.place_words, self.place):
            part.setVisible(new.place_of is not None)

    def _name_teacher(self, session: Any, child_id: int, name: str) -> None:
        new_school.name_teacher_there(session, child_id, self._given().first_day, name)

    def _given(self) -> NewSchool:
        assert self._new is not None
        return self._new


class ChangeSchool(QWidget):
    """Asks for the new school’s name and the start date, nothing else."""

    def __init__(self, page: Page, child_id: int, close: Callable[[], None]) -> None:
        super().__init__()
        self._page = page
        self._child_id = child_id
        self.name = Line()
        self.name_field = Field(_("Name of the new school"), self.name)
        self.day = day_field(page.today)
        self.day_field = Field(
            _("Which day was, or is, the first day there?"),
            self.day,
            hint=_(
                "The new school counts from that day on. The days to the next PEP are counted again then, unless a "
                "PEP has been held there."
            ),
        )
        self.save = Button(_("Save the new school"), kind="main")
        self.leave = Button(_("No change of school"), kind="quiet")
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 8, 0, 0))
        for part in (self.name_field, self.day_field, WrapRow(self.save, self.leave)):
            column.addWidget(part)
        self.half_typed = HalfTyped(
            page.records, page.place.key.part("changed_school"), {"name": self.name, "day": self.day}
        )
        self._close = close
        self.name.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self._on_leave)

    def _on_save(self) -> None:
        name, day = self.name.text().strip(), self.day.value()
        problems: list[tuple[str, QWidget]] = []
        for field, wrong in (
            (self.name_field, "" if name else _("Type the name of the new school.")),
            (self.day_field, "" if day else self.day.problem() or _("Type the first day at the new school.")),
        ):
            if wrong:
                field.show_error(wrong)
                problems.append((wrong, field.widget))
            else:
                field.clear_error()
        if self._page.show_problems(problems) or day is None:
            return
        self._page.records.change(
            changing_school.change_school,
            self._child_id,
            name,
            day,
            self._page.today(),
            self.half_typed.place,
            undo=Undo(
                _saved(name, day, self._page.today()),
                changing_school.take_back_change,
                (self._child_id,),
            ),
            then=lambda _schooling: self._done(),
        )

    def _on_leave(self) -> None:
        self.half_typed.forget()
        for field in (self.name_field, self.day_field):
            field.clear_error()
        self._page.show_problems([])
        self._close()

    def _done(self) -> None:
        self.half_typed.clear()
        self._close()


def _saved(school: str, day: date, today: date) -> str:
    words = (
        _("From {day} the school is {school}.")
        if day > today
        else _("The school is now {school}, from {day}.")
    )
    return words.format(school=school, day=say_day(day))


def _school_words(facts: ChildFacts, today: date) -> str:
    if facts.school_id is None:
        return _("No school added yet.")
    name = facts.school or _("School without a name yet")
    if facts.started_school_on is None:
        return name
    day = say_short(facts.started_school_on, with_year=True)
    words = _("{school}, from {day}") if facts.started_school_on > today else _("{school}, since {day}")
    return words.format(school=name, day=day)


def _dates_words(facts: ChildFacts, today: date) -> str:
    """How far the school's dates are known."""
    if facts.school_dates_end is None:
        return _("No school dates yet.")
    day = say_day(facts.school_dates_end)
    if facts.school_dates_end < today:
        return _("The school dates we know ended on {day}. Add those for this school year.").format(day=day)
    if facts.school_dates_gaps:
        return " ".join(facts.school_dates_gaps)
    return _("School dates are known until {day}.").format(day=day)


def _what_dates_do(facts: ChildFacts, due: PepDueView) -> str:
    """What they would do for this child, as long as they are not known."""
    if due.state != "due" and not due.needs_term_dates:
        return _("Some PEP dates are counted in school days.")
    if not due.needs_term_dates:
        return _(
            "We can give the date of {child}’s next PEP without them. After a change of school we may need them."
        ).format(child=facts.name)
    if due.due_on is not None:
        return _("With them we can tell if {child}’s next PEP is due sooner.").format(child=facts.name)
    return _("With them we can work out the exact day of {child}’s next PEP.").format(child=facts.name)
