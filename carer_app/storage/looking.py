"""Opening a file of records to look at it only, where somebody else may have made it: bounded, and exactly ours or not.

Nothing in it is run: before a row is read its tables must be those of a release of ours, letter for letter, without a
view, a trigger or a virtual table. How much it may cost is bounded by how long the file is.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.errors import VaultDamaged
from carer_app.storage import backup_trouble, connecting, trouble
from carer_app.storage.safe_files import NotPlain, must_be_plain
from carer_app.storage.schema_shapes import SHAPES

MOST_BYTES = 1024 * 1024 * 1024
MOST_SAVES = 2**53
ROOM_FOR_SAVES = 2**32
_PAGE = 4096
_STEPS_AT_ONCE = 20_000
_STEPS = 20_000_000
_STEPS_A_BYTE = 8
# A number takes a byte in the file and as many letters as it has digits where it is written out.
_MOST_IN_A_ROW = 32 * 1024 * 1024
"""Bytes: a row is held whole, and written out it may take many times as much. The longest of ours is a sheet as PDF."""
_LETTERS = 1_000_000
_LETTERS_A_BYTE = 16


class Looking:
    """An open file of records that was found to be ours. `letters` bounds what may be read out of it."""

    def __init__(self, connection: dbapi2.Connection, size: int) -> None:
        self.connection = connection
        self.pages = size // _PAGE
        self._letters = _LETTERS + size * _LETTERS_A_BYTE

    def count(self, letters: int) -> None:
        """So many letters more were read. Raises BackupDamaged where a file of this length cannot hold them."""
        self._letters -= letters
        if self._letters < 0:
            raise trouble.backup_damaged()


@contextmanager
def looking_into(file: Path, key: bytes, is_backup: bool) -> Iterator[Looking]:
    """Open `file` to read only and check every page and every table. Nothing beside it is made or changed. Slow.

    What lies beside a backup is not looked at: none of ours has a journal, and one that was laid there is no save.
    Raises BackupDamaged, or VaultTooNew.
    """
    try:
        about = _plain(file)
        size = about.st_size
        connection = dbapi2.connect(_address(file, is_backup), uri=True, isolation_level=None)
        try:
            _bound(connection, size)
            connecting.unlock_to_read(connection, key)
            # SQLite opens by name and through links: what lay there a moment ago must be what it opened.
            if not os.path.samestat(about, _plain(file)):
                raise trouble.backup_damaged()
            revision = connecting.read_revision(connection)
            if revision not in SHAPES:
                raise backup_trouble.too_new() if is_backup else trouble.too_new()
            if shape_of(connection) != SHAPES[revision]:
                raise trouble.backup_damaged()
            _must_have_short_rows(connection)
            yield Looking(connection, size)
        finally:
            connection.close()
    except (dbapi2.Error, OSError, VaultDamaged) as error:
        raise trouble.backup_damaged() from error


def shape_of(connection: dbapi2.Connection) -> str:
    """The same for the same tables, in whatever order their columns and rules stand."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 1000").fetchall()
    spelled = sorted(
        repr((*map(str, row[:3]), sorted(line.strip().rstrip(",") for line in str(row[3]).splitlines())))
        for row in rows
    )
    return hashlib.sha256("\n".join(spelled).encode("utf-8", "surrogatepass")).hexdigest()


def _must_have_short_rows(connection: dbapi2.Connection) -> None:
    """Asked without reading them: how long a value is stands before it."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        columns = [f'"{row[1]}"' for row in connection.execute(f'PRAGMA table_info("{table}")')]
        long = " + ".join(f"coalesce(octet_length({column}), 0)" for column in columns)
        too_long = f'SELECT 1 FROM "{table}" WHERE {long} > {_MOST_IN_A_ROW} LIMIT 1'
        if connection.execute(too_long).fetchone() is not None:
            raise trouble.backup_damaged()


def _plain(file: Path) -> os.stat_result:
    about = file.lstat()
    if not stat.S_ISREG(about.st_mode) or not 0 < about.st_size <= MOST_BYTES:
        raise trouble.backup_damaged()
    return about


def _address(file: Path, is_backup: bool) -> str:
    """Where nothing beside it counts, SQLite does not look for anything there either."""
    address = f"{file.absolute().as_uri()}?mode=ro"
    beside = [file.with_name(f"{file.name}-{end}") for end in ("journal", "wal", "shm")]
    there = [each for each in beside if os.path.lexists(each)]
    if is_backup or not there:
        return f"{address}&immutable=1"
    if there != beside[:1] or not must_be_plain(there[0]):
        raise NotPlain
    return address


def _bound(connection: dbapi2.Connection, size: int) -> None:
    left = _STEPS + size * _STEPS_A_BYTE

    def is_too_long() -> int:
        nonlocal left
        left -= _STEPS_AT_ONCE
        return int(left < 0)

    connection.set_progress_handler(is_too_long, _STEPS_AT_ONCE)
    # What a file says about itself is not to be trusted, its own functions least of all.
    for setting in ("trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {setting}")
