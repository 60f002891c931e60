"""The calculated dates on paper, to print at once; nothing is kept."""

from carer_app.paper.content import Sheet
from carer_app.use_cases import calculator
from carer_app.words import _
from ui.base.house import House
from ui.base.places import CalculatedSheet
from ui.parts.sheet_page import SheetPage


class CalculatedSheetPage(SheetPage):
    """One page of dates with their working. It names nobody."""

    def __init__(self, house: House, place: CalculatedSheet) -> None:
        self._facts = place.facts
        super().__init__(house, place)

    def build_top(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("The dates on paper"), _("Print it. Nothing is kept here."))

    def sheet(self) -> Sheet:
        return calculator.on_paper(self._facts, self.today())
