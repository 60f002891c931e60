"""Remind me later: for how long a card should wait."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases.for_home import NextStep
from carer_app.words import _
from ui.look import theme
from ui.parts.days import day_field
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

BEFORE_THE_MEETING = timedelta(days=2)


class PutOff(QWidget):
    """Opens inside the card. `chosen` carries the day until which the card waits; `left` where it should not."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(
            PlainLabel(
                _(
                    "The card moves to the end of this page until then. A meeting today or tomorrow brings it back."
                )
            )
        )
        self.tomorrow = Button(_("Tomorrow"))
        self.next_week = Button(_("In a week"))
        self.before = Button(_("2 days before the meeting"))
        self.leave = Button(_("Leave it here"), kind="quiet")
        column.addWidget(WrapRow(self.tomorrow, self.next_week, self.before, self.leave))
        self.day = day_field(today)
        self.field = Field(_("Or choose a day"), self.day)
        column.addWidget(self.field)
        self.until_day = Button(_("Remind me on this day"))
        column.addWidget(self.until_day)
        self.tomorrow.clicked.connect(lambda: self.chosen.emit(today() + timedelta(days=1)))
        self.next_week.clicked.connect(lambda: self.chosen.emit(today() + timedelta(days=7)))
        self.leave.clicked.connect(self.left)
        self.day.line.returnPressed.connect(self._on_day)
        self.until_day.clicked.connect(self._on_day)
        self.before.clicked.connect(self._on_before)

    def open_for(self, step: NextStep) -> None:
        """Ask about this card, from the first button on."""
        self._before = step.meeting_on - BEFORE_THE_MEETING if step.meeting_on else None
        self.before.setVisible(self._before is not None and self._before > self._today())
        if self._before is not None:
            self.before.setAccessibleName(f"{self.before.words()}, {say_day(self._before)}")
        self.show()
        self.tomorrow.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def clear(self) -> None:
        """Forget the day that was typed."""
        self.day.set_value(None)
        self.field.clear_error()

    def _on_before(self) -> None:
        self.chosen.emit(self._before)

    def _on_day(self) -> None:
        day = self.day.value()
        if day is not None and day > self._today():
            self.field.clear_error()
            self.chosen.emit(day)
            return
        self.field.show_error(self.day.problem() or _("Choose a day from tomorrow on."))
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
