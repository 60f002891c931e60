"""While the closed records are worked on: what is being done, and that nothing is lost."""

from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.base.page import Page
from ui.parts.text_size import TextSizeButtons
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class WorkingPage(Page):
    """Says nothing about anyone, and goes by itself."""

    max_width = 560
    centred = True

    def first_field(self) -> QWidget | None:
        """Nowhere: there is nothing to do but to wait."""
        return None

    def build(self) -> None:
        around, card = self.column, Card()
        around.addWidget(card)
        self.column = card.body
        self.add_heading(_("One moment"))
        self.words = PlainLabel("", kind="strong")
        self.column.addWidget(self.words)
        self.column.addWidget(
            PlainLabel(
                _(
                    "This can take a minute. If the computer stops meanwhile, nothing is lost: your records open as "
                    "they were, or with all of it done."
                )
            )
        )
        around.addWidget(TextSizeButtons(self.house.preferences, self.house.prefer))

    def refresh(self) -> None:
        self.words.setText(self.house.door.reworking.words)
