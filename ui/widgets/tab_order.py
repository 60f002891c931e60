"""Keys go through a page in the order one reads it, also after rows were put in between."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget

from ui.widgets.laid_out import laid_out
from ui.widgets.rail import RailPlace
from ui.widgets.wrap_row import WrapRow

_NEVER = Qt.FocusPolicy.NoFocus  # looked up once: a page is gone through whenever it is read


def follow_reading_order(top: QWidget) -> None:
    """Make Tab visit the controls of `top` as its layouts place them. Call it after adding rows."""
    before: QWidget | None = None
    for control in in_reading_order(top):
        if before is not None:
            QWidget.setTabOrder(before, control)
        before = control


def lie_in_reading_order(top: QWidget) -> None:
    """Make a screen reader come to the parts of `top` as its layouts place them: it goes by the order in which they lie
    in what holds them, which is that in which they were made."""
    for one in list(everything_in_order(top)):
        placed = [part for part in _placed_in(one) if part.parentWidget() is one]
        if [each for each in one.children() if each in placed] != placed:
            for part in placed:
                part.raise_()


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Everything in `widget` that can have the keyboard, as its layouts place it; hidden ones too."""
    for one in everything_in_order(widget):
        if isinstance(one, QAbstractButton) or one.focusPolicy() != _NEVER:
            yield one


def is_meant_to_be_seen(widget: QWidget, top: QWidget) -> bool:
    """Whether nobody hid it or what it lies in. Qt calls new rows hidden as well, until they are laid out."""
    above: QWidget | None = widget
    while above is not None and above is not top:
        if above.isHidden() and above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return False
        above = above.parentWidget()
    return True


def everything_in_order(widget: QWidget) -> Iterator[QWidget]:
    """`widget` and all that lies in it, as its layouts place it; hidden ones too."""
    waiting = [widget]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(_placed_in(one)))


def _placed_in(widget: QWidget) -> Sequence[QWidget]:
    if isinstance(widget, QAbstractButton):
        return ()
    if isinstance(widget, WrapRow):
        return widget.items()
    if isinstance(widget, RailPlace):
        return widget.rail.parts_in_order()
    placed = getattr(widget, "in_order", None)
    if placed is not None:
        return list(placed())  # what gives its parts their places itself says their order
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [content] if isinstance(content, QWidget) else ()
    layout = widget.layout()
    return laid_out(layout) if isinstance(layout, QLayout) else ()
