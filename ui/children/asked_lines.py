"""The lines of a source that were handed back, each with “What is this?”."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import WhatDay
from carer_app.typed_dates import say_day
from carer_app.use_cases import changing_dates, dates_form
from carer_app.use_cases.checked_form import CheckedYear, said_of_line
from carer_app.use_cases.dates_form import AskedLine, DatesForm
from carer_app.words import _, plural
from ui.children.box_of_a_day import show_text
from ui.children.year_card import counts_words
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.rows import Rows
from ui.widgets.accessible import give_role
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

KEYS = {
    Qt.Key.Key_T: WhatDay.INSET,
    Qt.Key.Key_S: WhatDay.CLOSED,
    Qt.Key.Key_F: WhatDay.FIRST,
    Qt.Key.Key_L: WhatDay.LAST,
    Qt.Key.Key_N: WhatDay.NOTHING,
}
AT_ONCE = 30
"""So many lines are asked about at once; the next ones come with a press."""


class WhatChoices(ChoicesAcross):
    """What a line is; the first letter of an answer chooses it, and Enter leads on."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__([(each.value, each.words) for each in WhatDay])
        self.line = ""

    def take_name(self, name: str, description: str) -> None:
        """Going into it tells the line, why it is asked about and the question: Orca says no description of a group."""
        super().take_name(" ".join(filter(None, (self.line, description, name))), description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
            return
        what = KEYS.get(Qt.Key(event.key()))
        if what is None or event.modifiers():
            super().keyPressEvent(event)
            return
        row = self.row(what)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        if not row.isChecked():
            row.click()


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line that was handed back, in the form it was handed back for.

    `said` is what the reader says of it beside its reason, `came` what came of its answer.
    """

    id: int
    line: AskedLine
    form: DatesForm
    said: tuple[str, ...]
    came: str


class LineRow(QWidget):
    """A line that was handed back: what stands there, why it was not used, and "What is this?"."""

    def __init__(self, page: "CheckDatesPage", row_id: int) -> None:
        super().__init__()
        self._form: DatesForm | None = None
        self.line = PlainLabel("", kind="strong")
        self.reason = PlainLabel("", kind="hint")
        self.day = DateField(self._read, say_day, page.today)
        self.day.changed.connect(lambda: page.changes.type_in(row_id, "day", self.day.raw()))
        self.day.settled.connect(page.changes.settle)
        self.day_field = Field(_("Which day is it?"), self.day)
        self.what = WhatChoices()
        self.what.chosen.connect(lambda value: page.changes.say_line(row_id, WhatDay(value)))
        self.what.done.connect(lambda: page.going.go_on(row_id, "line"))
        self.what_field = Field(_("What is this?"), self.what)
        self.came = PlainLabel("", kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 4, 0, 8))
        for part in (self.line, self.reason, self.what_field, self.day_field, self.came):
            column.addWidget(part)

    def show_row(self, _number: int, row: LineShown) -> None:
        """Show the line, and what the carer says it is."""
        line = row.line
        self._form = row.form
        self.line.setText(_("“{line}”").format(line=line.line))
        days = changing_dates.days_of_line(row.form, line)
        read = _(" to ").join(say_day(day) for day in (*days[:1], *days[1:][-1:]))
        why = " ".join(row.said) or line.reason
        said = [why, _("We read: {days}.").format(days=read) if line.days and days else ""]
        self.reason.setText(" ".join(filter(None, said)))
        self.reason.setVisible(any(said))
        self.day_field.setVisible(not line.days)
        same = sum(each.line == line.line for each in row.form.lines)
        told = (
            f"{line.written}, {line.line}" if same > 1 and line.written not in ("", line.line) else line.line
        )
        self.what.line = _("“{line}”").format(line=told)
        for field in (self.day_field, self.what_field):
            field.say_beside(self.reason.words())
        self.day_field.call(told)
        self.what_field.call("")
        show_text(self.day, line.typed)
        self.what.set_value(line.what)
        self.came.setVisible(bool(row.came))
        self.came.setText(row.came)

    def first_box(self) -> QWidget:
        """What the keyboard comes to first."""
        return self.what.entry()

    def _read(self, typed: str) -> date:
        assert self._form is not None, "a row is shown before anything is typed in it"
        return changing_dates.read_for_line(self._form, typed)


class LinesCard(Card):
    """The lines that were handed back, some at once."""

    def __init__(self, page: "CheckDatesPage") -> None:
        super().__init__(_("Lines we did not understand"))
        self._most = AT_ONCE
        self.body.addWidget(PlainLabel(_("Choose what each one is.")))
        self.rows: Rows[LineShown] = Rows(lambda row_id: LineRow(page, row_id), lambda: self.more, gap=8)
        self.more = Button(_("Show more lines"), icon="chevron-down")
        self.more.clicked.connect(self._on_more)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.more)

    def show_lines(self, form: DatesForm, checked: Sequence[CheckedYear]) -> None:
        """Show the lines of this form, and what came of their answers."""
        for _piece in self.fill(form, checked):
            pass

    def fill(self, form: DatesForm, checked: Sequence[CheckedYear]) -> Iterator[None]:
        """The same, in pieces."""
        self._form, self._checked, self._asked = form, checked, dates_form.lines_asked(form)
        left = len(self._asked) - self._most
        self.more.setVisible(left > 0)
        self.more.setText(plural("Show {count} more line", "Show {count} more lines", max(left, 0)))
        self.setVisible(bool(self._asked))
        yield from self.rows.fill(
            [
                LineShown(each.id, each, form, said_of_line(form, each), _came(form, each, checked))
                for each in self._asked[: self._most]
            ]
        )

    def row(self, row_id: int) -> LineRow:
        """The row of a line, which is shown from now on."""
        while row_id not in self.rows.ids() and self._most < len(self._asked):
            self._on_more()
        found: LineRow = self.rows.row(row_id)
        return found

    def _on_more(self) -> None:
        self._most += AT_ONCE
        self.show_lines(self._form, self._checked)


def _came(form: DatesForm, line: AskedLine, checked: Sequence[CheckedYear]) -> str:
    """What came of an answer, with the counts of its year: the picture may be out of sight."""
    came = changing_dates.came_of(form, line)
    years = [dates_form.year_of(day) for day in changing_dates.days_of_line(form, line)]
    counts = [each.counts for each in checked if each.counts is not None and each.form.year in years]
    if not came or not counts:
        return came
    return f"{came} {counts_words(counts[0])}"


give_role(WhatChoices, QAccessible.Role.Grouping)
