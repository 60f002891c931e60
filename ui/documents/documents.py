"""Documents: the PEP copy of every meeting that was held, also where it has not come."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import children, filing
from carer_app.use_cases.filing import CopyRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Children, HeldBefore
from ui.documents.council_leaflets import CouncilLeaflets
from ui.look import theme
from ui.parts.copy_button import CopyButton
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.let_go import let_go
from ui.widgets.text import PlainLabel


class DocumentsPage(Page):
    """One card for each child; a gap is a row too, so that it can be seen."""

    def build(self) -> None:
        self.add_heading(_("Documents"), _("The copy of each PEP: where it is, or when it should come."))
        self.see_children = Button(_("See the children"))
        self.see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState(
            "file-text",
            _("No PEP copies yet. They show here after a meeting."),
            self.see_children,
        )
        self.column.addWidget(self.empty)
        self.cards = QWidget()
        self._cards_column = QVBoxLayout(self.cards)
        theme.space(self._cards_column, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self.cards)
        self.by_child: dict[int, CopiesOfChild] = {}
        self.leaflets = CouncilLeaflets(self)
        self.leaflets.setVisible(not self.records.forgets)
        self.column.addWidget(self.leaflets)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh(self) -> None:
        self.leaflets.show_leaflets()
        self.removed.look()
        rows = self.records.read(filing.copies, self.today())
        known = {row.id: row.name for row in self.records.read(children.list_children, self.today())}
        with_copies = dict.fromkeys(row.child_id for row in rows)
        shown = list(with_copies | dict.fromkeys(known))
        self.empty.setVisible(not shown)
        for child_id in [child_id for child_id in self.by_child if child_id not in shown]:
            self._take_away(child_id)
        for place, child_id in enumerate(shown):
            card = self.by_child.get(child_id)
            if card is None:
                card = self.by_child[child_id] = CopiesOfChild(self, child_id)
            if self._cards_column.indexOf(card) != place:
                self._cards_column.insertWidget(place, card)
                card.show()  # at once, so that the keyboard can begin here
            card.show_copies(known[child_id], [row for row in rows if row.child_id == child_id])

    def _take_away(self, child_id: int) -> None:
        card = self.by_child.pop(child_id)
        self._cards_column.removeWidget(card)
        let_go(card)  # the keyboard goes on to the next control by itself


class CopiesOfChild(Card):
    """The PEP copies of one child, newest first, and the way to add one that was held before."""

    def __init__(self, page: DocumentsPage, child_id: int) -> None:
        super().__init__(" ")
        self.earlier = Button(_("Add an earlier PEP"), kind="quiet", icon="plus")
        self.earlier.clicked.connect(page.go_to(HeldBefore(child_id)))
        self.none_yet = PlainLabel(_("No PEP copies yet. They show here after a meeting."), kind="hint")
        self.rows: Rows[CopyRow] = Rows(partial(CopyButton, page), self.earlier, gap=8)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.none_yet)
        self.actions(self.earlier)
        self.earlier.setVisible(not page.records.forgets)

    def show_copies(self, child: str, copies: list[CopyRow]) -> None:
        assert self.heading is not None
        self.heading.setText(child)
        self.earlier.setAccessibleName(_("Add an earlier PEP: {child}").format(child=child))
        self.none_yet.setVisible(not copies)
        self.rows.setVisible(bool(copies))
        self.rows.show_rows(copies)
