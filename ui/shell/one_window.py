"""One running application for each data folder: a second start brings the first window forward, and ends."""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

from carer_app.computer.owner_only import owner_only, owner_only_folder

LOCK = "running.lock"
COME_FORWARD = "come-forward"
PATIENCE_SECONDS = 10
_PAUSE_SECONDS = 0.05
_TAKEN = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


def is_first(folder: Path) -> bool:
    """True where nobody else runs on this folder; from then on we do, until this process ends or dies.

    Otherwise the one that runs has been asked to come forward. One that is just ending does not come: then we are
    the first after all. Where there can be no lock, everybody is: the records have a lock of their own.
    """
    try:
        owner_only_folder(folder)
        lock = owner_only(str(folder / LOCK), os.O_RDWR | os.O_CREAT)
    except OSError:
        return True
    asked = folder / COME_FORWARD
    end = time.monotonic() + PATIENCE_SECONDS
    if not _take(lock):
        with suppress(OSError):
            open(asked, "wb", opener=owner_only).close()
        while not _take(lock):
            if not asked.exists() or time.monotonic() > end:
                os.close(lock)
                return False
            time.sleep(_PAUSE_SECONDS)
    with suppress(OSError):
        asked.unlink(missing_ok=True)  # whoever left it here is gone, or is us
    return True  # `lock` stays open on purpose


def _take(lock: int) -> bool:
    """The system's own lock, which it lets go when a process dies. The lock library costs 60 ms before the window."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN  # anything else: a folder without locks
    return True


class ComesForward(QObject):
    """Listens for a second start, and brings the window to the front."""

    def __init__(self, folder: Path, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = folder / COME_FORWARD
        self._window = window
        self._watcher = QFileSystemWatcher(self)
        if folder.is_dir():
            self._watcher.addPath(str(folder))
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def _look(self, *_folder: str) -> None:
        try:
            self._asked.unlink()
        except OSError:
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
