"""Backing up: the whole job, from the records as they are to a backup in every place within reach."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from carer_app.errors import BackupDamaged, CarerAppError
from carer_app.paths import DataDir
from carer_app.storage import keys, one_file
from carer_app.storage.backup_list import Backup
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.sealed_files import FOLDER_NAME
from carer_app.storage.vault import Vault

__all__ = [
    "BackupRow",
    "Tended",
    "Work",
    "carry",
    "clear",
    "in_second_place",
    "renew_key_files",
    "rows",
    "tend",
]

DAYS_BETWEEN_PROOFS = 7
SECOND_FOLDER = "PEP Companion backups"
ONE_FILE_ENDING = one_file.ENDING


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup to show. `name` tells it from the others in its place.

    `opens_as_now` is False for one from before a new key was made: it opens with the password of that time.
    """

    name: str
    made: datetime
    saves: int
    proved_on: date
    missing: int
    has_problem: bool
    is_before_going_back: bool
    opens_as_now: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do with. `snapshot` only where a backup is due; `second` is the folder the carer chose."""

    folder: Path
    backups: Path
    second: Path | None
    key_file: bytes
    key: bytes
    snapshot: Snapshot | None
    now: datetime

    def __repr__(self) -> str:
        return "<Work>"


@dataclass(frozen=True, slots=True)
class Tended:
    """How it went. `saves` is the count of the newest good backup, None where there is none.

    `copied` says that the second place was there and got a copy; `second_is_there` that it was there at all.
    `needs_new` after a backup failed its proof and must be made again. `problem` is a sentence, or empty.
    """

    saves: int | None
    copied: bool = False
    second_is_there: bool = False
    needs_new: bool = False
    problem: str = ""


def work_for(vault: Vault, data: DataDir, second: Path | None, with_snapshot: bool, now: datetime) -> Work:
    """What there is to do with for the open records. Quick. `now` is local time. Raises NotSaved."""
    key_file = vault.key_file_now()
    snapshot = Snapshot(vault.snapshot(), key_file, vault.saves) if with_snapshot else None
    return Work(data.vault, data.backups, second, key_file, vault.key, snapshot, now)


def tend(work: Work) -> Tended:
    """Do what is due: back up, prove the newest backup once a week, copy it to the second place. Slow.

    A failure is a sentence in the answer: the next part is done all the same.
    """
    place = Backups(work.backups)
    vault_id = keys.vault_id(work.key_file)
    try:
        if work.snapshot is not None:
            place.make(work.snapshot, work.key, work.folder / FOLDER_NAME, work.now)
        newest = place.newest(vault_id)
        if newest is not None and _proof_is_due(newest, work.now.date()):
            newest = place.prove(newest, work.key, work.now.date())
    except BackupDamaged as error:
        newest = place.newest(vault_id)
        return Tended(newest.saves if newest else None, needs_new=work.snapshot is None, problem=str(error))
    except CarerAppError as error:
        newest = place.newest(vault_id)
        return Tended(newest.saves if newest else None, problem=str(error))
    if newest is None:
        return Tended(None)
    return _copied(place, newest, work)


def rows(place: Path, key_file: bytes | None) -> list[BackupRow]:
    """The backups in one place, newest first. `key_file` is that of the records, where there are any."""
    vault_id = keys.vault_id(key_file) if key_file is not None else None
    return [
        BackupRow(
            each.folder.name,
            each.made,
            each.saves,
            each.proved_on,
            each.missing,
            each.has_problem,
            each.is_before_going_back,
            each.vault_id == vault_id,
        )
        for each in Backups(place).all()
    ]


def in_second_place(folder: Path) -> Path:
    """Where the backups lie in a folder that the carer chose. That it is there says that the stick is plugged in."""
    return folder / SECOND_FOLDER


def renew_key_files(places: list[Path], key_file: bytes) -> None:
    """A way in was changed: the backups within reach open with the ways in of today. Slow. Raises NotSaved."""
    for place in places:
        if place.is_dir():
            Backups(place).renew_key_files(key_file)


def carry(work: Work, target: Path) -> None:
    """A new backup in one file, to carry to another computer. Slow. Raises BackupDamaged, NotSaved."""
    place = Backups(work.backups)
    assert work.snapshot is not None
    backup = place.make(work.snapshot, work.key, work.folder / FOLDER_NAME, work.now)
    one_file.write(place, place.prove(backup, work.key, work.now.date()), target)


def clear(place: Path, names: set[str]) -> None:
    """Take these backups away for good. Slow. Raises NotSaved."""
    backups = Backups(place)
    for each in backups.all():
        if each.folder.name in names:
            backups.remove(each)


def _proof_is_due(backup: Backup, today: date) -> bool:
    return not 0 <= (today - backup.proved_on).days < DAYS_BETWEEN_PROOFS


def _copied(place: Backups, newest: Backup, work: Work) -> Tended:
    if work.second is None or not in_second_place(work.second).is_dir():
        return Tended(newest.saves)
    second = Backups(in_second_place(work.second))
    there = second.newest(newest.vault_id)
    if there is not None and there.saves >= newest.saves:
        return Tended(newest.saves, second_is_there=True)
    try:
        place.copy_to(second, newest, work.key)
    except CarerAppError as error:
        return Tended(newest.saves, second_is_there=True, problem=str(error))
    return Tended(newest.saves, copied=True, second_is_there=True)
