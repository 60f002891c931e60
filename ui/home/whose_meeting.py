"""Get ready in ten minutes: whose meeting is it?"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import for_home as today_cases
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Children
from ui.home.ten_minutes import begin_short_way
from ui.look import theme
from ui.widgets.buttons import Button, RowButton
from ui.widgets.empty_state import EmptyState


class WhoseMeetingPage(Page):
    """One row a child; each leads straight to the first of the five questions."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Whose meeting is it?"), _("Five questions, ten minutes, one sheet to print."))
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.rows: dict[int, RowButton] = {}
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState("users", _("There is no meeting to get ready for yet."), see_children)
        self.column.addWidget(self.empty)

    def refresh(self) -> None:
        cards = sorted(
            self.records.read(today_cases.home, self.today()).steps, key=lambda card: card.child_id
        )
        known = {card.child_id: card.child for card in cards if card.may_meet}
        self.empty.setVisible(not known)
        for child_id in [child_id for child_id in self.rows if child_id not in known]:
            self.rows.pop(child_id).deleteLater()
        for child_id, name in known.items():
            row = self.rows.get(child_id)
            if row is None:
                row = self.rows[child_id] = RowButton("")
                row.clicked.connect(partial(begin_short_way, self, child_id))
                self._list.addWidget(row)
            row.show_as(name)
