"""The disk is full at one size after another: old or new is there, and it goes on when there is room again."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.errors import DiskFull
from carer_app.storage.vault import Vault
from tests.faults.operations import BIG, MAY_BE_LEFT, WORKS, Work, get_ready, go_back, make, names, state
from tests.storage.backup_house import PAPER, WORDS, Household

pytestmark = pytest.mark.faults

STEP = 16

Landed = Callable[[str, int, int], None]


class Stick:
    """A small disk whose size can be changed, and a household that is put on it anew for each try."""

    def __init__(self, place: Path, made: Path) -> None:
        self.place = place
        self._made = made

    def resize(self, kib: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={kib}k", str(self.place)], check=True)

    def used(self) -> int:
        disk = shutil.disk_usage(self.place)
        return disk.used // 1024

    def fresh(self, work: Work) -> Household:
        self.resize(64 * 1024)
        for each in self.place.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        shutil.copytree(self._made, self.place, dirs_exist_ok=True)
        house = Household(self.place / "vault", self.place / "backups")
        get_ready(work, house)
        return house


@pytest.fixture(scope="module")
def made(on_a_disk: Path) -> Path:
    make(on_a_disk / "full" / "made")
    return on_a_disk / "full" / "made"


@pytest.fixture
def stick(small_disk: Callable[[int], Path], made: Path) -> Stick:
    return Stick(small_disk(64), made)


def without_a_key_file(house: Household) -> None:
    house.vault.close()
    (house.folder / "vault.key").unlink()


@pytest.mark.parametrize("work", WORKS)
def test_at_every_size(stick: Stick, full_counts: bool, landed: Landed, work: Work) -> None:
    house = stick.fresh(work)
    old = state(house)
    before = stick.used()
    work(house)
    most = 3 * (stick.used() - before) + 1200
    new = state(house)
    house.vault.close()

    full, tried = 0, 0
    for room in range(0, most, STEP) if full_counts else (0, most):
        house = stick.fresh(work)
        files_before = names(stick.place)
        stick.resize(stick.used() + room)
        tried += 1
        error = fails_because_the_disk_is_full(work, house)
        stick.resize(64 * 1024)
        if error:
            full += 1
            left = names(stick.place) - files_before
            assert left <= MAY_BE_LEFT, (room, left)
            assert state(house) == old, room
            work(house)
        assert state(house) == new, room
        house.vault.close()
    landed(f"Disk full, to {work.__name__.replace('_', ' ')} (the others had room)", full, tried)
    assert 0 < full < tried


def test_going_back_with_no_way_in_left(stick: Stick, full_counts: bool, landed: Landed) -> None:
    """The key file is gone, and the disk is full: the backup opens as before, and can be gone back to later."""
    full, tried = 0, 0
    sizes = range(0, 1600, STEP)
    for room in sizes if full_counts else sizes[:: len(sizes) // 3]:
        house = stick.fresh(go_back)
        without_a_key_file(house)
        files_before = names(stick.place)
        stick.resize(stick.used() + room)
        tried += 1
        error = fails_because_the_disk_is_full(go_back, house)
        stick.resize(64 * 1024)
        if error:
            full += 1
            left = names(stick.place) - files_before
            assert left <= MAY_BE_LEFT, (room, left)
            go_back(house)
        house.vault = Vault.open(house.folder, WORDS)
        assert house.names() == ["Noor"]
        assert house.papers() == [PAPER, BIG]
        house.vault.close()
    landed("Disk full, to go back with no key file (the others had room)", full, tried)
    assert 0 < full < tried


def fails_because_the_disk_is_full(work: Work, house: Household) -> bool:
    try:
        work(house)
    except DiskFull as error:
        return "ake some room" in str(error)
    return False
