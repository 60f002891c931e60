"""Files and folders that only this person can look into, opened as plain files and through no link."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600
_NO_LINKS: int = getattr(os, "O_NOFOLLOW", 0)
_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0)
"""Without it, opening a named pipe would wait for ever."""


def owner_only_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, all 0700.

    A folder that was there keeps its mode. Raises OSError.
    """
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    for each in reversed(missing):
        each.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
        # mkdir's mode is cut down by the umask only; chmod also undoes an inherited default ACL.
        each.chmod(OWNER_ONLY_FOLDER)
    if missing:
        # What is written in a new folder is safe only once the folder itself is.
        with suppress(OSError):
            keep_folder(above)
        for each in reversed(missing[1:]):
            keep_folder(each)
    if not folder.is_dir():
        raise NotADirectoryError(folder)


def owner_only(name: str, flags: int) -> int:
    """An `opener` for `open()`: a file that is new is 0600, and nothing but a plain file is opened, through no link.

    Raises OSError.
    """
    if not _NO_LINKS and os.path.islink(name):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    number = os.open(name, flags | _NO_LINKS | _NO_WAITING, OWNER_ONLY_FILE)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return number


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
