"""What was read in the pasted text, school year by school year: the stretches that count, and what was not read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.read_table import ReadYear
from carer_app.words import _
from ui.look import theme
from ui.widgets.let_go import let_go
from ui.widgets.text import Heading, PlainLabel


class ReadYears(QWidget):
    """Hidden where nothing was read."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[ReadYear] = ()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=4, edges=(0, 0, 0, 0))
        self.hide()

    def show_years(self, years: Sequence[ReadYear]) -> None:
        """Show these instead."""
        self.setVisible(bool(years))
        if years == self._shown:
            return
        self._shown = years
        for gone in self._parts:
            let_go(gone)
        self._parts = []
        for year in years:
            self._parts.append(Heading(_("School year {year}").format(year=year.name), level=3))
            self._parts.append(PlainLabel("\n".join(year.lines)))
            if year.looks:
                self._parts.append(PlainLabel("\n".join(year.looks), kind="strong"))
        for part in self._parts:
            self._column.addWidget(part)
            part.show()
