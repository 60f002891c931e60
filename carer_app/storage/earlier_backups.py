"""Backups of these records under a key of before, in a place that others may use too.

After everything was locked anew they still open with what was seen. They are known by what the key file called the
records then, which the records themselves remember, and until when: what somebody else has under another name, and
what another computer with the same records made later under the old one, is never among them.
"""

import shutil
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from carer_app.computer.paths import KEY_FILE, RECORDS_FILE
from carer_app.errors import CarerAppError
from carer_app.storage import backup_trouble, keys
from carer_app.storage.backup_list import Backup, read_list, without_list
from carer_app.storage.backups import Backups
from carer_app.storage.earlier_ids import EarlierIds, on_the_wall
from carer_app.storage.safe_files import PART, is_real_folder, read_safely
from carer_app.storage.sealed_files import FOLDER_NAME

_MOST_FOLDERS = 2_000


def earlier(place: Backups, ids: EarlierIds) -> list[Backup]:
    """Those of `ids` from when that was their name here, newest first; also one that was broken off."""
    return [each for each in _all(place, ids) if not _is_later(each, ids)]


def later(place: Backups, ids: EarlierIds) -> int:
    """How many were made under a key of before when it was no longer in use here: by another computer, it may be."""
    return sum(1 for each in _all(place, ids) if _is_later(each, ids))


def _is_later(backup: Backup, ids: EarlierIds) -> bool:
    until = ids.get(backup.vault_id)
    if until is None:
        return False
    if backup.is_listed:
        return on_the_wall(backup.made) > until
    # The time of the file, or a name, which is on the wall already and leaves the seconds out.
    made = backup.made.astimezone() if backup.made.tzinfo else backup.made + timedelta(seconds=59)
    return on_the_wall(made) > until


def _all(place: Backups, ids: EarlierIds) -> list[Backup]:
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


def clear(place: Backups, names: Collection[str], ids: EarlierIds, key: bytes) -> None:
    """Take these away for good, of what is `earlier` alone, and the papers that no other backup names.

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


def _known(folder: Path, ids: EarlierIds) -> Backup | None:
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
