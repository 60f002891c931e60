"""A line of words with the way to take what it says out."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

Read = TypeVar("Read")


class LineToTakeOut(QWidget, Generic[Read]):
    """A row for `Rows`. `say` gives its words and what is taken out, as a listener hears it."""

    def __init__(self, say: Callable[[Read], tuple[str, str]], take_out: Callable[[Read], None]) -> None:
        super().__init__()
        self._say, self._take_out = say, take_out
        self._row: Read | None = None
        self.words = PlainLabel("")
        self.remove = Button(_("Take out"), kind="quiet")
        self.remove.is_removal = True
        self.remove.clicked.connect(self._on_remove)
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.words, self.remove))

    def show_row(self, _number: int, row: Read) -> None:
        self._row = row
        words, what = self._say(row)
        self.words.setText(words)
        self.remove.setAccessibleName(_("Take out: {what}").format(what=what))

    def first_box(self) -> QWidget:
        return self.remove

    def _on_remove(self) -> None:
        if self._row is not None:
            self._take_out(self._row)
