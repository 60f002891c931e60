"""The tables of new records: all the steps make them once in each process, and from then on they are made as those left
them. The steps take most of a second, and a test that makes records of its own is about something else.

Records of an earlier release take every step each time, and so do `tests/storage/test_migrations.py`, which also says
that both ways make the same, and whatever runs in a process of its own.
"""

from sqlcipher3 import dbapi2

from carer_app.storage import records_file, upgrading

_made: list[tuple[str, tuple[object, ...]]] = []
"""What to ask of an empty file, in order."""


def bring_up_to_date(connection: dbapi2.Connection) -> None:
    """As `upgrading.bring_up_to_date` does to records in which nothing is yet."""
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    if not _made:
        upgrading.bring_up_to_date(connection)
        _made.extend(_that_make(connection))
        return
    connection.execute("BEGIN IMMEDIATE")
    for sql, values in _made:
        connection.execute(sql, values)
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")


def what_is_in(connection: dbapi2.Connection) -> list[tuple[str, list[tuple[object, ...]]]]:
    """The tables and all that belongs to them, as they were asked for, and the rows of each."""
    parts = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    return [
        (sql, connection.execute(f'SELECT * FROM "{name}"').fetchall() if kind == "table" else [])
        for kind, name, sql in parts
    ]


def _that_make(connection: dbapi2.Connection) -> list[tuple[str, tuple[object, ...]]]:
    found = what_is_in(connection)
    names = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()]  # fmt: skip
    rows = [
        (f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(row))})', row)
        for name, (_sql, rows) in zip(names, found, strict=True)
        for row in rows
    ]
    return [*((sql, ()) for sql, _rows in found), *rows]


def use() -> None:
    """Make new records in this process this way."""
    records_file.bring_up_to_date = bring_up_to_date
