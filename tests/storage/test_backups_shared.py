"""A second place may be shared with another household or computer: what is theirs is left alone, and done is done."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carer_app.jobs import backing_up, how_backups_stand
from carer_app.storage import backup_tidying
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
TODAY = NOW.date()
AN_HOUR_AND_MORE = 3700


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
def shared(tmp_path: Path) -> Backups:
    folder = how_backups_stand.in_second_place(tmp_path / "stick")
    folder.mkdir(parents=True)
    return Backups(folder, is_shared=True)


def copy(house: Household, shared: Backups) -> None:
    house.backups.copy_to(shared, house.back_up(), house.key, TODAY)


def test_two_households_back_up_in_the_same_minute(
    house: Household, neighbour: Household, shared: Backups
) -> None:
    house.file()
    neighbour.file(b"a paper next door")
    copy(house, shared)
    copy(neighbour, shared)
    for each in (house, neighbour):
        [there] = shared.ours(each.key)
        assert shared.prove(there, each.key, TODAY).missing == 0
        assert shared.newest(each.key) == there


def test_one_household_lets_go_of_nothing_of_the_other(
    house: Household, neighbour: Household, shared: Backups
) -> None:
    house.file()
    neighbour.file(b"a paper next door")
    copy(house, shared)
    copy(neighbour, shared)
    [theirs] = shared.ours(house.key)
    [ours] = shared.ours(neighbour.key)
    shared.remove(ours)
    assert shared.prove(theirs, house.key, TODAY).missing == 0
    assert backup_tidying.stored(shared) == set(theirs.papers)


@pytest.mark.parametrize("when", ["before the list is there", "after the list is there"])
def test_another_computer_tidies_up_while_we_copy(
    house: Household,
    neighbour: Household,
    shared: Backups,
    monkeypatch: pytest.MonkeyPatch,
    when: str,
) -> None:
    """As an earlier version does, which takes away whatever no list names."""
    house.file()
    backup = house.back_up()
    real: Callable[[Path], Path] = shared.put_in_place

    def tidy() -> None:
        for paper in backup_tidying.stored(shared):
            (shared.documents / paper).unlink()

    def put_in_place(part: Path) -> Path:
        if when == "before the list is there":
            tidy()
        placed = real(part)
        if when == "after the list is there":
            tidy()
        return placed

    monkeypatch.setattr(shared, "put_in_place", put_in_place)
    there = house.backups.copy_to(shared, backup, house.key, TODAY)
    assert there.papers == backup.papers
    assert shared.prove(there, house.key, TODAY).missing == 0


def test_a_paper_that_is_named_while_we_let_it_go_stays(
    house: Household, shared: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.file()
    backup = house.back_up()
    copy(house, shared)
    [there] = shared.ours(house.key)
    named = backup_tidying._named
    answers = iter([set(), named(shared)])
    monkeypatch.setattr(backup_tidying, "_named", lambda _place: next(answers))
    backup_tidying.let_go(shared, backup.papers)
    assert shared.prove(there, house.key, TODAY).missing == 0


def test_halves_are_swept_only_where_they_are_ours_and_old(
    house: Household, neighbour: Household, shared: Backups, tmp_path: Path
) -> None:
    ours_old, ours_young = (
        shared.part("2026-03-01 10.40", house.key),
        shared.part("2026-03-02 10.40", house.key),
    )
    theirs = shared.part("2026-03-01 10.40", neighbour.key)
    earlier = shared.folder / "2026-03-01 10.40.part"
    film = shared.folder / "film" / "film.mp4.part"
    inside = shared.folder / "photos" / "vault.db.pep-0123456789abcdef.part"
    for folder in (ours_old, ours_young, theirs, earlier, film.parent, inside.parent):
        folder.mkdir()
    film.write_bytes(b"half a film")
    inside.write_bytes(b"of another program that is like ours")
    for each in (ours_old, theirs, earlier, film, inside):
        os.utime(each, (NOW.timestamp(), NOW.timestamp() - AN_HOUR_AND_MORE))
    copy(house, shared)
    assert not ours_old.exists()
    for each in (ours_young, theirs, earlier, film, inside):
        assert each.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that hardly anybody has")
@pytest.mark.parametrize("name", ["2026-03-01 10.40.part", "2026-03-01 10.40", "documents"])
def test_nothing_is_swept_through_a_link(
    house: Household, shared: Backups, tmp_path: Path, name: str
) -> None:
    films = tmp_path / "films"
    films.mkdir()
    (films / "film.mp4.part").write_bytes(b"half a film")
    (films / "film.pep-0123456789abcdef.part").write_bytes(b"half another")
    for place in (house.backups, shared):
        place.folder.mkdir(exist_ok=True)
        (place.folder / name).symlink_to(films)
        before = sorted(each.name for each in films.iterdir())
        backup_tidying.sweep(place, house.key)
        assert sorted(each.name for each in films.iterdir()) == before


def test_what_we_sweep_at_home_is_only_what_has_a_name_of_ours(house: Household) -> None:
    house.back_up()
    film = house.backups.folder / "film" / "film.mp4.part"
    half = house.backups.folder / "2026-03-01 10.40.part"
    folder = house.backups.folder / "holiday.part"
    for each in (film.parent, half, folder):
        each.mkdir()
    film.write_bytes(b"half a film")
    house.add("Noor")
    house.back_up()
    assert not half.exists()
    assert film.exists()
    assert folder.exists()


def test_the_place_itself_is_no_link(house: Household, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (tmp_path / "stick").mkdir()
    how_backups_stand.in_second_place(tmp_path / "stick").symlink_to(theirs)
    house.back_up()
    key_file = house.vault.key_file_now()
    work = backing_up.Work(
        house.folder, house.backups.folder, tmp_path / "stick", key_file, house.key, None, NOW
    )
    done = backing_up.tend(work)
    assert (done.second_is_there, done.problem, done.not_copied) == (False, "", "")
    assert list(theirs.iterdir()) == []
