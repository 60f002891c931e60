"""How much room a widget takes: its own width in a column, and its place while it is hidden."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


def keep_natural_width(widget: QWidget) -> None:
    """Left-align `widget` if it lies directly in a column and nobody aligned it otherwise."""
    parent = widget.parentWidget()
    column = parent.layout() if isinstance(parent, QWidget) else None
    if not isinstance(column, QVBoxLayout):
        return
    place = column.indexOf(widget)
    item = column.itemAt(place) if place >= 0 else None
    if item is not None and not item.alignment():
        column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)


def keep_place(widget: QWidget) -> None:
    """Its place stays empty while it is hidden: what comes and goes must not push what one is aiming at."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
