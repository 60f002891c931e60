"""A new key for everything, because somebody may have seen a way in: all or nothing.

Every page of the records and every paper is locked anew. Until the very last step, which is one file put in place of
another, the records open as before; after it they open with the new password only.
"""

import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.errors import SealedFileDamaged, SealedFileOutOfReach, VaultError
from carer_app.storage import connecting, earlier_ids, files, keys, records_file, trouble, waiting_records
from carer_app.storage.backup_content import read_content, waiting_photos
from carer_app.storage.child_drafts import ChildDrafts, Known
from carer_app.storage.files import VaultLock
from carer_app.storage.key_cost import Cost
from carer_app.storage.safe_files import beside, read_safely
from carer_app.storage.sealed_files import FOLDER_NAME, SealedFiles
from carer_app.storage.spare_room import SpareRoom

_PATIENCE = (0.2, 0.5, 1.0)
"""Seconds: so long a program that looks for viruses mostly holds a file."""


def renew(
    folder: Path,
    old_key: bytes,
    passphrase: str,
    cost: Cost | None = None,
    now: datetime | None = None,
    without: frozenset[str] = frozenset(),
) -> bytes:
    """Lock the closed records in `folder` anew; `passphrase` is the only way in then. Returns the new key.

    `now` is local time: what is made with the old key later than that is not of this computer. `without` names papers
    that nothing waits for where they cannot be read: they stay as they are, and in the records.

    Slow: in the background. Raises PapersUnread, VaultInUse, DiskFull, ReadOnlyFolder, NotSaved, VaultDamaged: the
    records are as they were then.
    """
    key_file, key = keys.new_key_file(passphrase, cost)
    with VaultLock(folder).kept_if_all_goes_well() as lock:
        records_file.open_records(folder, old_key).close()  # what a crash left to do is done first
        files.sweep(folder)
        staged = beside(folder / "renewed")
        new_papers: list[str] = []
        drafts: list[Path] = []
        try:
            _copy_records(folder / files.RECORDS, old_key, staged, key)
            _seal_papers_anew(folder, old_key, staged, key, new_papers, without)
            _know_anew(folder, old_key, staged, key, drafts, now)
            waiting_records.put_in_place(folder, staged, key_file)
        except BaseException:
            files.sweep(folder)
            with suppress(OSError):
                if read_safely(folder / keys.FILE_NAME, keys.MOST_BYTES) != key_file:
                    _remove(folder, new_papers)
                    for draft in drafts:
                        draft.unlink(missing_ok=True)
            raise
        _tidy(folder, key)
        lock.release()
    return key


def _tidy(folder: Path, key: bytes) -> None:
    """What is still locked by the old key goes. The new one counts by now, so nothing here may fail."""
    waiting_records.forget_old_ways_in(folder)
    # The old papers, and what an earlier try that was killed left: no row names them, and no key opens them.
    with suppress(VaultError, OSError, dbapi2.Error):
        named = {paper.fingerprint for paper in read_content(folder / files.RECORDS, key).papers}
        stored = SealedFiles(folder / FOLDER_NAME, key, SpareRoom(folder)).stored()
        _remove(folder, sorted(stored - named))


def _know_anew(
    folder: Path, old_key: bytes, staged: Path, key: bytes, drafts: list[Path], now: datetime | None
) -> None:
    """What a child has begun and not kept is theirs to go on with; what lies there of the old key is swept later."""
    after = Known()
    known = Known()
    with closing(connecting.connect(staged, key)) as connection:
        drafts_known, ids = connection.execute("SELECT drafts, earlier_ids FROM known_numbers").fetchone()
        known.text = str(drafts_known)
        after.text = "{}"
        uids = [str(row[0]) for row in connection.execute("SELECT calendar_uid FROM meeting")]
        ChildDrafts(folder, old_key, known).sealed_anew(ChildDrafts(folder, key, after), uids, drafts)
        # Backups made until now are told from somebody else's by this.
        left = {keys.vault_id(files.read_key_file(folder)): now}
        connection.execute(
            "UPDATE known_numbers SET ways_in = 0, drafts = ?, earlier_ids = ?",
            (after.text, earlier_ids.spell(earlier_ids.joined(earlier_ids.read(str(ids)), left))),
        )


def _remove(folder: Path, papers: list[str]) -> None:
    for paper in papers:
        with suppress(OSError):
            (folder / FOLDER_NAME / paper).unlink()


def _copy_records(source: Path, old_key: bytes, target: Path, key: bytes) -> None:
    connecting.create_file(target, key).close()
    with closing(connecting.connect(source, old_key)) as connection:
        connection.execute("ATTACH ? AS renewed KEY ?", (str(target), f"x'{key.hex()}'"))
        try:
            connection.execute("SELECT sqlcipher_export('renewed')")
        except dbapi2.Error as error:
            # It says in words only, and with no number, what the disk said.
            if "disk is full" in str(error):
                raise trouble.disk_full() from error
            raise trouble.why_not_writable(target) or trouble.not_saved() from error
        connection.execute("DETACH renewed")
    with closing(connecting.connect(target, key)) as connection:
        if connecting.read_revision(connection) == "None":
            raise trouble.damaged()
        _must_be_the_same(source, old_key, connection)


def _must_be_the_same(source: Path, old_key: bytes, there: dbapi2.Connection) -> None:
    with closing(connecting.connect(source, old_key)) as here:
        names = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        tables = here.execute(names).fetchall()
        if there.execute(names).fetchall() != tables:
            raise trouble.damaged()
        for table, sql in tables:
            every_row = f'SELECT * FROM "{table}" ORDER BY rowid'
            if sql.startswith("CREATE TABLE") and (
                here.execute(every_row).fetchall() != there.execute(every_row).fetchall()
            ):
                raise trouble.damaged()


class _Papers:
    """Opens papers as they were sealed. `unread` are those that could not be read, by name: another program holds
    them, or the disk does not give them. Only the first of them is waited for."""

    def __init__(self, sealed: SealedFiles) -> None:
        self._sealed = sealed
        self.unread: list[str] = []

    def opened(self, name: str, opens: bytes) -> bytes | None:
        """None where it cannot be read, or is damaged for good."""
        for seconds in (*(() if self.unread else _PATIENCE), None):
            try:
                return self._sealed.open(name, opens)
            except SealedFileOutOfReach:
                if seconds is not None:
                    time.sleep(seconds)
            except SealedFileDamaged:
                return None
        self.unread.append(name)
        return None


def _seal_papers_anew(
    folder: Path, old_key: bytes, staged: Path, key: bytes, new_papers: list[str], without: frozenset[str]
) -> None:
    """Each paper under a new key and a new name, which is noted at once. A damaged paper stays as it is, and so does
    one of `without` that cannot be read.

    Raises PapersUnread where another cannot be read: it would stay under the key that somebody may have seen.
    """
    spare = SpareRoom(folder)
    before = _Papers(SealedFiles(folder / FOLDER_NAME, old_key, spare))
    after = SealedFiles(folder / FOLDER_NAME, key, spare)
    titles = read_content(staged, key).titles
    with closing(connecting.connect(staged, key)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("stored_document", "paper_source"):
            rows = connection.execute(
                f"SELECT id, fingerprint, seal_key FROM {table} WHERE fingerprint != ''"
            ).fetchall()
            for number, fingerprint, seal_key in rows:
                data = before.opened(fingerprint, seal_key)
                if data is not None:
                    new = after.seal(data)
                    new_papers.append(new.fingerprint)
                    connection.execute(
                        f"UPDATE {table} SET fingerprint = ?, seal_key = ? WHERE id = ?",
                        (new.fingerprint, new.key, number),
                    )
        for name, opens in waiting_photos(connection):
            data = before.opened(name, opens)
            if data is not None:
                new = after.seal(data)
                new_papers.append(new.fingerprint)
                connection.execute(
                    "UPDATE draft SET text = replace(text, ?, ?) WHERE place LIKE '% photos'",
                    (f"{name} {opens.hex()} ", f"{new.fingerprint} {new.key.hex()} "),
                )
        if not without.issuperset(before.unread):
            raise trouble.papers_unread({name: titles.get(name, "") for name in before.unread})
        # The sheet opens nothing any more.
        connection.execute(
            "UPDATE household SET sheet_made_on = NULL, sheet_proved_on = NULL, sheet_asks_group = NULL, "
            "sheet_group = ''"
        )
        connection.execute("UPDATE save_count SET saves = saves + 1")
        connection.execute("COMMIT")
    read_content(staged, key)
