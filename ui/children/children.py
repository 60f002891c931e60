"""The children of the household."""

from PySide6.QtWidgets import QWidget

from carer_app.use_cases import children
from carer_app.use_cases.children import ChildRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import AddChild, ChildRecord
from ui.base.records import Undo
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import PlainLabel


class ChildrenPage(Page):
    """A row for each child; those put to one side can come back."""

    def build(self) -> None:
        self.add_heading(_("Children"))
        first = Button(_("Add a child"), kind="main", icon="plus")
        first.clicked.connect(self.go_to(AddChild()))
        self.empty = EmptyState(
            "users", _("No children added yet. A first name and one date is enough."), first
        )
        self.add = Button(_("Add a child"), icon="plus")
        self.add.clicked.connect(self.go_to(AddChild()))
        self.rows: Rows[ChildRow] = Rows(self._make_row, self.add, gap=12)
        self.cleared = Card(_("Put to one side"))
        self.cleared.body.addWidget(
            PlainLabel(_("Their notes are still in your locked records."), kind="hint")
        )
        self.cleared_rows: Rows[ChildRow] = Rows(self._make_cleared_row, self.add, gap=8)
        self.cleared.body.addWidget(self.cleared_rows)
        self.removed = RemovedLink(self)
        for part in (self.empty, self.rows, self.add, self.cleared, self.removed):
            self.column.addWidget(part)

    def refresh(self) -> None:
        here = self.records.read(children.list_children, self.today())
        gone = self.records.read(children.cleared_children, self.today())
        self.empty.setVisible(not here)
        self.empty.sentence.setText(
            _("No child is on the list now. Those put to one side are below.")
            if gone
            else _("No children added yet. A first name and one date is enough.")
        )
        self.add.setVisible(bool(here))
        self.rows.show_rows(here)
        self.cleared_rows.show_rows(gone)
        self.cleared.setVisible(bool(gone))
        self.removed.look()

    def put_back(self, row: ChildRow) -> None:
        """Show a child on the list again."""
        self.records.change(
            children.bring_back,
            row.id,
            undo=Undo(
                _("{child} is on the list again.").format(child=row.name),
                children.delete_child,
                (row.id, self.today()),
            ),
        )

    def _make_row(self, child_id: int) -> "_ChildRow":
        row = _ChildRow("")
        row.clicked.connect(self.go_to(ChildRecord(child_id)))
        return row

    def _make_cleared_row(self, _child_id: int) -> "_ClearedRow":
        return _ClearedRow(self)


class _ChildRow(RowButton):
    """One child, with year and school."""

    def show_row(self, _number: int, row: ChildRow) -> None:
        self.show_as(row.name, row.about)

    def first_box(self) -> QWidget:
        return self


class _ClearedRow(Button):
    """The way back for one child whose notes are put to one side."""

    def __init__(self, page: ChildrenPage) -> None:
        super().__init__("", icon="undo-2")
        self._row: ChildRow | None = None
        self._page = page
        self.clicked.connect(self._on_clicked)

    def show_row(self, _number: int, row: ChildRow) -> None:
        self._row = row
        words = _("Bring {child} back to the list").format(child=row.name)
        self.setText(words)
        self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self

    def _on_clicked(self) -> None:
        if self._row is not None:
            self._page.put_back(self._row)
