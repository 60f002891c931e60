"""After midnight the pages say the new day, also where nobody touched anything."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from ui.shell.window import Window

LOOK_EVERY_MS = 30 * 1000
"""By the clock and not until midnight: a computer that slept, or whose clock was put right, is seen too."""


class NewDay(QObject):
    """Has the pages read again when the day is another one."""

    def __init__(self, window: Window, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._today = today
        self._day = today()
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Is it still the same day?"""
        if self._today() != self._day:
            self._day = self._today()
            self._window.read_again()
