"""A backup is opened and checked when it is made, opens with the ways in of today, and can be gone back to."""

import random
import shutil
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import BackupDamaged, WrongPassphrase
from carer_app.storage import keys, new_key_for_all, one_file, putting_back
from carer_app.storage.backup_list import Backup
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, ORIGINAL, PAPER, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


def test_a_backup_is_whole_and_made_once_for_the_same_records(house: Household) -> None:
    house.file()
    first = house.back_up()
    assert first.saves == house.vault.saves
    assert (first.missing, first.proved_on, first.has_problem) == (0, date(2026, 3, 10), False)
    assert house.back_up(NOW + timedelta(hours=2)) == first
    assert house.backups.all() == [first]
    house.add("Noor")
    second = house.back_up(NOW + timedelta(hours=2))
    assert house.backups.all() == [second, first]
    assert second.papers == first.papers
    assert len(list((house.backups.folder / "documents").iterdir())) == 1, "papers are copied once"


def test_what_is_kept_says_nothing_readable(house: Household) -> None:
    house.add("Canary-Child")
    house.file(b"Canary-Paper")
    house.back_up()
    for file in house.backups.folder.rglob("*"):
        assert "canary" not in file.name.lower()
        if file.is_file():
            assert b"canary" not in file.read_bytes().lower()


def test_going_back_brings_everything_as_it_was_and_counts_on(house: Household) -> None:
    house.add("Noor")
    house.file()
    then = house.back_up()
    house.add("Added later")
    present = house.back_up(NOW + timedelta(hours=1), before=True)
    saves = house.vault.saves
    house.go_back(then)
    assert "Noor" in house.names()
    assert "Added later" not in house.names()
    assert house.papers() == [PAPER]
    assert house.vault.saves == saves + 1
    house.go_back(present)
    assert "Added later" in house.names()


def test_what_was_cleared_from_the_list_is_not_counted(house: Household) -> None:
    before = house.backups.content(house.back_up(), house.key).rows["child"]
    with house.vault.work() as session:
        session.scalars(select(Child)).first().deleted_on = NOW.date()  # type: ignore[union-attr]
    later = house.back_up(NOW + timedelta(hours=1))
    assert house.backups.content(later, house.key).rows["child"] == before - 1


def test_going_back_needs_no_more_than_the_backup(house: Household, tmp_path: Path) -> None:
    house.add("Noor")
    house.file()
    backup = house.back_up()
    house.vault.close()
    shutil.rmtree(house.folder)
    key = keys.unwrap(backup.key_file(), WORDS)
    putting_back.go_back(tmp_path / "clean computer", house.backups, backup, key, 0, NOW, None)
    house.folder = tmp_path / "clean computer"
    house.vault = Vault.open(house.folder, WORDS)
    assert "Noor" in house.names()
    assert house.papers() == [PAPER]


def test_damaged_records_are_kept_when_going_back(house: Household) -> None:
    backup = house.back_up()
    house.vault.close()
    (house.folder / "vault.db").write_bytes(b"rubbish")
    (house.folder / "vault.db-journal").write_bytes(b"left by a crash")
    (house.folder / "vault.key").write_bytes(b"rubbish too")
    putting_back.go_back(house.folder, house.backups, backup, house.key, 5, NOW, house.backups.folder)
    house.vault = Vault.open(house.folder, WORDS)
    aside = house.backups.folder / "put aside 2026-03-10 10.40.00"
    assert (aside / "vault.db").read_bytes() == b"rubbish"
    assert (aside / "vault.key").read_bytes() == b"rubbish too"
    assert not (house.folder / "vault.db-journal").exists()


def test_a_lost_key_file_is_mended_without_going_back(house: Household) -> None:
    backup = house.back_up()
    assert not putting_back.mend_key_file(house.folder, backup, house.key), "nothing is wrong"
    house.add("Saved after the backup")
    house.vault.close()
    (house.folder / "vault.key").unlink()
    assert putting_back.mend_key_file(house.folder, backup, house.key)
    house.vault = Vault.open(house.folder, WORDS)
    assert "Saved after the backup" in house.names()
    house.vault.close()
    (house.folder / "vault.key").write_bytes(b"rubbish")
    (house.folder / "vault.db").write_bytes(b"rubbish")
    assert not putting_back.mend_key_file(house.folder, backup, house.key)
    putting_back.go_back(house.folder, house.backups, backup, house.key, 0, NOW, None)
    house.vault = Vault.open(house.folder, WORDS)


def test_a_password_changed_since_opens_after_going_back(house: Household) -> None:
    backup = house.back_up()
    new = keys.with_slot(house.vault.key_file_now(), house.key, keys.PASSWORD, "kettle river button", CHEAP)
    house.vault.keep_key_file(new)
    house.backups.renew_key_files(new, house.key)
    assert keys.unwrap(backup.key_file(), "kettle river button") == house.key
    with pytest.raises(WrongPassphrase):
        keys.unwrap(backup.key_file(), WORDS)
    house.add("Noor")
    house.go_back(backup)
    house.vault.close()
    house.vault = Vault.open(house.folder, "kettle river button")


@pytest.mark.parametrize("name", ["vault.db", "vault.key"])
def test_a_damaged_backup_is_found_by_its_proof_and_replaced(house: Household, name: str) -> None:
    house.file()
    first = house.back_up()
    spoiled = first.folder / name
    data = bytearray(spoiled.read_bytes())
    data[len(data) // 2] ^= 1
    spoiled.write_bytes(data)
    again = house.backups.all()[0]
    with pytest.raises(BackupDamaged, match="another backup"):
        house.backups.prove(again, house.key, NOW.date())
    assert [each.has_problem for each in house.backups.all()] == [True]
    assert house.backups.newest(house.key) is None
    better = house.back_up(NOW + timedelta(days=1))
    assert house.backups.prove(better, house.key, date(2026, 3, 20)).proved_on == date(2026, 3, 20)


def test_a_backup_whose_list_was_damaged_is_not_offered(house: Household) -> None:
    file = house.back_up().folder / "backup.json"
    file.write_bytes(file.read_bytes().replace(b"2026-03-10", b"2026-03-11"))
    assert house.backups.all() == []


def test_going_back_to_a_damaged_backup_changes_nothing(house: Household) -> None:
    backup = house.back_up()
    data = bytearray(backup.records.read_bytes())
    data[5000] ^= 1
    backup.records.write_bytes(data)
    house.vault.close()
    before = {each.name: each.read_bytes() for each in house.folder.iterdir() if each.is_file()}
    with pytest.raises(BackupDamaged):
        putting_back.go_back(house.folder, house.backups, backup, house.key, 0, NOW, None)
    assert {each.name: each.read_bytes() for each in house.folder.iterdir() if each.is_file()} == before
    house.vault = Vault.open(house.folder, WORDS)


def test_a_second_place_gets_the_same_backup(house: Household, tmp_path: Path) -> None:
    house.file()
    backup = house.back_up()
    stick = Backups(tmp_path / "stick" / "PEP Companion backups")
    there = house.backups.copy_to(stick, backup, house.key, NOW.date())
    assert house.backups.copy_to(stick, backup, house.key, NOW.date()) == there
    assert stick.prove(there, house.key, NOW.date()).digest == backup.digest
    house.vault.close()
    shutil.rmtree(house.folder)
    putting_back.go_back(house.folder, stick, there, house.key, 0, NOW, None)
    house.vault = Vault.open(house.folder, WORDS)
    assert house.papers() == [PAPER]


def test_one_file_carries_everything_to_another_computer(house: Household, tmp_path: Path) -> None:
    house.add("Noor")
    house.file()
    file = tmp_path / f"PEP Companion{one_file.ENDING}"
    one_file.write(house.backups, house.back_up(), house.key, file)
    assert b"Noor" not in file.read_bytes()
    elsewhere = Backups(tmp_path / "elsewhere")
    carried = one_file.take_in(file, elsewhere)
    assert one_file.take_in(file, elsewhere) == carried
    assert elsewhere.all() == [carried]
    house.vault.close()
    shutil.rmtree(house.folder)
    putting_back.go_back(
        house.folder, elsewhere, carried, keys.unwrap(carried.key_file(), WORDS), 0, NOW, None
    )
    house.vault = Vault.open(house.folder, WORDS)
    assert "Noor" in house.names()
    assert house.papers() == [PAPER]


def test_no_flipped_byte_of_the_one_file_goes_unseen(house: Household, tmp_path: Path) -> None:
    house.file()
    file = tmp_path / "whole.pepbackup"
    made = house.back_up()
    one_file.write(house.backups, made, house.key, file)
    whole = file.read_bytes()
    dice = random.Random(2026)
    found = 0
    for number in range(60):
        spoiled = bytearray(whole)
        spoiled[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        file.write_bytes(spoiled)
        elsewhere = Backups(tmp_path / f"elsewhere {number}")
        try:
            elsewhere.check(one_file.take_in(file, elsewhere), house.key)
        except BackupDamaged:
            found += 1
        else:
            assert elsewhere.all()[0].digest == made.digest, "a byte that says nothing"
    for length in range(0, len(whole), 4096):
        file.write_bytes(whole[:length])
        with pytest.raises(BackupDamaged):
            one_file.take_in(file, Backups(tmp_path / "cut"))
    assert found >= 50


def test_two_jobs_on_the_same_backups_wait_for_each_other(house: Household, tmp_path: Path) -> None:
    made: list[Backup] = []
    snapshot = Snapshot(house.vault.snapshot(), house.vault.key_file_now(), house.vault.saves)
    another = Backups(house.backups.folder)
    job = threading.Thread(
        target=lambda: made.append(another.make(snapshot, house.key, house.folder / "documents", NOW))
    )
    with house.backups.alone:
        job.start()
        job.join(0.3)
        assert made == [], "it would clear away what the first one is writing"
    job.join()
    assert house.backups.all() == made


def test_papers_that_no_backup_names_any_more_are_let_go(house: Household) -> None:
    house.file()
    backup = house.back_up()
    with house.vault.work() as session:
        session.delete(session.scalars(select(StoredDocument)).one())
    later = house.back_up(NOW + timedelta(hours=1))
    assert later.papers == ()
    (house.backups.folder / "put aside 2026-03-10 10.40.00").mkdir()
    house.backups.remove(backup)
    assert list((house.backups.folder / "documents").iterdir()) == []
    assert house.backups.all() == [later]


def test_a_new_key_locks_everything_anew(house: Household) -> None:
    house.add("Noor")
    paper = house.file()
    old_file = house.vault.key_file_now()
    rows = house.names()
    backup = house.back_up()
    left_behind = house.vault.sealed.seal(b"no row names this, as after a kill")
    house.vault.close()
    new = new_key_for_all.renew(house.folder, house.key, "kettle river button", CHEAP)
    assert new != house.key
    with pytest.raises(WrongPassphrase):
        Vault.open(house.folder, WORDS)
    house.vault = Vault.open(house.folder, "kettle river button")
    assert house.names() == rows
    assert house.papers() == [PAPER]
    assert keys.vault_id(house.vault.key_file_now()) != keys.vault_id(old_file)
    assert not {paper, left_behind.fingerprint} & house.vault.sealed.stored()
    # A backup from before still opens with the words of that day, and can be gone back to.
    house.vault.close()
    putting_back.go_back(house.folder, house.backups, backup, house.key, 0, NOW, None)
    house.vault = Vault.open(house.folder, WORDS)
    assert house.papers() == [PAPER]


@pytest.mark.parametrize("how", ["gone back", "new key", "as one file"])
def test_a_file_kept_as_it_came_is_in_every_backup_and_under_every_new_key(
    house: Household, tmp_path: Path, how: str
) -> None:
    """It is a sealed file of its own beside the paper that was made from it."""
    sealed = house.file_with_original()
    backup = house.back_up()
    assert sealed in backup.papers
    if how == "new key":
        house.vault.close()
        new_key_for_all.renew(house.folder, house.key, "kettle river button", CHEAP)
        house.vault = Vault.open(house.folder, "kettle river button")
        assert sealed not in house.vault.sealed.stored()
    else:
        house.vault.sealed.remove(*house.vault.sealed.stored())
        if how == "as one file":
            one_file.write(house.backups, backup, house.key, tmp_path / "all.pepbackup")
            house.backups = Backups(tmp_path / "elsewhere")
            backup = one_file.take_in(tmp_path / "all.pepbackup", house.backups)
        house.go_back(backup)
    assert house.papers() == [PAPER]
    assert house.originals() == [ORIGINAL]


def test_of_one_hour_the_newest_backups_are_kept(house: Household) -> None:
    made = []
    for minute in range(8):
        house.add(f"Noor {minute}")
        made.append(house.back_up(NOW + timedelta(minutes=minute)))
    assert house.backups.all() == made[:1:-1], "the newest six"


def test_what_is_made_in_place_of_a_damaged_one_has_a_name_of_its_own(house: Household) -> None:
    one = house.back_up()
    one.records.write_bytes(b"")
    with pytest.raises(BackupDamaged):
        house.backups.prove(one, house.key, NOW.date())
    two = house.back_up()
    assert two.folder.name == f"{one.folder.name} 2"
    assert not two.has_problem
