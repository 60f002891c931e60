"""What is copied stays where it can be pasted from for a minute, and no longer."""

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.base.records import Records

A_MINUTE_MS = 60_000


class ForAMinute(QObject):
    """The computer's clipboard, emptied after a minute if it still holds what was put there, and when it is locked."""

    def __init__(self, records: Records) -> None:
        super().__init__(records)
        self._held = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(A_MINUTE_MS)
        self.timer.timeout.connect(self.let_go)
        records.closed.connect(self.let_go)

    def hold(self, text: str) -> None:
        """Put words where they can be pasted from."""
        self._held = text
        QGuiApplication.clipboard().setText(text)
        self.timer.start()

    def let_go(self) -> None:
        """What somebody copied elsewhere meanwhile is theirs, and stays."""
        self.timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._held and clipboard.text() == self._held:
            clipboard.clear()
        self._held = ""


def copy_for_a_minute(records: Records, text: str) -> ForAMinute:
    """Copy words about a child. Whoever copies lives longer than the page on which it was pressed."""
    found = cast(ForAMinute | None, records.findChild(ForAMinute))
    there = found if found is not None else ForAMinute(records)
    there.hold(text)
    return there
