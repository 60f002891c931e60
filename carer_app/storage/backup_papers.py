"""The papers of a backup: which are whole, and where another whole one lies."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from carer_app.errors import SealedFileDamaged
from carer_app.storage.safe_files import is_real_folder, open_plain, read_safely, write_safely, write_whole
from carer_app.storage.sealed_files import MOST_SEALED_BYTES, Sealed, damaged, decrypt, must_open

_CHUNK = 1024 * 1024


def whole(folder: Path, paper: Sealed) -> bytes | None:
    """The bytes of a sealed paper in `folder`, once it was seen to open; None where it is gone or damaged."""
    if not is_real_folder(folder):
        return None
    try:
        sealed = read_safely(folder / paper.fingerprint, MOST_SEALED_BYTES)
        decrypt(sealed, paper.key)
    except (OSError, SealedFileDamaged):
        return None
    return sealed


def bring(paper: Sealed, target: Path, sources: Iterable[Path]) -> bool:
    """See to it that a whole `paper` is in `target`; False where there is none anywhere. Raises OSError."""
    if whole(target, paper) is not None:
        return True
    sealed = first_whole(paper, sources)
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


def copy(paper: Sealed, source: Path, target: Path) -> None:
    """A copy in the folder `target`. It takes its name there only once that copy was seen to open, as the disk has it.

    Raises SealedFileDamaged where the one in `source` is gone or damaged, and OSError.
    """
    _clear(target / paper.fingerprint)
    try:
        here = open_plain(source / paper.fingerprint)
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


def first_whole(paper: Sealed, sources: Iterable[Path]) -> bytes | None:
    """The bytes of the first whole one."""
    return next((found for folder in sources if (found := whole(folder, paper)) is not None), None)
