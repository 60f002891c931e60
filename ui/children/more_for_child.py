"""What there is for a child between meetings: days out of school in sight, the rest behind one press."""

from carer_app.use_cases import childs_lists
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import DaysWithoutSchoolPlace, FirstWeek, LookingBackPlace, SchoolCardPlace
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.wrap_row import WrapRow


class MoreForChild(Card):
    """In a child's first weeks the first week stands in sight; afterwards it is behind the press as well."""

    def __init__(self, page: Page, child_id: int) -> None:
        about = _("Between meetings")
        super().__init__(about)
        self._page, self._child_id = page, child_id
        self.first_week = Button(_("The first week"), icon="list-checks")
        self.first_week.clicked.connect(page.go_to(FirstWeek(child_id)))
        self.week_again = Button(_("The first week"), icon="list-checks")
        self.week_again.clicked.connect(page.go_to(FirstWeek(child_id)))
        self.days = Button(_("Out of school?"), icon="calendar")
        self.days.clicked.connect(page.go_to(DaysWithoutSchoolPlace(child_id)))
        self.card = Button(_("School card"), icon="school")
        self.card.clicked.connect(page.go_to(SchoolCardPlace(child_id)))
        self.back = Button(_("Looking back"), icon="clock")
        self.back.clicked.connect(page.go_to(LookingBackPlace(child_id)))
        self.more = Opens(about, WrapRow(self.card, self.back, self.week_again))
        self.actions(self.days, self.first_week)
        self.body.addWidget(self.more)

    def look(self) -> None:
        """Read whether the child is new here."""
        is_new = self._page.records.read(childs_lists.is_new_here, self._child_id, self._page.today())
        self.first_week.setVisible(is_new)
        self.week_again.setVisible(not is_new)
