"""Out of school: whose days are they?"""

from carer_app.use_cases import children
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import DaysWithoutSchoolPlace
from ui.parts.one_of_the_children import OneOfTheChildren


class WhoseDaysPage(Page):
    """One row a child; each leads to the days without full-time school."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Out of school?"),
            _("Suspended, sent home, in for part of the day, or no place. Choose whose days to write down."),
        )
        self.whose = OneOfTheChildren(self, self._go_on, _("There is no child on the list now."))
        self.column.addWidget(self.whose)

    def refresh(self) -> None:
        known = self.records.read(children.list_children, self.today())
        self.whose.show_children({each.id: each.name for each in known})

    def _go_on(self, child_id: int) -> None:
        self.go.emit(DaysWithoutSchoolPlace(child_id))
