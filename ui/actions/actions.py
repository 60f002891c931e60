"""Actions: who owes what, grouped by who, ticked off with Undo."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.use_cases import children, following_up
from carer_app.use_cases.following_up import ActionGroup, ActionRow, AddTo
from carer_app.words import _
from ui.actions.actions_rail import ActionsRail
from ui.base.places import AddActions, Children
from ui.look import theme
from ui.parts.action_row import ActionWidget, due_name
from ui.parts.choices_across import ChoicesAcross
from ui.parts.page_with_actions import PageWithActions
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.text import Heading

TO_DO, DONE = "to_do", "done"
AT_ONCE, LEAST = 16, 3
"""So many actions are shown first: as many of each who owes something, and never fewer than the least of anybody's."""


class ActionsPage(PageWithActions):
    """Open actions first; done ones on request."""

    def build(self) -> None:
        self.add_heading(_("Actions"), _("Everything that was agreed, by who said they would do it."))
        self.show_which = ChoicesAcross([(TO_DO, _("To do")), (DONE, _("Done"))])
        self.show_which.set_value(TO_DO)
        self.show_which.chosen.connect(lambda _value: self.refresh())
        self.column.addWidget(Field(_("Show"), self.show_which))
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState("list-checks", "", see_children)
        self.column.addWidget(self.empty)
        self._groups_box = QWidget()
        self.groups = QVBoxLayout(self._groups_box)
        theme.space(self.groups, gap=24, edges=(0, 0, 0, 0))
        self.column.addWidget(self._groups_box)
        self.owed: dict[Owner, OwedByOne] = {}
        self.add_to: Rows[AddTo] = Rows(self._make_add, self.show_which.entry, gap=8)
        self.column.addWidget(self.add_to)
        self.rail = ActionsRail(self.show_which.entry)
        self.rail.is_done.connect(self.tick)
        self.rail.leads_to.connect(self.go)
        self.rail.hide()  # laid out once, when it is filled
        self.add_rail(self.rail, is_last=True)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh(self) -> None:
        done = self.show_which.value() == DONE
        groups = self.records.read(following_up.action_groups, self.today(), done)
        self.empty.setVisible(not groups)
        self.empty.sentence.setText(
            _("Finished actions will show here.")
            if done
            else _("Nothing to do. Actions are written down after a meeting.")
        )
        self._show_groups(groups)
        self.add_to.show_rows(self.records.read(following_up.where_to_add))
        self.rail.show_next(
            self.records.read(following_up.next_of_mine, self.today()),
            self.records.read(children.list_children, self.today()),
        )
        self.removed.look()

    def action_rows(self) -> list[Rows[ActionRow]]:
        return [owed.rows for owed in self.owed.values()]

    def first_box_after(self, owed: "OwedByOne") -> QWidget:
        """The first action of the next one, or the last of the one before; where there is none, what is shown."""
        everybody = sorted(self.owed.values(), key=self.groups.indexOf)
        place = self.groups.indexOf(owed)
        after = [each for each in everybody if self.groups.indexOf(each) > place and each.rows.ids()]
        before = [each for each in everybody if self.groups.indexOf(each) < place and each.rows.ids()]
        if after:
            return after[0].rows.first_box(0)
        return before[-1].rows.first_box(-1) if before else self.show_which.entry()

    def _make_add(self, meeting_id: int) -> "_AddButton":
        button = _AddButton("", icon="plus")
        button.clicked.connect(self.go_to(AddActions(meeting_id)))
        return button

    def _show_groups(self, groups: list[ActionGroup]) -> None:
        groups = self._with_open_ones_where_they_are(groups)
        here = {group.owner for group in groups}
        for owner in [owner for owner in self.owed if owner not in here]:
            self.owed.pop(owner).take_away()
        if not self.owed:
            self._groups_box.hide()  # laid out once, when it is filled
        for place, group in enumerate(groups):
            owed = self.owed.get(group.owner)
            if owed is None:
                at_once = max(LEAST, AT_ONCE // len(groups))
                owed = self.owed[group.owner] = OwedByOne(self, group.owner, at_once)
            if self.groups.indexOf(owed) != place:
                self.groups.insertWidget(place, owed)
                owed.show()  # the layout would show it later; the keyboard may go there now
            owed.rows.show_rows(group.rows)
        self._groups_box.setVisible(bool(groups))

    def _with_open_ones_where_they_are(self, groups: list[ActionGroup]) -> list[ActionGroup]:
        """What is being put right moves to whoever does it now when that is done: nothing jumps away from the mouse."""
        at = {
            action_id: owner
            for owner, owed in self.owed.items()
            for action_id in owed.rows.ids()
            if owed.rows.row(action_id).is_unfolded()
        }
        if not at:
            return groups
        shown: dict[Owner, list[ActionRow]] = {owner: [] for owner in Owner}
        for group in groups:
            for row in group.rows:
                shown[at.get(row.id, group.owner)].append(row)
        return [ActionGroup(owner, tuple(rows)) for owner, rows in shown.items() if rows]


class OwedByOne(QWidget):
    """What one person or office owes, under their name."""

    def __init__(self, page: ActionsPage, owner: Owner, at_once: int) -> None:
        super().__init__()
        self._page = page
        self.heading = Heading(owner.words(_("The children")), 2)
        self.rows: Rows[ActionRow] = Rows(
            self._make, self._next_box, gap=0, at_once=at_once, is_held=self._is_held
        )
        self.rows.setAccessibleName(self.heading.words())
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.heading)
        column.addWidget(self.rows)

    def take_away(self) -> None:
        """Nothing is owed here any more."""
        self.rows.show_rows(())
        self._page.groups.removeWidget(self)
        let_go(self)

    def _next_box(self) -> QWidget:
        """The last of these went: on to what the next one owes."""
        return self._page.first_box_after(self)

    def _is_held(self, action_id: int) -> bool:
        return due_name(action_id) in self._page.drafts()

    def _make(self, action_id: int) -> ActionWidget:
        return ActionWidget(self._page, action_id)


class _AddButton(Button):
    """Leads to where an action of one child is written down."""

    def show_row(self, _number: int, row: AddTo) -> None:
        words = _("Add an action for {child}").format(child=row.child)
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self
