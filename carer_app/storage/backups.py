"""A folder of backups: each is opened and checked when it is made, and papers are copied once, not per backup.

A backup is a folder with the records, the key file of that day and a list (see `backup_list`). The papers of all
backups lie together in "documents", as immutable as beside the records. Everything is as locked as the records are: a
backup opens with the password or the way-back-in sheet.

What is in the folder may be anybody's. Whatever is decided here is decided by lists that are sealed with the key of the
records: another list is shown, and can be gone back to by whoever can open it, and that is all.
"""

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from carer_app.computer.paths import KEY_FILE, RECORDS_FILE
from carer_app.errors import BackupDamaged, CarerAppError, SealedFileDamaged
from carer_app.storage import (
    backup_papers,
    backup_proof,
    backup_tidying,
    backup_trouble,
    keys,
    put_aside,
    retention,
    trouble,
)
from carer_app.storage.backup_content import Content, content_of_another, restore_into_memory
from carer_app.storage.backup_list import (
    LIST,
    Backup,
    read_list,
    write_list,
)
from carer_app.storage.backup_place import BackupPlace, Half
from carer_app.storage.backup_proof import Elsewhere, Proof
from carer_app.storage.looking import MOST_BYTES
from carer_app.storage.safe_files import copy_safely, make_real_folder, read_safely, write_safely

_BEFORE_GOING_BACK_KEPT = 8


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The records as they were after one save: `Vault.snapshot`, `Vault.key_file_now`, `Vault.saves`."""

    records: bytes
    key_file: bytes
    saves: int

    def __repr__(self) -> str:
        return f"<Snapshot {self.saves}>"


class Backups(BackupPlace):
    """The backups in one folder. May be used by any thread; one thing is done at a time, in whatever folder."""

    alone = threading.RLock()
    """For all of them: jobs in the background make a `Backups` each, and one clears away what another is writing."""

    def make(
        self, snapshot: Snapshot, key: bytes, papers: Path, now: datetime, before_going_back: bool = False
    ) -> Backup:
        """Back up, check what was written, and let go of what need not be kept.

        `papers` is the folder of sealed papers beside the records; `now` is local time. Where the newest backup has
        these very records already, that one is given back. Raises BackupDamaged where what was written cannot be
        opened, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone:
            newest = self.newest(key)
            if newest is not None and not before_going_back and _has(newest, snapshot):
                return newest
            try:
                with self.half_made(now, key) as half:
                    return self._make(half, snapshot, key, papers.resolve(), now, before_going_back)
            except BackupDamaged as error:
                raise backup_trouble.not_made() from error

    def prove(self, backup: Backup, key: bytes, today: date) -> Backup:
        """As `proof`, with nothing to mend from. Raises BackupDamaged, NotSaved."""
        return self.proof(backup, key, today).backup

    def proof(self, backup: Backup, key: bytes, today: date, elsewhere: Elsewhere | None = None) -> Proof:
        """Open all of it where it lies, compare it with what it was, mend what can be mended.

        Raises BackupDamaged where it cannot be gone back to; it is marked then. Raises NotSaved where that, or the day,
        cannot be noted.
        """
        with self.alone:
            try:
                return backup_proof.prove(self, backup, key, today, elsewhere or Elsewhere())
            except BackupDamaged:
                if backup.is_sealed(key) and not backup.has_problem:
                    self._rewrite_list(replace(backup, has_problem=True), key)
                raise
            except OSError as error:
                raise backup_trouble.from_os(error, self.is_shared) from error

    def check(self, backup: Backup, key: bytes, is_foreign: bool = False) -> Content:
        """What is in it, restored whole; nothing is written, also for a stick that cannot be. Raises BackupDamaged."""
        return backup_proof.check(backup, key, is_foreign)

    def content(self, backup: Backup, key: bytes, is_foreign: bool = False) -> Content:
        """What is in it, without restoring it. Raises BackupDamaged, VaultTooNew."""
        backup_proof.must_be_taken(backup, key, is_foreign)
        return content_of_another(backup.records, key)

    def renew_key_files(self, key_file: bytes, key: bytes) -> None:
        """The ways in have changed: what opens the records now, and nothing else, opens their backups too.

        Raises NotSaved.
        """
        with self.alone:
            failed: OSError | None = None
            ours = [each for each in self.found() if each.is_sealed(key) or each.opens_with(key)]
            asides = put_aside.folders(self.folder)
            for file in [each / KEY_FILE for each in (*(backup.folder for backup in ours), *asides)]:
                try:
                    put_aside.renew(file, key_file, key, file.parent not in asides)
                except OSError as error:
                    failed = error  # the others all the same
            if failed is not None:
                raise backup_trouble.from_os(failed, self.is_shared) from failed

    def copy_to(
        self, other: "Backups", backup: Backup, key: bytes, today: date, elsewhere: Elsewhere | None = None
    ) -> Backup:
        """Put a copy of one backup into another place, and prove it there: every page and every paper.

        Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone:
            there = other.like(backup.digest, key)
            if there is not None:
                return there
            elsewhere = elsewhere or Elsewhere()
            with other.half_made(backup.made, key) as half:
                other._copy_in(half, self, backup, key)
                there = other._listed(other.put_in_place(half.part))
            # Only now does its list keep others from letting go of its papers: what they did until now is mended.
            # What is told as not copied must not lie there, also where only its proof could not be noted.
            try:
                proof = other.proof(there, key, today, replace(elsewhere, places=(self, *elsewhere.places)))
            except CarerAppError:
                with suppress(OSError):
                    backup_tidying.remove(other, there, key)
                    other.let_go_of(half.papers)
                raise
            other._thin(key, there)
            return proof.backup

    def take_in(self, fill: Callable[[Path], None]) -> Backup:
        """A backup that came from outside, which `fill` writes into a folder. It stays apart from all the others.

        Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone, self.half_made(None, None) as half:
            fill(half.part)
            backup = read_list(half.part)
            if backup is None:
                raise trouble.backup_damaged()
            same = next((each for each in self.all() if _is_same_file(each, backup)), None)
            if same is not None:
                shutil.rmtree(half.part)
                return same
            named = self.part(f"{backup.made:%Y-%m-%d %H.%M}", None)
            half.part = half.part.rename(named)
            return self._listed(self.put_in_place(half.part))

    def adopt(self, records: Path, key_file: bytes, key: bytes, papers: Path, now: datetime) -> Backup:
        """Keep another copy of the records as a backup, and take it away from where it was.

        Raises BackupDamaged where the key does not open it: then it stays where it is. Raises also DiskFull,
        ReadOnlyFolder, NotSaved.
        """
        try:
            data = read_safely(records, MOST_BYTES)
        except OSError as error:  # no place for backups is to blame for what cannot be read elsewhere
            raise trouble.backup_damaged() from error
        try:
            backup = self.make(Snapshot(data, key_file, 0), key, papers, now, before_going_back=True)
        except OSError as error:
            raise backup_trouble.from_os(error, self.is_shared) from error
        with suppress(OSError):  # it is kept by now; the next time it is found to be kept already
            records.unlink()
        return backup

    def remove(self, backup: Backup, key: bytes | None = None) -> None:
        """Take one backup away, and the papers that no other names. Raises NotSaved.

        Where removing it is broken off, whoever has `key` sweeps what is left.
        """
        with self.alone:
            try:
                backup_tidying.remove(self, backup, key)
            except OSError as error:
                raise backup_trouble.from_os(error, self.is_shared) from error
            with suppress(OSError):
                self.let_go_of(backup.papers)  # no backup names them: they go the next time

    def _make(
        self, half: Half, snapshot: Snapshot, key: bytes, papers: Path, now: datetime, before: bool
    ) -> Backup:
        part = half.part
        write_safely(part / RECORDS_FILE, snapshot.records)
        write_safely(part / KEY_FILE, snapshot.key_file, read_back=True)
        content = restore_into_memory(part / RECORDS_FILE, key)
        same = self.like(content.digest, key)
        if same is not None:
            shutil.rmtree(part)
            return same
        kept, is_sure = self._copy_papers(half, content, key, papers, now.date())
        backup = Backup(
            folder=part,
            vault_id=keys.vault_id(snapshot.key_file),
            saves=content.saves,
            made=now,
            digest=content.digest,
            papers=kept,
            missing=len(content.papers) - len(kept),
            proved_on=now.date() if is_sure else None,
            has_problem=False,
            is_before_going_back=before,
        )
        data = write_list(backup, key)
        write_safely(part / LIST, data)
        made = self._listed(self.put_in_place(part))
        if not before:
            self._thin(key, made)
        return made

    def _copy_papers(
        self, half: Half, content: Content, key: bytes, papers: Path, today: date
    ) -> tuple[tuple[str, ...], bool]:
        """Copy what is not there yet. Each is opened first: a damaged paper is not spread.

        What was opened today for a good backup of ours is not opened again. One that was whole and is so in neither
        place now is left to the proof, which looks further and says it, and so is one that another program holds: the
        answer is not sure then.
        """
        make_real_folder(self.documents)
        good, is_sure = self.good(key), True
        trusted = {paper for each in good if each.proved_on == today for paper in each.papers}
        named = {paper for each in good for paper in each.papers}
        there, patience = backup_tidying.stored(self), backup_papers.Patience()
        kept = []
        for paper in content.papers:
            name = paper.fingerprint
            is_there = name in there and (
                name in trusted or backup_papers.whole(self.documents, paper, patience) is not None
            )
            if not is_there:
                half.papers.append(name)
                try:
                    backup_papers.copy(paper, papers, self.documents, patience)
                except SealedFileDamaged:
                    half.papers.remove(name)
                    is_sure = is_sure and name not in named and name not in patience.held
                    if name not in named:
                        continue
            kept.append(name)
        return tuple(kept), is_sure

    def _copy_in(self, half: Half, source: "Backups", backup: Backup, key: bytes) -> None:
        make_real_folder(self.documents)
        there = backup_tidying.stored(self)
        for name in backup.papers:
            if name not in there:
                half.papers.append(name)
                # One that is gone there, or here a moment later, is found and mended by the proof.
                with suppress(FileNotFoundError):
                    copy_safely(source.documents / name, self.documents / name)
        for name in (RECORDS_FILE, KEY_FILE):
            copy_safely(backup.folder / name, half.part / name)
        write_safely(half.part / LIST, write_list(replace(backup, proved_on=None), key))

    def _thin(self, key: bytes, made: Backup) -> None:
        """Let go of what need not be kept, never of what was `made` just now, however low its count of saves.

        A backup with a problem goes once a newer good one is there.
        """
        ours, good = self.ours(key), self.good(key)
        usual = [each for each in good if not each.is_before_going_back]
        before = [each for each in good if each.is_before_going_back]
        keep = retention.to_keep(retention.SavedThen(each.saves, each.made) for each in usual)
        surplus = [each for each in usual if retention.SavedThen(each.saves, each.made) not in keep]
        surplus += before[_BEFORE_GOING_BACK_KEPT:]
        surplus += [each for each in ours if each.has_problem and usual and usual[0].saves > each.saves]
        surplus = [each for each in surplus if each.folder != made.folder]
        for each in surplus:
            with suppress(OSError):
                backup_tidying.remove(self, each, key)
        with suppress(OSError):
            if surplus:
                self.let_go_of({paper for each in surplus for paper in each.papers})

    def _listed(self, folder: Path) -> Backup:
        backup = read_list(folder)
        if backup is None:
            raise trouble.backup_damaged()
        return backup

    def _rewrite_list(self, backup: Backup, key: bytes) -> None:
        try:
            backup_papers.put(backup.folder / LIST, write_list(backup, key))
        except OSError as error:
            raise backup_trouble.from_os(error, self.is_shared) from error


def _has(backup: Backup, snapshot: Snapshot) -> bool:
    """Byte for byte: after an older copy was put in place, as many saves are not the same saves."""
    with suppress(OSError):
        same_length = backup.records.lstat().st_size == len(snapshot.records)
        return same_length and read_safely(backup.records, MOST_BYTES) == snapshot.records
    return False


def _is_same_file(one: Backup, other: Backup) -> bool:
    """Whether two are the same backup, byte for byte: what a list says is not asked."""
    try:
        if one.records.lstat().st_size != other.records.lstat().st_size:
            return False
        return read_safely(one.records, MOST_BYTES) == read_safely(other.records, MOST_BYTES)
    except OSError:
        return False
