"""How much room a widget takes: its own width in a column, and its place while it is hidden."""

from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

_LEFT_IN: WeakKeyDictionary[QWidget, ref[QWidget]] = WeakKeyDictionary()


def keep_natural_width(widget: QWidget) -> None:
    """Left-align `widget` if it lies directly in a column; once, as each time lays the whole page out anew."""
    parent = widget.parentWidget()
    column = parent.layout() if isinstance(parent, QWidget) else None
    if parent is None or not isinstance(column, QVBoxLayout) or _is_left_in(parent, widget):
        return
    if column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft):
        _LEFT_IN[widget] = ref(parent)


def _is_left_in(parent: QWidget, widget: QWidget) -> bool:
    known = _LEFT_IN.get(widget)
    return known is not None and known() is parent


def keep_place(widget: QWidget) -> None:
    """Its place stays empty while it is hidden: what comes and goes must not push what one is aiming at."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
