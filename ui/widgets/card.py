"""A card: one subject on its own white ground."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.text import Heading
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.widgets.tag import Tag


CARD_EDGES = (20.0, 16.0, 20.0, 20.0)
"""Left, top, right and bottom, between the edge of a card and what is in it (100 % pixels)."""


class Card(QFrame):
    """A card with an optional heading (and tag beside it); fill `body`, end with `actions(...)`."""

    def __init__(
        self,
        heading: str = "",
        level: Literal[1, 2] = 2,
        tag: "Tag | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.body = QVBoxLayout(self)
        theme.space(self.body, gap=12, edges=CARD_EDGES)
        self.heading: Heading | None = Heading(heading, level) if heading else None
        if self.heading is not None:
            self.body.addWidget(WrapRow(self.heading, tag) if tag is not None else self.heading)

    def actions(self, *buttons: QWidget) -> WrapRow:  # type: ignore[override]  # not Qt's list of commands
        """Add a row of buttons at the end of the body; it wraps when text is big."""
        row = WrapRow(*buttons)
        self.body.addWidget(row)
        return row
