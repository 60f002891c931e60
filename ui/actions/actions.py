"""Actions: who owes what, grouped by who, ticked off with Undo."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import adding_actions, following_up, sorting_actions
from carer_app.use_cases.adding_actions import AddTo
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.sorting_actions import ActionsUnder, SortedBy, WhichActions
from carer_app.words import _
from ui.actions.actions_rail import ActionsRail, ReviewsOfAll
from ui.base.places import Children
from ui.look import theme
from ui.parts.action_days import half_typed
from ui.parts.action_row import ActionWidget
from ui.parts.add_an_action import where_it_is_added
from ui.parts.choices_across import ChoicesAcross
from ui.parts.page_with_actions import PageWithActions
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.opens import Opens
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import Heading
from ui.widgets.wrap_row import WrapRow

TO_DO, DONE = WhichActions.TO_DO, WhichActions.DONE
AT_ONCE, LEAST = 16, 3
"""So many actions are shown first: as many of each who owes something, and never fewer than the least of anybody's."""


class ActionsPage(PageWithActions):
    """Open actions first; done ones on request."""

    def build(self) -> None:
        self.add_heading(_("Actions"), _("Everything that was agreed, by who said they would do it."))
        self.show_which = ChoicesAcross([(which.value, which.words) for which in WhichActions])
        self.show_which.set_value(TO_DO)
        self.show_which.chosen.connect(self._on_chosen)
        self._by = SortedBy.WHO
        self.rail = ActionsRail(self.show_which.entry)
        self.rail.is_done.connect(self.tick)
        self.add_rail(self.rail)
        self.sorting = Opens("", words=_("Sort"), when_open=_("Sort"), make=self._make_sorting)
        self._which = WrapRow(Field(_("Show"), self.show_which), self.sorting, at_bottom=True)
        self._had_some = False
        self.column.addWidget(self._which)
        self._groups_box = QWidget()
        self.groups = QVBoxLayout(self._groups_box)
        theme.space(self.groups, gap=28, edges=(0, 0, 0, 0))
        self.column.addWidget(self._groups_box)
        self._owed: dict[str, OwedByOne] = {}
        self.add_to: Rows[AddTo] = Rows(self._make_add, self.show_which.entry, gap=8)
        self.column.addWidget(self.add_to)
        self.reviews = ReviewsOfAll(self.show_which.entry)
        self.reviews.leads_to.connect(self.go)
        self.column.addWidget(self.reviews)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    @cached_property
    def empty(self) -> EmptyState:
        """Made when there is nothing to show."""
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        empty = EmptyState("list-checks", "", see_children)
        self.column.insertWidget(self.column.indexOf(self._groups_box), empty)
        empty.stackUnder(self._groups_box)  # read where it stands
        return empty

    @cached_property
    def sort_by(self) -> ChoicesAcross:
        """Made when somebody wants to sort."""
        sort_by = ChoicesAcross([(by.value, by.words) for by in SortedBy])
        sort_by.set_value(self._by)
        sort_by.chosen.connect(self._on_sorted)
        return sort_by

    def _make_sorting(self) -> QWidget:
        return Field(_("Sort by"), self.sort_by)

    def refresh(self) -> None:
        which = WhichActions(self.show_which.value() or TO_DO)
        groups = self.records.read(
            sorting_actions.sorted_actions, self.today(), which, self._by, tuple(self._unfolded())
        )
        self._show_sorting(bool(groups))
        if not groups or "empty" in self.__dict__:
            self.empty.setVisible(not groups)
            self.empty.sentence.setText(_nothing_there(which))
        self.rail.show_next(self.records.read(following_up.next_of_mine, self.today()))
        self.removed.look()
        to_add = self.records.read(adding_actions.where_to_add, self.today())
        is_short = sum(len(group.rows) for group in groups) <= AT_ONCE
        self.fill_in_pieces(self._fill(groups, to_add), is_short=is_short)

    @property
    def owed(self) -> dict[str, "OwedByOne"]:
        """What each owes. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        return self._owed

    def _fill(self, groups: list[ActionsUnder], to_add: list[AddTo]) -> Iterator[None]:
        """What one after the other owes, then what is beneath."""
        yield from self._show_groups(groups)
        self.add_to.show_rows(to_add)
        self.reviews.show_children(to_add)
        yield

    def _show_sorting(self, some: bool) -> None:
        """Nothing is sorted where nothing was ever agreed. Once there it stays: the keyboard may go there."""
        if not some and not self._had_some:
            done = self.records.read(
                sorting_actions.sorted_actions, self.today(), WhichActions.DONE, SortedBy.WHO, ()
            )
            some = bool(done)
        self._had_some = self._had_some or some
        self._which.setVisible(self._had_some)

    def show_what_is_left_out(self) -> bool:
        """What is done is on request, and what is to do again after that."""
        if self.show_which.value() == DONE:
            return False
        self.show_which.set_value(TO_DO if self.show_which.value() != TO_DO else DONE)
        self._on_chosen("")
        return True

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

    def _make_add(self, _child_id: int) -> "_AddButton":
        return _AddButton(self)

    def _on_sorted(self, by: str) -> None:
        self._by = SortedBy(by)
        self._on_chosen(by)

    def _on_chosen(self, _value: str) -> None:
        self.refresh()
        follow_reading_order(self)

    def _show_groups(self, groups: list[ActionsUnder]) -> Iterator[None]:
        groups = self._with_open_ones_where_they_are(groups)
        here = {group.key for group in groups}
        for key in [key for key in self._owed if key not in here]:
            self._owed.pop(key).take_away()
        self._groups_box.setVisible(bool(groups))
        for place, group in enumerate(groups):
            owed = self._owed.get(group.key)
            if owed is None:
                at_once = max(LEAST, AT_ONCE // len(groups))
                owed = self._owed[group.key] = OwedByOne(self, group.heading, at_once)
            owed.rows.show_rows(group.rows)
            if self.groups.indexOf(owed) != place:
                self.groups.insertWidget(place, owed)
                owed.show()  # the layout would show it later; the keyboard may go there now
            yield

    def _unfolded(self) -> dict[int, str]:
        """The actions that are being put right, each with the key of what it stands under."""
        return {
            action_id: key
            for key, owed in self._owed.items()
            for action_id in owed.rows.ids()
            if owed.rows.row(action_id).is_unfolded()
        }

    def _with_open_ones_where_they_are(self, groups: list[ActionsUnder]) -> list[ActionsUnder]:
        """What is being put right moves to whoever does it now when that is done: nothing jumps away from the mouse."""
        at = self._unfolded()
        if not at:
            return groups
        under = {row.id: group.key for group in groups for row in group.rows}
        moved = {action_id: key for action_id, key in at.items() if under.get(action_id, key) != key}
        if not moved:
            return groups
        headings = {key: owed.heading.words() for key, owed in self._owed.items()}
        headings |= {group.key: group.heading for group in groups}
        shown: dict[str, list[ActionRow]] = {key: [] for key in headings}
        for group in groups:
            for row in group.rows:
                shown[moved.get(row.id, group.key)].append(row)
        return [ActionsUnder(key, headings[key], tuple(rows)) for key, rows in shown.items() if rows]


def _nothing_there(which: WhichActions) -> str:
    return {
        WhichActions.TO_DO: _("Nothing to do. Actions are written down after a meeting."),
        WhichActions.MINE: _("You have nothing to do."),
        WhichActions.OTHERS: _("Nobody owes you anything just now."),
        WhichActions.DONE: _("Finished actions will show here."),
    }[which]


class OwedByOne(QWidget):
    """What one person or office owes, under their name; or what is about one child, or is due about one day."""

    def __init__(self, page: ActionsPage, heading: str, at_once: int) -> None:
        super().__init__()
        self._page = page
        self.heading = Heading(heading, 2)
        self.rows: Rows[ActionRow] = Rows(
            self._make, self._next_box, gap=0, at_once=at_once, held=self._held, table="agreed_action"
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

    def _held(self) -> frozenset[int]:
        return half_typed(self._page.drafts())

    def _make(self, _action_id: int) -> ActionWidget:
        return ActionWidget(self._page)


class _AddButton(Button):
    """Leads to where an action of one child is written down."""

    def __init__(self, page: ActionsPage) -> None:
        super().__init__("", icon="plus")
        self.clicked.connect(lambda: page.go.emit(where_it_is_added(self._row)))

    def show_row(self, _number: int, row: AddTo) -> None:
        self._row = row
        words = _("Add an action for {child}").format(child=row.child)
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self
