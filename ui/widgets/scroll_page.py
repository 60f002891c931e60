"""The body of a page: one column that scrolls up and down and never sideways."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QCursor, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.laid_out import laid_out
from ui.widgets.rail import Rail
from ui.widgets.rail_keeper import BETWEEN, COLUMN, WIDE_RAIL, RailKeeper

_MARGIN = 28
_SCROLL_BAR = 14
"""As wide as the style sheet makes one."""
_AROUND = 80
_BEGINNING = 52
"""So much of a high box is its beginning, the first line; a box of one line is no higher."""
_ABOVE_A_PART = 12
_OPENS_MS = 500
"""A page that is opened has laid itself out by then."""

_Scroll = QAbstractSlider.SliderAction
_SCROLLS = {
    (Qt.Key.Key_Space, False): _Scroll.SliderPageStepAdd,
    (Qt.Key.Key_Space, True): _Scroll.SliderPageStepSub,
    (Qt.Key.Key_Home, False): _Scroll.SliderToMinimum,
    (Qt.Key.Key_End, False): _Scroll.SliderToMaximum,
}
"""What scrolls beside the arrows and Page Up and Down, with Shift or without; where no box wants the key itself."""


_MOVES_KEYBOARD = "moves keyboard"


class _Sheet(QWidget):
    """All that scrolls. Qt would never make it lower than its parts are where they are as narrow as they can be.

    `wide`: with edges as they are now, the column is as wide as it is going to be, with a scroll bar or without. Qt
    asks how high it would be in either: of two answers the bar would come and go for ever.
    """

    wide = 0

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(self.wide or width)

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(0)  # it is as high as it needs to be in this width
        return least


class PageBody(QScrollArea):
    """Add widgets to `column`; they start at the top and are at most `max_width` wide (100 % pixels).

    `centred`: in the middle of the window instead, for the pages that have no side bar beside them. `steady`: from the
    top on, for a page that grows as one answers: what is there already must not move under the mouse.
    """

    def __init__(
        self,
        max_width: int = COLUMN,
        centred: bool = False,
        steady: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._max_width = max_width
        self._centred = centred
        self._stays = False
        self._opening: tuple[QWidget, ...] = ()
        self._opens_with: QWidget | None = None
        self._held: list[tuple[QWidget, int]] = []
        self._returns_to: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._return)
        self._held_at = QPoint()
        self._together: tuple[QWidget, ...] = ()
        self._is_holding = False
        self._keeper: RailKeeper | None = None
        self._room = 0  # what can be seen is this wide; asking viewport() costs 20 ms at the first start
        self.setProperty("part", "body")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._scrolled = sheet = _Sheet()
        sheet.setProperty("part", "column")
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setSpacing(0)
        self._holder = holder = QWidget()
        self._around = QVBoxLayout(holder)
        theme.space(self._around, edges=(0, 0, 0, 0))
        self.column = QVBoxLayout()
        theme.space(self.column, gap=16, edges=(0, 0, 0, 0))
        self._around.addLayout(self.column)
        self._around.addStretch(
            1
        )  # a rail that is higher than the column leaves room beneath it, and none within
        if centred and not steady:
            self._sheet.addStretch(2)
        holder.installEventFilter(self)
        self._sheet.addWidget(holder)
        self._sheet.addStretch(3)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.setWidget(sheet)
        self._set_margins()

    def put_rail(self, rail: Rail, is_last: bool = False) -> None:
        """Keep this in sight beside the column, or above it; it is read here, at the end of what is there so far."""
        self._keeper = RailKeeper(rail, self, self.column, is_last)
        self._set_margins()

    def drop_rail(self) -> None:
        """The page is made anew."""
        if self._keeper is not None:
            self._keeper.rail.hide()
            self._keeper.rail.deleteLater()
            self._keeper.deleteLater()
            self._keeper = None

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """For filling the page: Qt lays out all that is above a part each time one is shown. Meanwhile it waits."""
        if not self.column.isEnabled():
            yield
            return
        layouts = (self.column, self._around, self._sheet)
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)
                layout.update()

    def goes_on_beneath(self) -> bool:
        """Whether what is there so far is higher than what can be seen at once."""
        room, edges = self.viewport().size(), self._sheet.contentsMargins()
        self.column.invalidate()  # while it is filled it does not hear of what is new in it
        width = room.width() - edges.left() - edges.right()
        return edges.top() + self.column.totalHeightForWidth(width) > room.height()

    def is_as_high_as_it_needs(self) -> bool:
        """Whether nothing in the column is squeezed together: all of what was put there is laid out."""
        box = self.column.geometry()
        return box.height() == self.column.totalHeightForWidth(box.width())

    def covered(self, part: QWidget | None = None) -> tuple[int, int]:
        """So many pixels at the top and at the bottom of what can be seen lie under a rail, or will beside a part."""
        if self._keeper is None:
            return 0, 0
        return self._keeper.covers(None if part is None else part.mapTo(self._holder, QPoint(0, 0)).y())

    def _seen(self, part: QWidget | None = None) -> int:
        """So many pixels from the top on are not covered from below: now, or once one comes to a part."""
        return self.viewport().height() - self.covered(part)[1]

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until this widget can be seen; not while one comes back to what one saw before."""
        if self._returns_to is not None:
            return
        self._opening = ()
        self.ensureWidgetVisible(widget, 0, theme.px(_AROUND) + max(self.covered()))

    def stay_with_keyboard(self) -> None:
        """Keep what has the keyboard in sight however the page still lays itself out, until somebody scrolls."""
        if not self._stays:
            self._stays = True
            self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        QTimer.singleShot(0, self, self._look)

    def show_together(self, *parts: QWidget) -> None:
        """As long as the keyboard is in these, show the first of them that fits, or else the end of the last."""
        self._together = parts
        self.stay_with_keyboard()

    def open_at(self, heading: QWidget, part: QWidget | None = None) -> None:
        """Begin at the top and stay there however the page still lays itself out, until somebody does something.

        With `part`, begin at the top of that part of the page instead. Where what has the keyboard cannot be seen
        together with the heading, the heading gets the keyboard.
        """
        begins = cast(QWidget | None, self.window().focusWidget())
        self._opening = (heading,) if begins is None else (heading, begins)
        self._opens_with = part
        self.verticalScrollBar().setValue(0)
        self.stay_with_keyboard()

    def hold(self) -> None:
        """What lies under the mouse, or else has the keyboard, stays where it is however the page is laid out anew."""
        if self._held and self._held_at == QCursor.pos():
            return  # it may be on its way back there
        self._held, self._held_at = [], QCursor.pos()
        if self._opening or not self.isVisible():
            return
        view = self.viewport()
        at = self._under_mouse() or QApplication.focusWidget()
        while at is not None and at is not view and view.isAncestorOf(at):
            self._held.append((at, at.mapTo(view, QPoint(0, 0)).y()))
            at = at.parentWidget()
        if self._held and not self._stays:
            self.stay_with_keyboard()

    def _under_mouse(self) -> QWidget | None:
        view = self.viewport()
        at = view.mapFromGlobal(QCursor.pos())
        return view.childAt(at) if view.rect().contains(at) else None

    def _hold_still(self) -> None:
        """Scroll by as much as what is held was moved."""
        for widget, before in self._held:
            if isValid(widget) and widget.isVisible() and self.viewport().isAncestorOf(widget):
                moved = widget.mapTo(self.viewport(), QPoint(0, 0)).y() - before
                if moved:
                    self._is_holding = True
                    self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
                    self._is_holding = False
                return

    def _on_moved(self, _value: int) -> None:
        """Somebody scrolled, or the keyboard went elsewhere: from now on that is where things are."""
        if not self._is_holding:
            self._held = []

    def return_to(self, scrolled: int) -> None:
        """Show again what was seen when one went away, once that is laid out."""
        self._opening = ()
        self._returns_to = scrolled
        QTimer.singleShot(0, self, self._return)
        # Whatever grows later than that is no part of opening.
        QTimer.singleShot(_OPENS_MS, self, self._stay_here)

    def _return(self, *_range: int) -> None:
        """Each round of the layout may make room for a little more."""
        if self._returns_to is not None:
            self.verticalScrollBar().setValue(self._returns_to)

    def _stay_here(self) -> None:
        self._returns_to = None

    def is_opening_with(self, widget: QWidget) -> bool:
        """Whether the page has only just opened and this has the keyboard since then."""
        return widget in self._opening

    def begun(self) -> None:
        """Somebody pressed a key or the mouse: from now on the page goes along with the keyboard."""
        self._opening, self._held, self._returns_to = (), [], None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            how = _SCROLLS.get((Qt.Key(event.key()), bool(held)))
            if how is not None:
                self.verticalScrollBar().triggerAction(how)
                return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if self._stays and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            # Each round of a layout may begin another; after the last one there is one more look.
            QTimer.singleShot(0, self, self._look)
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._keeper is not None:
            self._keeper.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room = event.size().width()
        self._set_margins()
        super().resizeEvent(event)
        self._sheet.activate()  # a scroll bar came or went: the edges are where they were before anything is drawn
        if self._stays:
            QTimer.singleShot(0, self, self._look)

    def follow_look(self) -> None:
        """The look changed."""
        self._set_margins()

    def _on_scrolled(self, _how: int) -> None:
        self._stays, self._opening = False, ()
        self.verticalScrollBar().actionTriggered.disconnect(self._on_scrolled)

    def _look(self) -> None:
        self._hold_still()
        if self._opening and self._stays_at_top(self._opening[0]):
            return
        focused = QApplication.focusWidget()
        if not self._stays or focused is None or not self.isAncestorOf(focused):
            return
        around = [each for each in self._together if isValid(each) and each.isAncestorOf(focused)]
        shown = next((each for each in around if each.height() <= self._seen()), focused)
        if around and shown is focused and self._shows_end_of(around[-1], focused):
            return
        if not self._is_whole_in_sight(shown):
            bring_into_view(shown)

    def _is_whole_in_sight(self, part: QWidget) -> bool:
        """Whether all of it can be seen, and none of it lies under a line that stays."""
        if not part.visibleRegion().boundingRect().contains(part.rect()):
            return False
        if self._keeper is None or self._keeper.rail.isAncestorOf(part):
            return True
        over, under = self.covered(part)
        top = part.mapTo(self.viewport(), QPoint(0, 0)).y()
        return over <= top and top + part.height() <= self.viewport().height() - under

    def _shows_end_of(self, part: QWidget, focused: QWidget) -> bool:
        """Show as much as fits of a high part, from its end. False where what has the keyboard is not in that."""
        over = part.height() - self._seen()
        if focused.mapTo(part, QPoint(0, 0)).y() < over:
            return False
        ends = part.mapTo(self.viewport(), QPoint(0, part.height())).y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + ends - self._seen())
        return True

    def _stays_at_top(self, heading: QWidget) -> bool:
        """Show the heading and where the keyboard began together. False where it has gone on since."""
        sheet, at = self.widget(), cast(QWidget | None, self.window().focusWidget())
        if sheet is None or at not in self._opening or not sheet.isAncestorOf(heading):
            self._opening = ()
            return False
        begins = self._opening[-1]
        if isValid(begins) and sheet.isAncestorOf(begins):
            ends = begins.mapTo(sheet, QPoint(0, min(begins.height(), theme.px(_BEGINNING)))).y()
            top, part = 0, self._opens_with
            if part is not None and isValid(part) and sheet.isAncestorOf(part):
                top = max(0, part.mapTo(sheet, QPoint(0, 0)).y() - theme.gap(_ABOVE_A_PART))
            below = self._whole_line(max(top, ends - self._seen(begins)), heading)
            # What lies far down may come nearer while the page still lays itself out: the keyboard goes back there.
            fits = below <= heading.mapTo(sheet, QPoint(0, 0)).y()
            wanted = begins if fits else heading
            if wanted is not at:
                self.setProperty(_MOVES_KEYBOARD, True)
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)
                self.setProperty(_MOVES_KEYBOARD, False)
            self.verticalScrollBar().setValue(below if fits else 0)
        return True

    def _whole_line(self, below: int, heading: QWidget) -> int:
        """So far down, or up to the heading a little further: what one sees begins with a whole part of the page."""
        parts = [each for each in laid_out(self.column) if not each.isHidden()]
        sheet = self.widget()
        assert sheet is not None
        parts = parts[: parts.index(heading) + 1] if heading in parts else []
        tops = (each.mapTo(sheet, QPoint(0, 0)).y() for each in parts)
        starts = [top - theme.gap(_ABOVE_A_PART) for top in tops]
        return min((start for start in starts if start >= below), default=below) if below > 0 else below

    def _set_margins(self) -> None:
        side, widest = theme.gap(_MARGIN), self._max_width
        # Edges line up from page to page, and with a scroll bar or without: its place is kept.
        bar = max(theme.px(_SCROLL_BAR), self.verticalScrollBar().sizeHint().width())
        room = min(self._room, self.width() - bar) - 2 * side
        if self._keeper is not None:
            self._keeper.choose(room)
            if self._keeper.is_beside:
                widest = COLUMN + BETWEEN + WIDE_RAIL
        spare = max(0, room - theme.px(widest))
        # All pages begin at one edge: where the widest of them would be in the middle.
        widest_of_all = COLUMN + BETWEEN + WIDE_RAIL
        left = min(spare, max(0, self.width() - 2 * side - theme.px(widest_of_all)) // 2)
        if self._centred:
            left = spare // 2
        right = max(0, self._room - 2 * side - room) + spare - left
        self._scrolled.wide = self._room
        self._sheet.setContentsMargins(side + left, side, side + right, side)
        if self._keeper is not None:
            self._keeper.settle()


def moved_by_a_page(widget: QWidget) -> bool:
    """Whether the keyboard is just being put here by a page that lays itself out: nobody did anything."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, PageBody):
        above = above.parentWidget()
    return above is not None and bool(above.property(_MOVES_KEYBOARD))


give_role(PageBody, QAccessible.Role.Client)
"""The role that Qt gives by itself. But a screen reader that asks Qt's own for a part that has just gone, as a scroll
bar goes with a page, brings the whole program down: it looks without counting."""


def show_soon(opened: QWidget) -> None:
    """What was asked for opens below what was pressed: bring all of it into sight, once it has its place."""
    if not opened.isHidden():
        QTimer.singleShot(0, opened, partial(bring_into_view, opened))


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around this widget until all of it can be seen; of a very high one, the cursor in it.

    Of what lies in a window of its own, as an open list does, nothing behind that window is moved.
    """
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, PageBody) and above.is_opening_with(widget):
            return
        if isinstance(above, QScrollArea):
            over, under = above.covered(widget) if isinstance(above, PageBody) else (0, 0)
            spare = (above.viewport().height() - over - under - widget.height()) // 2
            around = max(0, min(theme.px(_AROUND), spare))
            content = above.widget()
            if spare >= 0 and content is not None:
                top = widget.mapTo(content, QPoint(0, 0))
                above.ensureVisible(top.x(), top.y() + widget.height() + under, 0, around)
                above.ensureVisible(top.x(), max(0, top.y() - over), 0, around)
            else:
                above.ensureWidgetVisible(widget, 0, around)
        above = None if above.isWindow() else above.parentWidget()
