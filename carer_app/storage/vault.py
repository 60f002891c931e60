"""The locked records of one household: make them, open them, read, save, close.

One connection, used by the thread that opened it (the main one). What takes long is apart:
`keys.new_key_file` and `keys.unwrap` go from bytes to bytes in the background, `create_with` and
`open_with` finish here in milliseconds.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

import carer_app.domain.everything  # noqa: F401  # nouns name each other, so all must be known
from carer_app.errors import DiskFull
from carer_app.storage import files, keys, trouble
from carer_app.storage.connecting import for_reading, make_engine
from carer_app.storage.files import VaultLock
from carer_app.storage.key_cost import Cost
from carer_app.storage.sealed_files import FOLDER_NAME, SealedFiles
from carer_app.storage.sessions import ReadingSession, WorkSession
from carer_app.storage.spare_room import SpareRoom

__all__ = ["Session", "Vault"]

P = ParamSpec("P")
T = TypeVar("T")


class Vault:
    """Open records. `sealed` keeps papers beside them.

    Make one with `create`, `create_with`, `open` or `open_with`; all raise the kinds of `VaultError` in
    errors.py.
    """

    def __init__(self, folder: Path, connection: dbapi2.Connection, key: bytes, lock: VaultLock) -> None:
        self._file = folder / files.RECORDS
        self._connection = connection
        self._lock = lock
        self._spare = SpareRoom(folder)
        self._engine = make_engine(connection)
        self._reading_engine = for_reading(self._engine)
        self._busy = False
        self._closed = False
        self.sealed = SealedFiles(folder / FOLDER_NAME, key, self._spare)

    def __repr__(self) -> str:
        return f"<Vault {'closed' if self._closed else 'open'}>"

    @staticmethod
    def is_here(folder: Path) -> bool:
        """True if there are records in this folder, whole or not:

        ask for the password instead of starting anew.
        """
        return files.is_here(folder)

    @staticmethod
    def key_file(folder: Path) -> bytes:
        """The key file, checked, for `keys.unwrap`. Quick.

        Raises VaultMissing, KeyFileDamaged, VaultTooNew, VaultInUse or ReadOnlyFolder before the carer has
        typed.
        """
        data = files.read_key_file(folder)
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
    def create_with(cls, folder: Path, key_file: bytes, key: bytes) -> "Vault":
        """New records for the answer of `keys.new_key_file`.

        Raises VaultFolderNotEmpty, DiskFull, ReadOnlyFolder.
        """
        files.must_be_empty(folder)
        lock = files.new_folder(folder)
        with lock.kept_if_all_goes_well():
            files.must_be_empty(folder)
            files.make(folder, key_file, key)
            return cls._opened(folder, key, lock)

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Vault":
        """Open by the password.

        Slow. Raises also WrongPassphrase, KeyFileDamaged, VaultTooNew, VaultInUse.
        """
        return cls.open_with(folder, keys.unwrap(cls.key_file(folder), passphrase))

    @classmethod
    def open_with(cls, folder: Path, key: bytes) -> "Vault":
        """Open by the answer of `keys.unwrap`.

        Raises VaultDamaged, VaultInUse, VaultTooNew, ReadOnlyFolder.
        """
        if not keys.read_key_file(files.read_key_file(folder)).fits(key):
            raise trouble.key_file_damaged()
        lock = VaultLock(folder)
        with lock.kept_if_all_goes_well():
            return cls._opened(folder, key, lock)

    @classmethod
    def _opened(cls, folder: Path, key: bytes, lock: VaultLock) -> "Vault":
        vault = cls(folder, files.open_records(folder, key), key, lock)
        files.sweep(folder)
        vault.sealed.sweep()
        vault._spare.keep()
        return vault

    @contextmanager
    def work(self) -> Iterator[Session]:
        """One transaction: saved whole when the block ends well, otherwise nothing of it.

        Raises DiskFull, ReadOnlyFolder, NotSaved, VaultDamaged. After DiskFull the spare room has been
        given up, so the same work may well succeed if it is done again: `run` does that.
        """
        with self._alone(), self._in_plain_words():
            session = WorkSession(self._engine, expire_on_commit=False)
            try:
                yield session
                session.save()
            finally:
                session.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading.

        Saving raises RuntimeError, and SQLite itself refuses to write. Raises VaultDamaged.
        """
        with self._alone(), self._in_plain_words(reading=True):
            self._connection.execute("PRAGMA query_only = ON")
            session = ReadingSession(self._reading_engine)
            try:
                yield session
                session.must_be_unchanged()
            finally:
                session.close()
                self._connection.execute("PRAGMA query_only = OFF")

    def run(self, do: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`do(session, …)` as one piece of work; done once more if the disk was full and could be given room."""
        try:
            return self._run_once(do, *args, **kwargs)
        except DiskFull:
            return self._run_once(do, *args, **kwargs)

    def close(self) -> None:
        """Forget the key and let others open the records. Closing twice is fine."""
        if self._closed:
            return
        self._closed = True
        self._spare.keep()
        self._engine.dispose()
        self._connection.close()
        self._lock.release()

    def _run_once(self, do: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self.work() as session:
            return do(session, *args, **kwargs)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._closed:
            raise RuntimeError("The records are closed.")
        if self._busy:
            raise RuntimeError("One at a time: this session was opened inside another one.")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    @contextmanager
    def _in_plain_words(self, reading: bool = False) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, dbapi2.Error) as error:
            if reading and trouble.sqlite_says_read_only(error):
                raise RuntimeError("Reading cannot save: use work().") from error
            sentence = trouble.from_sqlite(error, self._file)
            if sentence is None:
                raise
            if isinstance(sentence, DiskFull):
                self._spare.release()
            raise sentence from error
