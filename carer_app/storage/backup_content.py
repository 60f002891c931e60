"""What is in a file of records that is not the open one: is it whole, what does it hold, is it the same as another?"""

import hmac
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.errors import VaultError
from carer_app.storage import connecting, migrations, trouble
from carer_app.storage.key_file import derive
from carer_app.storage.sealed_files import Sealed

COUNTED = ("child", "meeting", "agreed_action", "child_view", "stored_document")


@dataclass(frozen=True, slots=True)
class Content:
    """What a file of records holds.

    `rows` counts the rows of each table that is counted in words, without those the carer cleared. `digest` is the
    same for the same records under the same key, whatever the file looks like. `papers` are all that its rows name.
    """

    saves: int
    rows: dict[str, int]
    digest: str
    papers: tuple[Sealed, ...]

    def __repr__(self) -> str:
        return f"<Content {self.saves}>"


def read_content(file: Path, key: bytes) -> Content:
    """Check every page and read what is there; nothing is changed. Slow: in the background.

    Raises BackupDamaged, or VaultTooNew.
    """
    with _checked(file, key) as connection:
        return _content_of(connection, "main", key)


def restore_into_memory(file: Path, key: bytes) -> Content:
    """Restore the whole file into memory, and say what came out there. Slow: in the background.

    Raises BackupDamaged, or VaultTooNew.
    """
    with _checked(file, key) as connection:
        connection.execute(
            "PRAGMA query_only = OFF"
        )  # of this connection alone; the file is open to read only
        connection.execute("ATTACH ':memory:' AS restored KEY ''")
        connection.execute("SELECT sqlcipher_export('restored')")
        return _content_of(connection, "restored", key)


@contextmanager
def _checked(file: Path, key: bytes) -> Iterator[dbapi2.Connection]:
    try:
        with closing(connecting.connect_to_read(file, key)) as connection:
            if connecting.read_revision(connection) not in migrations.REVISIONS:
                raise trouble.too_new()
            yield connection
    except (dbapi2.Error, OSError) as error:
        raise trouble.backup_damaged() from error
    except VaultError as error:
        raise trouble.backup_damaged() if isinstance(error, type(trouble.damaged())) else error from error


def _content_of(connection: dbapi2.Connection, place: str, key: bytes) -> Content:
    names = connection.execute(
        f"SELECT name FROM {place}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    tables = [str(name) for (name,) in names.fetchall()]
    digest = hmac.new(derive(key, "backup digest"), digestmod="sha256")
    for table in tables:
        digest.update(f"table {table}\n".encode())
        for row in connection.execute(f'SELECT * FROM {place}."{table}" ORDER BY rowid'):
            digest.update(repr(row).encode())
    saves = 0
    if "save_count" in tables:
        saves = int(connection.execute(f"SELECT saves FROM {place}.save_count").fetchone()[0])
    papers = connection.execute(f"SELECT fingerprint, seal_key FROM {place}.stored_document").fetchall()
    rows = {table: _count(connection, place, table) for table in COUNTED}
    return Content(saves, rows, digest.hexdigest(), tuple(Sealed(*paper) for paper in papers))


def _count(connection: dbapi2.Connection, place: str, table: str) -> int:
    columns = [column[1] for column in connection.execute(f"PRAGMA {place}.table_info({table})")]
    shown = "WHERE deleted_on IS NULL" if "deleted_on" in columns else ""
    return int(connection.execute(f"SELECT count(*) FROM {place}.{table} {shown}").fetchone()[0])
