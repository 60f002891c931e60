"""Sealed files that nothing names any more: what was undone, refused or left out, and what a crash left.

No key to them is anywhere, so that nothing can open them; they only take room. They go some time after, while the
records are open, and never where anything else that may name them is here or can be gone back to.
"""

import os
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from carer_app.computer.paths import is_anything
from carer_app.errors import CarerAppError
from carer_app.storage import files
from carer_app.storage.backup_content import content_of_another
from carer_app.storage.backup_list import PUT_ASIDE, read_list
from carer_app.storage.backups import Backups
from carer_app.storage.sealed_files import FOLDER_NAME, is_fingerprint

DAYS = 14
"""A program for synchronising may bring a paper before the records that name it: so long nothing goes."""
_DAY_SECONDS = 24 * 60 * 60


def remove(
    folder: Path,
    backups: Backups,
    key: bytes,
    names: Collection[str],
    are_open: Callable[[], bool],
    now: float | None = None,
) -> int:
    """Remove these of `Vault.named_nowhere` that lay here long enough; returns how many.

    `are_open`: whether the records still are. Whoever goes back to a backup closes them first, and may bring one of
    these back. Nothing of it is ever told: it is only tidying. Slow: in the background.
    """
    removed = 0
    with suppress(OSError), backups.alone:
        old = {name for name in names if _is_old(folder / FOLDER_NAME / name, now or time.time())}
        if not old or not are_open() or _other_records(folder):
            return 0
        needed = _needed(backups, key)
        for name in sorted(old - needed) if needed is not None else ():
            with suppress(OSError):  # another program may hold it just now
                (folder / FOLDER_NAME / name).unlink()
                removed += 1
    return removed


def _is_old(file: Path, now: float) -> bool:
    """By when it was written and by when it came here, whichever was later."""
    if not is_fingerprint(file.name):
        return False
    try:
        said = os.lstat(file)
    except OSError:
        return False
    return now - max(said.st_mtime, said.st_ctime) > DAYS * _DAY_SECONDS


def _other_records(folder: Path) -> bool:
    """Whether any other file of records lies beside the open ones: nobody knows what it names."""
    return any(each.suffix == ".db" and each.name != files.RECORDS for each in folder.iterdir())


def _needed(backups: Backups, key: bytes) -> set[str] | None:
    """What backups name, and what was put aside; None where that cannot be known.

    A backup's own copy may be rotten, and is mended from the one here.
    """
    folders = backups.every_folder()
    if folders is None:
        return None
    needed: set[str] = set()
    try:
        for folder in folders:
            backup = read_list(folder)
            if backup is None or (backup.missing and not backup.is_sealed(key)):
                return None
            needed.update(backup.papers)
            if backup.missing:
                needed |= _names_in(backup.records, key)
        for aside in backups.folder.glob(f"{PUT_ASIDE}*"):
            if is_anything(aside / files.RECORDS):
                needed |= _names_in(aside / files.RECORDS, key)
    except CarerAppError:
        return None
    return needed


def _names_in(records: Path, key: bytes) -> set[str]:
    return {paper.fingerprint for paper in content_of_another(records, key).papers}
