"""What is to be looked at on a long form: a name for each, leading to its box. The sentence stands there."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.dates_form import Box
from carer_app.words import _, plural
from ui.look import theme
from ui.widgets.button import Link
from ui.widgets.let_go import let_go
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

Spot = tuple[int, Box | Literal["look", "line"]]
"""A row and one of its boxes; a school year and "look", for what is said of all of it; or a line and "line"."""


class ToLookAt(QWidget):
    """Nothing where there is nothing to look at. Once there was, it keeps its place: nothing below it moves up."""

    def __init__(self, jump: Callable[[Spot], None]) -> None:
        super().__init__()
        self._jump = jump
        self._shown: Sequence[tuple[str, Spot]] = ()
        self.title = PlainLabel("", kind="strong")
        self.links: list[Link] = []
        self._row = WrapRow()
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=4, edges=(0, 0, 0, 0))
        self._column.addWidget(self.title)
        self._column.addWidget(self._row)
        self._column.addStretch(1)  # the room that is kept is beneath
        self.hide()

    def show_all(self, looks: Sequence[tuple[str, Spot]]) -> None:
        """Show a way to each of these: its name, and where it stands."""
        if looks:
            self.show()
        if looks == self._shown:
            return
        if self._shown and self.isVisible():  # before it is laid out it has a height of Qt's own
            self.setMinimumHeight(self.height())
        self._shown = looks
        self.title.setText(
            plural("{count} thing to check:", "{count} things to check:", len(looks))
            if looks
            else _("Nothing is left to check.")
        )
        self._column.removeWidget(self._row)
        let_go(self._row)
        self.links = []
        for name, spot in looks:
            link = Link(name)
            link.clicked.connect(partial(self._go, spot))
            self.links.append(link)
        self._row = WrapRow(*self.links)
        self._column.insertWidget(1, self._row)
        self._row.show()  # the layout would show it later; the keyboard may go there now

    def _go(self, spot: Spot, _checked: bool = False) -> None:
        self._jump(spot)
