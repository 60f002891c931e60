"""A folder of backups: each is opened and checked when it is made, and papers are copied once, not per backup.

A backup is a folder with the records, the key file of that day and a list (see `backup_list`). The papers of all
backups lie together in "documents", as immutable as beside the records. Everything is as locked as the records are: a
backup opens with the password or the way-back-in sheet.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from carer_app.errors import BackupDamaged, KeyFileDamaged, SealedFileDamaged, VaultTooNew
from carer_app.paths import KEY_FILE, RECORDS_FILE, owner_only_folder
from carer_app.storage import keys, retention, trouble
from carer_app.storage.backup_content import Content, read_content, restore_into_memory
from carer_app.storage.backup_list import LIST, Backup, has_seal, looks_like_backup, read_list, write_list
from carer_app.storage.safe_files import PART, copy_safely, keep_folder, sweep_parts, write_safely
from carer_app.storage.sealed_files import FOLDER_NAME, Sealed, SealedFiles
from carer_app.storage.spare_room import SpareRoom

_BEFORE_GOING_BACK_KEPT = 8


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The records as they were after one save: `Vault.snapshot`, `Vault.key_file_now`, `Vault.saves`."""

    records: bytes
    key_file: bytes
    saves: int

    def __repr__(self) -> str:
        return f"<Snapshot {self.saves}>"


class Backups:
    """The backups in one folder. May be used by any thread; one thing is done at a time, in whatever folder."""

    alone = threading.RLock()
    """For all of them: jobs in the background make a `Backups` each, and one clears away what another is writing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Backup]:
        """Every backup whose list can be read, newest first. Quick; no key is needed."""
        found = []
        with suppress(OSError):
            for each in self.folder.iterdir():
                if not each.name.endswith(PART) and (backup := read_list(each)) is not None:
                    found.append(backup)
        return sorted(found, key=lambda backup: (backup.saves, backup.made), reverse=True)

    def newest(self, vault_id: bytes) -> Backup | None:
        """The newest good one of these records."""
        return next((each for each in self.all() if each.vault_id == vault_id and not each.has_problem), None)

    def make(
        self, snapshot: Snapshot, key: bytes, papers: Path, now: datetime, before_going_back: bool = False
    ) -> Backup:
        """Back up, check what was written, and let go of what need not be kept. Slow: in the background.

        `papers` is the folder of sealed papers beside the records; `now` is local time. Where the newest backup has
        these very records already, that one is given back. Raises BackupDamaged where what was written cannot be
        opened, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone:
            newest = self.newest(keys.vault_id(snapshot.key_file))
            if newest is not None and newest.saves == snapshot.saves and not before_going_back:
                return newest
            with self._leaving_nothing():
                return self._make(snapshot, key, papers, now, before_going_back)

    def prove(self, backup: Backup, key: bytes, today: date) -> Backup:
        """Restore it into memory, compare it with what it was, and open each paper. Slow: in the background.

        Raises BackupDamaged; the backup is marked then. Raises NotSaved where it cannot be marked.
        """
        with self.alone:
            try:
                content = restore_into_memory(backup.records, key)
                if content.digest != backup.digest or not (has_seal(backup, key) and _can_open(backup, key)):
                    raise trouble.backup_damaged()
                self._open_papers(content, backup, key)
            except BackupDamaged:
                if not backup.has_problem:
                    self._rewrite_list(replace(backup, has_problem=True), key)
                raise
            proved = replace(backup, proved_on=today, has_problem=False)
            self._rewrite_list(proved, key)
            return proved

    def check(self, backup: Backup, key: bytes) -> None:
        """As `prove`, and nothing is written: also for a stick that cannot be. Slow. Raises BackupDamaged."""
        content = restore_into_memory(backup.records, key)
        if content.digest != backup.digest or not has_seal(backup, key):
            raise trouble.backup_damaged()
        self._open_papers(content, backup, key)

    def content(self, backup: Backup, key: bytes) -> Content:
        """What is in it. Slow: in the background. Raises BackupDamaged, VaultTooNew."""
        return read_content(backup.records, key)

    def sealed(self, key: bytes) -> SealedFiles:
        """The papers of all backups, to be opened with the key that the backup is opened with."""
        return SealedFiles(self.folder / FOLDER_NAME, key, SpareRoom(self.folder))

    def renew_key_files(self, key_file: bytes) -> None:
        """The ways in have changed: what opens the records now, and nothing else, opens their backups too.

        Slow: in the background. Raises NotSaved.
        """
        wanted = keys.vault_id(key_file)
        with self.alone:
            for backup in self.all():
                if backup.vault_id == wanted:
                    try:
                        write_safely(backup.folder / KEY_FILE, key_file, read_back=True)
                    except OSError as error:
                        raise trouble.from_os(error) from error

    def copy_to(self, other: "Backups", backup: Backup, key: bytes) -> Backup:
        """Put a copy of one backup into another place, checked there. Slow: in the background.

        Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone:
            there = replace(backup, folder=other.folder / backup.folder.name)
            if not there.folder.exists():
                with other._leaving_nothing():
                    other._copy_in(backup, self.folder / FOLDER_NAME)
            if other.content(there, key).digest != backup.digest:
                raise trouble.backup_damaged()
            other._thin(backup.vault_id)
            return there

    def take_in(self, parts: dict[str, bytes]) -> Backup:
        """A backup that came in one file, its papers being here already. `parts` are its files by name.

        Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
        """
        with self.alone:
            try:
                owner_only_folder(self.folder)
                part = self.folder / f"carried here{PART}"
                shutil.rmtree(part, ignore_errors=True)
                part.mkdir(mode=0o700)
                for name, data in parts.items():
                    write_safely(part / name, data)
                backup = read_list(part)
                if backup is None:
                    shutil.rmtree(part)
                    raise trouble.backup_damaged()
                same = next((each for each in self.all() if each.digest == backup.digest), None)
                if same is not None and not same.has_problem:
                    shutil.rmtree(part)
                    return same
                named = part.with_name(f"{backup.made:%Y-%m-%d %H.%M}{PART}")
                return replace(backup, folder=self._put_in_place(part.rename(named)))
            except OSError as error:
                raise trouble.from_os(error) from error

    def adopt(self, records: Path, key_file: bytes, key: bytes, papers: Path, now: datetime) -> Backup:
        """Keep another copy of the records as a backup, and take it away from where it was. Slow: in the background.

        Raises BackupDamaged where the key does not open it: then it stays where it is. Raises also DiskFull,
        ReadOnlyFolder, NotSaved.
        """
        try:
            data = records.read_bytes()
            backup = self.make(Snapshot(data, key_file, 0), key, papers, now, before_going_back=True)
            records.unlink()
        except OSError as error:
            raise trouble.from_os(error) from error
        return backup

    def remove(self, backup: Backup) -> None:
        """Take one backup away, and the papers that no other names. Raises NotSaved."""
        with self.alone:
            try:
                self._remove(backup)
            except OSError as error:
                raise trouble.from_os(error) from error
            self._remove_unnamed_papers()

    @contextmanager
    def _leaving_nothing(self) -> Iterator[None]:
        """What fails leaves nothing behind: on a full disk it would be in the way of everything else."""
        try:
            yield
        except BaseException as error:
            with suppress(OSError):
                self._sweep()
                self._remove_unnamed_papers()
            if isinstance(error, OSError):
                raise trouble.from_os(error) from error
            raise

    def _make(self, snapshot: Snapshot, key: bytes, papers: Path, now: datetime, before: bool) -> Backup:
        owner_only_folder(self.folder)
        self._sweep()
        part = self.folder / f"{now:%Y-%m-%d %H.%M}{PART}"
        part.mkdir(mode=0o700)
        write_safely(part / RECORDS_FILE, snapshot.records)
        write_safely(part / KEY_FILE, snapshot.key_file, read_back=True)
        content = restore_into_memory(part / RECORDS_FILE, key)
        same = next(
            (each for each in self.all() if each.digest == content.digest and not each.has_problem), None
        )
        if same is not None:
            shutil.rmtree(part)
            return same
        kept = self._copy_papers(content, key, papers)
        backup = Backup(
            folder=part,
            vault_id=keys.vault_id(snapshot.key_file),
            saves=content.saves,
            made=now,
            digest=content.digest,
            papers=kept,
            missing=len(content.papers) - len(kept),
            proved_on=now.date(),
            has_problem=False,
            is_before_going_back=before,
        )
        write_safely(part / LIST, write_list(backup, key))
        made = self._put_in_place(part)
        if not before:
            self._thin(backup.vault_id)
        return replace(backup, folder=made)

    def _copy_papers(self, content: Content, key: bytes, papers: Path) -> tuple[str, ...]:
        """Copy what is not there yet. Each is opened first: a damaged paper is not spread.

        Those copied before are opened by each proof; once one has failed, they are opened here as well.
        """
        beside, here = SealedFiles(papers, key, SpareRoom(papers)), self.sealed(key)
        owner_only_folder(self.folder / FOLDER_NAME)
        trusted = not any(each.has_problem for each in self.all())
        kept = []
        for paper in content.papers:
            target = self.folder / FOLDER_NAME / paper.fingerprint
            if not (target.exists() and (trusted or _opens(here, paper))):
                try:
                    write_safely(target, beside.still_sealed(paper.fingerprint, paper.key))
                except SealedFileDamaged:
                    continue
            kept.append(paper.fingerprint)
        return tuple(kept)

    def _open_papers(self, content: Content, backup: Backup, key: bytes) -> None:
        sealed = self.sealed(key)
        for paper in content.papers:
            if paper.fingerprint in backup.papers and not _opens(sealed, paper):
                raise trouble.backup_damaged()

    def _copy_in(self, backup: Backup, papers: Path) -> None:
        owner_only_folder(self.folder / FOLDER_NAME)
        self._sweep()
        for fingerprint in backup.papers:
            if not (self.folder / FOLDER_NAME / fingerprint).exists():
                copy_safely(papers / fingerprint, self.folder / FOLDER_NAME / fingerprint)
        part = self.folder / f"{backup.folder.name}{PART}"
        part.mkdir(mode=0o700)
        for name in (RECORDS_FILE, KEY_FILE, LIST):
            copy_safely(backup.folder / name, part / name)
        self._put_in_place(part)

    def _put_in_place(self, part: Path) -> Path:
        keep_folder(part)
        wanted = part.with_name(part.name.removesuffix(PART))
        number = 1
        while wanted.exists():
            number += 1
            wanted = part.with_name(f"{part.name.removesuffix(PART)} {number}")
        part.rename(wanted)
        keep_folder(self.folder)
        return wanted

    def _thin(self, vault_id: bytes) -> None:
        """Let go of what need not be kept. A backup with a problem goes once a newer good one is there."""
        ours = [each for each in self.all() if each.vault_id == vault_id]
        usual = [each for each in ours if not each.has_problem and not each.is_before_going_back]
        before = [each for each in ours if not each.has_problem and each.is_before_going_back]
        keep = retention.to_keep(retention.Tag(each.saves, each.made) for each in usual)
        surplus = [each for each in usual if retention.Tag(each.saves, each.made) not in keep]
        surplus += before[_BEFORE_GOING_BACK_KEPT:]
        surplus += [each for each in ours if each.has_problem and usual and usual[0].saves > each.saves]
        for each in surplus:
            with suppress(OSError):
                self._remove(each)
        if surplus:
            self._remove_unnamed_papers()

    def _remove(self, backup: Backup) -> None:
        # Renamed first: a half-removed folder must not look like a backup.
        gone = backup.folder.with_name(f"{backup.folder.name}{PART}")
        backup.folder.rename(gone)
        shutil.rmtree(gone)

    def _remove_unnamed_papers(self) -> None:
        """Only when every list can be read: an unreadable one may name any paper."""
        folders = [each for each in self.folder.iterdir() if looks_like_backup(each)]
        lists = [read_list(each) for each in folders]
        named = {paper for each in lists if each is not None for paper in each.papers}
        if None in lists:
            return
        for paper in (
            SealedFiles(self.folder / FOLDER_NAME, bytes(32), SpareRoom(self.folder)).stored() - named
        ):
            with suppress(OSError):
                (self.folder / FOLDER_NAME / paper).unlink()

    def _rewrite_list(self, backup: Backup, key: bytes) -> None:
        try:
            write_safely(backup.folder / LIST, write_list(backup, key))
        except OSError as error:
            raise trouble.from_os(error) from error

    def _sweep(self) -> None:
        for part in self.folder.glob(f"*{PART}"):
            shutil.rmtree(part, ignore_errors=True)
        for folder in self.folder.iterdir():
            sweep_parts(folder)


def _opens(sealed: SealedFiles, paper: Sealed) -> bool:
    try:
        sealed.still_sealed(paper.fingerprint, paper.key)
    except SealedFileDamaged:
        return False
    return True


def _can_open(backup: Backup, key: bytes) -> bool:
    """Whether the key file in it is whole and for this key: it is all that a new computer has."""
    try:
        return keys.read_key_file(backup.key_file()).fits(key)
    except (KeyFileDamaged, VaultTooNew):
        return False
