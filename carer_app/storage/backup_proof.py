"""Proving a backup where it lies, and mending what is rotten from another place or from the records themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.computer.paths import KEY_FILE
from carer_app.errors import BackupDamaged
from carer_app.storage import backup_papers, fitting, keys, trouble
from carer_app.storage.backup_content import Content, restore_into_memory
from carer_app.storage.backup_list import LIST, Backup, write_list
from carer_app.storage.looking import MOST_BYTES
from carer_app.storage.safe_files import make_real_folder, read_safely
from carer_app.storage.sealed_files import Sealed

if TYPE_CHECKING:
    from carer_app.storage.backup_place import BackupPlace


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a whole part may be found for a rotten one: other places, the papers and key file of the open records.

    `seen` are papers that were opened already in this piece of work: many backups share one paper.
    """

    places: "tuple[BackupPlace, ...]" = ()
    papers: tuple[Path, ...] = ()
    key_file: bytes = b""
    seen: set[Path] = field(default_factory=set)
    patience: backup_papers.Patience = field(default_factory=backup_papers.Patience)


@dataclass(frozen=True, slots=True)
class Proof:
    """How a proof went. `lost` is what the carer calls each paper that was whole before and is now nowhere, `unread`
    each that another program held all the while: it is looked at again the next time."""

    backup: Backup
    lost: tuple[str, ...]
    unread: tuple[str, ...] = ()


def prove(place: "BackupPlace", backup: Backup, key: bytes, today: date, elsewhere: Elsewhere) -> Proof:
    """Restore it into memory, compare it, open its papers, mend what can be mended, and note the day in its list.

    A list that is missing, damaged or not sealed is written anew from what is in the records. Raises BackupDamaged
    where the records or the key file are lost, OSError.
    """
    content = _whole_records(backup, key, elsewhere)
    _mend_key_file(backup, key, elsewhere)
    make_real_folder(place.documents)
    whole = {paper.fingerprint for paper in content.papers if _is_whole(place, backup, paper, elsewhere)}
    unread = elsewhere.patience.held & {paper.fingerprint for paper in content.papers} - whole
    names = whole | (unread & set(backup.papers))
    kept = tuple(paper.fingerprint for paper in content.papers if paper.fingerprint in names)
    lost = {each for each in backup.papers if each in content.titles and each not in kept}
    proved = replace(
        backup,
        vault_id=keys.vault_id(backup.key_file()),
        saves=content.saves,
        digest=content.digest,
        papers=kept,
        missing=len(content.papers) - len(kept),
        proved_on=today if not unread else None,
        has_problem=False,
        is_listed=True,
    )
    backup_papers.put(backup.folder / LIST, write_list(proved, key))
    _note_lost(place, lost, key)
    called = (tuple(content.titles[each] for each in sorted(names)) for names in (lost, unread))
    return Proof(proved, *called)


def _note_lost(place: "BackupPlace", lost: set[str], key: bytes) -> None:
    """Every other backup that names a lost paper says so from now on, and the carer hears of it once."""
    for other in place.ours(key) if lost else []:
        gone = lost & set(other.papers)
        if gone:
            left = tuple(each for each in other.papers if each not in gone)
            noted = replace(other, papers=left, missing=other.missing + len(gone))
            backup_papers.put(other.folder / LIST, write_list(noted, key))


def must_be_taken(backup: Backup, key: bytes, is_foreign: bool) -> None:
    """Asked by a proof and by going back: what one of them calls good the other does not refuse.

    With a seal, it is what our own records were when they were backed up: whatever an earlier release let into them,
    nobody is kept from it. `is_foreign` where other records lie here: anybody can seal a list with a key of their own.
    Raises BackupDamaged, VaultTooNew.
    """
    if is_foreign or not backup.is_sealed(key):
        fitting.must_be_ours(backup.records, key)


def check(backup: Backup, key: bytes, is_foreign: bool = False) -> Content:
    """What is in the records of a backup, once all of it was restored into memory. Nothing is written. Slow.

    A list that is sealed must say the same. One that is not says nothing: then what is in the records counts. Raises
    BackupDamaged, VaultTooNew.
    """
    content = restore_into_memory(backup.records, key)
    if backup.is_sealed(key) and content.digest != backup.digest:
        raise trouble.backup_damaged()
    must_be_taken(backup, key, is_foreign)
    return content


def _whole_records(backup: Backup, key: bytes, elsewhere: Elsewhere) -> Content:
    try:
        return check(backup, key)
    except BackupDamaged:
        if not backup.is_sealed(key):
            raise
        for other in _same_elsewhere(backup, key, elsewhere):
            try:
                check(other, key)
                backup_papers.put(backup.records, read_safely(other.records, MOST_BYTES))
                return check(backup, key)
            except (BackupDamaged, OSError):
                continue
        raise


def _mend_key_file(backup: Backup, key: bytes, elsewhere: Elsewhere) -> None:
    if backup.opens_with(key):
        return
    if elsewhere.key_file and keys.read_key_file(elsewhere.key_file).fits(key):
        backup_papers.put(backup.folder / KEY_FILE, elsewhere.key_file)
        return
    for other in _same_elsewhere(backup, key, elsewhere):
        if other.opens_with(key):
            backup_papers.put(backup.folder / KEY_FILE, other.key_file())
            return
    raise trouble.backup_damaged()


def _is_whole(place: "BackupPlace", backup: Backup, paper: Sealed, elsewhere: Elsewhere) -> bool:
    file = place.documents / paper.fingerprint
    if file in elsewhere.seen:
        return True
    others = [place.own_papers(backup), *elsewhere.papers, *(each.documents for each in elsewhere.places)]
    if not backup_papers.bring(paper, place.documents, others, elsewhere.patience):
        return False
    elsewhere.seen.add(file)
    return True


def _same_elsewhere(backup: Backup, key: bytes, elsewhere: Elsewhere) -> Iterator[Backup]:
    for place in elsewhere.places:
        yield from (each for each in place.ours(key) if each.digest == backup.digest)
