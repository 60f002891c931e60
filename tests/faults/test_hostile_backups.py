"""Backups that somebody made to harm: forged lists, archives that are changed where it hurts, links at every path."""

import json
import random
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from carer_app.errors import BackupDamaged, CarerAppError
from carer_app.jobs import going_back as jobs
from carer_app.jobs import how_backups_stand
from carer_app.storage import backup_list, connecting, one_file, putting_back
from carer_app.storage.backup_content import read_content, restore_into_memory
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.endless_tables import make_endless
from tests.faults.links import HERE, Lie, lay
from tests.storage.backup_house import NOW, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
LATER = NOW + timedelta(days=1)
EVERY = 50
"""Of the forged lists, how many go by between two that are also gone back to and backed up beside."""

Landed = Callable[[str, int, int], None]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Household]:
    Vault.create(tmp_path / "home" / "vault", WORDS, CHEAP).close()
    house = Household(tmp_path / "home" / "vault", tmp_path / "home" / "backups")
    house.add("Noor")
    house.file()
    yield house
    house.vault.close()


# What a list may say

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.0, 2**31, 2**53, 2**53 + 1, 2**64, 10**30, 0.5, float("inf"), float("nan"), "", "x",
    "0" * 64, "f" * 64, "../" * 9, "/dev/zero", "..\\..\\x", "\x00", "é", [], [[]], ["a" * 64], ["a" * 64] * 2,
    ["../vault.key"], [None], {}, {"a": []}, "2026-03-10", "2026-03-10T10:40:00", "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59", "10000-01-01", "2026-02-30", "now", "1" * 5000, "a" * 100_000,
)  # fmt: skip


def forged(body: dict[str, Any], dice: random.Random) -> bytes:
    """A list that says something else, most often with a checksum that is right."""
    said = dict(body)
    for _time in range(dice.randint(1, 3)):
        name = dice.choice([*said, "more"])
        kind = dice.random()
        if kind < 0.7:
            said[name] = dice.choice(STRANGE)
        elif kind < 0.8:
            said.pop(name, None)
        elif kind < 0.9:
            said["papers"] = [f"{dice.getrandbits(256):064x}" for _paper in range(dice.choice((1, 3, 500)))]
        else:
            said["saves"], said["problem"] = dice.randrange(10**12), False
    data = backup_list._with_checksum(said)
    kind = dice.random()
    if kind < 0.05:
        data = data[: dice.randrange(len(data))]
    elif kind < 0.10:
        data = b"[" * dice.choice((1, 1000, 200_000)) + data
    elif kind < 0.15:
        data = data.replace(b'"saves"', b'"saves": 1, "saves"')
    return data


def test_no_part_of_a_list_can_say_anything_strange(house: Household) -> None:
    backup = house.back_up()
    body = json.loads((backup.folder / "backup.json").read_bytes())
    del body["checksum"]
    believed = []
    for name, strange in [(name, strange) for name in (*body, "more") for strange in STRANGE]:
        data = backup_list._with_checksum({**body, name: strange})
        if data == backup_list._with_checksum(body):
            continue
        (backup.folder / "backup.json").write_bytes(data)
        found = backup_list.read_list(backup.folder)
        if found is not None and found.is_sealed(house.key):
            believed.append((name, strange))
    assert believed == []


def test_forged_lists(house: Household, full_counts: bool, landed: Landed) -> None:
    """None is taken for one of ours, none keeps a backup from being made, and each backup opens by its records."""
    backup = house.back_up()
    body = json.loads((backup.folder / "backup.json").read_bytes())
    del body["checksum"]
    folder = shutil.copytree(backup.folder, backup.folder.with_name("2026-03-10 10.41"))
    whole = {each.name: each.read_bytes() for each in folder.iterdir()}
    dice, tried = random.Random(2026), 0
    for number in range(2000 if full_counts else 50):
        for name, bytes_of in whole.items():
            (folder / name).write_bytes(bytes_of)
        while (data := forged(body, dice)) == whole["backup.json"]:
            pass  # it said the same by chance
        (folder / "backup.json").write_bytes(data)
        rows = how_backups_stand.rows(house.backups.folder, house.key)
        assert [row.name for row in rows if row.is_good] == [backup.folder.name]
        assert len(rows) == 2, "and each can be gone back to"
        assert house.backups.newest(house.key) == backup
        if number % EVERY == EVERY - 1:
            house.add(f"Child {number}")
            made = house.back_up(LATER)
            assert made.saves == house.vault.saves
            found = next(each for each in house.backups.found() if each.folder == folder)
            house.vault.close()
            shutil.rmtree(house.folder)
            lost = putting_back.go_back(house.folder, house.backups, found, house.key, 0, NOW, None)
            assert lost == ()
            house.vault = Vault.open(house.folder, WORDS)
            assert house.names() == ["Noor"]
            assert house.vault.saves < 100
            house.backups.remove(made)
        tried += 1
    landed("Forged lists that decided nothing", tried, tried)


# What an archive may be


def spoiled(whole: bytes, members: list[tuple[str, bytes]], file: Path, dice: random.Random) -> None:
    kind = dice.random()
    if kind < 0.6:
        # Where it says what is in it: the headers between the files, and the directory at the end.
        data = bytearray(whole)
        for _time in range(dice.choice((1, 1, 2, 8))):
            mark = dice.choice((b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"))
            start = dice.choice([each.start() for each in re.finditer(re.escape(mark), whole)])
            at = min(start + dice.randrange(100), len(data) - 1)
            data[at] = dice.choice((0, 1, 0x7F, 0xFF, data[at] ^ 1 << dice.randrange(8)))
        file.write_bytes(data)
    elif kind < 0.7:
        file.write_bytes(whole[: dice.randrange(len(whole))])
    else:
        changed = [*members]
        name, data_of = changed.pop(dice.randrange(len(changed)))
        others = (
            f"../{name}", f"/{name}", f"documents/{name}", f"documents/../{name}", "documents/" + "g" * 64,
            name.upper(), f"{name}/", "con", name.replace("/", "\\"), "documents/" + "0" * 64, "vault.db-journal", name,
        )  # fmt: skip
        other = dice.choice(others)
        packing = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
        cut = dice.choice((data_of, data_of[:100], b"", data_of * 3, bytes(3_000_000)))
        changed.insert(dice.randrange(len(changed) + 1), (other, cut))
        with zipfile.ZipFile(file, "w") as out:
            for each, data in changed:
                out.writestr(zipfile.ZipInfo(each), data, packing if each == other else None)


def test_archives(house: Household, tmp_path: Path, full_counts: bool, landed: Landed) -> None:
    """Each is refused and leaves nothing, or it is the backup that it was: whole, or said to be damaged."""
    backup = house.back_up()
    one_file.write(house.backups, backup, house.key, tmp_path / "whole.pepbackup")
    whole = (tmp_path / "whole.pepbackup").read_bytes()
    with zipfile.ZipFile(tmp_path / "whole.pepbackup") as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    place = Backups(tmp_path / "elsewhere" / "backups")
    place.folder.mkdir(parents=True)
    dice, refused, taken = random.Random(2026), 0, 0
    for _number in range(2000 if full_counts else 60):
        spoiled(whole, members, tmp_path / "spoiled.pepbackup", dice)
        try:
            carried = one_file.take_in(tmp_path / "spoiled.pepbackup", place)
        except BackupDamaged:
            refused += 1
            assert list((tmp_path / "elsewhere").rglob("*")) == [place.folder]
            continue
        taken += 1
        with suppress(BackupDamaged):
            assert place.check(carried, house.key).digest == backup.digest
        shutil.rmtree(carried.folder)
        assert list((tmp_path / "elsewhere").rglob("*")) == [place.folder]
    landed(
        f"Archives refused ({refused}) or taken for what they are ({taken})", refused + taken, refused + taken
    )
    assert refused > taken > 0


# Links at every path that somebody can foresee


def back_up(house: Household) -> None:
    house.back_up(NOW)


def copy(house: Household) -> None:
    house.backups.copy_to(second(house), house.back_up(NOW), house.key, NOW.date())


def carry(house: Household) -> None:
    one_file.write(house.backups, house.back_up(NOW), house.key, house.folder.parent / "all.pepbackup")


def take_in(house: Household) -> None:
    one_file.take_in(house.folder.parent / "given.pepbackup", Backups(house.folder.parent / "other"))


def go_back(house: Household) -> None:
    backup = house.back_up(NOW)
    house.vault.close()
    (house.folder / "vault.key").unlink(missing_ok=True)
    putting_back.go_back(house.folder, house.backups, backup, house.key, 9, LATER, house.backups.folder)


def prove(house: Household) -> None:
    house.backups.prove(house.back_up(NOW), house.key, LATER.date())


def second(house: Household) -> Backups:
    return Backups(house.folder.parent / "second", is_shared=True)


WORKS = (back_up, copy, carry, take_in, go_back, prove)
OF_EARLIER_VERSIONS = (
    "backups/2026-03-10 10.40.part", "second/2026-03-10 10.40.part", "other/carried here.part", "all.pepbackup.part",
    "vault/renewed.part", "backups/put aside 2026-03-11 10.40.00", "backups/documents", "second/documents", "second",
    "other/documents", "vault/vault.db-journal",
)  # fmt: skip


def paths_of(work: Callable[[Household], None], made: Path, there: Path) -> list[str]:
    """Every path that this work leaves something at, and those that earlier versions wrote through."""
    shutil.copytree(made, there)
    house = Household(there / "vault", there / "backups")
    before = {str(each.relative_to(there)) for each in there.rglob("*")}
    work(house)
    house.vault.close()
    after = {str(each.relative_to(there)) for each in there.rglob("*")}
    shutil.rmtree(there)
    return sorted((after - before) | set(OF_EARLIER_VERSIONS) - before)


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that hardly anybody has")
def test_links_at_every_path(house: Household, tmp_path: Path, full_counts: bool, landed: Landed) -> None:
    made = tmp_path / "home"
    one_file.write(house.backups, house.back_up(), house.key, made / "given.pepbackup")
    shutil.rmtree(house.backups.folder)
    house.vault.close()
    there, theirs = tmp_path / "there", tmp_path / "theirs"
    cases: list[tuple[Callable[[Household], None], str, Lie]] = [
        (work, path, lie) for work in WORKS for path in paths_of(work, made, there) for lie in HERE
    ]
    done, refused = 0, 0
    for work, path, lie in cases if full_counts else random.Random(2026).sample(cases, 15):
        shutil.copytree(made, there)
        house = Household(there / "vault", there / "backups")
        (there / path).parent.mkdir(parents=True, exist_ok=True)
        lay(lie, there / path, theirs)
        try:
            work(house)
            done += 1
        except CarerAppError:
            refused += 1
        assert not theirs.exists() or theirs.read_bytes() == b"a letter of somebody else", (work, path, lie)
        assert theirs.exists() == (lie == "link"), (work, path, lie)
        assert lie != "link" or theirs.stat().st_mode & 0o777 == 0o644
        house.vault.close()
        shutil.rmtree(there)
        theirs.unlink(missing_ok=True)
    landed(
        f"Links laid in the way: work done ({done}) or refused ({refused})", done + refused, done + refused
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that hardly anybody has")
def test_links_to_folders_at_every_path(
    house: Household, tmp_path: Path, full_counts: bool, landed: Landed
) -> None:
    """In a second place, where others may have laid them: nothing is written into what they lead to."""
    made = tmp_path / "home"
    backup = house.back_up()
    house.vault.close()
    there, theirs = tmp_path / "there", tmp_path / "theirs"
    tried = 0
    paths = ["second", "second/documents", f"second/{backup.folder.name}"]
    for path in paths:
        for is_full in (False, True):
            shutil.copytree(made, there)
            house = Household(there / "vault", there / "backups")
            theirs.mkdir()
            if is_full:
                shutil.copytree(house.backups.folder, theirs, dirs_exist_ok=True)
            before = {each: each.is_file() and each.read_bytes() for each in theirs.rglob("*")}
            (there / path).parent.mkdir(exist_ok=True)
            (there / path).symlink_to(theirs)
            with suppress(CarerAppError):
                copy(house)
                again = second(house).ours(house.key)[0]
                assert second(house).prove(again, house.key, LATER.date()).missing == 0
            assert {each: each.is_file() and each.read_bytes() for each in theirs.rglob("*")} == before
            house.vault.close()
            shutil.rmtree(there)
            shutil.rmtree(theirs)
            tried += 1
    landed("Links to folders that nothing was written through", tried, tried)


# Records that have no end


def test_records_that_have_no_end(house: Household, landed: Landed) -> None:
    """Each page is whole, the tables are ours to the letter, and a few pages make a thousand million rows."""
    for number in range(40):
        house.add(f"Child {number} {'long ' * 200}")
    backup = house.back_up()
    with closing(connecting.connect_to_read(backup.records, house.key)) as connection:
        [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'child'").fetchall()
    make_endless(backup.records, house.key, root)
    with closing(connecting.connect_to_read(backup.records, house.key)) as connection:
        first = connection.execute("SELECT count(*) FROM (SELECT 1 FROM child LIMIT 100000)").fetchone()
    assert first == (100_000,), "it is as endless as it was meant to be"
    for look in (read_content, restore_into_memory):
        with pytest.raises(BackupDamaged):
            look(backup.records, house.key)
    with pytest.raises(BackupDamaged):
        jobs.what_would_change(house.folder, house.backups.folder, backup.folder.name, house.key)
    landed("Records without an end that were given up", 3, 3)
