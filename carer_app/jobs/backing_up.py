"""Backing up: the whole job, from the records as they are to a backup in every place within reach."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from carer_app.computer.paths import DataDir
from carer_app.errors import BackupDamaged, CarerAppError, DiskFull, ReadOnlyFolder
from carer_app.jobs.how_backups_stand import PlaceNow, in_second_place, is_there, place_now
from carer_app.jobs.proving_backups import due, list_anew, prove
from carer_app.storage import backup_trouble, earlier_backups, one_file, put_aside
from carer_app.storage.backup_list import Backup
from carer_app.storage.backup_proof import Elsewhere
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.sealed_files import FOLDER_NAME
from carer_app.storage.vault import Vault
from carer_app.words import _, plural

ONE_FILE_ENDING = one_file.ENDING


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do with. `snapshot` only where a backup is due; `second` is the folder the carer chose.

    `earlier_ids` is what these records were called under the keys of before, and until when.
    """

    folder: Path
    backups: Path
    second: Path | None
    key_file: bytes
    key: bytes
    snapshot: Snapshot | None
    now: datetime
    earlier_ids: EarlierIds = field(default_factory=dict)

    def __repr__(self) -> str:
        return "<Work>"


@dataclass(frozen=True, slots=True)
class Tended:
    """How it went. `saves` is the count of the newest good backup, None where there is none.

    `copied` says that the second place was there and got a copy. `second` is how it stands there, None where it was
    not there. `needs_new` after the newest failed its proof and must be made again. The rest are sentences, or empty:
    `problem` where no backup could be made, `not_copied` where only the copy could not, `found` for what is
    wrong with those that are there.
    """

    saves: int | None
    copied: bool = False
    second: PlaceNow | None = None
    needs_new: bool = False
    problem: str = ""
    not_copied: str = ""
    found: str = ""

    @property
    def second_is_there(self) -> bool:
        """Whether the second place was there at all."""
        return self.second is not None


def work_for(vault: Vault, data: DataDir, second: Path | None, with_snapshot: bool, now: datetime) -> Work:
    """What there is to do with for the open records. Quick. `now` is local time. Raises NotSaved."""
    key_file = vault.key_file_now()
    snapshot = Snapshot(vault.snapshot(), key_file, vault.saves) if with_snapshot else None
    return Work(data.vault, data.backups, second, key_file, vault.key, snapshot, now, vault.earlier_ids)


def tend(work: Work) -> Tended:
    """Do what is due: back up, copy to the second place, prove what was not proved for long in either. Slow.

    A failure is a sentence in the answer: the next part is done all the same.
    """
    place, second, key, today = Backups(work.backups), _second_of(work), work.key, work.now.date()
    made: Backup | None = None
    failed: list[str] = []
    not_copied: list[str] = []
    found: list[str] = []
    papers = (work.folder.resolve() / FOLDER_NAME,)
    beside = Elsewhere((second,) if second else (), papers, work.key_file)
    list_anew(place, beside, key, today, found)  # what is there already is not made again
    if work.snapshot is not None:
        try:
            made = place.make(work.snapshot, work.key, work.folder / FOLDER_NAME, work.now)
        except CarerAppError as error:
            failed.append(str(error))
    before = place.newest(work.key)
    prove(place, due(place, beside, key, today), beside, key, today, found)
    newest, copied = place.newest(work.key), False
    if second is not None:
        here = Elsewhere((place,), papers, work.key_file)
        list_anew(second, here, key, today, found)  # nor is it copied again
        # Where an older copy was put in place, what counts more saves is not what was just made.
        wanted = next((each for each in place.good(key) if made and each.folder == made.folder), newest)
        if wanted is not None and second.like(wanted.digest, work.key) is None:
            try:
                place.copy_to(second, wanted, work.key, work.now.date(), here)
                copied = True
            except CarerAppError as error:
                not_copied.append(_say_not_copied(error))
        prove(second, due(second, here, key, today), here, key, today, found)
    # Also where a way in was changed while the second place was not there, or was not reached here.
    try:
        renew_key_files([work.backups, *([second.folder] if second else [])], work.key_file, key)
    except CarerAppError:
        found.append(_("Some backups may still open with what opened them before. It will be tried again."))
    there = place_now(second, key, work.earlier_ids) if second else None
    if there is not None and there.earlier:
        found.append(_say_earlier(len(there.earlier)))
    if there is not None and there.later:
        found.append(say_later(there.later))
    is_lost = before is not None and (newest is None or newest.folder != before.folder)
    return Tended(
        newest.saves if newest else None,
        copied=copied,
        second=there,
        needs_new=is_lost and work.snapshot is None,
        problem=" ".join(failed),
        not_copied=" ".join(not_copied),
        found=" ".join(dict.fromkeys(found)),
    )


def renew_key_files(places: list[Path], key_file: bytes, key: bytes) -> None:
    """A way in was changed: the backups within reach open with the ways in of today. Slow. Raises NotSaved."""
    failed: list[CarerAppError] = []
    for place in places:
        if place.is_dir():
            try:
                Backups(place).renew_key_files(key_file, key)
            except CarerAppError as error:
                failed.append(error)  # the other place all the same
    if failed:
        raise failed[0]


def older_put_aside(place: Path, key_file: bytes) -> set[str]:
    """The folders that were put aside on going back and that today's ways in do not open. Quick."""
    return {each.name for each in put_aside.with_older_ways_in(place, key_file)}


def clear_put_aside(place: Path, names: set[str]) -> None:
    """Take these away for good. Slow. Raises NotSaved."""
    put_aside.clear(place, names)


def carry(work: Work, target: Path) -> None:
    """A new backup in one file, to carry to another computer. Slow. Raises BackupDamaged, NotSaved."""
    place = Backups(work.backups)
    assert work.snapshot is not None
    backup = place.make(work.snapshot, work.key, work.folder / FOLDER_NAME, work.now)
    papers = (work.folder.resolve() / FOLDER_NAME,)
    try:
        proof = place.proof(backup, work.key, work.now.date(), Elsewhere((), papers, work.key_file))
    except BackupDamaged as error:
        raise backup_trouble.not_made() from error
    if proof.unread:
        raise backup_trouble.paper_held(proof.unread[0])
    one_file.write(place, proof.backup, work.key, target)


def clear(place: Path, names: set[str]) -> None:
    """Take these backups away for good. Slow. Raises NotSaved."""
    backups = Backups(place)
    for each in backups.found():
        if each.folder.name in names:
            backups.remove(each)


def clear_earlier(work: Work, names: set[str]) -> PlaceNow:
    """Take these away from the second place for good; how it stands there then. Somebody else's are never touched.

    Slow. Raises NotSaved.
    """
    second = _second_of(work)
    if second is None:
        raise backup_trouble.second_is_away()
    earlier_backups.clear(second, names, work.earlier_ids, work.key)
    return place_now(second, work.key, work.earlier_ids)


def _say_earlier(count: int) -> str:
    said = plural(
        "{count} backup in your second place opens with the password of an earlier time.",
        "{count} backups in your second place open with the password of an earlier time.",
        count,
    )
    return f"{said} {_('You can clear older backups on the page Backups.')}"


def say_later(count: int) -> str:
    """Of backups that were made with a key of before when it was in use here no longer."""
    said = plural(
        "{count} backup in your second place was made later, with a password of before.",
        "{count} backups in your second place were made later, with a password of before.",
        count,
    )
    what_to_do = _("Another computer may still back up there. Lock everything anew on that computer too.")
    return f"{said} {what_to_do}"


def _second_of(work: Work) -> Backups | None:
    if work.second is None or not is_there(in_second_place(work.second)):
        return None
    return Backups(in_second_place(work.second), is_shared=True)


def _say_not_copied(error: CarerAppError) -> str:
    said = _("There is a backup with your records, but it could not be copied to the second place.")
    if isinstance(error, DiskFull):
        why = _("There is no room there. Make some, or choose another second place.")
    elif isinstance(error, ReadOnlyFolder):
        why = _("PEP Companion may not write there. If it is a memory stick, check its lock switch.")
    elif isinstance(error, BackupDamaged):
        why = _(
            "What was written there could not be read back. It will be tried again. The stick may be worn out."
        )
    else:
        why = _("Check that it is still plugged in. It will be tried again.")
    return f"{said} {why}"
