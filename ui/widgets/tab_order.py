"""Keys go through a page in the order one reads it, also after rows were put in between."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget

from ui.widgets.laid_out import laid_out
from ui.widgets.rail import RailPlace
from ui.widgets.wrap_row import WrapRow


def follow_reading_order(top: QWidget) -> None:
    """Make Tab visit the controls of `top` as its layouts place them. Call it after adding rows."""
    before: QWidget | None = None
    for control in in_reading_order(top):
        if before is not None:
            QWidget.setTabOrder(before, control)
        before = control


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Everything in `widget` that can have the keyboard, as its layouts place it; hidden ones too."""
    for one in everything_in_order(widget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton):
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
    yield widget
    if isinstance(widget, QAbstractButton):
        return
    if isinstance(widget, WrapRow):
        inside: Iterator[QWidget] = iter(widget.items())
    elif isinstance(widget, RailPlace):
        inside = iter(widget.rail.parts_in_order())
    elif (placed := getattr(widget, "in_order", None)) is not None:
        inside = iter(placed())  # what gives its parts their places itself says their order
    elif isinstance(widget, QScrollArea):
        content = widget.widget()
        inside = iter([content]) if isinstance(content, QWidget) else iter(())
    else:
        layout = widget.layout()
        inside = iter(laid_out(layout) if isinstance(layout, QLayout) else ())
    for one in inside:
        yield from everything_in_order(one)
