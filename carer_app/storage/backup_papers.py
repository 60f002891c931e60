"""The papers of a backup: which are whole, and where another whole one lies."""

import errno
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from carer_app.errors import SealedFileDamaged
from carer_app.storage.safe_files import TooLong, is_real_folder, open_plain, write_safely, write_whole
from carer_app.storage.sealed_files import MOST_SEALED_BYTES, Sealed, damaged, decrypt, must_open

_CHUNK = 1024 * 1024
_MOST_SECONDS = 5.0
_PAUSES = (0.2, 0.5, 1.0)
"""Seconds: so long a program that looks for viruses mostly holds a file."""
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EAGAIN)


class Patience:
    """How long one piece of work waits in all for files that other programs hold; `held` has the fingerprints of those
    that it could not read, of which nobody knows whether they are whole."""

    def __init__(self) -> None:
        self.left = _MOST_SECONDS
        self.held: set[str] = set()

    def opened(self, file: Path) -> BinaryIO:
        """As `open_plain`, after waiting where another program holds it. Raises OSError."""
        for seconds in _PAUSES:
            try:
                return open_plain(file)
            except OSError as error:
                if error.errno not in _HELD or self.left < seconds:
                    break
                time.sleep(seconds)
                self.left -= seconds
        try:
            return open_plain(file)
        except OSError as error:
            if error.errno in _HELD:
                self.held.add(file.name)
            raise

    def sealed(self, file: Path) -> bytes:
        """All bytes of a sealed file. Raises OSError."""
        with self.opened(file) as there:
            data = there.read(MOST_SEALED_BYTES + 1)
        if len(data) > MOST_SEALED_BYTES:
            raise TooLong
        return data


def whole(folder: Path, paper: Sealed, patience: Patience) -> bytes | None:
    """The bytes of a sealed paper in `folder`, once it was seen to open; None where it is gone, damaged or held."""
    if not is_real_folder(folder):
        return None
    try:
        sealed = patience.sealed(folder / paper.fingerprint)
        decrypt(sealed, paper.key)
    except (OSError, SealedFileDamaged):
        return None
    return sealed


def bring(paper: Sealed, target: Path, sources: Iterable[Path], patience: Patience) -> bool:
    """See to it that a whole `paper` is in `target`; False where there is none anywhere. Raises OSError."""
    if whole(target, paper, patience) is not None:
        return True
    sealed = first_whole(paper, sources, patience)
    if sealed is None:
        return False
    put(target / paper.fingerprint, sealed)
    return True


def put(target: Path, data: bytes) -> None:
    """Write a file of a backup and read it back. A link or a pipe that lies in its place goes, and nothing it leads to.

    Raises OSError.
    """
    _clear(target)
    write_safely(target, data, read_back=True)


def _clear(target: Path) -> None:
    with suppress(FileNotFoundError):
        mode = target.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            target.unlink()


def copy(paper: Sealed, source: Path, target: Path, patience: Patience) -> None:
    """A copy in the folder `target`. It takes its name there only once that copy was seen to open, as the disk has it.

    Raises SealedFileDamaged where the one in `source` is gone, damaged or held, and OSError.
    """
    _clear(target / paper.fingerprint)
    try:
        here = patience.opened(source / paper.fingerprint)
    except OSError as error:
        raise damaged() from error
    with here, write_whole(target / paper.fingerprint) as there:
        left = min(os.fstat(here.fileno()).st_size, MOST_SEALED_BYTES)
        held = memoryview(bytearray(_CHUNK))
        while left > 0:
            try:
                part = held[: here.readinto(held[: min(left, _CHUNK)])]  # type: ignore[attr-defined]
            except OSError as error:
                raise damaged() from error
            if not part:
                break
            there.write(part)
            left -= len(part)
        there.flush()
        os.fsync(there.fileno())
        must_open(there, paper.key)


def first_whole(paper: Sealed, sources: Iterable[Path], patience: Patience) -> bytes | None:
    """The bytes of the first whole one."""
    every = (whole(folder, paper, patience) for folder in sources)
    return next((found for found in every if found is not None), None)
