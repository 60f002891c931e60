"""What is let go in a place for backups, and what never is: somebody else's, and what anything may still need.

A second place may be shared with another household, or with another computer that is copying there this very moment.
"""

import re
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.computer.paths import KEY_FILE, RECORDS_FILE
from carer_app.storage.backup_list import LIST, PUT_ASIDE, Backup, read_list
from carer_app.storage.key_file import derive
from carer_app.storage.safe_files import OLD_SECONDS, PART, beside, is_real_folder, sweep_parts
from carer_app.storage.sealed_files import is_fingerprint

if TYPE_CHECKING:
    from carer_app.storage.backup_place import BackupPlace

_OURS = re.compile(r".* pep-([0-9a-f]{8})[0-9a-f]{8}\.part")
_OF_EARLIER_VERSIONS = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d( \d+)?|carried here)\.part")


def mark(key: bytes) -> str:
    """What tells the half-made backups of one household from those of another."""
    return derive(key, "mark of what is half done")[:4].hex()


def sweep(place: "BackupPlace", key: bytes | None) -> None:
    """Remove what was broken off. In a shared place only what is ours, and nobody is writing any more."""
    age = OLD_SECONDS if place.is_shared else 0
    with suppress(OSError):
        for each in list(place.folder.iterdir()):
            if not is_real_folder(each):
                continue
            if each.name.endswith(PART):
                if _is_ours(place, each, key) and _is_older(each, age):
                    shutil.rmtree(each, ignore_errors=True)
            elif _is_sealed(place, each, key) if place.is_shared else _is_of_a_backup(each):
                sweep_parts(each, age)
        sweep_parts(place.documents, age)


def let_go(place: "BackupPlace", papers: Iterable[str]) -> None:
    """Remove these papers, unless a backup names one: looked at again once it is out of the way.

    Only where every list can be read: one that cannot may name any paper. Raises OSError.
    """
    named = _named(place)
    if named is None or not is_real_folder(place.documents):
        return
    aside = {
        paper: beside(place.documents / paper)
        for paper in papers
        if paper not in named and (place.documents / paper).is_file()
    }
    for paper, out_of_the_way in aside.items():
        (place.documents / paper).rename(out_of_the_way)
    if not aside:
        return
    # Another computer may have finished its copying while we looked.
    now = _named(place)
    for paper, out_of_the_way in aside.items():
        if now is None or paper in now:
            out_of_the_way.rename(place.documents / paper)
        else:
            out_of_the_way.unlink()


def stored(place: "BackupPlace") -> set[str]:
    """The papers that are here, named or not."""
    with suppress(OSError):
        if is_real_folder(place.documents):
            return {each.name for each in place.documents.iterdir() if is_fingerprint(each.name)}
    return set()


def remove(place: "BackupPlace", backup: Backup, key: bytes | None) -> None:
    """Take the folder of one backup away. Renamed first: a half-removed one must not look like a backup.

    What is left of it then is swept later. Raises OSError where it is still there.
    """
    gone = place.part(backup.folder.name, key)
    backup.folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _named(place: "BackupPlace") -> set[str] | None:
    named: set[str] = set()
    folders = place.every_folder()
    if folders is None:
        return None
    for folder in folders:
        backup = read_list(folder)
        if backup is not None:
            named.update(backup.papers)
        elif any((folder / name).exists() for name in (LIST, RECORDS_FILE, KEY_FILE)):
            return None
    return named


def _is_ours(place: "BackupPlace", part: Path, key: bytes | None) -> bool:
    ours = _OURS.fullmatch(part.name)
    if place.is_shared:
        return ours is not None and key is not None and ours.group(1) == mark(key)
    return ours is not None or _OF_EARLIER_VERSIONS.fullmatch(part.name) is not None


def _is_sealed(place: "BackupPlace", folder: Path, key: bytes | None) -> bool:
    return key is not None and any(each.folder == folder for each in place.ours(key))


def _is_of_a_backup(folder: Path) -> bool:
    return folder.name.startswith(PUT_ASIDE) or (folder / LIST).exists()


def _is_older(part: Path, seconds: int) -> bool:
    return not seconds or time.time() - part.lstat().st_mtime > seconds
