"""What is copied can be pasted for a minute, and no longer; and it goes into no list of copies."""

from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.base.records import Records

A_MINUTE_MS = 60_000
_KEEP_NO_COPY = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""What asks a list of what was copied, and a clipboard that other computers share, to leave this out."""


class ForAMinute(QObject):
    """The computer's clipboard, emptied after a minute if it still holds what was put there, and when it is locked.

    What somebody copied by hand, out of a box of ours while records were open, goes when they are locked.
    """

    def __init__(self, records: Records) -> None:
        super().__init__(records)
        self._records = records
        self._held = self._by_hand = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(A_MINUTE_MS)
        self.timer.timeout.connect(self.let_go)
        records.closed.connect(self._on_locked)
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)

    def hold(self, text: str) -> None:
        """Put words where they can be pasted from."""
        self._held = text
        held = QMimeData()
        held.setText(text)
        for name, asks in _KEEP_NO_COPY.items():
            held.setData(name, asks)
        QGuiApplication.clipboard().setMimeData(held)
        self.timer.start()

    def _on_copied(self) -> None:
        clipboard = QGuiApplication.clipboard()
        is_ours = self._records.is_open and clipboard.ownsClipboard()
        self._by_hand = clipboard.text() if is_ours else ""

    def _on_locked(self) -> None:
        self._held, self._by_hand = self._held or self._by_hand, ""
        self.let_go()

    def let_go(self) -> None:
        """What somebody copied elsewhere meanwhile is theirs, and stays."""
        self.timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._held and clipboard.text() == self._held:
            clipboard.clear()
        self._held = ""


def copy_for_a_minute(records: Records, text: str) -> ForAMinute:
    """Copy words about a child. Whoever copies lives longer than the page on which it was pressed."""
    there = watch_copies(records)
    there.hold(text)
    return there


def watch_copies(records: Records) -> ForAMinute:
    """From now on what is copied here goes when these records are locked. There is one such watch for all pages."""
    found = cast(ForAMinute | None, records.findChild(ForAMinute))
    return found if found is not None else ForAMinute(records)
