"""A day without pupils: a training day, or a day when school is closed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside
from carer_app.use_cases.dates_form import Box, DayOff
from carer_app.words import _
from ui.children.box_of_a_day import (
    KEPT,
    LOOKED,
    WIDEST,
    box_of,
    said_of,
    say_look,
    say_wrong,
    show_right,
    show_text,
)
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

INSET, CLOSED = "inset", "closed"
_LEAST = 96
"""So high is a row at least, at 100 %."""


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day without pupils with what is said beside it."""

    id: int
    off: DayOff
    year: str
    wrong: tuple[Beside, ...]
    look: tuple[Beside, ...]
    is_kept: bool = False
    typing: bool = False


class DayOffRow(QWidget):
    """A day without pupils, and why."""

    def __init__(self, page: "CheckDatesPage", row_id: int, year: int) -> None:
        super().__init__()
        self.row_id = row_id
        opens = dates_form.usual_first("", year)
        self.day, self.day_field = box_of(page, row_id, "day", year, _("Day"), opens)
        self.why = ChoicesAcross([(INSET, _("Training day")), (CLOSED, _("School closed"))])
        self.why.chosen.connect(lambda value: page.changes.say_kind(row_id, value == INSET))
        self.out = Button(_("Take out"), kind="quiet", icon="x")
        self.out.is_removal = True
        self.out.clicked.connect(lambda: page.changes.take_out(row_id, self.day.answer() or self.day.raw()))
        self.look = PlainLabel("", kind="strong")
        self.right = Button(LOOKED, icon="check")
        self.right.clicked.connect(lambda: page.changes.row_is_right(row_id))
        self.kept = PlainLabel(KEPT, kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.look, self.right))
        column.addWidget(WrapRow(self.day_field, self.why, self.out, self.kept))
        theme.signals.changed.connect(self._line_up)
        self._line_up()

    def _line_up(self) -> None:
        """The answers stand below one another; with the biggest text there is no room for that."""
        self.setMinimumHeight(theme.px(_LEAST))  # rows never lie over each other while a page lays itself out
        self.day_field.setMaximumWidth(theme.px(WIDEST))
        self.day_field.setMinimumWidth(theme.px(WIDEST) if theme.current().scale <= 150 else 0)

    def show_row(self, number: int, row: DayShown) -> None:
        """Show the day as it stands. A box that is being typed in is left alone."""
        about = _("{number}, {year}").format(number=number, year=row.year)
        said = said_of(row.look)
        say_look(self.look, said, row.typing)
        show_right(self.right, any(each.asks for each in row.look), row.typing)
        self.right.setAccessibleName(_("{button}: {what}").format(button=LOOKED, what=about))
        self.kept.setVisible(row.is_kept)
        self.day_field.call(about)
        self.day_field.say_beside(" ".join(filter(None, (said, KEPT if row.is_kept else ""))))
        self.why.take_name(_("What is it? {about}").format(about=about), "")
        show_text(self.day, row.off.day)
        self.why.set_value(INSET if row.off.is_inset else CLOSED)
        say_wrong(self.day_field, row.wrong)
        self.out.setAccessibleName(_("Take out: {what}").format(what=f"{about}, {row.off.day}"))

    def first_box(self) -> QWidget:
        """The day."""
        return self.day.line

    def field(self, _box: Box | None) -> Field:
        """The question with this box."""
        return self.day_field
