"""One leaflet, to read."""

from collections.abc import Iterable

from carer_app.texts.leaflets import leaflet
from carer_app.use_cases import leaflet_sheets
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import LeafletPlace, LeafletToPrint
from ui.parts.own_numbers import LeafletLines, own_numbers
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.folded_card import FoldedCard
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

WHENCE = _("Where this comes from")

READ_AT_ONCE = 110
"""A leaflet of so many words stands on the page whole, and so does the first part of a longer one."""


class LeafletPage(Page):
    """The words of the leaflet, a card for each part. In a long one all parts but the first are opened as one reads."""

    explains = True

    def __init__(self, house: House, place: LeafletPlace) -> None:
        self.leaflet = leaflet(place.leaflet)
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(self.leaflet.title, self.leaflet.for_whom)
        self.to_print = Button(_("Print it"), kind="main", icon="printer")
        self.to_print.clicked.connect(self.go_to(LeafletToPrint(self.leaflet.key)))
        self.column.addWidget(WrapRow(self.to_print))
        self.lines = LeafletLines()
        is_long = _length(self.leaflet.texts()) > READ_AT_ONCE
        for place, section in enumerate(self.leaflet.sections):
            labels = self.lines.of(section)
            if is_long and (place or _length(section.lines) > READ_AT_ONCE):
                self.column.addWidget(FoldedCard(section.heading, *labels))
                continue
            card = Card(section.heading)
            for label in labels:
                card.body.addWidget(label)
            self.column.addWidget(card)
        told = (PlainLabel(line, kind="hint") for line in leaflet_sheets.end_of(self.leaflet))
        self.column.addWidget(Opens("", *told, words=WHENCE, when_open=WHENCE))

    def refresh(self) -> None:
        self.lines.show_now(own_numbers(self.house), self.today())


def _length(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
