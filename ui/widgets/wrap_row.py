"""A row of widgets that goes on to the next line when there is no room: big text never means sideways scrolling."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme

_GAP = 12
_LINE_GAP = 8
_ANEW = QEvent.Type.LayoutRequest  # looked up once: each thing that happens to a row passes here


class WrapRow(QWidget):
    """Widgets side by side, wrapping. Places them itself: Python layouts crash when the look changes.

    `at_top`: they begin on one line, for columns of answers; `at_bottom`: they end on one, for a button beside a
    question; otherwise their middles are on one. `even`: those on a line are as high as the highest. `apart`: what is
    last ends where the row ends, so that the last ones of several rows stand under each other. `centred`: each line
    stands in the middle. `filled`: where one line holds them, they share what is left of it.
    """

    _between = _GAP

    def __init__(
        self,
        *widgets: QWidget,
        at_top: bool = False,
        at_bottom: bool = False,
        even: bool = False,
        apart: bool = False,
        centred: bool = False,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._items: list[QWidget] = []
        self._falls = 0.0 if at_top else 1.0 if at_bottom else 0.5
        self._even, self._apart, self._centred, self._filled = even, apart, centred, filled
        self._laid: dict[int, list[tuple[QWidget, QRect]]] = {}
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._take_in(widget)

    def end_apart(self) -> None:
        """From now on what is last ends where the row ends."""
        self._apart = True
        self._place_again()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the row."""
        self._take_in(widget)
        self._place_again()

    def _take_in(self, widget: QWidget) -> None:
        hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and widget.isHidden()
        widget.setParent(self)
        self._items.append(widget)
        if not hidden:
            widget.setAttribute(
                Qt.WidgetAttribute.WA_Resized
            )  # else Qt measures it now, and the row again later
            widget.show()

    def put_first(self, widget: QWidget) -> None:
        """Put a widget before the others."""
        if widget not in self._items:
            self._take_in(widget)
            self._items.insert(0, self._items.pop())
            widget.lower()
            self._place_again()

    def put_before(self, follows: QWidget, widget: QWidget) -> None:
        """Put a widget before another that is here; a screen reader goes by the order of the parts."""
        self._take_in(widget)
        self._items.insert(self._items.index(follows), self._items.pop())
        widget.stackUnder(follows)
        self._place_again()

    def let_go(self, widget: QWidget) -> None:
        """Somebody else takes the widget, if it is here."""
        if widget in self._items:
            self._items.remove(widget)
            self._place_again()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out and delete it."""
        self._items.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._place_again()

    def items(self) -> list[QWidget]:
        """The widgets in order."""
        return list(self._items)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width) if self.isVisible() else None
        if height is None:
            height = max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)
            if self.isVisible():
                self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        items = [item for item in self._items if not item.isHidden()]
        gaps = theme.gap(self._between) * max(0, len(items) - 1)
        width = sum(_natural(item).width() for item in items) + gaps
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        items = [item for item in self._items if not item.isHidden()]
        width = max((_least_width(item) for item in items), default=0)
        height = max((item.minimumSizeHint().height() for item in items), default=0)
        return QSize(width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        self._forget()
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == _ANEW:
            self._place_again()
        return super().event(event)

    def follow_look(self) -> None:
        """The look changed."""
        self._place_again()

    def _forget(self) -> None:
        """Something in it is as high as before no longer."""
        self._laid.clear()
        self._heights.clear()

    def _place_again(self) -> None:
        self._forget()
        self.updateGeometry()
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        for item, box in self._boxes(self.width()):
            item.setGeometry(box)

    def _boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each that is shown lies in so much room. Layouts ask for one width many times over."""
        if not self.isVisible():  # only what can be seen hears when something in it changes
            return list(self._lay(width))
        if width not in self._laid:
            self._laid[width] = list(self._lay(width))
        return self._laid[width]

    def _lay(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        left, top, line = 0, 0, list[tuple[QWidget, QRect]]()
        for item in self._items:
            if item.isHidden():
                continue
            size = _size_within(item, width)
            if line and left + size.width() > width:
                yield from self._on_one_line(line, width)
                top += max(box.height() for _, box in line) + theme.gap(_LINE_GAP)
                left, line = 0, []
            line.append((item, QRect(left, top, size.width(), size.height())))
            left += size.width() + theme.gap(self._between)
        if self._apart and len(line) > 1:
            last, box = line.pop()
            line.append((last, box.translated(width - box.right() - 1, 0)))
        if self._filled and line and not top:
            spare = max(width - line[-1][1].right() - 1, 0) // len(line)
            line = [
                (item, QRect(box.left() + at * spare, box.top(), box.width() + spare, box.height()))
                for at, (item, box) in enumerate(line)
            ]
        yield from self._on_one_line(line, width)

    def _on_one_line(self, line: list[tuple[QWidget, QRect]], width: int) -> Iterator[tuple[QWidget, QRect]]:
        tallest = max((box.height() for _, box in line), default=0)
        aside = max(width - line[-1][1].right() - 1, 0) // 2 if self._centred and line else 0
        for item, at in line:
            box = at.translated(aside, 0)
            if self._even:
                yield item, QRect(box.left(), box.top(), box.width(), tallest)
            else:
                yield item, box.translated(0, int((tallest - box.height()) * self._falls))


def _natural(item: QWidget) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())


def _least_width(item: QWidget) -> int:
    return min(max(item.minimumSizeHint().width(), item.minimumWidth()), item.maximumWidth())


def _size_within(item: QWidget, width: int) -> QSize:
    size = _natural(item)
    across = size.width()
    if across > width:
        across = max(width, _least_width(item))
    if item.hasHeightForWidth():
        return QSize(across, item.heightForWidth(across))
    return QSize(across, size.height())
