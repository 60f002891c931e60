"""The folder goes away, may not be written in, or takes no big files: nothing saved is lost, and it is said."""

import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from carer_app.errors import BackupDamaged, DiskFull, NotSaved, ReadOnlyFolder, RecordsGone
from carer_app.storage import new_key_for_all, putting_back
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, PAPER, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
LATER = NOW + timedelta(days=1)


def household(folder: Path, place: Path) -> Household:
    Vault.create(folder, WORDS, CHEAP).close()
    house = Household(folder, place)
    for number in range(30):
        house.add(f"Child {number} {'long ' * 300}")
    house.file()
    return house


@contextmanager
def no_file_bigger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_folder_that_is_moved_while_it_is_open_loses_nothing(tmp_path: Path) -> None:
    house = household(tmp_path / "vault", tmp_path / "backups")
    names = house.names()
    house.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(RecordsGone, match="plug it in"):
        house.add("Too late")
    with pytest.raises(RecordsGone):
        house.vault.try_to_save()
    with pytest.raises(NotSaved):
        house.vault.snapshot()
    (tmp_path / "elsewhere").rename(house.folder)
    saves = house.vault.saves
    house.vault.try_to_save()
    assert house.vault.saves == saves, "trying changes nothing"
    house.add("Back again")
    house.vault.close()
    house.vault = Vault.open(house.folder, WORDS)
    assert house.names() == [*names, "Back again"]
    house.vault.close()


def test_a_stick_that_is_pulled_out_while_it_is_open_loses_nothing(
    small_disk: Callable[[int], Path], tmp_path: Path
) -> None:
    stick = small_disk(32)
    house = household(stick / "vault", tmp_path / "backups")
    names = house.names()
    same = tmp_path / "where it went"
    same.mkdir()
    subprocess.run(["mount", "--bind", str(stick), str(same)], check=True)
    try:
        subprocess.run(["umount", "-l", str(stick)], check=True)
        for _ in range(3):
            with pytest.raises(RecordsGone, match="plug it in"):
                house.add("Too late")
        with pytest.raises(NotSaved):
            house.vault.sealed.seal(PAPER)
        house.vault.close()
        assert list(stick.iterdir()) == [], "nothing is put on the computer instead"
        subprocess.run(["mount", "--bind", str(same), str(stick)], check=True)
        house.vault = Vault.open(house.folder, WORDS)
        assert house.names() == names
        house.add("Back again")
        house.vault.close()
    finally:
        subprocess.run(["umount", "-l", str(same)], check=True)


def test_a_place_for_backups_that_is_read_only_or_gone(
    small_disk: Callable[[int], Path], tmp_path: Path
) -> None:
    stick = small_disk(16)
    house = household(tmp_path / "vault", stick / "backups")
    backup = house.back_up()
    house.add("Since")
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    with pytest.raises(ReadOnlyFolder):
        house.back_up(LATER)
    assert house.backups.all() == [backup]
    subprocess.run(["mount", "-o", "remount,rw", str(stick)], check=True)
    newer = house.back_up(LATER)
    (stick / "backups").rename(stick / "taken")
    assert house.backups.all() == []
    with pytest.raises(BackupDamaged):
        house.backups.content(newer, house.key)
    (stick / "taken").rename(stick / "backups")
    assert house.backups.prove(newer, house.key, NOW.date()).saves == house.vault.saves
    house.vault.close()


def test_where_no_big_file_may_be_written(tmp_path: Path, full_counts: bool) -> None:
    """At each limit: the backup, going back and the new key happen whole or not at all."""
    made = household(tmp_path / "made" / "vault", tmp_path / "made" / "backups")
    made.back_up()
    made.add("Since")
    made.vault.close()
    size = (made.folder / "vault.db").stat().st_size
    kinds = set[str]()
    most = size + 65536
    for limit in range(8192, most, 4096 if full_counts else (most - 8193) // 2):
        now = shutil.copytree(tmp_path / "made", tmp_path / f"{limit}")
        house = Household(now / "vault", now / "backups")
        names, saves = house.names(), house.vault.saves
        for name in ("backup", "going back", "new key"):
            try:
                if name == "backup":
                    with no_file_bigger_than(limit):
                        house.back_up(LATER)
                elif name == "going back":
                    house.vault.close()
                    with no_file_bigger_than(limit):
                        putting_back.go_back(
                            house.folder,
                            house.backups,
                            house.backups.all()[-1],
                            house.key,
                            saves,
                            LATER,
                            house.backups.folder,
                        )
                else:
                    house.vault.close()
                    with no_file_bigger_than(limit):
                        new_key_for_all.renew(house.folder, house.key, "cobweb harbour tinsel", CHEAP)
            except DiskFull:
                kinds.add(f"{name} refused")
                house.vault.close()
                house.vault = Vault.open(house.folder, WORDS)
                assert house.names() == names
            else:
                kinds.add(f"{name} done")
                house.vault.close()
                house.vault = Vault.open(
                    house.folder, "cobweb harbour tinsel" if name == "new key" else WORDS
                )
                names = house.names()
            assert house.papers() == [PAPER]
            assert not list(now.rglob("*.part*"))
        house.vault.close()
        shutil.rmtree(now)
    assert kinds == {
        f"{name} {end}" for name in ("backup", "going back", "new key") for end in ("done", "refused")
    }
