"""The disk is full at one size after another: old or new is there, and it goes on when there is room again."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from carer_app.errors import DiskFull
from carer_app.storage import files, going_back, keys, one_file, renewing
from carer_app.storage.backup_proof import Elsewhere
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, PAPER, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "cobweb harbour tinsel"
BIG = bytes(range(256)) * 1200
STEP = 16
# Of no size, or used again by the next save.
MAY_BE_LEFT = {"vault/vault.lock", "vault/open-now.json", "vault/vault.db-journal"}
LATER = NOW + timedelta(days=1)

Landed = Callable[[str, int, int], None]
Work = Callable[[Household], object]


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

    def fresh(self) -> Household:
        self.resize(64 * 1024)
        for each in self.place.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        shutil.copytree(self._made, self.place, dirs_exist_ok=True)
        house = Household(self.place / "vault", self.place / "backups")
        (house.folder / "spare-room.bin").unlink()  # tests/faults/test_full_disk.py is about that
        return house

    def names(self) -> set[str]:
        return {str(each.relative_to(self.place)) for each in self.place.rglob("*") if each.is_file()}


@pytest.fixture(scope="module")
def made(on_a_disk: Path) -> Path:
    """Two children, two papers and one backup from before the second of each."""
    place = on_a_disk / "full" / "made"
    Vault.create(place / "vault", WORDS, CHEAP).close()
    house = Household(place / "vault", place / "backups")
    house.add("Noor")
    house.file()
    house.back_up()
    one_file.write(house.backups, house.backups.all()[0], house.key, place / f"given{one_file.ENDING}")
    house.add("Added later")
    house.file(b"another paper" * 9000)
    house.vault.close()
    for spare in place.rglob("spare-room.bin"):
        spare.unlink()
    return place


@pytest.fixture
def stick(small_disk: Callable[[int], Path], made: Path) -> Stick:
    return Stick(small_disk(64), made)


def save(house: Household) -> None:
    house.add("New child " + "long " * 20_000)


def seal(house: Household) -> None:
    house.vault.sealed.seal(BIG)


def write_a_draft(house: Household) -> None:
    house.vault.child_drafts.write("uid", BIG, NOW.date())


def change_the_key_file(house: Household) -> None:
    now = house.vault.key_file_now()
    house.vault.keep_key_file(keys.with_slot(now, house.key, keys.SHEET, "a sheet", CHEAP))


def back_up(house: Household) -> None:
    house.back_up(LATER)


def go_back(house: Household) -> None:
    saves = house.vault.saves
    house.vault.close()
    [backup] = house.backups.all()
    going_back.go_back(house.folder, house.backups, backup, house.key, saves, LATER, house.backups.folder)


def renew(house: Household) -> None:
    house.vault.close()
    renewing.renew(house.folder, house.key, NEW_WORDS, CHEAP)


def copy_to_a_stick(house: Household) -> None:
    [backup] = house.backups.all()
    house.backups.copy_to(Backups(house.folder.parent / "second"), backup, house.key, NOW.date())


def carry(house: Household) -> None:
    [backup] = house.backups.all()
    one_file.write(house.backups, backup, house.key, house.folder.parent / f"all{one_file.ENDING}")


def take_in(house: Household) -> None:
    one_file.take_in(
        house.folder.parent / f"given{one_file.ENDING}", Backups(house.folder.parent / "elsewhere")
    )


def mend(house: Household) -> None:
    """The backup's one paper is rotten; the records have a whole one."""
    [backup] = house.backups.all()
    (house.backups.documents / backup.papers[0]).write_bytes(b"")
    beside = Elsewhere((), (house.folder / "documents",))
    assert house.backups.proof(backup, house.key, LATER.date(), beside).backup.missing == 0


def state(house: Household) -> tuple[object, ...]:
    """All that may be old or new: by whichever password opens."""
    house.vault.close()
    words = WORDS
    try:
        house.vault = Vault.open(house.folder, words)
    except files.trouble.VaultError:
        words = NEW_WORDS
        house.vault = Vault.open(house.folder, words)
    for backup in house.backups.all():
        house.backups.content(backup, house.key)
    key_file = house.vault.key_file_now()
    found = (
        sorted(house.names()),
        sorted(house.papers()),
        words,
        sorted(keys.kinds(key_file)),
        house.vault.saves,
        house.vault.child_drafts.read("uid") == BIG,
    )
    elsewhere = Backups(house.folder.parent / "elsewhere").all()
    return (*found, len(house.backups.all()), len(elsewhere))


def without_a_key_file(house: Household) -> None:
    house.vault.close()
    (house.folder / "vault.key").unlink()


@pytest.mark.parametrize(
    "work",
    [
        save,
        seal,
        write_a_draft,
        change_the_key_file,
        back_up,
        go_back,
        renew,
        copy_to_a_stick,
        carry,
        take_in,
        mend,
    ],
)
def test_at_every_size(stick: Stick, full_counts: bool, landed: Landed, work: Work) -> None:
    house = stick.fresh()
    old = state(house)
    before = stick.used()
    work(house)
    most = 3 * (stick.used() - before) + 1200
    new = state(house)
    house.vault.close()

    full, tried = 0, 0
    sizes = range(0, most, STEP)
    for room in sizes if full_counts else sizes[:: max(1, len(sizes) // 6)]:
        house = stick.fresh()
        files_before = stick.names()
        stick.resize(stick.used() + room)
        tried += 1
        error = fails_because_the_disk_is_full(work, house)
        stick.resize(64 * 1024)
        if error:
            full += 1
            left = stick.names() - files_before
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
    for room in sizes if full_counts else sizes[:: len(sizes) // 6]:
        house = stick.fresh()
        without_a_key_file(house)
        files_before = stick.names()
        stick.resize(stick.used() + room)
        tried += 1
        error = fails_because_the_disk_is_full(go_back, house)
        stick.resize(64 * 1024)
        if error:
            full += 1
            left = stick.names() - files_before
            assert left <= MAY_BE_LEFT, (room, left)
            go_back(house)
        house.vault = Vault.open(house.folder, WORDS)
        assert house.names() == ["Noor"]
        assert house.papers() == [PAPER]
        house.vault.close()
    landed("Disk full, to go back with no key file (the others had room)", full, tried)
    assert 0 < full < tried


def fails_because_the_disk_is_full(work: Work, house: Household) -> bool:
    try:
        work(house)
    except DiskFull as error:
        return "make some room" in str(error)
    return False
