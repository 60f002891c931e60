"""Writing a whole file: after a power cut the old one or the new one is there, never a half."""

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from carer_app.paths import owner_only

PART = ".part"


def write_safely(path: Path, data: bytes, read_back: bool = False) -> None:
    """Write `data` beside `path`, make the disk keep it, read it back if asked to, then put it in place.

    Raises OSError, leaving `path` as it was.
    """
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        with open(part, "xb", opener=owner_only) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if read_back and part.read_bytes() != data:
            raise OSError(errno.EIO, "read back otherwise than written")
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    keep_folder(path.parent)


def keep_folder(folder: Path) -> None:
    """Make the disk keep the names in `folder` (a rename or a removal) through a power cut."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        # Some memory sticks have a file system that cannot do this for a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(number)


def copy_safely(source: Path, target: Path) -> None:
    """A copy of `source` with the promise of `write_safely`. For files that fit in memory. Raises OSError."""
    write_safely(target, source.read_bytes())


def sweep_parts(folder: Path) -> None:
    """Remove what an interrupted `write_safely` left behind. Only for the one who holds the lock.

    Also SQLite's own journal of records that were being made.
    """
    with suppress(OSError):
        for part in [*folder.glob(f"*{PART}"), *folder.glob(f"*{PART}-journal")]:
            with suppress(OSError):
                part.unlink()
