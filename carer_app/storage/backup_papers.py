"""The papers of a backup: which are whole, and where another whole one lies."""

import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from carer_app.errors import SealedFileDamaged
from carer_app.storage.safe_files import is_real_folder, read_safely, write_safely
from carer_app.storage.sealed_files import MOST_SEALED_BYTES, Sealed, decrypt


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
    with suppress(FileNotFoundError):
        mode = target.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            target.unlink()
    write_safely(target, data, read_back=True)


def first_whole(paper: Sealed, sources: Iterable[Path]) -> bytes | None:
    """The bytes of the first whole one."""
    return next((found for folder in sources if (found := whole(folder, paper)) is not None), None)
