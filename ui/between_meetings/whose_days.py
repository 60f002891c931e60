"""Something happened at school: to whom?"""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import children
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Children, DaysWithoutSchoolPlace, WriteNote
from ui.look import theme
from ui.parts.hurt_line import HurtLine
from ui.widgets.buttons import Button, RowButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.wrap_row import WrapRow


class WhoseDaysPage(Page):
    """One row a child; each leads to the days without full-time school. What is none of that is a note."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Something happened at school?"),
            _(
                "Sent home, suspended, in for only part of the day, or no school place. Choose whose days to write down."
            ),
        )
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.rows: dict[int, RowButton] = {}
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState("users", _("There is no child on the list now."), see_children)
        self.column.addWidget(self.empty)
        self.note = Button(_("Something else: write a note"), kind="quiet", icon="pencil")
        self.note.clicked.connect(self.go_to(WriteNote()))
        self.column.addWidget(WrapRow(self.note))
        self.column.addWidget(HurtLine(self, _("a child")))

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
