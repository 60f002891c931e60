"""One time that somebody was asked, or left out: what is written of it, and the boxes to put it right."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import HowAsked
from carer_app.use_cases import requests_put_right
from carer_app.use_cases.asking_again import RequestRow
from carer_app.words import _
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.kept_text import KeptAndSaid
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.asking.ask_again import AskAgainPage


class RequestLine(QWidget):
    """The boxes are made when they are first wanted: there may be many lines."""

    def __init__(self, page: "AskAgainPage") -> None:
        super().__init__()
        self._page = page
        self.boxes: RequestBoxes | None = None
        self.words = PlainLabel("")
        self.change = Button(_("Put it right"), kind="quiet")
        self.change.clicked.connect(self._on_change)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.words, self.change))

    def show_row(self, _number: int, row: RequestRow) -> None:
        """Show what is written; a day that is half typed is open."""
        self._row = row
        self.words.setText(row.words)
        self._name()
        if self.boxes is None and self._half_typed():
            self.open()
        if self.boxes is not None:
            self.boxes.show_row(row)

    def first_box(self) -> QWidget:
        """The way to put it right."""
        return self.change

    def open(self) -> None:
        """The boxes are there."""
        if self.boxes is None:
            self.boxes = RequestBoxes(self._page, self._row)
            column = self.layout()
            assert column is not None
            column.addWidget(self.boxes)
            self.boxes.show_row(self._row)
            follow_reading_order(self._page)
        self.boxes.show()
        self._name()

    def begin(self) -> None:
        """Open it, and the keyboard goes to the first box."""
        self.open()
        assert self.boxes is not None
        self.boxes.first_box().setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self.boxes)

    def _half_typed(self) -> bool:
        return any(name in self._page.drafts() for name in _day_names(self._row.id))

    def _on_change(self) -> None:
        if self.boxes is None or self.boxes.isHidden():
            self.begin()
        else:
            self.boxes.hide()
            self._name()

    def _name(self) -> None:
        is_open = self.boxes is not None and not self.boxes.isHidden()
        words = _("Close") if is_open else _("Put it right")
        self.change.setText(words)
        self.change.setAccessibleName(f"{words}: {self._row.words}")


class RequestBoxes(QWidget):
    """How and when somebody was asked, and what they said on which day; or why they were left out."""

    def __init__(self, page: "AskAgainPage", row: RequestRow) -> None:
        super().__init__()
        self._page, self._row = page, row
        self.how = ChoicesAcross([(how.value, how.words) for how in HowAsked])
        self.how_field = Field(_("How did you ask?"), self.how)
        self.asked_on = past_day_field(page.today)
        self.asked_field = Field(_("Which day was it?"), self.asked_on)
        self.answer = self._text(requests_put_right.change_answer)
        self.answer_field = self.answer.field = Field(_("What did they say?"), self.answer)
        self.answered_on = past_day_field(page.today)
        self.answered_field = Field(_("Which day did they answer?"), self.answered_on)
        self.because = self._text(requests_put_right.change_because)
        self.because_field = self.because.field = Field(_("Why not this person?"), self.because)
        asked, answered = _day_names(row.id)
        self._asked = StoredDay(page, asked, self.asked_field, self.asked_on, self._save_asked)
        self._answered = StoredDay(page, answered, self.answered_field, self.answered_on, self._save_answered)
        self.fields = (
            *(self.how_field, self.asked_field, self.because_field),
            *(self.answer_field, self.answered_field),
        )
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 12))
        for field in self.fields:
            column.addWidget(field)
        self.how.chosen.connect(self._on_how)

    def show_row(self, row: RequestRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._row = row
        self.how.set_value(row.how)
        self._asked.show(row.asked_on)
        self.answer.show_stored(row.answer)
        self._answered.show(row.answered_on)
        self.because.show_stored(row.left_out_because)
        is_left_out, is_answered = bool(row.left_out_because), row.answered_on is not None
        self.how_field.setVisible(not is_left_out)
        self.because_field.setVisible(is_left_out)
        self.answer_field.setVisible(is_answered)
        self.answered_field.setVisible(is_answered)
        for field in self.fields:
            field.call(row.who)

    def first_box(self) -> QWidget:
        """The answer where there is one: it is what is put right most."""
        if self._row.answered_on is not None:
            return self.answer
        return self.because if self._row.left_out_because else self.how.entry()

    def _text(self, use_case: requests_put_right.ChangesWords) -> KeptAndSaid:
        return KeptAndSaid(self._page.records, use_case, self._row.id, lines=1, spelling=True)

    def _on_how(self, how: str) -> None:
        if how != self._row.how:
            change = requests_put_right.change_how
            undo = Undo(_("How you asked was changed."), change, (self._row.id, self._row.how))
            self._page.records.change(change, self._row.id, HowAsked(how), undo=undo)

    def _save_asked(self, day: date | None) -> bool:
        return self._save(day, self._row.asked_on, requests_put_right.change_asked_on)

    def _save_answered(self, day: date | None) -> bool:
        return self._save(day, self._row.answered_on, requests_put_right.change_answered_on)

    def _save(self, day: date | None, was: date | None, change: requests_put_right.ChangesDay) -> bool:
        """It has a day: an emptied box keeps the one there was."""
        if day is None or was is None:
            return False
        today = self._page.today()
        undo = Undo(_("The day was changed."), change, (self._row.id, was, today))
        return self._page.records.change(change, self._row.id, day, today, undo=undo)


def _day_names(request_id: int) -> tuple[str, str]:
    return f"asked_on_{request_id}", f"answered_on_{request_id}"
