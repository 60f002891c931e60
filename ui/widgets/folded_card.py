"""A card of which only the heading is seen until somebody opens it."""

from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import Heading


class FoldedCard(Card):
    """The press stands beside the heading: a card that says nothing else is one line high. Fill `fold.body`."""

    def __init__(self, heading: str, *parts: QWidget, words: str = _("More")) -> None:
        super().__init__()
        self.heading = Heading(heading, 2)
        self.fold = Opens(heading, *parts, words=words, heading=self.heading)
        self.body.addWidget(self.fold)
