"""What a page is about, beside its column and always in sight: a date, its sentence, the next step and its button."""

from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.look import theme
from ui.widgets.text import Heading
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.widgets.tag import Tag

_GAP = 12
_EDGES = (20.0, 18.0, 20.0, 20.0)
_EDGES_OF_A_LINE = (20.0, 8.0, 12.0, 8.0)


class Lies(Enum):
    """Where a rail is: beside the column; a line above it that stays in sight; or whole, in its place in the column."""

    BESIDE = auto()
    LINE = auto()
    WHOLE = auto()


class Rail(QFrame):
    """A heading, `body` with what is said, and buttons: `actions` for what to do next, `ways` for what else there is.

    `Page.add_rail` gives it its place. As a line it is the heading and the actions, and what is said and the ways stand
    beneath it in the column. Its parts are moved, and never made anew.
    """

    arranged = Signal()
    """It has become a line, or is none any more."""
    beside = Signal(bool)
    """It has come to lie beside the column, or does no more."""

    def __init__(self, heading: str = "", tag: "Tag | None" = None) -> None:
        super().__init__()
        self.lies = Lies.WHOLE
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.heading = Heading(heading or " ", 2)
        self._head: QWidget = WrapRow(self.heading, tag) if tag is not None else self.heading
        self._said = QWidget()
        self.body = QVBoxLayout(self._said)
        theme.space(self.body, gap=_GAP, edges=(0, 0, 0, 0))
        self._doing = WrapRow()
        self._doing.hide()
        self._ways = WrapRow()
        self._ways.hide()
        self._under: QVBoxLayout | None = None
        self.place = RailPlace(self)
        self._arrange()

    def actions(self, *buttons: QWidget) -> None:  # type: ignore[override]  # not Qt's list of commands
        """What to do next: in sight together with the heading, however narrow the window is."""
        for button in buttons:
            self._doing.add(button)
        self._doing.show()

    def ways(self, *buttons: QWidget) -> None:
        """What else there is to go to."""
        for button in buttons:
            self._ways.add(button)
        self._ways.show()

    def let_go(self, *parts: QWidget) -> None:
        """Somebody else takes these of the ways."""
        for part in parts:
            self._ways.let_go(part)
        self._ways.setVisible(bool(self._ways.items()))

    def hold(self, said: QWidget, doing: WrapRow, under: QVBoxLayout) -> None:
        """Show these parts of a card, which gets them back by taking them. As a line, what is said is in `under`."""
        for own in (self._said, self._doing):
            if own not in (said, doing) and self._box.indexOf(own) >= 0:
                self._box.removeWidget(own)
                own.hide()
        self._said, self._doing, self._under = said, doing, under
        self._arrange()

    def lie(self, where: Lies) -> None:
        """Arrange the parts for where it is now. The keyboard stays where it is."""
        before, self.lies = self.lies, where
        if (before == Lies.LINE) != (where == Lies.LINE):
            at = cast(QWidget | None, self.window().focusWidget())
            self._arrange()
            self.arranged.emit()
            stay_at(at)
        if (before == Lies.BESIDE) != (where == Lies.BESIDE):
            self.beside.emit(where == Lies.BESIDE)

    def fits_a_line(self, width: int) -> bool:
        """Whether the heading and what there is to do stand side by side in so many pixels."""
        if not any(not each.isHidden() for each in self._doing.items()):
            return False
        left, _top, right, _bottom = _EDGES_OF_A_LINE
        around = theme.gap(left) + theme.gap(_GAP) + theme.gap(right)
        return self._head.sizeHint().width() + self._doing.sizeHint().width() + around <= width

    def parts_in_order(self) -> list[QWidget]:
        """What is read at its place in the column, in that order."""
        column = self.place.column
        inside = (item.widget() for item in map(column.itemAt, range(column.count())) if item is not None)
        return [self, *(part for part in inside if isinstance(part, QWidget))]

    def _arrange(self) -> None:
        is_line = self.lies == Lies.LINE
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if is_line else ways.TopToBottom)
        theme.space(self._box, gap=_GAP, edges=_EDGES_OF_A_LINE if is_line else _EDGES)
        if is_line:
            _move(self._said, self._under or self.place.column, 0)
            _move(self._ways, self.place.column, self.place.column.count())
            inside = [self._head, self._doing]
        else:
            inside = [self._head, self._said, self._doing, self._ways]
        for index, part in enumerate(inside):
            _move(part, self._box, index)
            part.raise_()  # a screen reader goes by the order of the parts: as they are read
        self._box.setStretchFactor(self._head, 1 if is_line else 0)
        middle = Qt.AlignmentFlag.AlignVCenter if is_line else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._head, middle)
        show_as(self, "line" if is_line else "card", self.property("hue"))
        self.place.show_edge()


class RailPlace(QFrame):
    """Where in the column a rail is read: room for it there, and beneath it what is not on the line."""

    def __init__(self, rail: Rail) -> None:
        super().__init__()
        self.rail = rail
        self.column = QVBoxLayout(self)
        theme.space(self.column, gap=_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def has_more(self) -> bool:
        """Whether something stands beneath the line."""
        items = (self.column.itemAt(index) for index in range(self.column.count()))
        return any(item is not None and not item.isEmpty() for item in items)

    def keep(self, height: int) -> None:
        """Room for the rail, so many pixels high; none at all where it lies beside the column."""
        edge = theme.gap(16) if self.has_more else 0
        side = theme.gap(_EDGES[0]) if edge else 0
        self.column.setContentsMargins(side, height + edge, side, edge)
        self.show_edge()
        if self.isHidden() == bool(height):
            self.setVisible(bool(height))

    def show_edge(self) -> None:
        """What stands beneath the line is one box with it, in the same tint."""
        is_box = self.rail.lies == Lies.LINE and self.has_more
        show_as(self, "under_line" if is_box else "", self.rail.property("hue") if is_box else None)


def stay_at(at: QWidget | None) -> None:
    """What was moved elsewhere has lost the keyboard: give it back, where it can be seen."""
    if at is not None and isValid(at) and at.isVisible() and at.window().focusWidget() is not at:
        at.setFocus(Qt.FocusReason.OtherFocusReason)


def _move(part: QWidget, to: QBoxLayout, index: int) -> None:
    """Put a part there, hidden or not as it was."""
    here = to.indexOf(part)
    index = min(
        index, to.count() - (here >= 0)
    )  # a part that moves within one box leaves its own place first
    if here == index:
        return
    hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    to.insertWidget(index, part)
    part.setVisible(not hidden)


def show_as(frame: QFrame, part: str, hue: object) -> None:
    """Draw a frame as the style sheet says for this part of a page, with a tint or none."""
    if (frame.property("part"), frame.property("hue")) != (part, hue):
        frame.setProperty("part", part)
        frame.setProperty("hue", hue)
        style_again(frame)


def style_again(part: QWidget) -> None:
    """A property that the style sheet asks for has changed. What was never shown is styled when it is."""
    if part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        part.style().unpolish(part)
        part.style().polish(part)
