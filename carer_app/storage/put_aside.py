"""What was put aside when the carer went back to a backup: the small files as they lay there, beside the backups.

A key file among them is a way in like any other. It ends where the carer is told that old ways in end.
"""

import shutil
from pathlib import Path

from carer_app.computer.paths import KEY_FILE
from carer_app.errors import CarerAppError
from carer_app.storage import backup_papers, backup_trouble, keys
from carer_app.storage.backup_list import PUT_ASIDE
from carer_app.storage.key_file import KeyFile
from carer_app.storage.safe_files import is_real_folder, read_safely


def renew(file: Path, key_file: bytes, key: bytes, is_ours: bool) -> None:
    """Put today's ways in in place of older ones. Those that are newer than `key_file` stay.

    What does not open with `key` stays too, unless the backup that it belongs to `is_ours` for sure. Raises OSError.
    """
    there, wanted = _read(file), keys.read_key_file(key_file)
    if there is not None and there.fits(key):
        if there != wanted and there.number <= wanted.number:
            backup_papers.put(file, key_file)
    elif is_ours or (there is not None and (there.vault_id, there.check) == (wanted.vault_id, wanted.check)):
        backup_papers.put(file, key_file)


def folders(place: Path) -> list[Path]:
    """Every folder in which something was put aside with a way in, the newest first."""
    try:
        found = [each for each in place.iterdir() if each.name.startswith(PUT_ASIDE) and is_real_folder(each)]
    except OSError:
        return []
    return sorted((each for each in found if (each / KEY_FILE).is_file()), reverse=True)


def with_older_ways_in(place: Path, key_file: bytes) -> list[Path]:
    """Those that today's ways in do not open, or that say nothing of what opens them."""
    return [each for each in folders(place) if _read(each / KEY_FILE) != keys.read_key_file(key_file)]


def clear(place: Path, names: set[str]) -> None:
    """Take these folders away for good. Raises NotSaved."""
    for each in folders(place):
        if each.name in names:
            try:
                shutil.rmtree(each)
            except OSError as error:
                raise backup_trouble.from_os(error) from error


def _read(file: Path) -> KeyFile | None:
    try:
        return keys.read_key_file(read_safely(file, keys.MOST_BYTES))
    except (OSError, CarerAppError):
        return None
