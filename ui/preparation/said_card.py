"""One thing the child said, on the page of the child's words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import WhoseWords
from carer_app.typed_dates import say_short
from carer_app.use_cases import hearing_the_child
from carer_app.words import _
from ui.look import theme
from ui.parts.days import past_day_field
from ui.parts.kept_text import KeptText
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.preparation.child_says import ChildSaysPage


class SaidCard(Card):
    """The words, a line that says whose they are, and whether they are printed; the rest is folded away."""

    def __init__(self, page: ChildSaysPage, view_id: int) -> None:
        super().__init__()
        self._page, self._id = page, view_id
        records = page.records
        self.text = KeptText(records, hearing_the_child.write_view, view_id, lines=2)
        self.field = Field(_("What {child} said").format(child=page.child), self.text)
        self.whose_line = PlainLabel("", kind="hint")
        self.on_sheet = Tick(_("Print this on the sheet"))
        self.on_sheet.toggled.connect(lambda on: records.change(hearing_the_child.put_on_sheet, view_id, on))
        self.details = QWidget()
        self.whose = Choices([(whose.value, words) for whose, words in page.whose_lines.items()])
        self.whose.chosen.connect(
            lambda whose: records.change(hearing_the_child.set_whose_words, view_id, WhoseWords(whose))
        )
        self.said_on = past_day_field(page.today, about=True)
        day = Field(_("Said on"), self.said_on)
        StoredDay(page, self._day_name, day, self.said_on, self._save_day)
        inside = QVBoxLayout(self.details)
        theme.space(inside, gap=12, edges=(0, 0, 0, 0))
        inside.addWidget(Field(_("Whose words are these?"), self.whose))
        inside.addWidget(day)
        for part in (self.field, self.whose_line, self.on_sheet, self.details):
            self.body.addWidget(part)
        self.change = Button("", kind="quiet")
        self.change.clicked.connect(self._on_change)
        self.remove = Button(_("Take out"), kind="quiet", icon="x")
        self.remove.is_removal = True
        self.remove.clicked.connect(lambda: page.remove(view_id))
        self.actions(self.change, self.remove)
        self._number = 0
        self._said_on: date | None = None
        self.unfold(False)

    def show_row(self, number: int, row: hearing_the_child.ViewRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._number, self._said_on = number, row.said_on
        self.field.set_label(self._label())
        self.text.show_stored(row.words)
        self.whose_line.setText(f"{row.whose_line} · {say_short(row.said_on, with_year=True)}")
        for whose, words in self._page.whose_lines.items():
            self.whose.row(whose).setText(words)
        self.whose.set_value(row.whose_words)
        self._page.stored_days[self._day_name].show(row.said_on)
        self.on_sheet.blockSignals(True)
        self.on_sheet.setChecked(row.on_the_sheet)
        self.on_sheet.blockSignals(False)
        self._name_buttons()

    def first_box(self) -> QWidget:
        """The words."""
        return self.text

    def _on_change(self) -> None:
        self.unfold(self.details.isHidden())
        show_soon(self.details)

    def unfold(self, on: bool) -> None:
        """Show or put away whose words they are and when they were said."""
        self.details.setVisible(on)
        self.change.setText(_("Hide whose words and when") if on else _("Change whose words or when"))
        self._name_buttons()

    @property
    def _day_name(self) -> str:
        return f"said_on.{self._id}"

    def _save_day(self, day: date | None) -> bool:
        if day is None:
            # Words were always said on some day: an emptied box shows the day that is stored.
            self.said_on.set_value(self._said_on)
            return True
        return self._page.records.change(hearing_the_child.set_said_on, self._id, day, self._page.today())

    def _name_buttons(self) -> None:
        for control in (self.change, self.remove, self.on_sheet):
            control.setAccessibleName(f"{control.words()}: {self._label()}")

    def _label(self) -> str:
        return _("{number}. What {child} said").format(number=self._number, child=self._page.child)
