"""SQLite puts anything into any column: records made elsewhere are refused, or all of them can be read."""

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from carer_app.computer.paths import DataDir
from carer_app.domain.all_tables import Base
from carer_app.errors import BackupDamaged
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs import going_back as jobs
from carer_app.rough_days import RoughDay
from carer_app.storage import connecting, fitting, keys, looking, migrations
from carer_app.storage.backup_content import read_content, restore_into_memory
from carer_app.storage.backups import Snapshot
from carer_app.storage.looking import Looking
from carer_app.storage.vault import Vault
from tests import builders
from tests.storage.backup_house import NOW, WORDS, Household

SAMPLES = Path(__file__).parent / "samples"
NOUNS = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
COLUMNS = [(table.name, column.name) for table in Base.metadata.sorted_tables for column in table.columns]
A_PICTURE = b"\x89PNG\r\n\x1a\n\x00\xff"
NASTY = (
    0, 2, -1, 2**53 + 1, 2**63 - 1, 0.5, float("inf"), "", "never", "2026-02-30", "10:99", "a\0b", A_PICTURE, b"", None,
)  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> Iterator[dbapi2.Connection]:
    """Records of today's tables with something in them, in memory and unlocked."""
    folder = SAMPLES / migrations.HEAD
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    with closing(connecting.connect_to_read(folder / "vault.db", key)) as there:
        there.execute("PRAGMA query_only = OFF")
        here = dbapi2.connect(":memory:", isolation_level=None)
        for (sql,) in there.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall():
            here.execute(sql)
        for table in (*NOUNS, "alembic_version"):
            for row in there.execute(f'SELECT * FROM "{table}"').fetchall():
                here.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', row)
    engine_on(here)
    yield here
    here.close()


def fits(connection: dbapi2.Connection) -> bool:
    try:
        fitting.must_fit(Looking(connection, 10_000_000))
    except (BackupDamaged, dbapi2.Error):
        return False
    return True


@cache
def engine_on(connection: dbapi2.Connection) -> Engine:
    """Made ready once: becoming ready takes back whatever was not yet committed."""
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    engine.connect().close()
    return engine


def is_all_readable(connection: dbapi2.Connection, table: str) -> bool:
    """Every row of a noun as the pages read it, each value of the kind that they count on."""
    with Session(engine_on(connection)) as session:
        for noun in session.scalars(select(NOUNS[table])):
            for column in Base.metadata.tables[table].columns:
                value = getattr(noun, column.key)
                if value is None:
                    assert column.nullable, column
                else:
                    kind = date if type(value) is RoughDay else type(value)
                    assert kind is column.type.python_type, column
    return True


def a_row_in(connection: dbapi2.Connection, table: str) -> None:
    """One at least: filled as little as its rules allow."""
    if connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]:
        return
    by_kind = {"INTEGER": 1, "BOOLEAN": 1, "DATE": "2026-01-01", "TIME": "10:00:00.000000", "BLOB": b"1"}
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    values = [by_kind.get(column[2], "one") if column[3] else None for column in columns]
    connection.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(values))})', values)


def put(connection: dbapi2.Connection, table: str, column: str, value: object, as_text: bool = False) -> bool:
    """Whether SQLite itself took the value."""
    put_in = "CAST(? AS TEXT)" if as_text else "?"
    with suppress(dbapi2.IntegrityError):
        connection.execute(
            f'UPDATE "{table}" SET "{column}" = {put_in} WHERE rowid = (SELECT min(rowid) FROM "{table}")',
            (value,),
        )
        return True
    return False


def is_refused_or_readable(
    connection: dbapi2.Connection, table: str, column: str, value: object, as_text: bool = False
) -> bool:
    """True where it was refused."""
    connection.execute("BEGIN")
    try:
        a_row_in(connection, table)
        if not put(connection, table, column, value, as_text):
            return True
        if not fits(connection):
            return True
        fitting.put_right(connection)
        return not is_all_readable(connection, table)
    finally:
        if connection.in_transaction:  # the session may have ended it
            connection.execute("ROLLBACK")


def test_what_every_release_wrote_fits(tmp_path: Path) -> None:
    """Never stricter than we are ourselves."""
    for revision in migrations.REVISIONS:
        folder = shutil.copytree(SAMPLES / revision, tmp_path / revision)
        key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
        fitting.must_be_ours(folder / "vault.db", key)


def test_words_with_a_letter_that_is_none_were_perhaps_pasted_and_fit(sample: dbapi2.Connection) -> None:
    for table, column in (("child", "name"), ("note", "seen"), ("answer", "text")):
        assert not is_refused_or_readable(sample, table, column, "a\0b")
    assert not how_backups_stand.is_there(Path("a\0b")), "nor is a folder of such a name looked for"


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(each) for each in COLUMNS])
def test_a_value_of_a_wrong_kind_is_refused_in_every_column(
    sample: dbapi2.Connection, table: str, column: str
) -> None:
    kind = Base.metadata.tables[table].columns[column].type.python_type
    for wrong in ("never", A_PICTURE):
        if type(wrong) is not kind:
            assert is_refused_or_readable(sample, table, column, wrong), wrong
    assert is_refused_or_readable(sample, table, column, b"\xff\xfeno letters", as_text=True)


@given(
    where=st.sampled_from(COLUMNS),
    value=st.one_of(
        st.sampled_from(NASTY), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.binary(max_size=40),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.dates().map(str), st.times().map(str),
        st.dates().map(lambda day: f"{day.year:04}-{day.month}-{day.day}"), st.times().map("{0.hour}:{0:%M}".format),
    ),
    as_text=st.booleans(),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_whatever_is_put_in_any_column_is_refused_or_read(
    sample: dbapi2.Connection, where: tuple[str, str], value: Any, as_text: bool
) -> None:
    is_refused_or_readable(sample, *where, value, as_text)


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "home" / "backups")
    yield house
    house.vault.close()


WRONG = {
    "a day that is none": "UPDATE child SET birthday = 'never'",
    "a picture for a name": "UPDATE child SET name = x'89504e47'",
    "letters that are none": "UPDATE child SET name = CAST(x'fffe' AS TEXT)",
    "words where it counts": "UPDATE child SET years_ahead = 'many'",
    "a row of nobody": "INSERT INTO school_closing (school_id, day, is_inset) VALUES (77, '2026-01-01', 1)",
    "the numbers that are no part of the whole": "UPDATE known_numbers SET drafts = x'ff'",
}


OLD_SPELLINGS = {
    "a day without its nought": ("birthday = '2015-2-3'", "2015-02-03"),
    "a day that is none": ("birthday = 'never'", "never"),
    "a picture for a day": ("birthday = x'89504e47'", b"\x89PNG"),
}


@pytest.mark.parametrize(("sql", "afterwards"), OLD_SPELLINGS.values(), ids=OLD_SPELLINGS)
@pytest.mark.parametrize("where", ["here", "on a new computer"])
def test_what_an_earlier_release_let_into_our_records_is_backed_up_and_gone_back_to(
    house: Household, tmp_path: Path, sql: str, afterwards: object, where: str
) -> None:
    """What a proof calls good is never refused at going back."""
    house.vault.close()
    with closing(connecting.connect(house.folder / "vault.db", house.key)) as connection:
        connection.execute(f"UPDATE child SET {sql} WHERE id = 1")
    house.vault = Vault.open_with(house.folder, house.key)
    place = house.backups.folder
    done = backing_up.tend(replace(a_look_at(house), snapshot=a_snapshot_of(house)))
    assert (done.problem, done.found) == ("", "")
    [row] = how_backups_stand.rows(place, house.key)
    assert row.is_good
    folder = house.folder if where == "here" else tmp_path / "new" / "vault"
    jobs.what_would_change(folder, place, row.name, house.key)
    house.vault.close()
    jobs.go_back(folder, place, place, row.name, house.key, 0, NOW)
    with closing(connecting.connect(folder / "vault.db", house.key)) as connection:
        assert connection.execute("SELECT birthday FROM child WHERE id = 1").fetchone() == (afterwards,)


def a_look_at(house: Household) -> backing_up.Work:
    vault, data = house.vault, DataDir(house.folder.parent)
    work = backing_up.work_for(vault, data, None, False, NOW)
    return replace(work, folder=house.folder, backups=house.backups.folder)


def a_snapshot_of(house: Household) -> Snapshot:
    return Snapshot(house.vault.snapshot(), house.vault.key_file_now(), house.vault.saves)


def test_a_list_that_others_sealed_with_a_key_of_their_own_lets_nothing_in(
    house: Household, tmp_path: Path
) -> None:
    Vault.create(tmp_path / "next door" / "vault", WORDS, builders.CHEAP).close()
    other = Household(tmp_path / "next door" / "vault", tmp_path / "next door" / "backups")
    other.add("Somebody else")
    other.vault.close()
    with closing(connecting.connect(other.folder / "vault.db", other.key)) as connection:
        connection.execute("UPDATE child SET birthday = 'never'")
    other.vault = Vault.open_with(other.folder, other.key)
    name, place = other.back_up().folder.name, other.backups.folder
    other.vault.close()
    with pytest.raises(BackupDamaged, match="never writes"):
        jobs.what_would_change(house.folder, place, name, other.key)
    house.vault.close()
    with pytest.raises(BackupDamaged, match="never writes"):
        jobs.go_back(house.folder, house.backups.folder, place, name, other.key, 0, NOW)
    house.vault = Vault.open_with(house.folder, house.key)


@pytest.mark.parametrize("sql", WRONG.values(), ids=WRONG)
def test_what_going_back_refuses_no_proof_calls_good(house: Household, sql: str) -> None:
    """It opens with our key, but its list is gone: nothing says that it is what was backed up."""
    backup = house.back_up()
    with closing(connecting.connect(backup.records, house.key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)
    (backup.folder / "backup.json").unlink()
    done = backing_up.tend(a_look_at(house))
    assert done.found.startswith("Problem: the backup of ")
    assert not any(row.is_good for row in how_backups_stand.rows(house.backups.folder, house.key))


@pytest.mark.parametrize("sql", WRONG.values(), ids=WRONG)
def test_going_back_to_records_with_what_we_never_write_is_refused_before_anything_changes(
    house: Household, sql: str
) -> None:
    backup = house.back_up()
    with closing(connecting.connect(backup.records, house.key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(sql).rowcount
    (backup.folder / "backup.json").unlink()
    name = backup.folder.name
    with pytest.raises(BackupDamaged, match=r"^Problem: this backup"):
        jobs.what_would_change(house.folder, house.backups.folder, name, house.key)
    house.vault.close()
    before = {each: each.read_bytes() for each in house.folder.rglob("*") if each.is_file()}
    with pytest.raises(BackupDamaged, match=r"^Problem: this backup"):
        jobs.go_back(house.folder, house.backups.folder, house.backups.folder, name, house.key, 0, NOW)
    assert {each: each.read_bytes() for each in house.folder.rglob("*") if each.is_file()} == before
    house.vault = type(house.vault).open(house.folder, WORDS)


def test_a_row_is_not_read_before_it_is_known_to_be_short(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that is held whole and written out took some ten times its length of memory."""
    backup = house.back_up()
    with closing(connecting.connect(backup.records, house.key)) as connection:
        connection.execute(
            "UPDATE child SET name = CAST(zeroblob(90000) AS TEXT), council = hex(zeroblob(9000)) WHERE id = 2"
        )
    assert restore_into_memory(backup.records, house.key).rows["child"] == 101
    monkeypatch.setattr(looking, "_MOST_IN_A_ROW", 100_000)
    for look in (read_content, restore_into_memory):
        with pytest.raises(BackupDamaged):
            look(backup.records, house.key)


@pytest.mark.parametrize("size", [512, 65536])
def test_pages_of_another_length_than_ours_are_not_records(
    house: Household, tmp_path: Path, size: int
) -> None:
    """How much is read at once is not for the file to say."""
    file = tmp_path / "long pages.db"
    with closing(dbapi2.connect(str(file), isolation_level=None)) as connection:
        connecting.give_key(connection, house.key)
        connection.execute(f"PRAGMA cipher_page_size = {size}")
        connection.execute("CREATE TABLE child (id INTEGER)")
    with pytest.raises(BackupDamaged):
        restore_into_memory(file, house.key)
