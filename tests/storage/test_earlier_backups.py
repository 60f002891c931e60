"""After everything was locked anew, backups of before in a shared second place are counted, listed and cleared."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from carer_app.errors import CarerAppError, NotSaved
from carer_app.jobs import backing_up
from carer_app.storage import earlier_backups, keys, renewing
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Household]:
    Vault.create(tmp_path / "next door" / "vault", WORDS, CHEAP).close()
    house = Household(tmp_path / "next door" / "vault", tmp_path / "next door" / "backups")
    house.add("Somebody else")
    yield house
    house.vault.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    backing_up.in_second_place(tmp_path / "stick").mkdir(parents=True)
    return tmp_path / "stick"


def work(house: Household, stick: Path, days: int = 0) -> backing_up.Work:
    now = NOW + timedelta(days=days)
    vault = house.vault
    snapshot = Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
    key_file, ids = vault.key_file_now(), vault.earlier_ids
    return backing_up.Work(house.folder, house.backups.folder, stick, key_file, house.key, snapshot, now, ids)


def lock_anew(house: Household, words: str = "cobweb harbour tinsel") -> None:
    house.vault.close()
    house.key = renewing.renew(house.folder, house.key, words, CHEAP)
    house.vault = Vault.open_with(house.folder, house.key)


def those_that_open(stick: Path, words: str) -> set[str]:
    files = backing_up.in_second_place(stick).glob("*/vault.key")
    return {file.parent.name for file in files if opens(file, words)}


def opens(file: Path, words: str) -> bool:
    try:
        return bool(keys.unwrap(file.read_bytes(), words))
    except CarerAppError:
        return False


def test_backups_that_open_with_what_was_seen_are_counted_and_cleared_and_nobody_elses(
    house: Household, neighbour: Household, stick: Path
) -> None:
    house.file()
    for day in range(2):
        house.add(f"Child {day}")
        backing_up.tend(work(house, stick, day))
    neighbour.file(b"a paper next door")
    backing_up.tend(work(neighbour, stick, 0))
    theirs = {each.folder.name for each in Backups(backing_up.in_second_place(stick)).ours(neighbour.key)}
    assert backing_up.tend(work(house, stick, 2)).found == "", "nothing is from before"
    lock_anew(house)
    done = backing_up.tend(work(house, stick, 3))
    assert done.second is not None
    names = {each.name for each in done.second.earlier}
    assert names == those_that_open(stick, WORDS) - theirs
    assert len(names) == 2
    assert done.second.count == 1, "only the new one counts"
    assert "2 backups in your second place open with a password from before" in done.found
    everything = {each.name for each in backing_up.in_second_place(stick).iterdir()}
    after = backing_up.clear_earlier(work(house, stick, 3), everything)  # whatever the page asks for
    assert after.earlier == ()
    assert those_that_open(stick, WORDS) == theirs
    place = Backups(backing_up.in_second_place(stick))
    for each in (house, neighbour):
        for backup in place.ours(each.key):
            assert place.prove(backup, each.key, NOW.date()).missing == 0
    assert len(place.ours(house.key)) == 1
    assert backing_up.tend(work(house, stick, 4)).found == ""


def test_every_key_of_before_is_remembered_also_by_the_backups(house: Household, stick: Path) -> None:
    ids = set()
    for number, words in enumerate(("cobweb harbour tinsel", "kettle river button")):
        ids.add(keys.vault_id(house.vault.key_file_now()))
        house.add(f"Child {number}")
        backing_up.tend(work(house, stick, number))
        lock_anew(house, words)
    assert house.vault.earlier_ids == ids
    house.go_back(house.back_up())
    assert house.vault.earlier_ids == ids
    done = backing_up.tend(work(house, stick, 3))
    assert done.second is not None
    assert len(done.second.earlier) == 2


def test_what_says_two_things_about_whose_it_is_stays(
    house: Household, neighbour: Household, stick: Path
) -> None:
    house.add("Child")
    backing_up.tend(work(house, stick))
    old = keys.vault_id(house.vault.key_file_now())
    place = Backups(backing_up.in_second_place(stick), is_shared=True)
    [folder] = place.folders()
    shutil.copytree(folder, mixed := folder.with_name("2026-03-01 10.00"))
    (mixed / "vault.key").write_bytes(neighbour.vault.key_file_now())
    shutil.copytree(folder, without := folder.with_name("2026-03-02 10.00"))
    (without / "backup.json").unlink()
    shutil.copytree(folder, half := folder.with_name("2026-03-03 10.00 pep-0123456789abcdef.part"))
    (half / "vault.db").unlink()
    (half / "backup.json").unlink()
    folder.with_name("link").symlink_to(folder)
    found = {each.folder.name for each in earlier_backups.earlier(place, {old})}
    assert found == {folder.name, without.name, half.name}
    assert earlier_backups.earlier(place, set()) == []
    earlier_backups.clear(place, {*found, mixed.name, "link"}, {old}, house.key)
    assert {each.name for each in place.folder.iterdir()} == {mixed.name, "link", "documents"}


def test_one_that_cannot_be_cleared_is_said_and_keeps_none_of_the_others(
    house: Household, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(3):
        house.add(f"Child {day}")
        backing_up.tend(work(house, stick, day))
    lock_anew(house)
    names = {each.name for each in backing_up.tend(work(house, stick, 3)).second.earlier}  # type: ignore[union-attr]
    stuck = sorted(names)[1]
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == stuck:
            raise PermissionError(13, "no")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(NotSaved, match="second place"):
        backing_up.clear_earlier(work(house, stick, 3), names)
    monkeypatch.undo()
    left = backing_up.tend(work(house, stick, 3)).second
    assert left is not None
    assert {each.name for each in left.earlier} == {stuck}
    assert those_that_open(stick, WORDS) == set(), "its way in is gone all the same"
    shutil.rmtree(stick)
    with pytest.raises(NotSaved, match="nothing was cleared"):
        backing_up.clear_earlier(work(house, stick, 3), names)
