"""Beside the actions: what the carer has to do next, and the way to each child-in-care review."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.children import ChildRow
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.base.places import CareReviewPlace
from ui.look import theme
from ui.parts.action_row import how_it_stands
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.rail import Lies, Rail
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel


class ActionsRail(Rail):
    """In a narrow window what is next is not said twice: there it is the first of the list.

    `otherwise` gives what has the keyboard when nothing is next any more.
    """

    is_done = Signal(object)
    """This one, says who pressed it."""
    leads_to = Signal(object)

    def __init__(self, otherwise: Callable[[], QWidget]) -> None:
        super().__init__()
        self._otherwise = otherwise
        self._next: ActionRow | None = None
        self.next = QWidget()
        column = QVBoxLayout(self.next)
        theme.space(column, gap=8, edges=(0, 0, 0, 12))
        self.what = PlainLabel("", kind="strong")
        self.tag = Tag("", "later", "circle")
        self.done = Button(_("It is done"), kind="main", icon="check")
        self.done.clicked.connect(self._on_done)
        for part in (self.what, self.tag, self.done):
            column.addWidget(part)
        self.for_review = Heading(_("For the child-in-care review"), 2)
        self.body.addWidget(self.next)
        self.body.addWidget(self.for_review)
        self.body.addWidget(
            PlainLabel(_("What goes along, on a page to print; and afterwards what was decided."))
        )
        self.review_buttons: Rows[ChildRow] = Rows(self._make_review_button, otherwise, gap=8)
        self.body.addWidget(self.review_buttons)
        self.beside.connect(self._show_or_hide)

    def show_next(self, row: ActionRow | None, children: Sequence[ChildRow]) -> None:
        """Show what is first of the carer's own, and a list for each child."""
        self.review_buttons.show_rows(children)
        self.setVisible(bool(children))
        if row is not None and row != self._next:
            self.what.setText(_("{child}: {what}").format(child=row.child, what=row.what))
            self.tag.is_quiet = not row.days_late
            self.tag.show_as(*how_it_stands(row))
            self.done.setAccessibleName(
                _("It is done: {what}, {child}").format(what=row.what, child=row.child)
            )
        self._next = row
        self._show_or_hide()

    def _show_or_hide(self, _is_beside: bool = False) -> None:
        is_seen = self._next is not None and self.lies == Lies.BESIDE
        if not is_seen and self.window().focusWidget() is self.done:
            self._otherwise().setFocus(Qt.FocusReason.OtherFocusReason)
        self.next.setVisible(is_seen)
        self.for_review.setVisible(is_seen)
        self.heading.setText(_("Your next action") if is_seen else self.for_review.words())

    def _on_done(self) -> None:
        if self._next is not None:
            self.is_done.emit(self._next)

    def _make_review_button(self, child_id: int) -> "_ReviewButton":
        button = _ReviewButton("", icon="list-checks")
        button.clicked.connect(partial(self._on_review, child_id))
        return button

    def _on_review(self, child_id: int, _pressed: bool = False) -> None:
        self.leads_to.emit(CareReviewPlace(child_id))


class _ReviewButton(Button):
    """Leads to the review of one child."""

    def show_row(self, _number: int, row: ChildRow) -> None:
        words = _("Get ready for {child}’s review").format(child=row.name)
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self
