"""What a page is about, beside its column and always in sight: a date, its sentence, the next step and its button."""

from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.look import theme
from ui.widgets.laid_out import laid_out
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.widgets.tag import Tag

_GAP, _LINES = 12, 8
_WHEN = 100
"""So much room at least has a day beside a button (100 % pixels)."""
_AS_WIDE = Qt.AlignmentFlag(0)
_EDGES = (20.0, 16.0, 20.0, 20.0)
_EDGES_OF_A_LINE = (20.0, 8.0, 12.0, 8.0)


class Lies(Enum):
    """Where a rail is: beside the column; a line at the edge of the window; or whole, in its place in the column."""

    BESIDE = auto()
    LINE = auto()
    WHOLE = auto()


class Rail(QFrame):
    """A heading, `when` it is, `body` with what is said, and buttons: `actions` for what to do next, `ways` for what
    else there is.

    `Page.add_rail` gives it its place. As a line it is the heading, the day and the actions; what is said and the ways
    stand in the column beneath it, or above it where it is read last. Its parts are moved, and never made anew.
    """

    arranged = Signal()
    """It has become a line, or is none any more."""
    beside = Signal(bool)
    """It has come to lie beside the column, or does no more."""
    is_last = False
    """It is read at the end of its page: as a line it lies at the bottom."""

    def __init__(self, heading: str = "", tag: "Tag | None" = None) -> None:
        super().__init__()
        self.lies = Lies.WHOLE
        self._lay_as: tuple[Lies, int] | None = None
        self._is_low = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.heading = Heading(heading or " ", 2)
        self._tag = tag
        self.when = PlainLabel("", kind="strong")
        self.day = PlainLabel("", kind="strong")
        for label in (self.when, self.day):
            label.hide()
        self._head = WrapRow(self.heading, self.day, *([tag] if tag is not None else []))
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

    def say_when(self, day: str, on_a_line: str = "") -> None:
        """The day it is about, where there is one; shorter where there is little room."""
        self.when.setText(day)
        self.day.setText(on_a_line or day)
        self._show_when()

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

    def lie_low(self, low: bool) -> None:
        """As a line it lies at the bottom of the window, over what is read before it: it has an edge to that."""
        if low != self._is_low:
            self._is_low = low
            show_as(self, self._looks(), self.property("hue"))

    def line_height(self, width: int) -> int:
        """How high a line in so many pixels is; 0 where there is nothing to do."""
        if not any(not each.isHidden() for each in self._doing.items()):
            return 0
        left, top, right, bottom = (theme.gap(edge) for edge in _EDGES_OF_A_LINE)
        inner = width - left - right - 2
        head, doing, between = self._line_head(inner), self._doing.sizeHint().width(), theme.gap(_GAP)
        if self._fits_beside(inner):
            high = max(self._line_head(inner - between - doing), self._doing.heightForWidth(doing))
        else:
            high = head + between + self._doing.heightForWidth(inner)
        return top + high + bottom + 2

    def parts_in_order(self) -> list[QWidget]:
        """What is read at its place in the column, in that order."""
        others = self.place.parts()
        return [*others, self] if self.is_last and self.lies == Lies.LINE else [self, *others]

    def height_in(self, width: int) -> int:
        """How high it is in so many pixels, its parts side by side where they fit."""
        self._point(width)
        return self.heightForWidth(width)

    def _fits_beside(self, inner: int) -> bool:
        """Whether the heading and what there is to do stand side by side in a line."""
        room = inner - theme.gap(_GAP) - self._doing.sizeHint().width()
        return room >= max(self.heading.sizeHint().width(), min(self.day.sizeHint().width(), theme.px(_WHEN)))

    def _line_head(self, room: int) -> int:
        """How high the heading and the day are in a line, in so much room."""
        high, across = self.heading.heightForWidth(room), self.day.sizeHint().width()
        if not self.day.words():
            return high
        if self.heading.sizeHint().width() + theme.gap(_GAP) + across <= room:
            return max(high, self.day.heightForWidth(across))
        return high + theme.gap(_LINES) + self.day.heightForWidth(min(room, across))

    def _point(self, width: int) -> None:
        """Which way its parts go on, in so many pixels."""
        if self._lay_as == (self.lies, width):
            return
        self._lay_as = None if self.lies == Lies.LINE else (self.lies, width)
        left, _top, right, _bottom = _EDGES_OF_A_LINE
        beside = self.lies == Lies.LINE and self._fits_beside(width - theme.gap(left) - theme.gap(right) - 2)
        ways = QBoxLayout.Direction
        direction = ways.LeftToRight if beside else ways.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        middle = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
        self._box.setStretchFactor(self._head, int(beside))
        self._box.setAlignment(self._head, middle)

    def _show_when(self) -> None:
        is_line = self.lies == Lies.LINE
        self.when.setVisible(bool(self.when.words()) and not is_line)
        self.day.setVisible(bool(self.day.words()) and is_line)

    def _arrange(self) -> None:
        is_line = self.lies == Lies.LINE
        theme.space(self._box, gap=_GAP, edges=_EDGES_OF_A_LINE if is_line else _EDGES)
        under = self._under or self.place.column
        self._show_when()
        if is_line and self._said.layout() is self.body and not self.body.count():
            self._said.hide()  # nothing is said: no empty box beneath the line
        if is_line:
            if self._tag is not None:
                self._head.let_go(self._tag)
                _move(self._tag, under, 0, Qt.AlignmentFlag.AlignLeft)
            _move(self._said, under, 0 if self._tag is None else 1)
            _move(self._ways, self.place.column, self.place.column.count())
            inside: list[QWidget] = [self._head, self._doing]
        else:
            if self._tag is not None and self._tag not in self._head.items():
                self._head.add(self._tag)
            inside = [self._head, self.when, self._said, self._doing, self._ways]
        for index, part in enumerate(inside):
            _move(part, self._box, index)
            part.raise_()  # a screen reader goes by the order of the parts: as they are read
        self._point(self.width())
        show_as(self, self._looks(), self.property("hue"))
        self.place.show_edge()

    def _looks(self) -> str:
        if self.lies != Lies.LINE:
            return "card"
        if self._is_low:
            return "low_line"
        return "last_line" if self.is_last else "line"


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
        return any(not part.isHidden() for part in self.parts())

    def parts(self) -> list[QWidget]:
        """What stands in it, from the top."""
        return laid_out(self.column)

    @property
    def has_line_last(self) -> bool:
        """Whether the line is at the bottom of this."""
        return self.rail.is_last and self.rail.lies == Lies.LINE

    def keep(self, height: int) -> None:
        """Room for the rail, so many pixels high; none at all where it lies beside the column."""
        if not height and self.isHidden():
            return
        edge = theme.gap(16) if self.has_more else 0
        side = theme.gap(_EDGES[0]) if edge else 0
        above, beneath = (edge, edge + height) if self.has_line_last else (edge + height, edge)
        self.column.setContentsMargins(side, above, side, beneath)
        self.show_edge()
        if self.isHidden() == bool(height):
            self.setVisible(bool(height))

    def show_edge(self) -> None:
        """What stands beneath the line is one box with it, in the same tint."""
        is_box = self.rail.lies == Lies.LINE and self.has_more
        box = "above_line" if self.has_line_last else "under_line"
        show_as(self, box if is_box else "", self.rail.property("hue") if is_box else None)


def stay_at(at: QWidget | None) -> None:
    """What was moved elsewhere has lost the keyboard: give it back, where it can be seen."""
    if at is not None and isValid(at) and at.isVisible() and at.window().focusWidget() is not at:
        at.setFocus(Qt.FocusReason.OtherFocusReason)


def _move(part: QWidget, to: QBoxLayout, index: int, how: Qt.AlignmentFlag = _AS_WIDE) -> None:
    """Put a part there, hidden or not as it was."""
    here = to.indexOf(part)
    index = min(
        index, to.count() - (here >= 0)
    )  # a part that moves within one box leaves its own place first
    if here == index:
        return
    hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    to.insertWidget(index, part, 0, how)
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
