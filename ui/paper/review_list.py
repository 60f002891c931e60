"""The printed list of actions for the child-in-care review."""

from carer_app.paper.content import Sheet
from carer_app.use_cases import children, reporting_back
from carer_app.words import _
from ui.base.house import House
from ui.base.places import ReviewList
from ui.parts.sheet_page import SheetPage


class ReviewListPage(SheetPage):
    """Open and done actions of one child, by who owes them."""

    def __init__(self, house: House, place: ReviewList) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build_top(self) -> None:
        child = self.records.read(children.child_name, self.child_id)
        self.add_back_link(_("Back"))
        self.add_heading(
            _("The list for {child}’s review").format(child=child),
            _("Take it to the child-in-care review. It shows what is done, what is open and what is late."),
        )

    def sheet(self) -> Sheet:
        return self.records.read(reporting_back.actions_for_review, self.child_id, self.today())
