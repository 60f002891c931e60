"""The leaflets, the list of words, and leaflets from the carer's own council."""

from carer_app.texts.glossary import words
from carer_app.texts.leaflets import leaflets
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import LeafletPlace, Words
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class LeafletsPage(Page):
    """Read before anything is kept as well as after: a leaflet is about nobody."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Leaflets"), _("One or two pages each. Read them here, or print them."))
        self.rows: dict[str, RowButton] = {}
        for each in leaflets():
            row = RowButton(each.title, each.for_whom)
            row.clicked.connect(self.go_to(LeafletPlace(each.key)))
            self.rows[each.key] = row
            self.column.addWidget(row)
        card = Card(_("Words explained"))
        told = _("{count} words that people at a PEP meeting use, in plain language.").format(
            count=len(words())
        )
        card.body.addWidget(PlainLabel(told))
        self.words = Button(_("See the words"), icon="book-open")
        self.words.clicked.connect(self.go_to(Words()))
        card.actions(self.words)
        self.column.addWidget(card)

    def refresh(self) -> None:
        """Leaflets do not change while one reads."""
