"""What the source leaves open: its one question, the lines that were handed back, and what became of the rest."""

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
from carer_app.use_cases.dates_drafts import Asked, Stood
from carer_app.use_cases.dates_form import AskedLine, DatesForm
from carer_app.words import _, plural
from ui.children.stretch_row import show_text
from ui.children.year_card import counts_words
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.rows import Rows
from ui.widgets.accessible import give_role
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
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
NONE = "none"
"""The answer that takes nothing, and leads back to the text."""
AT_ONCE = 30
"""So many lines are asked about at once; the next ones come with a press."""
A_FEW = 6
"""So few things left out stand there without a press."""
_LINES_A_LABEL = 40


class QuestionCard(Card):
    """The one question; nothing counts before it is answered."""

    def __init__(self, page: "CheckDatesPage", asked: Asked) -> None:
        super().__init__(_("One question first"))
        self.asked = asked
        none = _("Neither of these") if len(asked.answers) == 2 else _("None of these")
        answers = [(str(place), words) for place, words in enumerate(asked.answers)]
        self.choices = Choices([*answers, (NONE, none)])
        self.choices.chosen.connect(lambda value: page.answer(None if value == NONE else int(value)))
        self.field = Field(asked.sentence, self.choices)
        self.waits = PlainLabel(
            _("Nothing counts before you have answered. Ask school where you are not sure."), kind="hint"
        )
        self.body.addWidget(self.field)
        self.body.addWidget(self.waits)

    def has_keyboard(self, at: QWidget | None) -> bool:
        """Whether the keyboard, which is at this part of the page, is at one of its answers."""
        keys = [NONE, *(str(place) for place in range(len(self.asked.answers)))]
        return any(self.choices.row(key) is at for key in keys)

    def show_asked(self, asked: Asked) -> None:
        """Show which answer was chosen, if any."""
        self.choices.set_value(None if asked.chosen is None else str(asked.chosen))
        self.waits.setVisible(asked.chosen is None)
        self.field.say_beside("" if self.waits.isHidden() else self.waits.words())


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
        self.day.changed.connect(lambda: page.type_in(row_id, "day", self.day.raw()))
        self.day.settled.connect(page.settle)
        self.day_field = Field(_("Which day is it?"), self.day)
        self.what = WhatChoices()
        self.what.chosen.connect(lambda value: page.say_line(row_id, WhatDay(value)))
        self.what.done.connect(lambda: page.go_on(row_id, "line"))
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
        self.body.addWidget(
            PlainLabel(
                _(
                    "Choose what each one is. On an answer you can press a first letter too: T, S, F, L or N. "
                    "A line without an answer changes nothing."
                )
            )
        )
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


class StoodCard(Card):
    """What became of the days that stand in the source: those used, and those left out with the reason."""

    def __init__(self) -> None:
        super().__init__(_("What we did with each day"))
        self._stood: Sequence[Stood] | None = None
        self.left_out, self.listed, self.no_day, self.used = _Opens(), _Opens(), _Opens(), _Opens()
        for part in (self.left_out, self.listed, self.no_day, self.used):
            self.body.addWidget(part)

    def show_stood(self, stood: Sequence[Stood]) -> None:
        """Show these; long lists stay closed until somebody opens them."""
        self.setVisible(bool(stood))
        if stood == self._stood:
            return
        self._stood = stood
        for part, fate, one, many in (
            (self.left_out, "left_out", _("We left out {count} day"), _("We left out {count} days")),
            (
                self.listed,
                "listed",
                _("{count} training day takes no school day away"),
                _("{count} training days take no school day away"),
            ),
            (
                self.no_day,
                "no_day",
                _("We found no day in {count} line"),
                _("We found no day in {count} lines"),
            ),
            (self.used, "used", _("We used {count} day"), _("We used {count} days")),
        ):
            lines = [_line_words(each) for each in stood if each.fate == fate]
            part.show_lines(plural(one, many, len(lines)), list(dict.fromkeys(lines)))
            part.open(fate != "used" and len(lines) <= A_FEW)


class _Opens(QWidget):
    """A line that says how many there are, and shows or hides them."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._lines: Sequence[str] = ()
        self._is_open = False
        self.button = Button("", kind="quiet", icon="chevron-right")
        self.button.clicked.connect(lambda: self.open(not self._is_open))
        self.labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=4, edges=(0, 0, 0, 0))
        self._column.addWidget(self.button)

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines, once it is opened."""
        self._title, self._lines = title, lines
        for label in self.labels:
            label.hide()
            label.deleteLater()
        self.labels = []
        self.setVisible(bool(lines))

    def open(self, on: bool) -> None:
        """Show the lines, or hide them."""
        self._is_open = on
        words = _("{title}: hide") if on else _("{title}: show")
        self.button.setText(words.format(title=self._title))
        self.button.set_icon("chevron-down" if on else "chevron-right")
        if on and not self.labels:
            for place in range(0, len(self._lines), _LINES_A_LABEL):
                label = PlainLabel("\n".join(self._lines[place : place + _LINES_A_LABEL]))
                self._column.addWidget(label)
                self.labels.append(label)
        for label in self.labels:
            label.setVisible(on)


def _came(form: DatesForm, line: AskedLine, checked: Sequence[CheckedYear]) -> str:
    """What came of an answer, with the counts of its year: the picture may be out of sight."""
    came = changing_dates.came_of(form, line)
    years = [dates_form.year_of(day) for day in changing_dates.days_of_line(form, line)]
    counts = [each.counts for each in checked if each.counts is not None and each.form.year in years]
    if not came or not counts:
        return came
    return f"{came} {counts_words(counts[0])}"


def _line_words(stood: Stood) -> str:
    line = _("“{line}”").format(line=stood.line)
    return f"{line}: {stood.reason}" if stood.reason else line


give_role(WhatChoices, QAccessible.Role.Grouping)
