"""The power goes off in the middle of anything: what was acknowledged is there, whole, when it comes back.

The records lie on a disk inside a file, and that file on a disk that can copy a file in an instant. A copy of the live
file is what the disk would hold if the power went off at that moment: what only memory knew is not in it.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.computer.paths import DataDir, data_dir
from carer_app.domain.all_tables import Child, Draft, StoredDocument
from carer_app.errors import WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.kills import Killer
from tests.faults.writing_on import write_on
from tests.storage.backup_house import NOW, PAPER, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)

Landed = Callable[[str, int, int], None]


def run(*command: object) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    run("mount", "-o", "loop", image, place)
    try:
        yield place
    finally:
        run("umount", "-l", place)  # where a check failed, a file may still be open


@pytest.fixture
def disk(tmp_path: Path) -> Iterator["Disk"]:
    if sys.platform != "linux" or os.getuid() != 0 or not Path("/dev/loop-control").exists():
        pytest.skip("cutting the power needs Linux, root and loop devices")
    if not shutil.which("mkfs.xfs") or not shutil.which("mkfs.ext4"):
        pytest.skip("cutting the power needs the packages xfsprogs and e2fsprogs")
    outer = tmp_path / "outer.img"
    outer.touch()
    os.truncate(outer, 640 * 1024 * 1024)
    run("mkfs.xfs", "-q", "-m", "reflink=1", outer)
    with mounted(outer, tmp_path / "outer") as around:
        image = around / "disk.img"
        image.touch()
        os.truncate(image, 160 * 1024 * 1024)
        run("mkfs.ext4", "-q", "-F", image)
        with mounted(image, tmp_path / "disk") as live:
            yield Disk(image, live, tmp_path / "after")


class Disk:
    """A disk in use at `live`, whose power can be cut."""

    def __init__(self, image: Path, live: Path, after: Path) -> None:
        self.live = live
        self._image = image
        self._after = after

    @contextmanager
    def power_cut(self) -> Iterator[Path]:
        """The disk as it is after the power comes back: its own journal is played back by mounting it."""
        copy = self._image.with_name(f"after {self._image.name}")
        run("cp", "--reflink=always", self._image, copy)
        assert "needs_recovery" in run("dumpe2fs", "-h", copy)
        with mounted(copy, self._after) as place:
            yield place
        copy.unlink()

    @contextmanager
    def power_cut_and_on(self) -> Iterator["Disk"]:
        """As `power_cut`, and the disk is in use again."""
        with self.power_cut() as place:
            yield Disk(
                self._image.with_name(f"after {self._image.name}"), place, self._after.with_name("after both")
            )


class Writer:
    """`write_on` in a process of its own; how far it is, as far as it has said so."""

    def __init__(self, kind: str, place: Path) -> None:
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        self._said = b""
        self._process = os.fork()
        if self._process == 0:
            try:
                write_on(kind, place, lambda line: os.write(writing, line.encode()))
            finally:
                os._exit(1)
        os.close(writing)

    def so_far(self) -> tuple[int, int]:
        """The last number that it began and the last that it acknowledged; -1 for none."""
        with suppress(BlockingIOError):
            while more := os.read(self._reading, 65536):
                self._said += more
        assert os.waitpid(self._process, os.WNOHANG) == (0, 0), "the writer stopped by itself"
        lines = self._said.rpartition(b"\n")[0].split(b"\n")
        last = {line.split()[0]: int(line.split()[1]) for line in lines if line}
        return last.get(b"begun", -1), last.get(b"done", -1)

    def stop(self) -> None:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._reading)


# What must be there after `done` was acknowledged, where nothing after `begun` can have been begun.


def check_saves(place: Path, done: int, begun: int) -> None:
    vault = Vault.open(place / "vault", WORDS)
    with vault.reading() as session:
        notes = {int(field) for field in session.scalars(select(Draft.field))}
        papers = {
            int(row.title): row for row in session.scalars(select(StoredDocument)) if row.title.isdigit()
        }
    assert notes == papers.keys() == set(range(len(notes)))
    assert done + 1 <= len(notes) <= begun + 1
    for number, row in papers.items():
        assert vault.sealed.open(row.fingerprint, row.seal_key) == f"paper {number}".encode()
    vault.close()


def check_ways_in(place: Path, done: int, begun: int) -> None:
    Vault.open(place / "vault", WORDS).close()
    key_file = Vault.key_file(place / "vault")
    if done >= 0:
        assert [n for n in range(done, begun + 1) if opens(key_file, f"sheet {n}", keys.SHEET)]


def check_backups(place: Path, done: int, begun: int) -> None:
    vault = Vault.open(place / "vault", WORDS)
    key = keys.unwrap(vault.key_file_now(), WORDS)
    backups = Backups(place / "backups")
    found = backups.all()
    # Two backups and the 4 saves of the fixture came before.
    assert found[0].saves >= 4 + done + 1
    for backup in (*found[:3], found[-1]):
        assert backups.prove(backup, key, NOW.date()).missing == 0
    assert vault.saves >= found[0].saves
    vault.close()


def check_going_backs(place: Path, done: int, begun: int) -> None:
    vault = Vault.open(place / "vault", WORDS)
    with vault.reading() as session:
        names = set(session.scalars(select(Child.name)))
        papers = session.scalars(select(StoredDocument)).all()
    # Each time, the count of saves grows by one: it says which backup this must be.
    times = vault.saves - 4
    assert done + 1 <= times <= begun + 1
    assert names == ({"Noor"} if times % 2 == 1 else {"Noor", "Added later"})
    for row in papers:
        assert vault.sealed.open(row.fingerprint, row.seal_key) == PAPER
    vault.close()


def check_new_keys(place: Path, done: int, begun: int) -> None:
    key_file = Vault.key_file(place / "vault")
    tried = [f"words {n}" if n >= 0 else WORDS for n in range(done, begun + 1)]
    [words] = [each for each in tried if opens(key_file, each, keys.PASSWORD)]
    vault = Vault.open(place / "vault", words)
    with vault.reading() as session:
        assert set(session.scalars(select(Child.name))) == {"Noor", "Added later"}
        for row in session.scalars(select(StoredDocument)):
            assert vault.sealed.open(row.fingerprint, row.seal_key) == PAPER
    vault.close()


def opens(key_file: bytes, secret: str, kind: str) -> bool:
    try:
        keys.unwrap(key_file, secret, kind)
    except WrongPassphrase:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "check", "times"),
    [
        ("saves", check_saves, 40),
        ("ways_in", check_ways_in, 15),
        ("backups", check_backups, 15),
        ("going_backs", check_going_backs, 15),
        ("new_keys", check_new_keys, 15),
    ],
)
def test_what_was_acknowledged_is_there(
    disk: Disk,
    full_counts: bool,
    landed: Landed,
    kind: str,
    check: Callable[[Path, int, int], None],
    times: int,
) -> None:
    Vault.create(disk.live / "vault", WORDS, CHEAP).close()
    house = Household(disk.live / "vault", disk.live / "backups")
    house.add("Noor")
    house.file()
    house.back_up()
    house.add("Added later")
    house.file()
    house.back_up(NOW.replace(hour=11))
    assert house.vault.saves == 4
    house.vault.close()

    dice = random.Random(2026)
    times = times if full_counts else 1
    inside = 0
    writer = Writer(kind, disk.live)
    try:
        while writer.so_far()[1] < 1:
            time.sleep(0.01)
        for _ in range(times):
            time.sleep(dice.uniform(0, 0.1))
            begun, done = writer.so_far()
            with disk.power_cut() as place:
                begun_after = writer.so_far()[0]
                inside += begun > done
                check(place, done, begun_after)
    finally:
        writer.stop()
    landed(
        f"Power cut, {kind.replace('_', ' ')} (all disks needed recovery; begun and not ended)", inside, times
    )


def test_the_way_to_a_stick_is_there_as_soon_as_it_was_noted(
    disk: Disk, full_counts: bool, landed: Landed
) -> None:
    """Without it the program starts as new, and asks a carer who has years of notes whether they may keep any."""
    times = 25 if full_counts else 2
    for number in range(times):
        data = DataDir(disk.live / "new" / str(number)).moved_to(disk.live / "stick")
        data.point()
        with disk.power_cut() as place:
            assert data_dir(place / "new" / str(number)).root == disk.live / "stick"
    landed("Power cut, the way to the stick", times, times)


def test_two_power_cuts_in_a_row(disk: Disk, killer: Killer, full_counts: bool, landed: Landed) -> None:
    Vault.create(disk.live / "empty", WORDS, CHEAP).close()
    # Four megabytes for each kill would take most of the time.
    (disk.live / "empty" / "spare-room.bin").write_bytes(b"")
    key = keys.unwrap(Vault.key_file(disk.live / "empty"), WORDS)
    dice = random.Random(14)
    inside, times = 0, 1000 if full_counts else 1

    def save_until_it_is_cut(folder: Path, first: int) -> tuple[set[int], set[int]]:
        when = {"call": dice.randrange(1, 80)} if dice.random() < 0.5 else {"after": dice.uniform(0, 0.03)}
        death = killer.run("edit", folder=folder, key=key.hex(), start=first, **when)
        begun, taken = death.numbers("saving"), death.numbers("saved")
        nonlocal inside
        inside += begun != taken
        return begun, taken

    for number in range(times):
        folder = Path("vault")
        shutil.rmtree(disk.live / folder, ignore_errors=True)
        shutil.copytree(disk.live / "empty", disk.live / folder)
        run("sync", "-f", disk.live)
        begun, taken = save_until_it_is_cut(disk.live / folder, 0)
        with disk.power_cut_and_on() as again:
            more_begun, more_taken = save_until_it_is_cut(again.live / folder, 1000)
            with again.power_cut() as place:
                there = notes_with_papers(place / folder, key)
                assert taken | more_taken <= there <= begun | more_begun, number
    landed("Power cut, two in a row (of all cuts, inside a save)", inside, 2 * times)


def notes_with_papers(folder: Path, key: bytes) -> set[int]:
    """The saves that are there; none of them is there by half."""
    vault = Vault.open_with(folder, key)
    with vault.reading() as session:
        drafts = session.scalars(select(Draft)).all()
        papers = {int(row.title): row for row in session.scalars(select(StoredDocument))}
    one, two = ({int(each.field) for each in drafts if each.place == place} for place in ("one", "two"))
    assert one == two == papers.keys()
    for number, row in papers.items():
        assert vault.sealed.open(row.fingerprint, row.seal_key) == f"paper {number}".encode()
    vault.close()
    return one
