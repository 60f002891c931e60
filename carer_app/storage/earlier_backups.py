"""Backups of these records under a key of before, in a place that others may use too.

After everything was locked anew they still open with what was seen. They are known by what the key file called the
records then, which the records themselves remember: what belongs to somebody else is never among them.
"""

import shutil
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from carer_app.errors import CarerAppError
from carer_app.paths import KEY_FILE, RECORDS_FILE
from carer_app.storage import backup_trouble, keys
from carer_app.storage.backup_list import Backup, read_list, without_list
from carer_app.storage.backups import Backups
from carer_app.storage.safe_files import PART, is_real_folder, read_safely
from carer_app.storage.sealed_files import FOLDER_NAME

_MOST_FOLDERS = 2_000


def earlier(place: Backups, ids: Collection[bytes]) -> list[Backup]:
    """Those of `ids`, newest first; also one whose removal or copying was broken off."""
    if not ids or not is_real_folder(place.folder):
        return []
    found = []
    with suppress(OSError):
        for folder in sorted(place.folder.iterdir())[-_MOST_FOLDERS:]:
            if folder.name != FOLDER_NAME and is_real_folder(folder):
                backup = _known(folder, ids)
                if backup is not None:
                    found.append(backup)
    return sorted(found, key=lambda backup: backup.made.replace(tzinfo=None), reverse=True)


def clear(place: Backups, names: Collection[str], ids: Collection[bytes], key: bytes) -> None:
    """Take these away for good, those of `ids` alone, and the papers that no other backup names.

    The others all the same where one cannot be. Raises NotSaved.
    """
    failed: Exception | None = None
    with place.alone:
        for backup in earlier(place, ids):
            if backup.folder.name not in names:
                continue
            try:
                _clear(place, backup, key)
            except (OSError, CarerAppError) as error:
                failed = error
    if isinstance(failed, OSError):
        raise backup_trouble.from_os(failed, place.is_shared) from failed
    if failed is not None:
        raise failed


def _clear(place: Backups, backup: Backup, key: bytes) -> None:
    # The way in goes first: whatever is left of it then opens with nothing.
    (backup.folder / KEY_FILE).unlink(missing_ok=True)
    if backup.folder.name.endswith(PART):
        shutil.rmtree(backup.folder)
    else:
        place.remove(backup, key)


def _known(folder: Path, ids: Collection[bytes]) -> Backup | None:
    """Only where everything that says whose it is says that it is ours."""
    listed, called = read_list(folder), _called(folder)
    said = {each for each in (listed and listed.vault_id, called) if each}
    if not said or not said <= set(ids):
        return None
    return listed or without_list(folder) or _only_a_way_in(folder, said.pop())


def _called(folder: Path) -> bytes | None:
    try:
        return keys.vault_id(read_safely(folder / KEY_FILE, keys.MOST_BYTES))
    except (OSError, CarerAppError):
        return None


def _only_a_way_in(folder: Path, vault_id: bytes) -> Backup | None:
    """A copying that was broken off before the records came."""
    try:
        there = folder / (RECORDS_FILE if (folder / RECORDS_FILE).exists() else KEY_FILE)
        when = datetime.fromtimestamp(there.lstat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None
    return Backup(folder, vault_id, 0, when, "", (), 0, None, False, False, is_listed=False)
