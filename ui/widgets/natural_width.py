"""Buttons and tags put straight into a column keep their own width instead of stretching across the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout

from ui.widgets.button import Button
from ui.widgets.tag import Tag


def keep_natural_widths(column: QLayout) -> None:
    """Left-align the buttons and tags that lie directly in this column."""
    for index in range(column.count()):
        item = column.itemAt(index)
        widget = item.widget() if item is not None else None
        if isinstance(widget, (Button, Tag)) and item is not None and not item.alignment():
            column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
