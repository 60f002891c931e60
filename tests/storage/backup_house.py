"""Records, their backups, and what a carer does with them."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.domain.stored_document import PaperSource, StoredDocument
from carer_app.storage import keys, putting_back
from carer_app.storage.backup_list import Backup
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.vault import Vault

WORDS = "otter lantern marble"
NOW = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)
PAPER = b"the PEP copy " * 1000
ORIGINAL = b"the photograph that the paper was made from" * 40


class Household:
    """Open records in `folder` with backups in `place`."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder = folder
        self.backups = Backups(place)
        self.vault = Vault.open(folder, WORDS)
        self.key = keys.unwrap(self.vault.key_file_now(), WORDS)

    def add(self, name: str) -> None:
        with self.vault.work() as session:
            session.add(Child(name=name))

    def file(self, data: bytes = PAPER) -> str:
        sealed = self.vault.sealed.seal(data)
        paper = StoredDocument(title="PEP copy", added_on=NOW.date(), size=len(data), pages=1)
        paper.fingerprint, paper.seal_key = sealed.fingerprint, sealed.key
        with self.vault.work() as session:
            session.add(paper)
        return sealed.fingerprint

    def file_with_original(self, data: bytes = PAPER, original: bytes = ORIGINAL) -> str:
        """A paper, and beside it the file it was made from, kept as it came; returns the name of that one."""
        self.file(data)
        sealed = self.vault.sealed.seal(original)
        source = PaperSource(
            digest="d" * 64, ending=".jpg", fingerprint=sealed.fingerprint, seal_key=sealed.key
        )
        with self.vault.work() as session:
            paper = session.scalars(select(StoredDocument)).one()
            paper.sources.append(source)
        return sealed.fingerprint

    def originals(self) -> list[bytes]:
        with self.vault.reading() as session:
            rows = session.scalars(select(PaperSource)).all()
        return [self.vault.sealed.open(row.fingerprint, row.seal_key) for row in rows]

    def back_up(self, now: datetime = NOW, before: bool = False) -> Backup:
        snapshot = Snapshot(self.vault.snapshot(), self.vault.key_file_now(), self.vault.saves)
        return self.backups.make(snapshot, self.key, self.folder / "documents", now, before)

    def names(self) -> list[str]:
        with self.vault.reading() as session:
            return list(session.scalars(select(Child.name)))

    def papers(self) -> list[bytes]:
        with self.vault.reading() as session:
            rows = session.scalars(select(StoredDocument)).all()
        return [self.vault.sealed.open(row.fingerprint, row.seal_key) for row in rows]

    def go_back(self, backup: Backup, now: datetime = NOW) -> None:
        saves = self.vault.saves
        self.vault.close()
        putting_back.go_back(self.folder, self.backups, backup, self.key, saves, now, None)
        self.vault = Vault.open_with(self.folder, self.key)
