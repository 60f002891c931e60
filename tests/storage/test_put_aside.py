"""A way in that the carer was told has ended opens nothing any more, wherever a copy of the key file lies."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from carer_app.errors import DiskFull, NotSaved, WrongPassphrase
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs import going_back as job
from carer_app.storage import keys, new_key_for_all, put_aside, putting_back
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "kettle river button"


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Household:
    return Household(folder, tmp_path / "backups")


def aside_of(house: Household, key_file: bytes, number: int = 0) -> Path:
    aside = house.backups.folder / f"put aside 2026-03-10 10.40.0{number}"
    aside.mkdir(parents=True)
    (aside / "vault.key").write_bytes(key_file)
    (aside / "vault.db").write_bytes(b"damaged")
    return aside


def change_password(house: Household) -> bytes:
    old = house.vault.key_file_now()
    house.vault.keep_key_file(keys.with_slot(old, house.key, keys.PASSWORD, NEW_WORDS, CHEAP))
    return house.vault.key_file_now()


def test_what_was_put_aside_opens_with_the_password_of_today(house: Household) -> None:
    """Going back had kept the small files as they lay there; the old password opened that key file for ever."""
    aside = aside_of(house, house.vault.key_file_now())
    now = change_password(house)
    house.backups.renew_key_files(now, house.key)
    with pytest.raises(WrongPassphrase):
        keys.unwrap((aside / "vault.key").read_bytes(), WORDS)
    assert keys.unwrap((aside / "vault.key").read_bytes(), NEW_WORDS) == house.key
    assert (aside / "vault.db").read_bytes() == b"damaged", "nothing else is touched"
    assert put_aside.with_older_ways_in(house.backups.folder, now) == []
    house.vault.close()


def test_what_cannot_be_changed_is_named_and_can_be_cleared(house: Household, tmp_path: Path) -> None:
    """From before everything was locked anew, of other records, or damaged."""
    aside_of(house, house.vault.key_file_now(), 1)
    aside_of(house, keys.new_key_file(WORDS, CHEAP)[0], 2)
    aside_of(house, b"damaged", 3)
    house.vault.close()
    key = new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP)
    now = (house.folder / "vault.key").read_bytes()
    house.backups.renew_key_files(now, key)
    names = backing_up.older_put_aside(house.backups.folder, now)
    assert len(names) == 3
    some = sorted(names)[:2]
    backing_up.clear_put_aside(house.backups.folder, set(some))
    assert backing_up.older_put_aside(house.backups.folder, now) == names - set(some)


def test_newer_ways_in_are_never_put_back_to_older_ones(house: Household) -> None:
    """The carer changed the password while a backup was being made."""
    older = house.vault.key_file_now()
    backup = house.back_up()
    now = change_password(house)
    house.backups.renew_key_files(now, house.key)
    house.backups.renew_key_files(older, house.key)
    assert backup.key_file() == now
    house.vault.close()


def test_one_that_cannot_be_changed_keeps_none_of_the_others_from_it(
    house: Household, tmp_path: Path
) -> None:
    first = house.back_up()
    house.add("Later")
    second = house.back_up(NOW + timedelta(days=1))
    third = house.backups.copy_to(type(house.backups)(tmp_path / "stick"), second, house.key, NOW.date())
    now = change_password(house)
    (second.folder / "vault.key").unlink()
    (second.folder / "vault.key").mkdir()
    places = [house.backups.folder, tmp_path / "stick"]
    with pytest.raises(NotSaved):
        backing_up.renew_key_files(places, now, house.key)
    assert first.key_file() == third.key_file() == now
    house.vault.close()


def test_a_second_place_that_was_not_there_is_changed_when_it_is(house: Household, tmp_path: Path) -> None:
    """The old password opened the backups on the stick for as long as nobody changed it again."""
    stick = how_backups_stand.in_second_place(tmp_path / "stick")
    stick.mkdir(parents=True)

    def tend() -> backing_up.Tended:
        vault = house.vault
        return backing_up.tend(
            backing_up.Work(
                house.folder, house.backups.folder, stick.parent, vault.key_file_now(), house.key, None, NOW
            )
        )

    house.back_up()
    assert tend().copied
    away = stick.rename(tmp_path / "pulled out")
    now = change_password(house)
    tend()
    away.rename(stick)
    assert tend().problem == ""
    [file] = stick.glob("*/vault.key")
    assert file.read_bytes() == now
    house.vault.close()


def test_old_ways_in_that_stay_open_for_now_are_said_and_tried_again(house: Household) -> None:
    """Also on this computer: nothing said that the old password still opened a backup."""
    backup = house.back_up()
    key_file = backup.folder / "vault.key"

    def tend() -> backing_up.Tended:
        now = house.vault.key_file_now()
        return backing_up.tend(
            backing_up.Work(house.folder, house.backups.folder, None, now, house.key, None, NOW)
        )

    now = change_password(house)
    key_file.rename(key_file.with_name("away"))
    key_file.mkdir()
    assert "may still open with what opened them before" in tend().found
    key_file.rmdir()
    key_file.with_name("away").rename(key_file)
    assert tend().found == ""
    assert backup.key_file() == now
    house.vault.close()


def test_having_gone_back_is_no_failure_where_the_new_password_could_not_be_kept(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.vault.keep_key_file(
        keys.with_slot(house.vault.key_file_now(), house.key, keys.SHEET, "ACDE-FHJK-MNPQ", CHEAP)
    )
    house.add("Before")
    backup = house.back_up()
    house.add("After")
    house.vault.close()

    def full(*_: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr(putting_back, "set_password", full)
    said = job.mend_or_go_back(
        house.folder,
        house.backups.folder,
        house.backups.folder,
        backup.folder.name,
        house.key,
        9,
        NOW,
        NEW_WORDS,
    )
    assert said.startswith("You are back at how things were.")
    assert "One thing is left: your new password could not be kept." in said
    vault = Vault.open(house.folder, WORDS)
    vault.close()


def test_only_folders_of_that_name_are_looked_at(house: Household, tmp_path: Path) -> None:
    aside = aside_of(house, b"damaged")
    theirs = shutil.move(aside, tmp_path / "theirs")
    aside.symlink_to(theirs)
    (house.backups.folder / "put aside is a file").write_bytes(b"")
    assert put_aside.folders(house.backups.folder) == []
    put_aside.clear(house.backups.folder, {aside.name})
    assert (tmp_path / "theirs" / "vault.key").exists()
    house.vault.close()
