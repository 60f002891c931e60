"""Taking away what may have had the keyboard."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_STILL_ASKED_MS = 2000


def let_go(widget: QWidget) -> None:
    """Hide it now and destroy it a moment later.

    Orca asks where the keyboard came from before it says where it is now. Where that is no more, it says nothing.
    """
    widget.hide()
    QTimer.singleShot(_STILL_ASKED_MS, widget, widget.deleteLater)
