"""What I hold about a child: to read, and to print for the fostering service or the child."""

from carer_app.paper.content import Sheet
from carer_app.use_cases import children, holding
from carer_app.words import _
from ui.base.house import House
from ui.base.places import WhatIHold
from ui.parts.sheet_page import SheetPage


class WhatIHoldPage(SheetPage):
    """Counted anew each time it is shown."""

    def __init__(self, house: House, place: WhatIHold) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build_top(self) -> None:
        child = self.records.read(children.child_name, self.child_id)
        self.add_back_link(_("Back"))
        self.add_heading(
            _("What I hold about {child}").format(child=child),
            _("What is stored here, where it is, and who can open it. You can print it for whoever asks."),
        )

    def sheet(self) -> Sheet:
        where = self.records.whereabouts(self.house.door.keeping.where())
        return self.records.read(holding.what_i_hold, self.child_id, self.today(), where)
