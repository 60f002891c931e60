"""When what was wrong with a box is put right, whatever kind of box it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.choice import Choices
from ui.widgets.date_field import DateField


def when_put_right(widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` at each change that may put it right: a day once it is one, other boxes once something is there."""
    widget = _whole(widget)
    if isinstance(widget, DateField):
        widget.changed.connect(lambda: then() if widget.value() is not None else None)
    elif isinstance(widget, Choices):
        widget.chosen.connect(lambda _value: then())
    elif isinstance(widget, QLineEdit):
        widget.textChanged.connect(lambda text: then() if text.strip() else None)
    elif isinstance(widget, QPlainTextEdit):
        widget.textChanged.connect(lambda: then() if widget.toPlainText().strip() else None)
    elif isinstance(widget, QComboBox):
        widget.currentIndexChanged.connect(lambda _index: then())
    elif isinstance(widget, QAbstractButton) and widget.isCheckable():
        widget.toggled.connect(lambda _on: then())


def _whole(widget: QWidget) -> QWidget:
    """The part that a box belongs to: its own signals know when there is an answer."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, DateField | Choices):
            return above
        above = above.parentWidget()
    return widget
