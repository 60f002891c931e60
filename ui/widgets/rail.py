"""What a page is about, beside its column and always in sight: a date, its sentence, the next step and its button."""

from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.look import theme
from ui.widgets.laid_out import laid_out
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow
from ui.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from ui.widgets.tag import Tag

_GAP, _LINES = 12, 8
_ENOUGH_OF_A_DAY = 160
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

    `Page.add_rail` gives it its place. As a line it is the heading, the day and the actions, on one line: a day
    for which there is no room stands with what is said and the ways, in the column beneath it, or above it where it is
    read last. Its parts are moved, and never made anew.
    """

    arranged = Signal()
    """It has become a line, or is none any more."""
    beside = Signal(bool)
    """It has come to lie beside the column, or does no more."""
    may_lie_beside = True
    is_last = False
    """It is read at the end of its page: as a line it lies at the bottom."""
    day_says_more = False
    """Where a line has no room for both, the day stays, and the heading goes: the button is about it."""

    def __init__(self, heading: str = "", tag: "Tag | None" = None) -> None:
        super().__init__()
        self.lies = Lies.WHOLE
        self._lay_as: tuple[Lies, int] | None = None
        self._is_low = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.heading = Heading(heading or " ", 2)
        self._tag = tag
        self.when = PlainLabel("", kind="strong")
        self.day = _OnOneLine("", kind="strong")
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
        self._own = (self._said, self._doing)
        self._under: QVBoxLayout | None = None
        self._beneath: PlainLabel | None = None
        self.place = RailPlace(self)
        self._arrange()

    def say_when(self, day: str, on_a_line: str = "") -> None:
        """The day it is about, where there is one; shorter where there is little room."""
        self.when.setText(day)
        self.day.setText(on_a_line or day)
        self._lay_as = None
        self._point(self.width())

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

    def take_back(self) -> None:
        """The card whose parts it shows goes away: what is its own is in its own place again."""
        if self._under is not None:
            self._said, self._doing, self._under = *self._own, None
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
        doing, between = self._doing.sizeHint().width(), theme.gap(_GAP)
        if self._fits_beside(inner):
            high = max(self._line_head(inner - between - doing), self._doing.heightForWidth(doing))
        else:
            high = self._line_head(inner) + between + self._doing.heightForWidth(inner)
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
        """Whether the heading, or what stands for it, and what there is to do stand side by side in a line."""
        room = self._beside(inner)
        least = self.heading.sizeHint().width()
        if self.day_says_more:
            least = min(least, self.day.sizeHint().width(), theme.px(_ENOUGH_OF_A_DAY))
        return room >= least

    def _beside(self, inner: int) -> int:
        """So much room is beside what there is to do."""
        return inner - theme.gap(_GAP) - self._doing.sizeHint().width()

    def _on_the_line(self, room: int) -> list[PlainLabel]:
        """The heading, and the day where there is room for it beside; the day alone where that says more."""
        if not self.day.words():
            return [self.heading]
        both = self.heading.sizeHint().width() + theme.gap(_GAP) + self.day.sizeHint().width()
        if both <= room:
            return [self.heading, self.day]
        return [self.day] if self.day_says_more else [self.heading]

    def _line_head(self, room: int) -> int:
        """How high the heading and the day are in a line, in so much room."""
        labels = self._on_the_line(room)
        if len(labels) == 1:
            return labels[0].heightForWidth(room)
        return max(label.heightForWidth(label.sizeHint().width()) for label in labels)

    def _point(self, width: int) -> None:
        """Which way its parts go on, in so many pixels."""
        if self._lay_as == (self.lies, width):
            return
        self._lay_as = None if self.lies == Lies.LINE else (self.lies, width)
        left, _top, right, _bottom = _EDGES_OF_A_LINE
        inner = width - theme.gap(left) - theme.gap(right) - 2
        beside = self.lies == Lies.LINE and self._fits_beside(inner)
        self._show_when(self._beside(inner) if beside else inner)
        ways = QBoxLayout.Direction
        direction = ways.LeftToRight if beside else ways.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        middle = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
        self._box.setStretchFactor(self._head, int(beside))
        self._box.setAlignment(self._head, middle)

    def _show_when(self, room: int) -> None:
        """On a line of so much room what fits there, and else beneath it; where it is no line, all of it."""
        is_line = self.lies == Lies.LINE
        labels = self._on_the_line(room) if is_line else [self.heading]
        self.heading.setVisible(self.heading in labels)
        self.day.setVisible(self.day in labels)
        self.when.setVisible(bool(self.when.words()) and not is_line)
        has_no_room = is_line and bool(self.day.words()) and self.day not in labels
        if has_no_room and self._beneath is None:
            # A label of its own: this may be in the middle of showing `when`, which could not move then.
            self._beneath = PlainLabel("", kind="strong")
            _move(self._beneath, self._under or self.place.column, 0)
        if self._beneath is not None:
            self._beneath.setText(self.when.words())
            self._beneath.setVisible(has_no_room)

    def _arrange(self) -> None:
        is_line = self.lies == Lies.LINE
        theme.space(self._box, gap=_GAP, edges=_EDGES_OF_A_LINE if is_line else _EDGES)
        under = self._under or self.place.column
        if is_line and self._said.layout() is self.body and not self.body.count():
            self._said.hide()  # nothing is said: no empty box beneath the line
        if is_line:
            above: list[QWidget] = [] if self._beneath is None else [self._beneath]
            if self._tag is not None:
                self._head.let_go(self._tag)
                above.append(self._tag)
            for index, part in enumerate(above):
                _move(part, under, index, Qt.AlignmentFlag.AlignLeft if part is self._tag else _AS_WIDE)
            _move(self._said, under, len(above))
            _move(self._ways, self.place.column, self.place.column.count())
            inside: list[QWidget] = [self._head, self._doing]
        else:
            if self._tag is not None and self._tag not in self._head.items():
                self._head.add(self._tag)
            if self._beneath is not None:
                _move(self._beneath, self.place.column, 0)
            inside = [self._head, self.when, self._said, self._doing, self._ways]
        for index, part in enumerate(inside):
            _move(part, self._box, index)
            part.raise_()  # a screen reader goes by the order of the parts: as they are read
        self._lay_as = None
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


class _OnOneLine(PlainLabel):
    """Where there is no room for all of it, its end is left out: who listens hears all, who points at it sees all."""

    def heightForWidth(self, width: int) -> int:
        return self.minimumSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.words() if self.is_shortened else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_shortened:
            super().paintEvent(event)
            return
        words = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, self.width())
        line = WrappedText(words, theme.font("strong"), theme.LINE_HEIGHT["strong"])
        line.draw(QPainter(self), 0, 0, self.width(), theme.colour("text"))

    @property
    def is_shortened(self) -> bool:
        """Whether not all of it can be seen."""
        return self.sizeHint().width() > self.width()


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
