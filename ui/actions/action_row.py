"""One agreed action: what, whose, by when; ticked off, or given another date."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _, plural
from ui.actions.hand_on import HandOn
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Kind, Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.actions.actions import ActionsPage


_DUE = "due_"


class ActionWidget(QWidget):
    """Late has an icon and a word; it is red only where the carer owes it."""

    def __init__(self, page: "ActionsPage", action_id: int) -> None:
        super().__init__()
        self._page = page
        self._row: ActionRow | None = None
        self._shown: tuple[ActionRow, str] | None = None
        self._name = due_name(action_id)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        self.what = PlainLabel("", kind="strong")
        self.about = PlainLabel("", kind="hint")
        self.tag = Tag("", "later", "circle")
        self.button = Button("", icon="check")
        self.change = Button(_("Change the date"), kind="quiet")
        self.hand = Button(_("Hand on"), kind="quiet")
        stands = WrapRow(self.tag, self.about)
        buttons = WrapRow(self.button, self.change, self.hand)  # all of them side by side at 1366 pixels
        for part in (self.what, stands, buttons):
            column.addWidget(part)
        self.button.clicked.connect(self._on_button)
        self.change.clicked.connect(self._on_change)
        self.hand.clicked.connect(self._on_hand)

    @property
    def due(self) -> DateField:
        return self._boxes[0]

    @property
    def field(self) -> Field:
        return self._boxes[1]

    @property
    def hand_on(self) -> HandOn:
        return self._boxes[3]

    @cached_property
    def _boxes(self) -> tuple[DateField, Field, StoredDay, HandOn]:
        """Made when one of them is first needed: a household of many years has hundreds of actions."""
        due = day_field(self._page.today)
        field = Field(_("By when"), due, hint=_("Leave it empty if nobody said a date."), optional=True)
        stored = StoredDay(self._page, self._name, field, due, self._save)
        hand_on = HandOn(self._on_handed, self._close_hand_on)
        column = self.layout()
        assert column is not None
        for part in (field, hand_on):
            part.hide()
            column.addWidget(part)
        due.line.returnPressed.connect(self._close_if_saved)
        field.call(self._given().what)
        stored.show(self._given().due_on)
        follow_reading_order(self)
        return due, field, stored, hand_on

    def _has_boxes(self) -> bool:
        return "_boxes" in self.__dict__

    def is_unfolded(self) -> bool:
        """Whether something of it is being changed."""
        return self._has_boxes() and not (self.field.isHidden() and self.hand_on.isHidden())

    def show_row(self, _number: int, row: ActionRow) -> None:
        """Show how the action stands. One that stands as before is left alone."""
        draft = self._page.drafts().get(self._name, "")
        if (row, draft) == self._shown:
            return
        self._row, self._shown = row, (row, draft)
        self.what.setText(row.what)
        whose = row.child if row.is_mine else f"{row.who} · {row.child}"
        agreed = _("agreed on {day}").format(day=say_short(row.agreed_on, with_year=True))
        self.about.setText(f"{whose} · {agreed}")
        self.tag.show_as(*how_it_stands(row))
        self.button.setText(_("It is not done") if row.done_on else _("It is done"))
        for button in (self.button, self.change, self.hand):
            button.setAccessibleName(f"{button.words()}: {row.what}, {row.child}")
        self.change.setVisible(row.done_on is None)
        self.hand.setVisible(row.done_on is None)
        if self._has_boxes():
            self.field.call(row.what)
            self._boxes[2].show(row.due_on)
        if draft:
            self.field.show()

    def first_box(self) -> QWidget:
        """Where the keyboard goes when it comes to this action."""
        return self.button

    def _given(self) -> ActionRow:
        assert self._row is not None
        return self._row

    def _on_button(self) -> None:
        if self._given().done_on:
            self._page.untick(self._given())
        else:
            self._page.tick(self._given())

    def _on_change(self) -> None:
        self.field.setVisible(self.field.isHidden())
        target = self.change if self.field.isHidden() else self.due.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self.field)

    def _on_hand(self) -> None:
        if self.hand_on.isHidden():
            self.hand_on.open_for(self._given())
        else:
            self._close_hand_on()

    def _on_handed(self, owner: Owner, name: str) -> None:
        self._close_hand_on()
        self._page.hand_on(self._given(), owner, name)

    def _close_hand_on(self) -> None:
        self.hand.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hand_on.hide()

    def _save(self, day: date | None) -> bool:
        return self._page.change_due(self._given(), day)

    def _close_if_saved(self) -> None:
        if not self.field.error():
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.hide()


def due_name(action_id: int) -> str:
    """Under this name a date that is half typed is kept."""
    return f"{_DUE}{action_id}"


def action_of(name: str) -> int | None:
    """The action whose date is half typed under this name; None for another name."""
    number = name.removeprefix(_DUE)
    return int(number) if number.isdecimal() else None


def how_it_stands(row: ActionRow) -> tuple[str, Kind, str]:
    """The words, kind and icon of an action's tag."""
    if row.done_on:
        return _("Done on {day}").format(day=say_day(row.done_on)), "ok", "circle-check"
    if row.due_on is None:
        return _("No date was said"), "later", "circle"
    if row.days_late:
        late = plural("Late by {count} day", "Late by {count} days", row.days_late)
        words = _("{late}, was due {day}").format(late=late, day=say_short(row.due_on))
        return (words, "over", "triangle-alert") if row.is_mine else (words, "warn", "hourglass")
    return _("Due by {day}").format(day=say_day(row.due_on)), "info", "calendar"
