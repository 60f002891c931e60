"""A day, typed the way people write it; the field says back which day it understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_WHILE_PRESSED_MS = 40


class DateField(QWidget):
    """`read` turns what was typed into a day or raises with a sentence; `say` says a day in words: beside the box where
    there is room, else beneath it.

    While the box is empty the calendar opens on `opens`, or on `today()`; without `today` there is no calendar.
    `changed` comes with each edit, `settled` when the carer leaves the box, presses Enter or picks a day.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        read: Callable[[str], date],
        say: Callable[[date], str],
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
        opens: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._say, self._today, self._opens = read, say, today, opens
        self._given_problem = ""
        self._name = ""
        self._description = ""
        self.line = _DateLine()
        self.button = Button("", icon="calendar-days", name=_("Choose a date"))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        if today is None:
            self.button.hide()
        self._answer = PlainLabel("", "hint")
        self._answer.hide()
        self._calendar: CalendarPopup | None = None
        self._box = QWidget()
        box = QHBoxLayout(self._box)
        theme.space(box, gap=8, edges=(0, 0, 0, 0))
        box.addWidget(self.line)
        box.addWidget(self.button)
        self._row = WrapRow(self._box, self._answer)
        column = QVBoxLayout(self)
        theme.space(column, edges=(0, 0, 0, 0))
        column.addWidget(self._row)
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self.settle)
        self.line.returnPressed.connect(self.settle)
        self.button.clicked.connect(self._open_calendar)

    def value(self) -> date | None:
        """The day, or None when the box is empty or holds no day."""
        return self._reading()[0]

    def problem(self) -> str:
        """Why what was typed is no day; empty when it is one, or when nothing was typed."""
        return self._reading()[1]

    def raw(self) -> str:
        """What was typed."""
        return self.line.text()

    def set_value(self, value: date | None) -> None:
        """Show this day, or none. Sends no signal."""
        self.set_raw("" if value is None else self._typed_form(value))

    def set_raw(self, text: str) -> None:
        """Show this text as if it had been typed and left. Sends no signal; the cursor stays if nothing changes."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))
        self._say_back(left=not self.line.hasFocus())

    def show_problem(self, sentence: str) -> None:
        """Say here, where there is room kept for it, what somebody else finds wrong; "" takes it away.

        It goes with the next key: what is being put right is not complained of.
        """
        self._given_problem = sentence
        self._say_back(left=True)

    def answer(self) -> str:
        """What is said below the box."""
        return "" if self._answer.isHidden() else self._answer.words()

    def take_name(self, name: str, description: str) -> None:
        """Name the box and its calendar button after the question."""
        self._name, self._description = name, description
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(_("Choose a date for {question}").format(question=name))
        self._describe()

    def entry(self) -> QWidget:
        """The box that the keyboard goes to."""
        return self.line

    def sizeHint(self) -> QSize:
        """In a row, what is said of the day takes no room from what stands beside it."""
        across = self._box.sizeHint().width()
        return QSize(across, self.heightForWidth(across))

    def _reading(self) -> tuple[date | None, str]:
        text = self.line.text().strip()
        if not text:
            return None, ""
        try:
            return self._read(text), ""
        except Exception as trouble:  # its kind belongs to `read`; its words are for the carer
            if type(trouble).__module__ == "builtins" and not isinstance(trouble, ValueError):
                raise
            return None, str(trouble)

    def _typed_form(self, value: date) -> str:
        return f"{value.day} {QDate(value.year, value.month, 1).toString('MMMM')} {value.year}"

    def _edited(self) -> None:
        """Who listens may find that what was wrong is put right: only then is the box described anew."""
        self._given_problem = ""
        self._show_back(left=False)
        self.changed.emit()
        self._describe()

    def settle(self) -> None:
        """As if the carer had left the box: say back what was read, and tell whoever listens."""
        self._say_back(left=True)
        self.settled.emit()

    def _say_back(self, left: bool) -> None:
        self._show_back(left)
        self._describe()

    def _show_back(self, left: bool) -> None:
        day, problem = self._reading()
        wrong = self._given_problem or (problem if left else "")
        text = wrong or (self._say(day) if day is not None else "")
        # While somebody types, what comes and goes does not move what is beneath.
        self._row.setMinimumHeight(0 if left or not self._row.isVisible() else self._row.height())
        self._answer.set_kind("error" if wrong else "hint")
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    def _describe(self) -> None:
        """What was understood, or what is wrong; then all else that is seen beside the box."""
        answer, beside = self.answer(), self._description
        if answer and beside and answer[-1] not in ".?!":
            answer += "."  # else a day and what follows it are heard in one breath
        self.line.setAccessibleDescription(" ".join(filter(None, (answer, beside))))

    def _open_calendar(self) -> None:
        assert self._today is not None, "without it there is no button to press"
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.open_at(self.line, self.value() or self._opens or self._today(), self._today())

    def _picked(self, day: date) -> None:
        self.line.setText(self._typed_form(day))
        self._edited()  # before the keyboard comes: what a listener hears of the box is new then, and said once
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()


class _DateLine(Line):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        # What is said about the box moves what is below it: not while a button there is being pressed.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.left.emit()
        else:
            QTimer.singleShot(_WHILE_PRESSED_MS, self, self._leave)
