"""The tables that the steps make are the tables that the nouns ask for; an upgrade happens whole or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, select, text
from sqlcipher3 import dbapi2

from carer_app.domain.all_tables import Base
from carer_app.domain.child import Child
from carer_app.errors import CarerAppError, VaultDamaged
from carer_app.storage import connecting, files, keys, migrations, upgrading
from carer_app.storage.vault import Vault
from tests import ready_tables

WORDS = "otter lantern marble"


@pytest.fixture
def by_steps() -> Iterator[Connection]:
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        migrations.upgrade(connection)
        yield connection
    engine.dispose()


def test_steps_and_nouns_make_the_same_tables(by_steps: Connection) -> None:
    context = MigrationContext.configure(
        by_steps, opts={"compare_type": True, "compare_server_default": True}
    )
    assert compare_metadata(context, Base.metadata) == []


def test_new_records_of_the_tests_are_those_that_the_steps_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_tables, "_made", [])
    made = [dbapi2.connect(":memory:", isolation_level=None) for _each in range(2)]
    for connection in made:
        ready_tables.bring_up_to_date(connection)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert not connection.in_transaction
    by_steps, ready = [ready_tables.what_is_in(each) for each in made]
    assert len(by_steps) > 40
    assert any(rows for _sql, rows in by_steps)
    assert ready == by_steps


def test_steps_and_nouns_agree_on_what_alembic_does_not_compare(by_steps: Connection) -> None:
    """Rules such as ON DELETE CASCADE and the order of columns."""
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        wanted = schema(connection)
    engine.dispose()
    assert len(wanted) > 15
    assert schema(by_steps) == wanted


def schema(connection: Connection) -> dict[str, list[object]]:
    tables = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
    return {
        table: [
            # SQLite numbers foreign keys and indexes as it met them; only the order of columns means something.
            [tuple(row) for row in connection.execute(text(f"PRAGMA table_info({table})"))],
            sorted(tuple(row)[2:] for row in connection.execute(text(f"PRAGMA foreign_key_list({table})"))),
            sorted(tuple(row)[1:] for row in connection.execute(text(f"PRAGMA index_list({table})"))),
        ]
        for table in tables
        if table != "alembic_version"
    }


def test_the_list_of_steps_is_the_steps_that_are_there() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    found = [each.revision for each in script.walk_revisions()]
    assert tuple(reversed(found)) == migrations.REVISIONS
    assert script.get_heads() == [migrations.HEAD]


def test_steps_work_from_a_folder_with_a_strange_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shutil.copytree(Path(migrations.__file__).parent, tmp_path / "100% (Zoë) %(here)s")
    monkeypatch.setattr(migrations, "__file__", str(place / "__init__.py"))
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        migrations.upgrade(connection)
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == migrations.HEAD
    engine.dispose()


@pytest.fixture
def older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Records that are one step behind what this program wants."""
    key = keys.unwrap((folder / "vault.key").read_bytes(), WORDS)
    connection = connecting.connect(folder / "vault.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    monkeypatch.setattr(migrations, "REVISIONS", ("0000", *migrations.REVISIONS))
    return folder


def test_older_records_are_copied_and_then_brought_up_to_date(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (older / "vault.db").read_bytes()

    def step(connection: Connection) -> None:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 0
        connection.execute(text("ALTER TABLE child ADD COLUMN a_new_column VARCHAR"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{migrations.HEAD}'"))

    monkeypatch.setattr(migrations, "upgrade", step)
    copies: list[bytes] = []
    forget = upgrading.forget_before_upgrade

    def looked_at(folder: Path) -> None:
        copies.append((folder / files.BEFORE_UPGRADE).read_bytes())
        forget(folder)

    monkeypatch.setattr(upgrading, "forget_before_upgrade", looked_at)
    vault = Vault.open(older, WORDS)
    monkeypatch.setattr(upgrading, "forget_before_upgrade", forget)
    with vault.reading() as session:
        assert len(session.scalars(select(Child)).all()) == 101
        assert session.scalar(text("SELECT count(a_new_column) FROM child")) == 0
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    vault.close()
    assert copies == [before]
    assert not (older / files.BEFORE_UPGRADE).exists(), "it opens with the password of that time"
    Vault.open(older, WORDS).close()


@pytest.mark.parametrize("trouble", [CarerAppError("stop"), KeyboardInterrupt(), None])
def test_an_upgrade_that_fails_leaves_the_records_as_they_were(
    older: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException | None
) -> None:
    before = (older / "vault.db").read_bytes()

    def step(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE child ADD COLUMN a_new_column VARCHAR"))
        if trouble is not None:
            connection.execute(text("DELETE FROM child"))
            raise trouble
        # A step that leaves a row pointing at nothing.
        connection.execute(
            text("INSERT INTO schooling (child_id, school_id, class_name) VALUES (99999, 99999, '')")
        )

    monkeypatch.setattr(migrations, "upgrade", step)
    with pytest.raises(type(trouble) if trouble is not None else VaultDamaged):
        Vault.open(older, WORDS)
    assert (older / "vault.db").read_bytes() == before
    assert (older / files.BEFORE_UPGRADE).read_bytes() == before
