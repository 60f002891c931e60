"""How a label gives its words to the box below it, whatever kind of box that is."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class Nameable(Protocol):
    """A part made of several boxes, which knows which of them carries the name."""

    def take_name(self, name: str, description: str) -> None:
        """Name the part for screen readers; called again when either changes."""

    def entry(self) -> QWidget:
        """The box that the keyboard goes to."""


def entry_of(widget: QWidget) -> QWidget:
    """The box that the keyboard goes to when one jumps to `widget`."""
    return widget.entry() if isinstance(widget, Nameable) else widget


def name_widget(widget: QWidget, name: str, description: str) -> None:
    """Give `widget` its accessible name and description."""
    if isinstance(widget, Nameable):
        widget.take_name(name, description)
        return
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
