"""What is in a file of records that is not the open one: is it whole, what does it hold, is it the same as another?"""

import hmac
import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.storage import trouble
from carer_app.storage.key_file import KEY_BYTES, derive
from carer_app.storage.looking import MOST_SAVES, Looking, looking_into
from carer_app.storage.sealed_files import Sealed, is_fingerprint
from carer_app.words import _

COUNTED = ("child", "meeting", "agreed_action", "child_view", "stored_document")
_WAITING = re.compile(r"([0-9a-f]{64}) ([0-9a-f]{64}) ")
_ANY_NAME = re.compile(r"[0-9a-f]{64}")
NAMES_A_FILE = "fingerprint"
"""What a column is called that names a sealed file, in whatever table."""
_ROOM_TO_SPARE = 64
"""Pages: restored, records are about as long as they were."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file of records holds.

    `rows` counts the rows of each table that is counted in words, without those the carer cleared. `digest` is the
    same for the same records under the same key, whatever the file looks like. `papers` are all that its rows name,
    `titles` what the carer calls each, by its fingerprint.
    """

    saves: int
    rows: dict[str, int]
    digest: str
    papers: tuple[Sealed, ...]
    titles: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Content {self.saves}>"


def read_content(file: Path, key: bytes) -> Content:
    """Check every page and read what is there; nothing is changed. Slow.

    Raises BackupDamaged, or VaultTooNew.
    """
    with looking_into(file, key, is_backup=False) as look:
        return _content_of(look, "main", key)


def content_of_another(file: Path, key: bytes) -> Content:
    """What is in a backup. Slow. Raises BackupDamaged, or VaultTooNew."""
    with looking_into(file, key, is_backup=True) as look:
        return _content_of(look, "main", key)


def restore_into_memory(file: Path, key: bytes) -> Content:
    """Restore the whole file of a backup into memory, and say what came out there. Slow: in the background.

    Raises BackupDamaged, or VaultTooNew.
    """
    with looking_into(file, key, is_backup=True) as look:
        connection = look.connection
        # Of this connection alone; the file is open to read only.
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("ATTACH ':memory:' AS restored KEY ''")
        connection.execute(f"PRAGMA restored.max_page_count = {2 * look.pages + _ROOM_TO_SPARE}")
        connection.execute("SELECT sqlcipher_export('restored')")
        return _content_of(look, "restored", key)


def _content_of(look: Looking, place: str, key: bytes) -> Content:
    connection = look.connection
    names = connection.execute(
        f"SELECT name FROM {place}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    tables = [str(name) for (name,) in names.fetchall()]
    digest = hmac.new(derive(key, "backup digest"), digestmod="sha256")
    for table in tables:
        if table == "known_numbers":
            continue  # it knows of files beside the records, and changes without a save
        digest.update(f"table {table}\n".encode())
        for row in connection.execute(f'SELECT * FROM {place}."{table}" ORDER BY rowid'):
            spelled = repr(row).encode("utf-8", "surrogatepass")
            look.count(len(spelled))
            digest.update(spelled)
    saves = _saves(connection, place) if "save_count" in tables else 0
    papers, titles = _papers(connection, place, tables)
    rows = {table: _count(connection, place, table) for table in COUNTED}
    return Content(saves, rows, digest.hexdigest(), papers, titles)


def _saves(connection: dbapi2.Connection, place: str) -> int:
    row = connection.execute(f"SELECT saves FROM {place}.save_count").fetchone()
    if row is None or type(row[0]) is not int or not 0 <= row[0] <= MOST_SAVES:
        raise trouble.backup_damaged()
    return row[0]


def _papers(
    connection: dbapi2.Connection, place: str, tables: list[str]
) -> tuple[tuple[Sealed, ...], dict[str, str]]:
    """Each paper once, and what it was made from. A row that names none is no reason to give up the others."""
    papers: dict[str, Sealed] = {}
    titles = {}
    rows = connection.execute(f"SELECT fingerprint, seal_key, title FROM {place}.stored_document").fetchall()
    if "paper_source" in tables:  # since 0019
        rows += connection.execute(
            f"SELECT source.fingerprint, source.seal_key, of.title FROM {place}.paper_source AS source "
            f"JOIN {place}.stored_document AS of ON of.id = source.document_id"
        ).fetchall()
    rows += [(*pair, _("Photos that were not kept yet")) for pair in waiting_photos(connection, place)]
    for name, key, title in rows:
        if (
            isinstance(name, str)
            and is_fingerprint(name)
            and isinstance(key, bytes)
            and len(key) == KEY_BYTES
        ):
            papers[name] = Sealed(name, key)
            titles[name] = title if isinstance(title, str) else ""
    return tuple(papers.values()), titles


def waiting_photos(connection: dbapi2.Connection, place: str = "main") -> list[tuple[str, bytes]]:
    """What opens each photo that waits to be kept: it stands in what is half typed (`use_cases/waiting_photos.py`)."""
    texts = connection.execute(f"SELECT text FROM {place}.draft WHERE place LIKE '% photos'").fetchall()
    pairs = (pair for (text,) in texts if isinstance(text, str) for pair in _WAITING.findall(text))
    return [(name, bytes.fromhex(key)) for name, key in pairs]


def every_name(connection: dbapi2.Connection) -> set[str]:
    """Every sealed file that anything here names, also what was removed, and what cannot be opened by its row."""
    names: set[str] = set()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        columns = {str(column[1]) for column in connection.execute(f'PRAGMA table_info("{table}")')}
        if NAMES_A_FILE in columns:
            rows = connection.execute(f'SELECT {NAMES_A_FILE} FROM "{table}"')
            names |= {name for (name,) in rows if isinstance(name, str)}
    for (text,) in connection.execute("SELECT text FROM draft"):
        names |= set(_ANY_NAME.findall(text)) if isinstance(text, str) else set()
    return names


def _count(connection: dbapi2.Connection, place: str, table: str) -> int:
    columns = [column[1] for column in connection.execute(f"PRAGMA {place}.table_info({table})")]
    shown = "WHERE deleted_on IS NULL" if "deleted_on" in columns else ""
    return int(connection.execute(f"SELECT count(*) FROM {place}.{table} {shown}").fetchone()[0])
