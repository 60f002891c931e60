"""Whose is it? A row for each child that may be meant."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Children
from ui.look import theme
from ui.widgets.buttons import Button, RowButton
from ui.widgets.empty_state import EmptyState


class OneOfTheChildren(QWidget):
    """Each row calls `then` with its child; `nothing` is said where there is no child to choose."""

    def __init__(self, page: Page, then: Callable[[int], None], nothing: str) -> None:
        super().__init__()
        self._then = then
        see_children = Button(_("See the children"))
        see_children.clicked.connect(page.go_to(Children()))
        self.empty = EmptyState("users", nothing, see_children)
        self.rows: dict[int, RowButton] = {}
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))
        self._column.addWidget(self.empty)

    def show_children(self, names: Mapping[int, str]) -> None:
        """Exactly these, by their id; a row that is there already stays, and keeps the keyboard."""
        self.empty.setVisible(not names)
        for child_id in [child_id for child_id in self.rows if child_id not in names]:
            self.rows.pop(child_id).deleteLater()
        for child_id, name in names.items():
            row = self.rows.get(child_id)
            if row is None:
                row = self.rows[child_id] = RowButton("")
                row.clicked.connect(partial(self._then, child_id))
                self._column.addWidget(row)
            row.show_as(name)
