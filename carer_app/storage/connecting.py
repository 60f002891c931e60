"""One connection to the file of records:

the key, the settings that keep saves safe, and a check of every page.
"""

import errno
import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import owner_only
from carer_app.storage import journal, trouble
from carer_app.storage.safe_files import must_be_plain

APPLICATION_ID = 0x50455043  # "PEPC"
FORMAT = 1

_NEVER_OURS = ("-wal", "-shm")
_WAIT_SECONDS = 2.0
_HEX = b"0123456789abcdef"
_BEGIN = "vault_begin"

# What each setting must say back: a setting that did not take would lose saves without a word.
_SETTINGS = (
    ("cipher_memory_security", "OFF", "0"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    # No page of a save reaches the file before its end: so its journal has one part, and none can be missing unseen.
    ("cache_spill", "OFF", 0),
)


def connect(file: Path, key: bytes) -> dbapi2.Connection:
    """Open `file` (it must be there) and check every page.

    Raises VaultDamaged, ReadOnlyFolder, dbapi2.Error, OSError.
    """
    if never_ours_beside(file):
        raise trouble.damaged()
    # Before SQLite has it open: closing any other handle of ours later would drop SQLite's own lock.
    os.close(owner_only(str(file), os.O_RDWR))
    broken_off = os.path.lexists(journal.beside(file))
    if broken_off and not journal.can_be_taken_back(file, key):
        raise trouble.damaged()
    connection = dbapi2.connect(str(file), isolation_level=None, timeout=_WAIT_SECONDS)
    try:
        # First of all: SQLCipher would otherwise write to stderr about a damaged file.
        connection.execute("PRAGMA cipher_log_level = NONE")
        give_key(connection, key)
        _set(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise trouble.damaged()
        # A journal that was cut to nothing looks like one of a save that had changed nothing yet.
        if broken_off and _ask(connection, "PRAGMA integrity_check(1)") != "ok":
            raise trouble.damaged()
    except BaseException:
        connection.close()
        raise
    return connection


def never_ours_beside(file: Path) -> list[Path]:
    """What SQLite would read as newer pages, without any check of them together. No records of ours have any."""
    names = [file.with_name(f"{file.name}{end}") for end in _NEVER_OURS]
    return [each for each in names if os.path.lexists(each)]


def connect_to_read(file: Path, key: bytes, is_alone: bool = False) -> dbapi2.Connection:
    """Open `file` to read only, and check every page. Nothing beside it is made or changed.

    `is_alone` where no save can have been broken off in it: then SQLite looks at nothing that lies beside it. Raises
    VaultDamaged, dbapi2.Error, OSError.
    """
    if not must_be_plain(file):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    # Through a link SQLite would also read what lies beside the file that it leads to.
    if never_ours_beside(file) and not is_alone:
        if os.path.lexists(journal.beside(file)):
            raise trouble.damaged()
        is_alone = True
    address = f"{file.absolute().as_uri()}?mode=ro{'&immutable=1' if is_alone else ''}"
    connection = dbapi2.connect(address, uri=True, isolation_level=None)
    try:
        unlock_to_read(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def unlock_to_read(connection: dbapi2.Connection, key: bytes) -> None:
    """Give a connection its key, and check every page. Raises VaultDamaged, dbapi2.Error."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    give_key(connection, key)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise trouble.damaged()


def give_key(connection: dbapi2.Connection, key: bytes) -> None:
    """Unlock by the key. Not in SQL, whose text SQLite and Python keep; written out only where it can be wiped."""
    spelled = bytearray(len(key) * 2 + 3)
    spelled[0], spelled[1], spelled[-1] = b"x''"
    for place, byte in enumerate(key):
        spelled[2 + place * 2] = _HEX[byte >> 4]
        spelled[3 + place * 2] = _HEX[byte & 15]
    try:
        connection.set_key(spelled)
    finally:
        spelled[:] = bytes(len(spelled))


def connect_in_memory() -> dbapi2.Connection:
    """A new empty place for records that no disk ever sees."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def create_file(file: Path, key: bytes) -> dbapi2.Connection:
    """A new empty file of records, owner-only. Raises dbapi2.Error, OSError."""
    os.close(owner_only(str(file), os.O_RDWR | os.O_CREAT | os.O_EXCL))
    connection = connect(file, key)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    return connection


def read_revision(connection: dbapi2.Connection) -> str:
    """Which step of the tables this file is at.

    Plain SQL: nothing slow is imported. Raises VaultDamaged, VaultTooNew.
    """
    if _ask(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise trouble.damaged()
    if _ask(connection, "PRAGMA user_version") > FORMAT:
        raise trouble.too_new()
    if not _ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"):
        raise trouble.damaged()
    return str(_ask(connection, "SELECT max(version_num) FROM alembic_version"))


def make_engine(connection: dbapi2.Connection) -> Engine:
    """SQLAlchemy on this one connection.

    Each transaction begins as its options say; errors never quote parameters.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same connection, for transactions that only read."""
    return engine.execution_options(**{_BEGIN: "BEGIN"})


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a lock that cannot be had is found before the work, not after it.
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))


def _set(connection: dbapi2.Connection) -> None:
    if not _ask(connection, "PRAGMA cipher_version"):
        raise RuntimeError("This SQLite cannot lock files.")
    for name, value, said in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if _ask(connection, f"PRAGMA {name}") != said:
            raise RuntimeError(f"The setting {name} did not take.")


def _ask(connection: dbapi2.Connection, question: str) -> Any:
    row = connection.execute(question).fetchone()
    return row[0] if row else None
