"""One agreed action: ticked off as on paper, and put right where it stands."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import HowFar, Owner, RequestAbout
from carer_app.typed_dates import say_short
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.base.places import AskAgain, Place
from ui.look import theme
from ui.parts.action_days import half_typed
from ui.parts.action_edit import ActionEdit
from ui.parts.action_line import ActionLine
from ui.widgets.buttons import Button, Link
from ui.widgets.choice import Tick
from ui.widgets.marked_row import MARK_AND_GAPS
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Kind, Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.parts.page_with_actions import PageWithActions

_A_YEAR = 300


class ActionWidget(QWidget):
    """What, who and by when, with the tick at the left. Late has an icon and a word; it is red only where the carer
    owes it."""

    offers_asking = True

    def __init__(self, page: "PageWithActions") -> None:
        super().__init__()
        self._page = page
        self._row: ActionRow | None = None
        self._shown: tuple[ActionRow, bool] | None = None
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 4, 0, 8))
        self.whose = PlainLabel("", kind="hint")
        self.tag = Tag("", "later", "circle")
        self.change = Button(_("Change"), kind="quiet")
        column.addWidget(ActionLine(self._make_what(), self.whose, self.tag, self.change))
        self.change.clicked.connect(self._on_change)

    @cached_property
    def edit(self) -> ActionEdit:
        """Made when it is first needed: a household of many years has hundreds of actions."""
        edit = ActionEdit(self._page, self._given(), self.close_edit)
        edit.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(edit)
        follow_reading_order(self)
        return edit

    @cached_property
    def asking(self) -> "_Asking":
        """Made when something waits for somebody else."""
        asking = _Asking()
        asking.link.clicked.connect(lambda: self._page.go.emit(_asks(self._given())))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, asking)
        return asking

    @cached_property
    def doubt(self) -> "_AskedBefore":
        """Made when the day that was asked for was before the meeting."""
        doubt = _AskedBefore()
        doubt.link.clicked.connect(self._on_say_by_when)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, doubt)
        return doubt

    def is_unfolded(self) -> bool:
        """Whether something of it is being changed."""
        return "edit" in self.__dict__ and not self.edit.isHidden()

    def show_row(self, _number: int, row: ActionRow) -> None:
        """Show how the action stands. One that stands as before is left alone."""
        is_half_typed = row.id in half_typed(self._page.drafts())
        if (row, is_half_typed) == self._shown:
            return
        self._row, self._shown = row, (row, is_half_typed)
        self._say_what(row)
        self.tag.is_quiet = not row.days_late
        self.tag.show_as(*how_it_stands(row))
        self._name_change()
        may_ask = self.offers_asking and _may_ask(row)
        if may_ask or "asking" in self.__dict__:
            self.asking.setVisible(may_ask)
            self.asking.show_row(row)
        if row.asked_for_by is not None or "doubt" in self.__dict__:
            self.doubt.show_row(row)
        if "edit" in self.__dict__:
            self.edit.show_row(row)
        if is_half_typed:
            self.edit.show()
            self._name_change()

    def first_box(self) -> QWidget:
        """Where the keyboard goes when it comes to this action."""
        return self.tick

    def close_edit(self) -> None:
        """Put right: the row stands where it belongs now."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.hide()
        self._name_change()
        self._page.put_in_order(self._given().id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline beneath it."""
        painter = QPainter(self)
        thick = max(1, theme.px(1))
        painter.fillRect(QRect(0, self.height() - thick, self.width(), thick), theme.colour("hair"))

    def _make_what(self) -> QWidget:
        self.tick = Tick("")
        # Not `clicked`: a screen reader or a voice program does not click, it toggles.
        self.tick.toggled.connect(self._on_tick)
        return self.tick

    def _say_what(self, row: ActionRow) -> None:
        self._show_ticked(row)
        self.tick.setText(row.what)
        self.tick.setAccessibleName(_("Done: {what}, {child}").format(what=row.what, child=row.child))
        both = _("{who} · {child}").format(who=row.who, child=row.child)
        self.whose.setText(row.child if row.is_mine or row.who == row.child else both)

    def _given(self) -> ActionRow:
        assert self._row is not None
        return self._row

    def _on_tick(self, on: bool) -> None:
        row = self._given()
        if on == (row.done_on is not None):
            return
        if not (self._page.tick(row) if on else self._page.untick(row)):
            self._show_ticked(row)

    def _show_ticked(self, row: ActionRow) -> None:
        self.tick.setChecked(row.done_on is not None)

    def _on_change(self) -> None:
        if self.is_unfolded():
            self.close_edit()
            return
        self._unfold()
        self.edit.begin()

    def _on_say_by_when(self) -> None:
        self._unfold()
        self.edit.due.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        self.edit.show_row(self._given())  # who has the role, and what the child said, may be known by now
        self.edit.show()
        self._name_change()
        show_soon(self.edit)

    def _name_change(self) -> None:
        words = _("Close") if self.is_unfolded() else _("Change")
        name = f"{words}: {self._given().what}, {self._given().child}"
        if self.change.accessibleName() != name:
            self.change.setText(words)
            self.change.setAccessibleName(name)


class _Asking(QWidget):
    """The way to ask about it, beneath the words."""

    def __init__(self) -> None:
        super().__init__()
        self.link = Link("")
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(MARK_AND_GAPS, 0, 0, 0))
        column.addWidget(WrapRow(self.link))

    def show_row(self, row: ActionRow) -> None:
        """Late is asked about again; where nobody said a day, it is asked about."""
        self.link.setText(_("Ask again") if row.days_late else _("Ask about it"))
        self.link.setAccessibleName(f"{self.link.words()}: {row.what}, {row.child}")


class _AskedBefore(QWidget):
    """It was asked for by a day before the meeting: that is said, and by when it will be now is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", kind="hint")
        self.link = Link("")
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(MARK_AND_GAPS, 0, 0, 0))
        column.addWidget(self.words)
        column.addWidget(WrapRow(self.link))

    def show_row(self, row: ActionRow) -> None:
        """Nothing is asked once there is a day."""
        self.setVisible(row.asked_for_by is not None)
        if row.asked_for_by is None:
            return
        day = say_short(row.asked_for_by, with_year=True)
        self.words.setText(
            _("You asked for this by {day}. That was before the meeting. By when now?").format(day=day)
        )
        self.link.setText(_("Say by when"))
        self.link.setAccessibleName(f"{self.link.words()}: {row.what}, {row.child}")


class AgreedWidget(ActionWidget):
    """The same among what one meeting agreed: nobody ticks off yet what was only just agreed, or asks for it again."""

    offers_asking = False

    def first_box(self) -> QWidget:
        return self.change

    def _make_what(self) -> QWidget:
        self.what = PlainLabel("")
        return self.what

    def _say_what(self, row: ActionRow) -> None:
        self.what.setText(row.what)
        self.whose.setText(row.who)


def _may_ask(row: ActionRow) -> bool:
    """Whether it is somebody else’s, and late or without a day."""
    waits = row.waits_for_pep or row.owner in (Owner.ME, Owner.CHILD)
    return row.is_open and not waits and (row.days_late > 0 or row.due_on is None)


def _asks(row: ActionRow) -> Place:
    return AskAgain(row.child_id, RequestAbout.ACTION, row.id)


def how_it_stands(row: ActionRow) -> tuple[str, Kind, str]:
    """The words, kind and icon of an action's tag."""
    if row.done_on:
        return _("Done on {day}").format(day=say_short(row.done_on, with_year=True)), "ok", "circle-check"
    if row.how_far == HowFar.WILL_NOT:
        return row.how_far.words, "later", "circle"
    if row.waits_for_pep:
        return _("To the next PEP"), "info", "calendar"
    if row.how_far == HowFar.PARTLY and not row.days_late:
        day = (
            _("Partly done, by {day}").format(day=say_short(row.due_on)) if row.due_on else row.how_far.words
        )
        return day, "info", "circle"
    if row.due_on is None:
        return _("No date was said"), "later", "circle"
    if row.days_late:
        day = say_short(row.due_on, with_year=row.days_late > _A_YEAR)
        words = _("Late, due {day}").format(day=day)
        return (words, "over", "triangle-alert") if row.is_mine else (words, "warn", "hourglass")
    return _("By {day}").format(day=say_short(row.due_on)), "info", "calendar"
