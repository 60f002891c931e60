"""Adding and removing dates on the page of a school’s dates."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import read_day, say_day, say_span
from carer_app.use_cases import school_dates
from carer_app.words import _
from ui import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field
from ui.parts.half_typed import HalfTyped
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.school_dates import SchoolDatesPage

INSET, CLOSED = "inset", "closed"


class DatesRow(QWidget):
    """One line of dates with its Remove button. `words` gives the line and a note below it."""

    def __init__(self, words: Callable[[Any], tuple[str, str]], remove: Callable[[Any], None]) -> None:
        super().__init__()
        self._words = words
        self._row: Any = None
        self.dates = PlainLabel("")
        self.note = PlainLabel("", kind="hint")
        self.remove = Button(_("Take out"), kind="quiet", icon="x")
        self.remove.is_removal = True
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.dates, self.remove))
        column.addWidget(self.note)
        self.remove.clicked.connect(lambda: remove(self._row))
        theme.signals.changed.connect(self._line_up)
        self._line_up()

    def show_row(self, _number: int, row: Any) -> None:
        """Show one row of dates."""
        self._row = row
        line, note = self._words(row)
        self.dates.setText(line)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.remove.setAccessibleName(_("Take out: {days}").format(days=line))

    def first_box(self) -> QWidget:
        """The one control of the row."""
        return self.remove

    def _line_up(self) -> None:
        """The buttons stand below one another; with the biggest text there is no room for that."""
        self.dates.setMinimumWidth(theme.px(340) if theme.current().scale <= 150 else 0)


class PeriodForm(QWidget):
    """A first and a last day."""

    def __init__(self, page: "SchoolDatesPage", school_id: int) -> None:
        super().__init__()
        self._page, self._school_id = page, school_id
        self.first = day_field(page.today)
        self.last = DateField(self._read_last, say_day, page.today)
        self.first_field = Field(_("First day back"), self.first)
        self.last_field = Field(_("Last day before the holiday"), self.last)
        self.add = Button(_("Add these dates"), icon="plus")
        _stack(self, self.first_field, self.last_field, WrapRow(self.add))
        self.half_typed = HalfTyped(
            page.records, f"{page.place.key}:period", {"first": self.first, "last": self.last}
        )
        self.add.clicked.connect(self._on_add)

    def _read_last(self, typed: str) -> date:
        # Without a year it is the year of the first day, or the one after.
        return read_day(typed, self.first.value() or self._page.today())

    def _on_add(self) -> None:
        first, last = self.first.value(), self.last.value()
        wrong_last = "" if last else self.last.problem() or _("Type the last day before the holiday.")
        if first and last and last < first:
            wrong_last = _("The last day must not be before the first day. Check both.")
        problems = _mark(
            (self.first_field, "" if first else self.first.problem() or _("Type the first day back.")),
            (self.last_field, wrong_last),
        )
        if self._page.show_problems(problems) or first is None or last is None:
            return
        if self._page.records.change(
            school_dates.add_period, self._school_id, first, last, self.half_typed.place
        ):
            self.half_typed.clear()
            announce(self, _("Added: {days}").format(days=say_span(first, last, with_year=True)))
            self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)


class ClosingForm(QWidget):
    """One day without pupils, and why."""

    def __init__(self, page: "SchoolDatesPage", school_id: int) -> None:
        super().__init__()
        self._page, self._school_id = page, school_id
        self.day = day_field(page.today)
        self.day_field = Field(_("A day when pupils stay at home"), self.day)
        self.why = ChoicesAcross(
            [(INSET, _("Training day")), (CLOSED, _("Closed, such as snow or an election"))]
        )
        self.add = Button(_("Add this day"), icon="plus")
        _stack(self, self.day_field, Field(_("Why?"), self.why), WrapRow(self.add))
        self.half_typed = HalfTyped(page.records, f"{page.place.key}:closing", {"day": self.day})
        self.why.set_value(INSET)
        self.why.chosen.connect(lambda value: self.half_typed.keep("why", value))
        self.add.clicked.connect(self._on_add)

    def show_half_typed(self) -> None:
        """Show what was half typed before."""
        kept = self.half_typed.show()
        if kept.get("why"):
            self.why.set_value(kept["why"])

    def _on_add(self) -> None:
        day = self.day.value()
        wrong = "" if day else self.day.problem() or _("Type the day.")
        if day and self._page.is_closed(day):
            wrong = _("That day is on the list already.")
        if self._page.show_problems(_mark((self.day_field, wrong))) or day is None:
            return
        is_inset = self.why.value() != CLOSED
        if self._page.records.change(
            school_dates.add_closing, self._school_id, day, is_inset, self.half_typed.place
        ):
            self.half_typed.clear()
            announce(self, _("Added: {days}").format(days=say_day(day)))
            self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)


def _mark(*fields: tuple[Field, str]) -> list[tuple[str, QWidget]]:
    """Say beside each box what is wrong; the list for the top of the page."""
    for field, wrong in fields:
        if wrong:
            field.show_error(wrong)
        else:
            field.clear_error()
    return [(wrong, field.widget) for field, wrong in fields if wrong]


def _stack(form: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(form)
    theme.space(column, gap=12, edges=(0, 8, 0, 0))
    for part in parts:
        column.addWidget(part)
