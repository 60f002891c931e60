"""The one place that writes files: whole or not at all, through no link, and for this person's eyes only.

After a power cut the old file or the new one is there, never a half. What is half written has a name that nobody can
guess and that says it is ours, so that it can be swept. Reading takes plain files only, and never more than was asked.
"""

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from carer_app.computer.owner_only import keep_folder, owner_only, owner_only_folder

PART = ".part"
_CHUNK = 1024 * 1024
_LONGEST_START = 50
OLD_SECONDS = 60 * 60
"""In a folder of the carer's, what was half written so long ago is nobody's any more."""
# Ours, and those of earlier versions; SQLite lays its own journal beside records that are being made.
_LITTER = re.compile(
    r".*\.(pep-[0-9a-f]{16}|[0-9a-f]{8})\.part(-journal)?|renewed\.part(-journal)?", re.DOTALL
)


class NotPlain(OSError):
    """Something lies here that we neither write nor read: a link, a folder or a device."""

    def __init__(self) -> None:
        super().__init__(errno.ELOOP, os.strerror(errno.ELOOP))


def beside(path: Path) -> Path:
    """A name beside `path` for what is half written: nobody can guess it, and `is_litter` knows it."""
    return path.with_name(f"{path.name[:_LONGEST_START]}.pep-{secrets.token_hex(8)}{PART}")


def is_litter(name: str) -> bool:
    """Whether a file of this name was half written by us."""
    return _LITTER.fullmatch(name) is not None


class TooLong(OSError):
    """The file is longer than it can be."""

    def __init__(self) -> None:
        super().__init__(errno.EMSGSIZE, os.strerror(errno.EMSGSIZE))


@contextmanager
def write_whole(path: Path) -> Iterator[BinaryIO]:
    """A new file to write into. It takes the name `path` once the block has ended well and the disk keeps it.

    Raises OSError, leaving `path` as it was: NotPlain where a link or a folder lies there.
    """
    is_new = not must_be_plain(path)
    part = beside(path)
    try:
        with open(part, "x+b", opener=owner_only) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        must_be_plain(path)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    try:
        keep_folder(path.parent)
    except OSError:
        # What was there before is gone already, so there is no going back and nothing to report as not done.
        if is_new:
            path.unlink(missing_ok=True)
            raise


def write_safely(path: Path, data: bytes, read_back: bool = False) -> None:
    """Write `data`, make the disk keep it, read it back if asked to, then put it in place.

    Raises OSError, leaving `path` as it was.
    """
    with write_whole(path) as file:
        file.write(data)
        if read_back:
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            for start in range(0, len(data) + 1, _CHUNK):
                if file.read(_CHUNK) != data[start : start + _CHUNK]:
                    raise OSError(errno.EIO, "read back otherwise than written")


def write_where_chosen(path: Path, data: bytes) -> None:
    """As `write_safely`, in a folder of the carer's: what we left there when we were killed goes first."""
    sweep_parts(path.parent, seconds_old=OLD_SECONDS)
    write_safely(path, data)


def write_over(path: Path, data: bytes) -> None:
    """Write a small note over itself, without waiting for the disk. It must always be of one length. Raises OSError.

    Where the file has a second name somewhere else, that one is left as it is.
    """
    with open(path, "r+b" if must_be_plain(path) else "xb", opener=owner_only) as file:
        has_another_name = os.fstat(file.fileno()).st_nlink > 1
        if not has_another_name:
            file.write(data)
            file.truncate()
    if has_another_name:
        write_safely(path, data)


def read_safely(path: Path, most: int) -> bytes:
    """All bytes of a plain file that has at most so many. Raises OSError: NotPlain, or TooLong."""
    with open_plain(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLong
    return data


def open_plain(path: Path) -> BinaryIO:
    """A plain file, to be read. Raises OSError: NotPlain for a link, a folder or a device."""
    if not must_be_plain(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return open(path, "rb", opener=owner_only)


def must_be_plain(path: Path) -> bool:
    """Whether there is a file; raise NotPlain where it is a link, a folder or a device. Raises OSError."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise NotPlain
    return True


def make_real_folder(folder: Path) -> None:
    """Make `folder`, owner-only, unless it is there. Raises OSError: NotPlain where a link lies in its place."""
    owner_only_folder(folder)
    if not is_real_folder(folder):
        raise NotPlain


def is_real_folder(folder: Path) -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        return stat.S_ISDIR(folder.lstat().st_mode)
    except (OSError, ValueError):  # no folder has a name such as records made elsewhere may say
        return False


def copy_safely(source: Path, target: Path) -> None:
    """A copy of the plain file `source` with the promise of `write_safely`. Raises OSError."""
    with open_plain(source) as here, write_whole(target) as there:
        left = os.fstat(here.fileno()).st_size  # a file that grows meanwhile does not fill the disk
        while left > 0 and (data := here.read(min(_CHUNK, left))):
            there.write(data)
            left -= len(data)


def sweep_parts(folder: Path, seconds_old: int = 0) -> None:
    """Remove what an interrupted write of ours left behind: by its name, plain files only, and through no link.

    Only for the one who holds the lock; where others may be writing, what is younger than `seconds_old` stays.
    """
    if not is_real_folder(folder):
        return
    with suppress(OSError):
        for part in list(folder.iterdir()):
            with suppress(OSError):
                about = part.lstat()
                if is_litter(part.name) and stat.S_ISREG(about.st_mode) and _is_old(about, seconds_old):
                    part.unlink()


def _is_old(about: os.stat_result, seconds: int) -> bool:
    return not seconds or time.time() - about.st_mtime > seconds
