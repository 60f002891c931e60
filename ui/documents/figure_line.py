"""A figure that was typed from a report: its words, and the way to put it right or to take it out."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import FigureKind
from carer_app.typed_dates import say_day
from carer_app.use_cases import papers_put_right
from carer_app.use_cases.papers import FigureRow
from carer_app.words import _
from ui.base.page import Page
from ui.look import theme
from ui.parts.kept_text import KeptAndSaid
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class FigureLine(QWidget):
    """A row for `Rows`. What is changed is saved as it is typed."""

    def __init__(self, page: Page, figure_id: int, take_out: Callable[[FigureRow], None]) -> None:
        super().__init__()
        self._take_out = take_out
        self._row: FigureRow | None = None
        self.words = PlainLabel("")
        self.change = Button(_("Change"), kind="quiet", icon="pencil")
        self.change.clicked.connect(self._on_change)
        self.remove = Button(_("Take out"), kind="quiet")
        self.remove.is_removal = True
        self.remove.clicked.connect(self._on_remove)
        self.boxes = {
            box: KeptAndSaid(page.records, papers_put_right.write_figure, figure_id, box, lines=1)
            for box in ("subject", "value")
        }
        self.subject, self.value = self.boxes["subject"], self.boxes["value"]
        self.subject.field = Field(_("Which subject?"), self.subject)
        self.value.field = Field(_("What does the report say?"), self.value)
        self.inside = QWidget()
        inside = QVBoxLayout(self.inside)
        theme.space(inside, gap=12, edges=(0, 4, 0, 8))
        inside.addWidget(self.subject.field)
        inside.addWidget(self.value.field)
        self.inside.hide()
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.words, self.change, self.remove))
        column.addWidget(self.inside)

    def show_row(self, _number: int, row: FigureRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._row = row
        day = _("day not known") if row.is_undated else say_day(row.on)
        self.words.setText(_("{what} · {day}").format(what=row.words, day=day))
        self.subject.field.setVisible(row.what == FigureKind.MARK)
        self.subject.show_stored(row.subject)
        self.value.show_stored(row.value)
        for part in (self.subject.field, self.value.field):
            part.call(row.subject or row.what.words)
        self._name_buttons(row)

    def is_unfolded(self) -> bool:
        """Whether it is being changed."""
        return not self.inside.isHidden()

    def first_box(self) -> QWidget:
        return self.change

    def _name_buttons(self, row: FigureRow) -> None:
        self.change.setText(_("Done") if self.is_unfolded() else _("Change"))
        for button in (self.change, self.remove):
            button.setAccessibleName(f"{button.words()}: {row.words}")

    def _on_change(self) -> None:
        self.inside.setVisible(self.inside.isHidden())
        if self._row is not None:
            self._name_buttons(self._row)
        show_soon(self.inside)

    def _on_remove(self) -> None:
        if self._row is not None:
            self._take_out(self._row)
