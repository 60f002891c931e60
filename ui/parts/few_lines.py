"""A few lines of words, one beneath the other, and how many there are besides."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.text import PlainLabel

SHOWN = 5
"""So many lines are shown; the others are a press away."""


class FewLines(QWidget):
    """The first lines of a list; away where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))

    def show_lines(self, all_of_them: Sequence[str], every_one: bool = False) -> None:
        """Show the first of these, or every one, in this order."""
        self.show_first(all_of_them if every_one else all_of_them[:SHOWN], len(all_of_them))

    def show_first(self, first: Sequence[str], count: int) -> None:
        """Show these, which are the first of so many."""
        self.setVisible(bool(first))
        words = list(first)
        if len(words) < count:
            words.append(_("and {count} more").format(count=count - len(words)))
        while len(self.lines) > len(words):
            gone = self.lines.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < len(words):
            label = PlainLabel("")
            self.lines.append(label)
            self._column.addWidget(label)
            label.show()  # the layout would show it later
        for label, line in zip(self.lines, words, strict=True):
            label.setText(line)
