"""Out of school: whose days are they?"""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import children
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Children, DaysWithoutSchoolPlace
from ui.look import theme
from ui.widgets.buttons import Button, RowButton
from ui.widgets.empty_state import EmptyState


class WhoseDaysPage(Page):
    """One row a child; each leads to the days without full-time school."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Out of school?"),
            _("Suspended, sent home, in for part of the day, or no place. Choose whose days to write down."),
        )
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.rows: dict[int, RowButton] = {}
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState("users", _("There is no child on the list now."), see_children)
        self.column.addWidget(self.empty)

    def refresh(self) -> None:
        known = {each.id: each.name for each in self.records.read(children.list_children, self.today())}
        self.empty.setVisible(not known)
        for child_id in [child_id for child_id in self.rows if child_id not in known]:
            self.rows.pop(child_id).deleteLater()
        for child_id, name in known.items():
            row = self.rows.get(child_id)
            if row is None:
                row = self.rows[child_id] = RowButton("")
                row.clicked.connect(self.go_to(DaysWithoutSchoolPlace(child_id)))
                self._list.addWidget(row)
            row.show_as(name)
