"""Sealed files that nothing names go after a while, and never one that anything may still need."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from carer_app.domain.all_tables import Base, Draft, StoredDocument
from carer_app.storage import left_behind
from carer_app.storage.backup_content import NAMES_A_FILE
from tests.storage.backup_house import NOW, Household

LATER = time.time() + (left_behind.DAYS + 1) * 24 * 60 * 60


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


def tidy(house: Household, now: float = LATER) -> set[str]:
    """What lies there afterwards."""
    nowhere = house.vault.named_nowhere()
    are_open = lambda: not house.vault.is_closed  # noqa: E731
    left_behind.remove(house.folder, house.backups, house.key, nowhere, are_open, now)
    return house.vault.sealed.stored()


def waiting(house: Household) -> str:
    """A photo that waits to be kept."""
    sealed = house.vault.sealed.seal(b"a photo")
    with house.vault.work() as session:
        session.add(
            Draft(place="add_paper 1 photos", field="000", text=f"{sealed.fingerprint} {sealed.key.hex()} []")
        )
    return sealed.fingerprint


def test_what_nothing_names_goes_and_the_rest_stays(house: Household) -> None:
    original = house.file_with_original()
    removed = house.file(b"one that was removed and may come back")
    with house.vault.work() as session:
        rows = {row.fingerprint: row for row in session.query(StoredDocument)}
        rows[removed].remove(NOW.date())
    waits = waiting(house)
    left = house.vault.sealed.seal(b"left by a crash").fingerprint
    house.back_up()
    assert house.vault.named_nowhere() == {left}
    assert tidy(house, time.time()) == {*rows, original, waits, left}, "what came just now may be named soon"
    assert tidy(house) == {*rows, original, waits}
    assert len(house.originals()) == 1


def test_every_column_that_names_a_sealed_file_is_looked_at() -> None:
    """A table that names one in a column of another name would lose it."""
    naming = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if "fingerprint" in column.name or "seal" in column.name
    }
    tables = {name.partition(".")[0] for name in naming}
    assert naming == {f"{table}.{column}" for table in tables for column in (NAMES_A_FILE, "seal_key")}


def take_out(house: Household, name: str) -> None:
    with house.vault.work() as session:
        session.delete(session.query(StoredDocument).filter_by(fingerprint=name).one())
    assert house.vault.named_nowhere() == {name}


def test_what_a_backup_names_stays_as_long_as_that_one(house: Household) -> None:
    """Its own copy may be rotten, and is mended from the one here."""
    name = house.file()
    backup = house.back_up()
    take_out(house, name)
    assert name in tidy(house)
    house.backups.remove(backup, house.key)
    house.back_up()
    assert name not in tidy(house)


def test_what_a_backup_names_and_could_not_copy_stays(house: Household) -> None:
    name = house.file()
    paper = house.folder / "documents" / name
    whole = paper.read_bytes()
    paper.write_bytes(b"held by another program")
    assert house.back_up().missing == 1
    paper.write_bytes(whole)
    take_out(house, name)
    assert name in tidy(house)


@pytest.mark.parametrize(
    "beside", ["vault (a copy).db", "not-used-1a2b.db", "pending-00.db", "before-upgrade.db"]
)
def test_where_other_records_lie_beside_nothing_goes(house: Household, beside: str) -> None:
    left = house.vault.sealed.seal(b"left").fingerprint
    house.back_up()
    (house.folder / beside).write_bytes(b"who knows what it names")
    assert left in tidy(house)
    (house.folder / beside).unlink()
    assert left not in tidy(house)


@pytest.mark.parametrize("what", ["not whole", "of somebody else", "nothing"])
def test_where_backups_cannot_be_read_nothing_goes(house: Household, what: str) -> None:
    left = house.vault.sealed.seal(b"left").fingerprint
    if what == "nothing":
        assert left in tidy(house), "no folder of backups is here: they may be on a stick that is not"
        return
    backup = house.back_up()
    if what == "not whole":
        (backup.folder / "backup.json").write_bytes(b"{}")
    else:
        aside = house.backups.folder / "put aside 2026-03-10 10.40.00"
        aside.mkdir()
        (aside / "vault.db").write_bytes(b"damaged")
    assert left in tidy(house)


def test_once_they_are_closed_nothing_goes(house: Household) -> None:
    """Whoever goes back to a backup closes them first, and may bring back one that nothing named."""
    left = house.vault.sealed.seal(b"left").fingerprint
    house.back_up()
    nowhere = house.vault.named_nowhere()
    left_behind.remove(house.folder, house.backups, house.key, nowhere, lambda: False, LATER)
    assert house.vault.sealed.stored() == {left}
