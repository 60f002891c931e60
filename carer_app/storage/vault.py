"""The locked records of one household: make them, open them, read, save, close.

One connection, used by the thread that opened it (the main one). What takes long is apart:
`keys.new_key_file` and `keys.unwrap` go from bytes to bytes in the background, `create_with` and
`open_with` finish here in milliseconds. `in_memory` makes records that are on no disk at all.
"""

import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from carer_app.domain.all_tables import Base  # nouns name each other, so all must be known
from carer_app.errors import CarerAppError, DiskFull, NotSaved, ReadOnlyFolder, VaultInUse
from carer_app.storage import earlier_ids, files, keys, open_elsewhere, records_file, trouble, waiting_records
from carer_app.storage.backup_content import every_name
from carer_app.storage.child_drafts import ChildDrafts, DraftsInMemory, Known
from carer_app.storage.connecting import connect_in_memory, for_reading, make_engine
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.files import VaultLock
from carer_app.storage.key_cost import Cost
from carer_app.storage.safe_files import open_plain, write_safely
from carer_app.storage.saves_seen import MOST_BELIEVABLE, SavesSeen
from carer_app.storage.sealed_files import FOLDER_NAME, NoPapers, SealedFiles
from carer_app.storage.sessions import ReadingSession, WorkSession
from carer_app.storage.spare_room import SpareRoom

__all__ = ["Session", "Vault"]

P = ParamSpec("P")
T = TypeVar("T")

_Known = Literal["ways_in", "drafts", "earlier_ids"]
_COUNT_THE_SAVE = "UPDATE save_count SET saves = saves + 1 RETURNING saves"


class _OnDisk:
    """The folder of open records: the right to write in it, its spare room, and who counts the saves outside.

    `hindrance` says why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        folder: Path,
        lock: VaultLock | None,
        saves_seen: SavesSeen | None,
        hindrance: Callable[[], NotSaved] | None = None,
    ) -> None:
        self.folder = folder
        self.lock = lock
        self.hindrance = hindrance
        self.spare = SpareRoom(folder)
        self.saves_seen = saves_seen


class Vault:
    """Open records. `sealed` keeps papers beside them, `child_drafts` what a child has not kept yet.

    Make one with `create`, `create_with`, `open` or `open_with`; all raise the kinds of `VaultError` in
    errors.py. `saves` is how many times they were saved, ever.
    """

    def __init__(
        self, connection: dbapi2.Connection, sealed: SealedFiles, disk: _OnDisk | None, key: bytes = b""
    ) -> None:
        self._key = key
        self._connection = connection
        self._disk = disk
        self._engine = make_engine(connection)
        self._reading_engine = for_reading(self._engine)
        self._busy = False
        self._reading: ReadingSession | None = None
        self._reads_at_one_go = False
        self._closed = False
        self.sealed = sealed
        self.put_aside: tuple[str, ...] = ()
        """Files that looked like newer records when these were opened, and were not: by the names they have now."""
        self.has_older_ways_in = False
        """Whether the key file that lay there when these were opened is an older one than they know of."""
        self.child_drafts = (
            ChildDrafts(disk.folder, key, _KnownDrafts(self)) if disk is not None else DraftsInMemory()
        )
        self.saves = int(connection.execute("SELECT saves FROM save_count").fetchone()[0])
        self._saves_when_opened = self.saves

    def __repr__(self) -> str:
        return f"<Vault {'closed' if self._closed else 'open'}>"

    @property
    def forgets(self) -> bool:
        """Whether these records are in memory only and gone when closed."""
        return self._disk is None

    @property
    def is_read_only(self) -> bool:
        """Whether they are open to read only: another computer has them open, or their folder is write-protected."""
        return self._disk is not None and self._disk.hindrance is not None

    @property
    def is_write_protected(self) -> bool:
        """Whether they are open to read only because nothing can be written where they are."""
        return self._disk is not None and self._disk.hindrance is trouble.only_to_read

    def must_be_writable(self) -> None:
        """Raise OpenElsewhere or ReadOnlyFolder where they are open to read only."""
        if self._disk is not None and self._disk.hindrance is not None:
            raise self._disk.hindrance()

    @property
    def key(self) -> bytes:
        """The key of these records, for slow work elsewhere. Forgotten when they are closed.

        Raises RuntimeError for closed records and for those in memory.
        """
        if not self._key:
            raise RuntimeError("There is no key.")
        return self._key

    @property
    def is_closed(self) -> bool:
        """Whether they were closed: then anything may be done with their files. Any thread may ask."""
        return self._closed

    @property
    def earlier_ids(self) -> EarlierIds:
        """What the key file called these records under each key of before. Empty for those in memory."""
        return earlier_ids.read(str(self._known("earlier_ids")))

    @property
    def _folder(self) -> Path:
        if self._disk is None:
            raise RuntimeError("These records are on no disk.")
        return self._disk.folder

    @staticmethod
    def is_here(folder: Path) -> bool:
        """True if there are records in this folder, whole or not:

        ask for the password instead of starting anew.
        """
        return files.is_here(folder)

    @staticmethod
    def key_file(folder: Path) -> bytes:
        """The key file, checked, for `keys.unwrap`. Quick.

        Raises VaultMissing, KeyFileDamaged, VaultTooNew or VaultInUse before the carer has typed. A folder that
        is write-protected has nobody in it.
        """
        data = files.read_key_file(folder)
        with suppress(ReadOnlyFolder):
            VaultLock(folder).release()
        return data

    @classmethod
    def create(cls, folder: Path, passphrase: str, cost: Cost | None = None) -> "Vault":
        """New records in `folder`, which must be empty or absent.

        `cost` is for tests. Slow, by the password.
        """
        files.must_be_empty(folder)
        return cls.create_with(folder, *keys.new_key_file(passphrase, cost))

    @classmethod
    def create_with(
        cls, folder: Path, key_file: bytes, key: bytes, saves_seen: SavesSeen | None = None
    ) -> "Vault":
        """New records for the answer of `keys.new_key_file`.

        Raises VaultFolderNotEmpty, DiskFull, ReadOnlyFolder.
        """
        files.must_be_empty(folder)
        lock = files.new_folder(folder)
        with lock.kept_if_all_goes_well():
            files.must_be_empty(folder)
            records_file.make(folder, key_file, key)
            return cls._opened(folder, key, lock, saves_seen)

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Vault":
        """Open by the password.

        Slow. Raises also WrongPassphrase, KeyFileDamaged, VaultTooNew, VaultInUse.
        """
        return cls.open_with(folder, keys.unwrap(cls.key_file(folder), passphrase))

    @classmethod
    def open_with(
        cls, folder: Path, key: bytes, saves_seen: SavesSeen | None = None, only_here: bool = False
    ) -> "Vault":
        """Open by the answer of `keys.unwrap`. `saves_seen` keeps the count of saves outside.

        Raises VaultDamaged, VaultInUse, VaultTooNew, ReadOnlyFolder; and OpenElsewhere where another computer says
        that it has them open, unless the carer knows better (`only_here`): then `open_to_read` opens them.
        """
        if not only_here and open_elsewhere.is_open_elsewhere(folder):
            raise trouble.open_elsewhere()
        if not keys.read_key_file(files.read_key_file(folder)).fits(key):
            raise trouble.key_file_damaged()
        lock = VaultLock(folder)
        with lock.kept_if_all_goes_well():
            return cls._opened(folder, key, lock, saves_seen)

    @classmethod
    def open_to_read(cls, folder: Path, key: bytes, is_write_protected: bool = False) -> "Vault":
        """Open without the right to write, because another computer may have them open or nothing can be written.

        Nothing is changed. Raises VaultDamaged, VaultTooNew; where they must be brought up to date or put in order
        first, VaultInUse or ReadOnlyFolder.
        """
        if not keys.read_key_file(files.read_key_file(folder)).fits(key):
            raise trouble.key_file_damaged()
        with files.in_plain_words(folder):
            try:
                connection = records_file.open_to_read(folder, key)
            except VaultInUse as error:
                raise trouble.must_be_written_first() if is_write_protected else error from error
            except dbapi2.Error as error:
                # The journal of a save that was broken off: it can only be taken back by writing.
                if is_write_protected and trouble.sqlite_says_read_only(error):
                    raise trouble.must_be_written_first() from error
                raise
        disk = _OnDisk(
            folder, None, None, trouble.only_to_read if is_write_protected else trouble.open_elsewhere
        )
        return cls(connection, SealedFiles(folder / FOLDER_NAME, key, disk.spare), disk, key)

    @classmethod
    def in_memory(cls) -> "Vault":
        """Empty records that are on no disk and are gone when closed."""
        connection = connect_in_memory()
        with make_engine(connection).begin() as transaction:
            Base.metadata.create_all(transaction)
            transaction.execute(text("INSERT INTO save_count (id, saves) VALUES (1, 0)"))
            transaction.execute(text("INSERT INTO known_numbers (id, ways_in, drafts) VALUES (1, 0, '')"))
        return cls(connection, NoPapers(), None)

    @classmethod
    def _opened(cls, folder: Path, key: bytes, lock: VaultLock, saves_seen: SavesSeen | None) -> "Vault":
        put_aside = waiting_records.finish_putting_in_place(folder, key)
        connection = records_file.open_records(folder, key)
        disk = _OnDisk(folder, lock, saves_seen)
        vault = cls(connection, SealedFiles(folder / FOLDER_NAME, key, disk.spare), disk, key)
        files.sweep(folder)
        vault.sealed.sweep()
        disk.spare.keep()
        open_elsewhere.say_open(folder)
        vault.put_aside = put_aside
        vault._look_at_ways_in()
        return vault

    def count_from(self, saves: int) -> None:
        """The carer goes on with an older copy: it counts on from what was seen, and is not called older again.

        What was seen is not sealed: a count that nobody can have come to is none.
        """
        if saves > MOST_BELIEVABLE:
            return
        with self.work() as session:
            session.execute(text("UPDATE save_count SET saves = max(saves, :saves)"), {"saves": saves})

    def take_over(self, sitting: "Vault") -> None:
        """Keep, in these new and empty records, everything that is in the memory of `sitting`. All or nothing."""
        with sitting.reading() as there, self.work() as here:
            for table in Base.metadata.sorted_tables:
                if table.name in ("save_count", "known_numbers"):
                    continue
                rows = [dict(row) for row in there.execute(table.select()).mappings()]
                if rows:
                    here.execute(table.insert(), rows)

    @contextmanager
    def work(self) -> Iterator[Session]:
        """One transaction: saved whole when the block ends well, otherwise nothing of it.

        Raises DiskFull, ReadOnlyFolder, NotSaved, OpenElsewhere, VaultDamaged. After DiskFull the spare room
        has been given up, so the same work may well succeed if it is done again: `run` does that.
        """
        self.must_be_writable()
        with self._alone(), self._in_plain_words():
            before = self._connection.total_changes
            saves = self.saves
            session = WorkSession(self._engine, expire_on_commit=False)
            try:
                yield session
                session.flush()
                if self._connection.total_changes != before:
                    saves = int(self._connection.execute(_COUNT_THE_SAVE).fetchone()[0])
                session.save()
            finally:
                session.close()
        if saves != self.saves:
            self.saves = saves
            if self._disk is not None and self._disk.saves_seen is not None:
                self._disk.saves_seen.note(saves)

    def try_to_save(self) -> None:
        """Write as a save does, there and back, so that nothing is changed. Raises as `work` does.

        The same number again would not be written at all.
        """
        with self._alone(), self._in_plain_words():
            for one in (1, -1):
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    self._connection.execute("UPDATE save_count SET saves = saves + ?", (one,))
                    self._connection.execute("COMMIT")
                finally:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading.

        Saving raises RuntimeError, and SQLite itself refuses to write. Raises VaultDamaged.
        """
        with self._alone(reads=True), self._in_plain_words(reading=True):
            session = self._reading or self._begin_reading()
            goes_on = False
            try:
                yield session
                session.must_be_unchanged()
                goes_on = self._reads_at_one_go
            finally:
                if not goes_on:
                    self._end_reading()

    @contextmanager
    def reading_at_one_go(self) -> Iterator[None]:
        """Meanwhile all readings are one, until anything else is done here: what was read is not read again."""
        was, self._reads_at_one_go = self._reads_at_one_go, True
        try:
            yield
        finally:
            self._reads_at_one_go = was
            if not was:
                self._end_reading()

    def run(self, do: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`do(session, …)` as one piece of work; done once more if the disk was full and could be given room."""
        try:
            return self._run_once(do, *args, **kwargs)
        except DiskFull:
            return self._run_once(do, *args, **kwargs)

    def snapshot(self) -> bytes:
        """The file of records as it is after the last save, still locked. Quick: it is read, not written.

        Raises NotSaved where it cannot be read, RuntimeError for records in memory or inside a transaction.
        """
        # Between transactions SQLite holds no lock that closing this second handle could drop.
        with (
            self._alone(),
            files.in_plain_words(self._folder),
            open_plain(self._folder / files.RECORDS) as file,
        ):
            return file.read()

    def named_nowhere(self) -> frozenset[str]:
        """Sealed files that nothing in these records names.

        To be asked when they have just been opened: what is sealed later may be named a moment later. Raises as
        `reading` does.
        """
        stored = self.sealed.stored()
        if not stored:
            return frozenset()
        with self._alone(), self._in_plain_words():
            return frozenset(stored - every_name(self._connection))

    def key_file_now(self) -> bytes:
        """The key file of these records, checked. Raises KeyFileDamaged."""
        return files.read_key_file(self._folder)

    def keep_key_file(self, new: bytes) -> None:
        """Put a changed key file in place of the old one: after a power cut one of the two is there, whole.

        Raises KeyFileDamaged, with the old one still in place, unless it is for the same key; DiskFull,
        ReadOnlyFolder, NotSaved, OpenElsewhere.
        """
        self.must_be_writable()
        before, after = keys.read_key_file(self.key_file_now()), keys.read_key_file(new)
        if (before.vault_id, before.check) != (after.vault_id, after.check):
            raise trouble.key_file_damaged()
        with files.in_plain_words(self._folder):
            write_safely(self._folder / keys.FILE_NAME, new, read_back=True)
        with suppress(CarerAppError):  # it counts by now; the next opening learns its number from the file
            self._know("ways_in", after.number)

    def close(self) -> None:
        """Forget the key and let others open the records. Closing twice is fine."""
        if self._closed:
            return
        self._closed = True
        self._key = b""
        self.child_drafts.photos.clear()  # they are in memory only, whoever still holds on to this
        if self._disk is not None and not self.is_read_only:
            self._disk.spare.keep()
            if self._disk.saves_seen is not None:
                self._disk.saves_seen.keep(self.saves)
            open_elsewhere.say_closed(self._disk.folder)
        try:
            self._end_reading()
            self._write_anew()
            self._engine.dispose()
            self._connection.close()
        finally:
            if self._disk is not None and self._disk.lock is not None:
                self._disk.lock.release()

    def _write_anew(self) -> None:
        """So that nothing of what was erased is left. SQLite wipes a row where it stands; where rows were moved to make
        room, a copy can still stand in a part of a page that nothing uses. Only tidying: else it is done next time.
        """
        if self._disk is None or self.is_read_only or self.saves == self._saves_when_opened:
            return
        with suppress(dbapi2.Error):
            self._connection.execute("VACUUM")

    def _look_at_ways_in(self) -> None:
        """Said once: from then on the older file is the one that is known."""
        number = keys.number(self.key_file_now())
        known = self._known("ways_in")
        self.has_older_ways_in = number < known
        if number != known:
            with suppress(CarerAppError):
                self._know("ways_in", number)

    def _known(self, what: _Known) -> Any:
        with self._alone(), self._in_plain_words():
            return self._connection.execute(f"SELECT {what} FROM known_numbers").fetchone()[0]

    def _know(self, what: _Known, value: int | str) -> None:
        """Apart from every other save, and counted as none. Raises as `work` does."""
        self.must_be_writable()
        with self._alone(), self._in_plain_words():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute(f"UPDATE known_numbers SET {what} = ?", (value,))
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _run_once(self, do: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self.work() as session:
            return do(session, *args, **kwargs)

    @contextmanager
    def _alone(self, reads: bool = False) -> Iterator[None]:
        if self._closed:
            raise RuntimeError("The records are closed.")
        if self._busy:
            raise RuntimeError("One at a time: this session was opened inside another one.")
        if not reads:
            self._end_reading()
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _begin_reading(self) -> ReadingSession:
        self._connection.execute("PRAGMA query_only = ON")
        self._reading = ReadingSession(self._reading_engine)
        return self._reading

    def _end_reading(self) -> None:
        session, self._reading = self._reading, None
        if session is not None:
            session.close()
            if not self.is_read_only:
                self._connection.execute("PRAGMA query_only = OFF")

    @contextmanager
    def _in_plain_words(self, reading: bool = False) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, dbapi2.Error) as error:
            if reading and trouble.sqlite_says_read_only(error):
                raise RuntimeError("Reading cannot save: use work().") from error
            if self._disk is None:
                raise
            file = self._disk.folder / files.RECORDS
            sentence = trouble.from_sqlite(error, file)
            if sentence is None:
                raise
            if trouble.is_gone(file):
                raise trouble.gone() from error
            if isinstance(sentence, DiskFull):
                self._disk.spare.release()
            raise sentence from error


class _KnownDrafts(Known):
    """In the records themselves. It does not keep them: closed, nothing of them is to stay in memory."""

    def __init__(self, vault: Vault) -> None:
        self._vault = weakref.ref(vault)

    def read(self) -> str:
        return str(self._open._known("drafts"))

    def write(self, text: str) -> None:
        self._open._know("drafts", text)

    @property
    def _open(self) -> Vault:
        vault = self._vault()
        if vault is None:
            raise RuntimeError("The records are closed.")
        return vault
