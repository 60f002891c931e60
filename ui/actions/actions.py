"""Actions: who owes what, grouped by who, ticked off with Undo."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.use_cases import children, following_up
from carer_app.use_cases.children import ChildRow
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.following_up import ActionGroup, ActionRow
from carer_app.words import _
from ui.actions.action_row import ActionWidget, action_of, due_name
from ui.base.page import Page
from ui.base.places import Children, ReviewList
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.rail import Rail
from ui.widgets.text import PlainLabel

TO_DO, DONE = "to_do", "done"
AT_ONCE, LEAST = 16, 3
"""So many actions are shown first: as many of each who owes something, and never fewer than the least of anybody's."""


class ActionsPage(Page):
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
        theme.space(self.groups, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self._groups_box)
        self.cards: dict[Owner, GroupCard] = {}
        self.review = Rail(_("For the child-in-care review"))
        self.review.body.addWidget(
            PlainLabel(_("A printed list of what was agreed, what is done and what is late."))
        )
        self.review_buttons: Rows[ChildRow] = Rows(self._make_review_button, self.show_which.entry, gap=8)
        self.review.body.addWidget(self.review_buttons)
        self.review.hide()  # laid out once, when it is filled
        self.add_rail(self.review, is_last=True)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def draft_key(self, field: str) -> DraftKey:
        """A date half typed is about its action."""
        action = action_of(field)
        return self.place.key if action is None else self.place.key.of("agreed_action", action)

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
        here = self.records.read(children.list_children, self.today())
        self.review_buttons.show_rows(here)
        self.review.setVisible(bool(here))
        self.removed.look()

    def tick(self, row: ActionRow) -> None:
        """It is done; Undo takes it back."""
        self.records.change(
            following_up.tick_off,
            row.id,
            on=self.today(),
            undo=Undo(_("Ticked off: {what}").format(what=row.what), following_up.untick, (row.id,)),
        )

    def untick(self, row: ActionRow) -> None:
        """It is not done after all."""
        words = _("Back on the list: {what}").format(what=row.what)
        self.records.change(
            following_up.untick, row.id, undo=Undo(words, following_up.tick_off, (row.id, row.done_on))
        )

    def hand_on(self, row: ActionRow, owner: Owner, name: str) -> None:
        """Somebody else does this now; Undo gives it back."""
        if (owner, name) == (row.owner, row.owner_name):
            return
        words = _("Handed on to {who}: {what}").format(
            who=name or in_a_sentence(owner, row.child), what=row.what
        )
        undo = Undo(words, following_up.hand_on, (row.id, row.owner, row.owner_name))
        self.records.change(following_up.hand_on, row.id, owner, name, undo=undo)

    def change_due(self, row: ActionRow, day: date | None) -> bool:
        """Another date, or none; Undo brings the one before back. False where a rule says no."""
        words = _("The date was changed: {what}").format(what=row.what)
        undo = Undo(words, following_up.change_due, (row.id, row.due_on))
        return self.records.change(following_up.change_due, row.id, day, undo=undo)

    def first_box_after(self, card: "GroupCard") -> QWidget:
        """The first action of the next card, or the last of the one before; where there is none, what is shown."""
        cards = sorted(self.cards.values(), key=self.groups.indexOf)
        place = self.groups.indexOf(card)
        after = [each for each in cards if self.groups.indexOf(each) > place and each.rows.ids()]
        before = [each for each in cards if self.groups.indexOf(each) < place and each.rows.ids()]
        if after:
            return after[0].rows.first_box(0)
        return before[-1].rows.first_box(-1) if before else self.show_which.entry()

    def _show_groups(self, groups: list[ActionGroup]) -> None:
        here = {group.owner for group in groups}
        for owner in [owner for owner in self.cards if owner not in here]:
            self.cards.pop(owner).take_away()
        if not self.cards:
            self._groups_box.hide()  # laid out once, when it is filled
        for place, group in enumerate(groups):
            card = self.cards.get(group.owner)
            if card is None:
                at_once = max(LEAST, AT_ONCE // len(groups))
                card = self.cards[group.owner] = GroupCard(self, group.owner, at_once)
            if self.groups.indexOf(card) != place:
                self.groups.insertWidget(place, card)
                card.show()  # the layout would show it later; the keyboard may go there now
            card.show_actions(group.rows)
        self._groups_box.setVisible(bool(groups))

    def _make_review_button(self, child_id: int) -> "_ReviewButton":
        button = _ReviewButton("", icon="printer")
        button.clicked.connect(self.go_to(ReviewList(child_id)))
        return button


def in_a_sentence(owner: Owner, child: str) -> str:
    """Who, where no name is known: "me", "school", "the social worker"."""
    return {
        Owner.ME: _("me"),
        Owner.SCHOOL: _("school"),
        Owner.SOCIAL_WORKER: _("the social worker"),
        Owner.CHILD: child,
        Owner.SOMEONE_ELSE: _("somebody else"),
    }[owner]


class GroupCard(Card):
    """What one person or office owes."""

    def __init__(self, page: ActionsPage, owner: Owner, at_once: int) -> None:
        super().__init__(owner.words(_("The children")))
        self._page = page
        self.rows: Rows[ActionRow] = Rows(
            self._make, self._next_box, gap=20, at_once=at_once, is_held=self._is_held
        )
        self.rows.setAccessibleName(owner.words(_("The children")))
        self.body.addWidget(self.rows)

    def show_actions(self, rows: Sequence[ActionRow]) -> None:
        """Show exactly these actions."""
        self.rows.show_rows(rows)

    def take_away(self) -> None:
        """Nothing is owed here any more."""
        self.show_actions(())
        self._page.groups.removeWidget(self)
        let_go(self)

    def _next_box(self) -> QWidget:
        """The last of these went: on to what the next one owes."""
        return self._page.first_box_after(self)

    def _is_held(self, action_id: int) -> bool:
        return due_name(action_id) in self._page.drafts()

    def _make(self, action_id: int) -> ActionWidget:
        return ActionWidget(self._page, action_id)


class _ReviewButton(Button):
    """Leads to the list for one child's review."""

    def show_row(self, _number: int, row: ChildRow) -> None:
        words = _("See the list for {child}’s review").format(child=row.name)
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self
