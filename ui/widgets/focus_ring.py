"""When to show where the keyboard is: only once a key was pressed, and not any more after a mouse click."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen, QWindow

from ui.look import theme

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_by_keys = False
_moved_along = False
_is_new = False
_PRESSED = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


def is_by_keys() -> bool:
    """Whether the person uses keys just now, as a web page knows it (`:focus-visible`): the last press was a key's."""
    return _by_keys


def something_new_is_shown() -> None:
    """Another page lies under the mouse: the second press of a double click was not meant for it."""
    global _is_new
    _is_new = True


@contextmanager
def moved_along() -> Iterator[None]:
    """The keyboard goes on to the next control, as Tab does it. Qt does the same, and gives the same reason, where what
    had the keyboard is hidden: so only what was pressed last counts meanwhile."""
    global _moved_along
    before, _moved_along = _moved_along, True
    try:
        yield
    finally:
        _moved_along = before


class Hands(QObject):
    """Watches what the window system sends to one window: far less than what goes to every widget in it."""

    pressed = Signal()
    """A key, the mouse or a finger, before anybody answers it."""

    def watch(self, window: QWindow) -> None:
        """From now on."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        global _by_keys, _is_new
        if event.type() == QEvent.Type.MouseButtonDblClick and _is_new:
            return True
        if event.type() in _PRESSED:
            _is_new = _is_new and _begins_double_click(event)
            _by_keys = event.type() == QEvent.Type.KeyPress
            self.pressed.emit()
        return False


def _begins_double_click(event: QEvent) -> bool:
    """Qt sends a press of its own before a double click, and lets nobody answer it."""
    return isinstance(event, QMouseEvent) and bool(
        event.flags() & Qt.MouseEventFlag.MouseEventCreatedDoubleClick
    )


class FocusRing:
    """Whether one control shows the ring. The control tells it what happens."""

    def __init__(self) -> None:
        self.shown = False

    def came(self, event: QFocusEvent) -> None:
        """Focus arrived."""
        global _by_keys
        if event.reason() in _KEYS and not _moved_along:
            _by_keys = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            _by_keys = False
        self.shown = _by_keys

    def left(self) -> None:
        """Focus went away."""
        self.shown = False

    def mouse_used(self) -> None:
        """The control was pressed with the mouse."""
        global _by_keys
        _by_keys = False
        self.shown = False

    def key_used(self) -> None:
        """A key was pressed while the control had focus."""
        global _by_keys
        _by_keys = True
        self.shown = True


def paint_box(
    painter: QPainter,
    box: QRectF,
    fill: str | None,
    edge: str | None,
    edge_width: float,
    radius: float = 8,
    dashed: bool = False,
) -> None:
    """A rounded box in token colours, its edge inside `box`; `edge_width` in pixels, `radius` in 100 % pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = edge_width / 2 if edge else 0
    line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.colour(edge), edge_width, line) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    rounding = max(0.0, theme.px(radius) - half)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), rounding, rounding)


def paint_ring(painter: QPainter, box: QRectF, radius: float = 8) -> None:
    """A ring alone, for an answer: a filled block there looks chosen, whatever its mark says."""
    if theme.current().colours == "light":
        paint_box(painter, box, None, "focus_ink", 3, radius)
        box = box.adjusted(3, 3, -3, -3)
    paint_box(painter, box, None, "focus_bg", 3, radius)


def paint_focus(painter: QPainter, box: QRectF, radius: float = 8) -> None:
    """Yellow with a dark edge. On dark grounds the edge lies further in, where yellow on both sides shows it."""
    light = theme.current().colours == "light"
    inset = 0 if light else 3
    paint_box(painter, box, "focus_bg", None, 0, radius)
    paint_box(
        painter, box.adjusted(inset, inset, -inset, -inset), None, "focus_ink", 4 if light else 3, radius
    )
