"""The picture cards to cut out: about nobody."""

from carer_app.paper.content import Sheet
from carer_app.use_cases.cards_to_cut import cards_to_cut
from carer_app.words import _
from ui.parts.sheet_page import SheetPage


class CardsToCutPage(SheetPage):
    """To sort on the table instead of on the screen."""

    def build_top(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Picture cards to cut out"),
            _("Six centimetres square, to sort on the table. Print them, and cut along the lines."),
        )

    def sheet(self) -> Sheet:
        return cards_to_cut()
