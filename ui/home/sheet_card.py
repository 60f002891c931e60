"""Home asks for the way-back-in sheet while nobody has checked that the paper is right."""

from carer_app.use_cases import ways_in
from carer_app.words import _
from ui.page import Page
from ui.places import WayBackSheet
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class SheetCard(Card):
    """Shown until the sheet is proved or put off."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Is your way-back-in sheet right?"))
        self.body.addWidget(
            PlainLabel(
                _("Nobody has checked it yet. Take the paper out and type one group. It takes a minute.")
            )
        )
        check = Button(_("Check my sheet"))
        later = Button(_("Ask me in a week"))
        self.actions(check, later)
        check.clicked.connect(page.go_to(WayBackSheet()))
        later.clicked.connect(lambda: page.records.change(ways_in.ask_again_later, page.today()))
