"""Copies of the records that a program for synchronising put beside them: kept as backups, so that nothing is lost."""

from datetime import datetime
from pathlib import Path

from carer_app.errors import BackupDamaged, CarerAppError
from carer_app.storage import files
from carer_app.storage.backups import Backups
from carer_app.storage.sealed_files import FOLDER_NAME


def keep_other_copies(folder: Path, backups: Path, key_file: bytes, key: bytes, now: datetime) -> int:
    """Take each such copy in as a backup; returns how many. One that cannot be opened stays where it is.

    Slow: in the background. Raises DiskFull, ReadOnlyFolder, NotSaved where none could be taken in.
    """
    taken = 0
    failed: CarerAppError | None = None
    for copy in files.conflict_copies(folder):
        if copy.is_symlink():
            continue  # no program for synchronising left it
        try:
            Backups(backups).adopt(copy, key_file, key, folder / FOLDER_NAME, now)
        except BackupDamaged:
            continue
        except CarerAppError as error:
            failed = error  # the others all the same
            continue
        taken += 1
    if failed is not None and not taken:
        raise failed
    return taken
