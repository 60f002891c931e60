"""What is said of a backup is true of that backup: never that a change was lost, never of a place that it is not in."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from carer_app.errors import BackupDamaged, DiskFull, KeyFileDamaged, NotSaved, ReadOnlyFolder
from carer_app.jobs import backing_up, going_back
from carer_app.storage import backup_proof, backup_trouble, one_file
from carer_app.storage.backups import Backups
from tests.storage.backup_house import NOW, Household

TROUBLE = [
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ELOOP,
    errno.EIO,
]
UNTRUE = ("last change", "folder with your records", "choose another backup", "What you typed")


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


@pytest.mark.parametrize("number", TROUBLE)
@pytest.mark.parametrize("is_second", [False, True])
def test_trouble_with_a_backup_names_its_place_and_no_lost_change(number: int, is_second: bool) -> None:
    """A stick that is full has lost nothing the carer typed."""
    error = backup_trouble.from_os(OSError(number, ""), is_second)
    said = str(error)
    assert ("your second place for backups" in said) == is_second
    assert ("the folder with your backups" in said) != is_second
    assert "Your records are as they were." in said
    assert not [words for words in UNTRUE if words in said]
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        assert isinstance(error, DiskFull)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        assert isinstance(error, ReadOnlyFolder)


@pytest.mark.parametrize("number", TROUBLE)
def test_trouble_at_a_proof_of_the_stick_is_the_sticks(
    house: Household, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Backups(tmp_path / "stick", is_shared=True)
    place.folder.mkdir()
    backup = house.backups.copy_to(place, house.back_up(), house.key, NOW.date())

    def refuse(*_args: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(backup_proof, "prove", refuse)
    with pytest.raises(NotSaved) as caught:
        place.proof(backup, house.key, NOW.date())
    assert "your second place for backups" in str(caught.value)
    assert not [words for words in UNTRUE if words in str(caught.value)]


def test_one_file_that_cannot_be_saved_says_so_and_no_more(house: Household, tmp_path: Path) -> None:
    backup = house.back_up()
    with pytest.raises(NotSaved) as caught:
        one_file.write(house.backups, backup, house.key, tmp_path / "not there" / "one.pepbackup")
    assert str(caught.value).startswith("The file could not be made. Your records are as they were.")


def test_a_new_backup_that_cannot_be_read_back_asks_for_no_other_to_be_chosen(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carer_app.storage import backups, trouble

    def spoiled(*_args: object) -> None:
        raise trouble.backup_damaged()

    monkeypatch.setattr(backups, "restore_into_memory", spoiled)
    with pytest.raises(BackupDamaged) as caught:
        house.back_up()
    assert str(caught.value).startswith("The new backup could not be read back, so it does not count.")
    assert not [words for words in UNTRUE if words in str(caught.value)]


@pytest.mark.parametrize("data", [b"", b"rubbish", None])
def test_the_damaged_small_file_of_a_backup_is_not_called_that_of_the_records(
    house: Household, data: bytes | None
) -> None:
    """Nothing is wrong with the carer's own small file: they are to choose another backup."""
    backup = house.back_up()
    file = backup.folder / "vault.key"
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    with pytest.raises(KeyFileDamaged) as caught:
        going_back.open_backup(house.backups.folder, backup.folder.name, "three words here")
    assert "of this backup is damaged or missing. Your records are as they were." in str(caught.value)
    assert str(caught.value).endswith("Please choose another backup.")


def test_a_copy_that_did_not_work_calls_nothing_good_that_was_not_looked_at() -> None:
    said = backing_up._say_not_copied(backup_trouble.from_os(OSError(errno.ENOSPC, ""), True))
    assert said.startswith(
        "There is a backup with your records, but it could not be copied to the second place."
    )
    assert "There is no room there." in said
