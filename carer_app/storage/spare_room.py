"""A file of nothing, given up when the disk is full, so that finishing a save and deleting still work."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from carer_app.computer.owner_only import owner_only

FILE_NAME = "spare-room.bin"
SIZE = 4 * 1024 * 1024
_ROOM_NEEDED = 4 * SIZE
# Random, because zeros take no room on a disk that compresses; the upper half of all bytes, because in four million
# of the others a short name turns up by chance, and whoever looked for it would think that it leaked.
_NO_LETTERS = bytes(byte | 0x80 for byte in range(256))


class SpareRoom:
    """The spare room in one folder. Never the reason that something fails."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    def keep(self) -> None:
        """Make the file if it is not there and the disk has plenty of room; otherwise do nothing."""
        with suppress(OSError):
            if self._file.exists() or shutil.disk_usage(self._file.parent).free < _ROOM_NEEDED:
                return
            try:
                with open(self._file, "xb", opener=owner_only) as file:
                    file.write(os.urandom(SIZE).translate(_NO_LETTERS))
            except OSError:
                self._file.unlink(missing_ok=True)

    def release(self) -> bool:
        """Give the room back. True if there was any, so that trying once more makes sense."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
