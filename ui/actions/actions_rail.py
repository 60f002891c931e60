"""With the actions: what the carer has to do next, and the way to each child-in-care review."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.adding_actions import AddTo
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
    """What is first of the carer's own, with its button; as a line, without how it stands: the list says that next."""

    day_says_more = True
    is_done = Signal(object)
    """This one, says who pressed it."""

    def __init__(self, otherwise: Callable[[], QWidget]) -> None:
        """`otherwise` gives what has the keyboard when nothing is next any more."""
        super().__init__(_("Your next action"))
        self._otherwise = otherwise
        self._next: ActionRow | None = None
        self.tag = Tag("", "later", "circle")
        self.body.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignLeft)
        self.done = Button(_("It is done"), kind="main", icon="check")
        self.done.clicked.connect(self._on_done)
        self.actions(self.done)
        self.arranged.connect(self._on_arranged)
        self.hide()  # laid out once, when it is filled

    def show_next(self, row: ActionRow | None) -> None:
        """Show what is first of the carer's own; nothing where there is none."""
        if row is not None and row != self._next:
            self.say_when(_("{child}: {what}").format(child=row.child, what=row.what))
            self.tag.is_quiet = not row.days_late
            self.tag.show_as(*how_it_stands(row))
            self.done.setAccessibleName(
                _("It is done: {what}, {child}").format(what=row.what, child=row.child)
            )
        self._next = row
        if row is None and self.window().focusWidget() is self.done:
            self._otherwise().setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(row is not None)

    def _on_arranged(self) -> None:
        self._said.setVisible(self.lies != Lies.LINE)

    def _on_done(self) -> None:
        if self._next is not None:
            self.is_done.emit(self._next)


class ReviewsOfAll(QWidget):
    """The way to each child's child-in-care review."""

    leads_to = Signal(object)

    def __init__(self, otherwise: Callable[[], QWidget]) -> None:
        super().__init__()
        self.buttons: Rows[AddTo] = Rows(self._make_button, otherwise, gap=8)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(Heading(_("For the child-in-care review"), 2))
        column.addWidget(
            PlainLabel(_("What goes along, on a page to print; and afterwards what was decided."))
        )
        column.addWidget(self.buttons)
        self.hide()

    def show_children(self, children: Sequence[AddTo]) -> None:
        """One for each child."""
        self.buttons.show_rows(children)
        self.setVisible(bool(children))

    def _make_button(self, child_id: int) -> "_ReviewButton":
        button = _ReviewButton("", icon="list-checks")
        button.clicked.connect(partial(self._on_review, child_id))
        return button

    def _on_review(self, child_id: int, _pressed: bool = False) -> None:
        self.leads_to.emit(CareReviewPlace(child_id))


class _ReviewButton(Button):
    """Leads to the review of one child."""

    def show_row(self, _number: int, row: AddTo) -> None:
        words = _("Get ready for {child}’s review").format(child=row.child)
        if self.words() != words:
            self.setText(words)
            self.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self
