"""When to show where the keyboard is: always for people who use keys, never after a mouse click."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen

from ui import theme

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_last_was_mouse = False


class FocusRing:
    """Whether one control shows the ring. The control tells it what happens."""

    def __init__(self) -> None:
        self.shown = False

    def came(self, event: QFocusEvent) -> None:
        """Focus arrived."""
        global _last_was_mouse
        if event.reason() in _KEYS:
            _last_was_mouse = False
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            _last_was_mouse = True
        self.shown = not _last_was_mouse

    def left(self) -> None:
        """Focus went away."""
        self.shown = False

    def mouse_used(self) -> None:
        """The control was pressed with the mouse."""
        global _last_was_mouse
        _last_was_mouse = True
        self.shown = False

    def key_used(self) -> None:
        """A key was pressed while the control had focus."""
        global _last_was_mouse
        _last_was_mouse = False
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


def paint_focus(painter: QPainter, box: QRectF, radius: float = 8) -> None:
    """Yellow with a dark edge. On dark grounds the edge lies further in, where yellow on both sides shows it."""
    light = theme.current().colours == "light"
    inset = 0 if light else 3
    paint_box(painter, box, "focus_bg", None, 0, radius)
    paint_box(
        painter, box.adjusted(inset, inset, -inset, -inset), None, "focus_ink", 4 if light else 3, radius
    )
