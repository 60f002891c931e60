"""Going back to a backup: it is proved first, the present records are kept, and nothing else is pushed out."""

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import keep_folder, owner_only_folder
from carer_app.errors import VaultError
from carer_app.storage import backup_papers, connecting, files, keys, waiting_records
from carer_app.storage.backup_content import Content
from carer_app.storage.backup_list import PUT_ASIDE, Backup
from carer_app.storage.backups import Backups
from carer_app.storage.earlier_ids import EarlierIds, joined, read
from carer_app.storage.files import VaultLock
from carer_app.storage.looking import MOST_BYTES
from carer_app.storage.safe_files import copy_safely, is_real_folder, read_safely, write_safely
from carer_app.storage.sealed_files import FOLDER_NAME

_MOST_ASIDE = 100


def go_back(
    folder: Path,
    backups: Backups,
    backup: Backup,
    key: bytes,
    at_least: int,
    now: datetime,
    aside: Path | None,
    beside: tuple[Path, ...] = (),
    known: EarlierIds | None = None,
) -> tuple[str, ...]:
    """Make the records in `folder` (closed, damaged or not there at all) what they were in `backup`.

    `key` opens the backup. The small files that are there are copied into `aside`; None where a backup of them was just
    made. `at_least` is the highest count of saves that is known; the records count on from it. The way in that opens
    the records now stays, where it is for the same key; otherwise the backup's is used. `beside` are folders in which
    a whole paper may lie for one that is damaged. `known` is what the records here were called under other keys, where
    they were open; what they are called now is remembered too, where that key is left. Returns what the carer calls
    each paper that is nowhere whole. Slow: in the background. Raises BackupDamaged, VaultTooNew, VaultInUse, DiskFull,
    ReadOnlyFolder, NotSaved: then nothing has changed.
    """
    with backups.alone:
        is_foreign = may_be_foreign(folder, key)
        content = backups.check(backup, key, is_foreign)
        saves = max(at_least, content.saves) + 1
        kept = aside and aside / f"{PUT_ASIDE} {now:%Y-%m-%d %H.%M.%S}"
        sources = (*sources_of(backups, backup), *beside)
        ids = joined(known or {}, _known_here(folder, key), _left(folder, key, now))
        is_ours = backup.is_sealed(key) and not is_foreign
        return _put_back(folder, backup, content, key, saves, kept, sources, ids, is_ours)


def may_be_foreign(folder: Path, key: bytes) -> bool:
    """Whether the records that lie here are others than those that `key` opens, as far as can be seen."""
    with suppress(VaultError):
        return not keys.read_key_file(files.read_key_file(folder)).fits(key)
    return False


def _known_here(folder: Path, key: bytes) -> EarlierIds:
    """What the records here remember, also where they were gone back to an hour ago and the backup is older."""
    with suppress(VaultError, OSError, dbapi2.Error):
        if _opens_with(folder, key):
            with closing(connecting.connect_to_read(folder / files.RECORDS, key)) as connection:
                return read(str(connection.execute("SELECT earlier_ids FROM known_numbers").fetchone()[0]))
    return {}


def _left(folder: Path, key: bytes, now: datetime) -> EarlierIds:
    """What lies in this folder is of whoever goes back here: under another key they have backups elsewhere too."""
    with suppress(VaultError):
        if may_be_foreign(folder, key):
            return {keys.vault_id(files.read_key_file(folder)): now}
    return {}


def sources_of(backups: Backups, backup: Backup) -> tuple[Path, ...]:
    """Where the papers of a backup may lie: with all others, or in its own folder if it came from outside."""
    return (backups.documents, backups.own_papers(backup))


def missing_papers(content: Content, sources: Iterable[Path]) -> tuple[str, ...]:
    """What the carer calls each paper of a backup that is nowhere whole. Slow: each is opened."""
    places, patience = list(sources), backup_papers.Patience()
    lost = [paper for paper in content.papers if backup_papers.first_whole(paper, places, patience) is None]
    return tuple(content.titles[paper.fingerprint] for paper in lost)


def _put_back(
    folder: Path,
    backup: Backup,
    content: Content,
    key: bytes,
    saves: int,
    kept: Path | None,
    sources: tuple[Path, ...],
    ids: EarlierIds,
    is_ours: bool,
) -> tuple[str, ...]:
    with files.new_folder(folder).kept_if_all_goes_well() as lock:
        try:
            key_file = None if _opens_with(folder, key) else backup.key_file()
            if kept is not None:
                kept = _free_name(kept)
                _keep_what_is_here(folder, kept)
            lost = _bring_papers(content, sources, folder / FOLDER_NAME)
            own = keys.vault_id(key_file if key_file is not None else files.read_key_file(folder))
            staged = waiting_records.stage(
                folder, read_safely(backup.records, MOST_BYTES), key, saves, ids, own, is_ours
            )
            waiting_records.put_in_place(folder, staged, key_file)
        except BaseException:
            # On a full disk what is left behind would be in the way of everything else.
            files.sweep(folder)
            if kept is not None and is_real_folder(kept):  # to look into anything else might wait for ever
                shutil.rmtree(kept, ignore_errors=True)
            raise
        lock.release()
    return lost


def set_password(folder: Path, key: bytes, password: str) -> None:
    """A new password for closed records, in place of the one before. Slow: in the background. Raises NotSaved."""
    with VaultLock(folder).kept_if_all_goes_well() as lock:
        key_file = keys.with_slot(files.read_key_file(folder), key, keys.PASSWORD, password)
        write_safely(folder / keys.FILE_NAME, key_file, read_back=True)
        lock.release()


def mend_key_file(folder: Path, backup: Backup, key: bytes) -> bool:
    """Put the backup's key file beside records that are whole themselves: then nothing has to be gone back to.

    True where that was done. Slow: in the background. Raises VaultInUse, DiskFull, ReadOnlyFolder, NotSaved.
    """
    if _opens_with(folder, key) or not (folder / files.RECORDS).exists():
        return False
    with VaultLock(folder).kept_if_all_goes_well() as lock:
        try:
            connecting.connect(folder / files.RECORDS, key).close()
        except (VaultError, dbapi2.Error):
            lock.release()
            return False
        write_safely(folder / keys.FILE_NAME, backup.key_file(), read_back=True)
        lock.release()
    return True


def _keep_what_is_here(folder: Path, aside: Path) -> None:
    """A copy of the small files, whole or damaged. The papers stay where they are: going back removes none."""
    here = [each for each in folder.iterdir() if each.is_file() and each.name in _KEPT]
    if not here:
        return
    owner_only_folder(aside)
    for each in here:
        copy_safely(each, aside / each.name)
    keep_folder(aside.parent)


def _free_name(wanted: Path) -> Path:
    """Nothing is put where something lies already, of which nobody knows what it is or where it leads."""
    names = [wanted, *(wanted.with_name(f"{wanted.name} {number}") for number in range(2, _MOST_ASIDE))]
    free = next((name for name in names if not os.path.lexists(name)), None)
    if free is None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    return free


def _bring_papers(content: Content, sources: tuple[Path, ...], target: Path) -> tuple[str, ...]:
    """Every whole one, also over one that is damaged here. Those that are nowhere keep nothing else back."""
    owner_only_folder(target)
    patience = backup_papers.Patience()
    lost = [
        paper
        for paper in content.papers
        if not backup_papers.bring(paper, target.resolve(), sources, patience)
    ]
    return tuple(content.titles[paper.fingerprint] for paper in lost)


def _opens_with(folder: Path, key: bytes) -> bool:
    with suppress(VaultError):
        return keys.read_key_file(files.read_key_file(folder)).fits(key)
    return False


_KEPT = {files.RECORDS, f"{files.RECORDS}-journal", keys.FILE_NAME}
