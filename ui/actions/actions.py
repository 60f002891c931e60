"""Actions: who owes what, grouped by who, ticked off with Undo."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import children, following_up
from carer_app.use_cases.following_up import ActionGroup, ActionRow
from carer_app.choices import Owner
from carer_app.words import _, plural
from ui import theme
from ui.page import Page
from ui.places import Children, ReviewList
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

TO_DO, DONE = "to_do", "done"


class ActionsPage(Page):
    """Open actions first; done ones on request."""

    def build(self) -> None:
        self.add_heading(_("Actions"), _("Everything that was agreed, by who said they would do it."))
        self.show_which = Choices([(TO_DO, _("To do")), (DONE, _("Done"))])
        self.show_which.set_value(TO_DO)
        self.show_which.chosen.connect(lambda _value: self.refresh())
        self.column.addWidget(Field(_("Show"), self.show_which))
        see_children = Button(_("See the children"))
        see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState("list-checks", _("Nothing to do. Actions are written down after a meeting."), see_children)
        self.column.addWidget(self.empty)
        self.groups = QWidget()
        self.groups_column = QVBoxLayout(self.groups)
        theme.space(self.groups_column, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self.groups)
        self._cards: dict[Owner, _GroupCard] = {}
        self.review = Card(_("For the child-in-care review"))
        self.review.body.addWidget(PlainLabel(_("A printed list of what was agreed, what is done and what is late.")))
        self.review_buttons = WrapRow()
        self.review.body.addWidget(self.review_buttons)
        self._review_buttons: dict[int, Button] = {}
        self.column.addWidget(self.review)

    def refresh(self) -> None:
        done = self.show_which.value() == DONE
        groups = self.records.read(following_up.action_groups, self.today(), done)
        self.empty.setVisible(not groups)
        self.empty.sentence.setText(
            _("Finished actions will show here.")
            if done
            else _("Nothing to do. Actions are written down after a meeting.")
        )
        here = {group.owner for group in groups}
        for owner in [owner for owner in self._cards if owner not in here]:
            self._cards.pop(owner).deleteLater()
        for place, group in enumerate(groups):
            card = self._cards.get(group.owner)
            if card is None:
                card = self._cards[group.owner] = _GroupCard(self, group.owner)
            if self.groups_column.indexOf(card) != place:
                self.groups_column.insertWidget(place, card)
            card.show_group(group)
        self._show_review_buttons()

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
        self.records.change(
            following_up.untick,
            row.id,
            undo=Undo(_("Back on the list: {what}").format(what=row.what), following_up.tick_off, (row.id, row.done_on)),
        )

    def _show_review_buttons(self) -> None:
        rows = self.records.read(children.list_children, self.today())
        self.review.setVisible(bool(rows))
        here = {row.id for row in rows}
        for child_id in [child_id for child_id in self._review_buttons if child_id not in here]:
            self.review_buttons.remove(self._review_buttons.pop(child_id))
        for row in rows:
            button = self._review_buttons.get(row.id)
            if button is None:
                button = self._review_buttons[row.id] = Button("", icon="printer")
                button.clicked.connect(self.go_to(ReviewList(row.id)))
                self.review_buttons.add(button)
            button.setText(_("Print the list for {child}’s review").format(child=row.name))


class _GroupCard(Card):
    """What one person or office owes."""

    def __init__(self, page: ActionsPage, owner: Owner) -> None:
        super().__init__(owner.words(_("The children")))
        self._page = page
        self._rows: dict[int, _Row] = {}
        self._column = QVBoxLayout()
        theme.space(self._column, gap=20)
        self.body.addLayout(self._column)

    def show_group(self, group: ActionGroup) -> None:
        here = {row.id for row in group.rows}
        for action_id in [action_id for action_id in self._rows if action_id not in here]:
            gone = self._rows.pop(action_id)
            if gone.isAncestorOf(self._page.focusWidget()):
                self._page.show_which.setFocus()
            gone.deleteLater()
        for place, row in enumerate(group.rows):
            shown = self._rows.get(row.id)
            if shown is None:
                shown = self._rows[row.id] = _Row(self._page, row)
            if self._column.indexOf(shown) != place:
                self._column.insertWidget(place, shown)
            shown.show_row(row)


class _Row(QWidget):
    """One action: what, for whom, when; late with icon and word."""

    def __init__(self, page: ActionsPage, row: ActionRow) -> None:
        super().__init__()
        self._page, self._row = page, row
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        self.what = PlainLabel("", kind="strong")
        self.about = PlainLabel("", kind="hint")
        self.tag = Tag("", "later", "circle")
        self.button = Button("", icon="check")
        column.addWidget(self.what)
        column.addWidget(self.about)
        column.addWidget(WrapRow(self.tag, self.button))
        self.button.clicked.connect(self._on_button)

    def show_row(self, row: ActionRow) -> None:
        self._row = row
        self.what.setText(row.what)
        whose = row.child if row.is_mine else f"{row.who} · {row.child}"
        self.about.setText(_("{whose} · agreed on {day}").format(whose=whose, day=say_short(row.agreed_on, with_year=True)))
        self.tag.show_as(*_tag(row))
        words = _("It is not done") if row.done_on else _("It is done")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {row.what}, {row.child}")

    def _on_button(self) -> None:
        if self._row.done_on:
            self._page.untick(self._row)
        else:
            self._page.tick(self._row)


def _tag(row: ActionRow) -> "tuple[str, str, str]":
    if row.done_on:
        return _("Done on {day}").format(day=say_day(row.done_on)), "ok", "circle-check"
    if row.due_on is None:
        return _("No date was said"), "later", "circle"
    if row.days_late:
        late = plural("Late by {count} day", "Late by {count} days", row.days_late)
        words = f"{late}, " + _("was due {day}").format(day=say_short(row.due_on))
        return words, "over" if row.is_mine else "warn", "triangle-alert" if row.is_mine else "hourglass"
    return _("Due by {day}").format(day=say_day(row.due_on)), "info", "calendar"
