"""Python's collector of what holds itself in a circle, on the main thread alone and between two events.

Left to itself it runs wherever something is made: on another thread, or while Qt goes from widget to widget to give
each another look. A widget that it finds there is destroyed there, under Qt's hands, and the program ends.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

_DUE = (2_000, 10, 10)
"""Python's own rule, newest first: more objects made than let go of; sweeps of what is newer since the last one."""


class Sweep(QObject):
    """From now on the collector runs only where the event loop has nothing else to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self.sweep)

    @Slot()
    def sweep(self) -> None:
        """Collect what is due; nearly always it is nothing."""
        sweep_what_is_due()


def sweep_what_is_due() -> None:
    """On the main thread, where nobody in Qt holds a widget."""
    due = [age for age, (count, most) in enumerate(zip(gc.get_count(), _DUE, strict=True)) if count > most]
    if due:
        gc.collect(due[-1])
