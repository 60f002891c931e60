"""One leaflet, to read."""

from carer_app.texts.leaflets import leaflet
from carer_app.use_cases import leaflet_sheets
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import LeafletPlace, LeafletToPrint
from ui.parts.own_numbers import LeafletLines, own_numbers
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class LeafletPage(Page):
    """The words of the leaflet, a card for each part."""

    explains = True
    max_width = 760

    def __init__(self, house: House, place: LeafletPlace) -> None:
        self.leaflet = leaflet(place.leaflet)
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(self.leaflet.title, self.leaflet.for_whom)
        self.to_print = Button(_("Print or save it"), kind="main", icon="printer")
        self.to_print.clicked.connect(self.go_to(LeafletToPrint(self.leaflet.key)))
        self.column.addWidget(WrapRow(self.to_print))
        self.lines = LeafletLines()
        for section in self.leaflet.sections:
            card = Card(section.heading)
            for label in self.lines.of(section):
                card.body.addWidget(label)
            self.column.addWidget(card)
        for line in leaflet_sheets.end_of(self.leaflet):
            self.column.addWidget(PlainLabel(line, kind="hint"))

    def refresh(self) -> None:
        self.lines.show_now(own_numbers(self.house), self.today())
