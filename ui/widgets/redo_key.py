"""Ctrl+Y in a text box types again what was undone there. Qt knows it only on Windows, and Ctrl+Shift+Z elsewhere."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def is_redone(box: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Whether the event was this key, and is done with. While the keyboard is in a box, the key is the box's alone."""
    if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Y:
        return False
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    if event.type() == QEvent.Type.KeyPress:
        box.redo()
    event.accept()
    return True
