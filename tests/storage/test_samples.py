"""Records as each earlier release left them, sealed in `samples/`, open in this one with everything in them."""

import hashlib
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlcipher3 import dbapi2

from carer_app.domain.all_tables import Base
from carer_app.domain.child import Child
from carer_app.domain.household import SaveCount
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import ReadOnlyFolder, VaultTooNew
from carer_app.storage import connecting, files, keys, migrations, upgrading
from carer_app.storage.vault import Vault
from tests import builders

MOVED_INTO_YEARS = {"dates_source", "inset_days_known"}
MOVED = {"school": MOVED_INTO_YEARS, "draft": {"place"}, "answer": {"text"}}
"""What a later step puts elsewhere, or under another name: told apart, each in a test of its own."""
SAMPLES = Path(__file__).parent / "samples"


def rows_of(file: Path, key: bytes) -> dict[str, list[dict[str, object]]]:
    connection = connecting.connect_to_read(file, key)
    connection.row_factory = dbapi2.Row
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = {
        name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
        for (name,) in names
    }
    connection.close()
    return rows


@pytest.fixture(params=migrations.REVISIONS)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the records that a release with this schema left."""
    return shutil.copytree(SAMPLES / request.param, tmp_path / request.param)


@dataclass(frozen=True)
class Opened:
    """A sample after this release has opened it and closed it again."""

    folder: Path
    copies: list[bytes]
    """What the copy from before the upgrade was when it was about to go."""


@cache
def opened_once(revision: str, folder: Path) -> Opened:
    """All the steps take most of a second: each sample takes them once."""
    copies: list[bytes] = []
    copy = folder / files.BEFORE_UPGRADE
    forget = upgrading.forget_before_upgrade

    def looked_at(where: Path) -> None:
        copies.extend([copy.read_bytes()] if copy.exists() else [])
        forget(where)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(upgrading, "forget_before_upgrade", looked_at)
        Vault.open(shutil.copytree(SAMPLES / revision, folder), builders.PASSWORD).close()
    return Opened(folder, copies)


@pytest.fixture(scope="module")
def upgraded_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("upgraded")


@pytest.fixture
def upgraded(sample: Path, upgraded_samples: Path, tmp_path: Path) -> Opened:
    """The same sample, and a copy of what it is after its first opening."""
    opened = opened_once(sample.name, upgraded_samples / sample.name)
    return Opened(shutil.copytree(opened.folder, tmp_path / "upgraded"), opened.copies)


def test_every_schema_that_was_released_has_its_sample() -> None:
    assert {each.name for each in SAMPLES.iterdir()} == set(migrations.REVISIONS)
    for revision in migrations.REVISIONS:
        folder = SAMPLES / revision
        key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
        connection = connecting.connect_to_read(folder / "vault.db", key)
        assert connecting.read_revision(connection) == revision
        connection.close()


def test_everything_in_a_sample_is_there_after_the_upgrade(sample: Path, upgraded: Opened) -> None:
    key = keys.unwrap((sample / "vault.key").read_bytes(), builders.PASSWORD)
    before = rows_of(sample / "vault.db", key)
    assert len(before["child"]) == 2
    assert sum(map(len, before.values())) > 40
    vault = Vault.open(upgraded.folder, builders.PASSWORD)
    with vault.reading() as session:
        papers = session.scalars(select(StoredDocument)).all()
        assert session.scalars(select(SaveCount)).one().saves >= 0
        assert session.scalar(text("PRAGMA foreign_key_check")) is None
    assert [vault.sealed.open(paper.fingerprint, paper.seal_key) for paper in papers] == [builders.A_PDF]
    with vault.work() as session:
        session.add(SaveCount(id=2, saves=0))  # the upgraded records can be saved in
    vault.close()
    after = rows_of(upgraded.folder / "vault.db", key)
    assert set(Base.metadata.tables) <= set(after)
    for table, rows in before.items():
        if table in ("alembic_version", "save_count"):
            continue
        moved = MOVED.get(table, set())
        stays = [{name: value for name, value in row.items() if name not in moved} for row in rows]
        kept = [{name: row[name] for name in stays[0]} for row in after[table]] if rows else after[table]
        assert kept == stays, table
    assert [each["text"] or each.get("code") for each in after["answer"]] == [
        each["text"] or each.get("code") for each in before["answer"]
    ]
    if before["school"] and before["school"][0].keys() >= MOVED_INTO_YEARS:
        assert noted_by_year(after) == noted_by_school(before)


def noted_by_school(before: dict[str, list[dict[str, object]]]) -> set[tuple[object, ...]]:
    """What was noted about each school with dates, once for each of its school years."""
    return {
        (
            school["id"],
            year_of(str(period["last_day"])),
            school["dates_source"],
            bool(school["inset_days_known"]),
        )
        for school in before["school"]
        for period in before["school_period"]
        if period["school_id"] == school["id"]
    }


def noted_by_year(after: dict[str, list[dict[str, object]]]) -> set[tuple[object, ...]]:
    return {
        (note["school_id"], note["year"], note["source"], note["inset"] == "known")
        for note in after["school_year_note"]
    }


def year_of(day: str) -> int:
    return int(day[:4]) - (int(day[5:7]) < 9)


def test_the_copy_from_before_the_upgrade_is_what_was_there_and_goes_once_the_new_is_proved(
    sample: Path, upgraded: Opened
) -> None:
    before = (sample / "vault.db").read_bytes()
    assert upgraded.copies == ([] if sample.name == migrations.HEAD else [before])
    assert not (upgraded.folder / files.BEFORE_UPGRADE).exists()


def test_a_copy_that_an_earlier_release_left_goes_as_well(upgraded: Opened) -> None:
    """It opened with the ways in of that time, also after everything was locked anew."""
    folder = upgraded.folder
    (folder / files.BEFORE_UPGRADE).write_bytes((folder / "vault.db").read_bytes())
    Vault.open(folder, builders.PASSWORD).close()
    assert not (folder / files.BEFORE_UPGRADE).exists()


def test_older_records_that_nothing_can_be_written_beside_say_what_is_to_be_done(sample: Path) -> None:
    key = keys.unwrap((sample / "vault.key").read_bytes(), builders.PASSWORD)
    if sample.name == migrations.HEAD:
        Vault.open_to_read(sample, key, is_write_protected=True).close()
        return
    with pytest.raises(ReadOnlyFolder, match="put in order first"):
        Vault.open_to_read(sample, key, is_write_protected=True)


def test_records_of_a_newer_release_are_left_alone_to_the_byte(sample: Path) -> None:
    key = keys.unwrap((sample / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(sample / "vault.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    def prints() -> dict[str, str]:
        return {
            str(each.relative_to(sample)): hashlib.sha256(each.read_bytes()).hexdigest()
            for each in sample.rglob("*")
            if each.is_file() and each.name != files.LOCK
        }

    before = prints()
    with pytest.raises(VaultTooNew, match="newer PEP Companion"):
        Vault.open(sample, builders.PASSWORD)
    with pytest.raises(VaultTooNew):
        Vault.open_to_read(sample, key)
    assert prints() == before


def test_the_move_before_the_newest_is_the_first_of_a_list_now(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLES / "0011", tmp_path / "0011")
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(folder / "vault.db", key)
    connection.execute(
        "UPDATE child SET moved_home_on = '2026-02-02', moved_home_before_on = '2025-11-03' WHERE id = 1"
    )
    connection.commit()
    connection.close()
    vault = Vault.open(folder, builders.PASSWORD)
    with vault.reading() as session:
        assert session.get_one(Child, 1).moves == (date(2025, 11, 3), date(2026, 2, 2))
        assert session.get_one(Child, 2).moves == ()
    vault.close()


@pytest.mark.parametrize(
    "folder", sorted((Path(__file__).parent / "samples").iterdir()), ids=lambda each: each.name
)
def test_a_sample_holds_records_and_nothing_that_an_opening_leaves(folder: Path) -> None:
    assert {each.name for each in folder.iterdir()} <= {"documents", "vault.db", "vault.key"}
