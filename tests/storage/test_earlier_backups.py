"""After everything was locked anew, backups of before in a shared second place are counted, listed and cleared."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.errors import CarerAppError, NotSaved
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs import going_back as jobs
from carer_app.storage import earlier_backups, earlier_ids, keys, new_key_for_all
from carer_app.storage.backup_list import Backup
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
    how_backups_stand.in_second_place(tmp_path / "stick").mkdir(parents=True)
    return tmp_path / "stick"


def work(house: Household, stick: Path, days: int = 0) -> backing_up.Work:
    now = NOW + timedelta(days=days)
    vault = house.vault
    snapshot = Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
    key_file, ids = vault.key_file_now(), vault.earlier_ids
    return backing_up.Work(house.folder, house.backups.folder, stick, key_file, house.key, snapshot, now, ids)


def lock_anew(
    house: Household, words: str = "cobweb harbour tinsel", now: datetime = NOW + timedelta(days=2, hours=12)
) -> None:
    house.vault.close()
    house.key = new_key_for_all.renew(house.folder, house.key, words, CHEAP, now)
    house.vault = Vault.open_with(house.folder, house.key)


def those_that_open(stick: Path, words: str) -> set[str]:
    files = how_backups_stand.in_second_place(stick).glob("*/vault.key")
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
    theirs = {
        each.folder.name for each in Backups(how_backups_stand.in_second_place(stick)).ours(neighbour.key)
    }
    assert backing_up.tend(work(house, stick, 2)).found == "", "nothing is from before"
    lock_anew(house)
    done = backing_up.tend(work(house, stick, 3))
    assert done.second is not None
    names = {each.name for each in done.second.earlier}
    assert names == those_that_open(stick, WORDS) - theirs
    assert len(names) == 2
    assert done.second.count == 1, "only the new one counts"
    assert "2 backups in your second place open with the password of an earlier time" in done.found
    everything = {each.name for each in how_backups_stand.in_second_place(stick).iterdir()}
    after = backing_up.clear_earlier(work(house, stick, 3), everything)  # whatever the page asks for
    assert after.earlier == ()
    assert those_that_open(stick, WORDS) == theirs
    place = Backups(how_backups_stand.in_second_place(stick))
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
    assert set(house.vault.earlier_ids) == ids
    house.go_back(house.back_up())
    assert set(house.vault.earlier_ids) == ids
    done = backing_up.tend(work(house, stick, 3))
    assert done.second is not None
    assert len(done.second.earlier) == 2


def test_what_says_two_things_about_whose_it_is_stays(
    house: Household, neighbour: Household, stick: Path
) -> None:
    house.add("Child")
    backing_up.tend(work(house, stick))
    old = keys.vault_id(house.vault.key_file_now())
    place = Backups(how_backups_stand.in_second_place(stick), is_shared=True)
    [folder] = place.folders()
    shutil.copytree(folder, mixed := folder.with_name("2026-03-01 10.00"))
    (mixed / "vault.key").write_bytes(neighbour.vault.key_file_now())
    shutil.copytree(folder, without := folder.with_name("2026-03-02 10.00"))
    (without / "backup.json").unlink()
    shutil.copytree(folder, half := folder.with_name("2026-03-03 10.00 pep-0123456789abcdef.part"))
    (half / "vault.db").unlink()
    (half / "backup.json").unlink()
    folder.with_name("link").symlink_to(folder)
    found = {each.folder.name for each in earlier_backups.earlier(place, {old: None})}
    assert found == {folder.name, without.name, half.name}
    assert earlier_backups.earlier(place, {}) == []
    earlier_backups.clear(place, {*found, mixed.name, "link"}, {old: None}, house.key)
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


def test_what_another_computer_goes_on_backing_up_is_said_and_never_cleared(
    house: Household, stick: Path, tmp_path: Path
) -> None:
    """The same records on a partner's computer: only here everything was locked anew."""
    house.add("Child")
    house.vault.close()
    shutil.copytree(house.folder, tmp_path / "partner" / "vault")
    house.vault = Vault.open_with(house.folder, house.key)
    partner = Household(tmp_path / "partner" / "vault", tmp_path / "partner" / "backups")
    backing_up.tend(work(house, stick, 0))
    lock_anew(house, now=NOW + timedelta(days=2))
    partner.add("A child that only the partner has")
    partner.file(b"a paper that only the partner has")
    backing_up.tend(work(partner, stick, 5))
    partner.vault.close()
    place = Backups(how_backups_stand.in_second_place(stick), is_shared=True)
    [living] = [each for each in place.ours(partner.key) if each.made > NOW + timedelta(days=2)]
    shutil.copytree(living.folder, without := living.folder.with_name("2026-03-20 10.00"))
    (without / "backup.json").unlink()
    done = backing_up.tend(work(house, stick, 6))
    assert done.second is not None
    assert {each.made for each in done.second.earlier} == {NOW}
    assert done.second.later == 2
    assert "1 backup in your second place opens with the password of an earlier time." in done.found
    assert (
        "2 backups in your second place were made later, with a password of before. Another computer may still back "
        "up there. Lock everything anew on that computer too." in done.found
    )
    shutil.rmtree(without)
    everything = {each.name for each in place.folder.iterdir()}
    after = backing_up.clear_earlier(work(house, stick, 6), everything)
    assert (after.earlier, after.later) == ((), 1)
    assert [each.folder for each in place.ours(partner.key)] == [living.folder]
    assert place.prove(living, partner.key, NOW.date()).missing == 0


def test_going_back_under_another_key_remembers_the_key_that_was_left(house: Household, stick: Path) -> None:
    """And each that was known, also after going back once more to an older backup, and forward again."""
    place = Backups(how_backups_stand.in_second_place(stick))
    words = iter(("cobweb harbour tinsel", "kettle river button"))
    keys_of, made = [house.key], []

    def back_up(day: int) -> None:
        house.add(f"Child {day}")
        backing_up.tend(work(house, stick, day))
        made.append(place.newest(house.key))

    def back_to(backup: Backup, key: bytes, day: int) -> None:
        saves, known = house.vault.saves, house.vault.earlier_ids
        house.vault.close()
        now = NOW + timedelta(days=day)
        jobs.go_back(
            house.folder, house.backups.folder, place.folder, backup.folder.name, key, saves, now, known=known
        )
        house.key = key
        house.vault = Vault.open_with(house.folder, key)

    def found(day: int) -> tuple[set[str], int]:
        second = backing_up.tend(work(house, stick, day)).second
        assert second is not None
        return {each.name for each in second.earlier}, second.later

    back_up(0)
    for day in (2, 4):
        lock_anew(house, next(words), NOW + timedelta(days=day - 1))
        keys_of.append(house.key)
        back_up(day)
    names = [each.folder.name for each in made if each is not None]
    first, second, third = made
    assert first is not None
    assert second is not None
    assert third is not None
    back_to(first, keys_of[0], 5)
    assert found(6) == ({names[1], names[2]}, 0)
    back_to(first, keys_of[0], 7)
    assert found(8) == ({names[1], names[2]}, 0), "the backup knew nothing of them"
    mine = {each.folder.name for each in place.ours(keys_of[0])}
    back_to(second, keys_of[1], 9)
    assert found(10) == ({names[2], *mine}, 0), "what was made under the first key until now was made here"
    back = {each.folder.name for each in place.ours(keys_of[1])}
    lock_anew(house, "third words here", NOW + timedelta(days=11))
    assert found(12) == ({names[2], *mine, *back}, 0)


def test_from_records_that_are_closed_the_key_that_is_left_is_known_by_its_file(
    house: Household, stick: Path
) -> None:
    house.add("Child")
    backing_up.tend(work(house, stick, 0))
    place, old_key = Backups(how_backups_stand.in_second_place(stick)), house.key
    [old] = place.ours(old_key)
    lock_anew(house, now=NOW + timedelta(days=1))
    left = keys.vault_id(house.vault.key_file_now())
    for day in (3, 5):  # the second time it is the same key, and the backup knows nothing of the other one
        house.vault.close()
        now = NOW + timedelta(days=day)
        jobs.go_back(house.folder, house.backups.folder, place.folder, old.folder.name, old_key, 0, now)
        house.vault = Vault.open_with(house.folder, old_key)
        assert house.vault.earlier_ids == {left: (NOW + timedelta(days=3)).replace(tzinfo=None)}


@given(
    st.dictionaries(st.binary(min_size=16, max_size=16), st.none() | st.datetimes(), max_size=5),
    st.text(max_size=60),
)
def test_whatever_the_records_say_of_earlier_keys_is_read(
    ids: dict[bytes, datetime | None], other: str
) -> None:
    assert earlier_ids.read(earlier_ids.spell(ids)) == ids
    assert set(earlier_ids.read(f"{other} {earlier_ids.spell(ids)}")) >= set(ids)
    assert earlier_ids.joined(ids, dict.fromkeys(ids)) == ids
