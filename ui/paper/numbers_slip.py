"""The slip with numbers that every child gets."""

from carer_app.paper.content import Sheet
from carer_app.use_cases import numbers_slip
from carer_app.words import _
from ui.base.house import House
from ui.base.places import NumbersSlip
from ui.parts.sheet_page import SheetPage


class NumbersSlipPage(SheetPage):
    """Printed for every child, so that no child has to ask for it."""

    def __init__(self, house: House, place: NumbersSlip) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build_top(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("The slip with numbers"),
            _("Give it to every child. Then no child has to ask for it."),
        )

    def sheet(self) -> Sheet:
        return self.records.read(numbers_slip.numbers_slip, self.child_id)
