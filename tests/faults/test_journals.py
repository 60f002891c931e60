"""Our verdict on a journal beside SQLite's own: never stricter on one as a save left it, never looser on a damaged one.

SQLite lets every journal pass, damaged or not. So it is asked on a copy what came of those that we let pass as well:
that must be what was in the records before the save.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from carer_app.storage import journal
from carer_app.storage.backup_content import read_content
from tests.faults.calls import can_watch
from tests.faults.kills import Killer
from tests.faults.saving_house import LONG, SHORT, SavingHouse, ends_with_a_part

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        not can_watch, reason="watching what a process asks of the system needs Linux on x86-64"
    ),
]

Landed = Callable[[str, int, int], None]
Left = tuple[str, bytes, bytes]
"""How a save was broken off, and what it left: the records and their journal."""

PARTS = {"in_parts": True}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, killer: Killer) -> SavingHouse:
    """Where the other tests have theirs: a kill before a call leaves the same on a disk and in memory."""
    return SavingHouse(tmp_path_factory.mktemp("journals"), killer)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("try")


@pytest.fixture(scope="module")
def lefts(house: SavingHouse, full_counts: bool) -> list[Left]:
    found = list(what_saves_leave(house, 1 if full_counts else 12))
    assert {left[0].split(",")[0] for left in found} == {"one", "in parts", "over another"}
    return found


@pytest.fixture(scope="module")
def before(house: SavingHouse) -> str:
    """What is in the records before the save: none of these saves was acknowledged."""
    return read_content(house.fresh() / "vault.db", house.key).digest


def what_saves_leave(house: SavingHouse, every: int) -> Iterator[Left]:
    """Saves that were broken off at every such call: one by itself, one in parts, a short one over a long one."""
    just_before = house.last_call_before_it_counts()
    calls_in_parts = house.count(LONG, **PARTS)
    ways = [
        ("one", LONG, range(1, house.calls[LONG] + 1, every), 0, {}),
        ("in parts", LONG, range(1, calls_in_parts + 1, every), 0, PARTS),
        ("over another", SHORT, range(1, house.calls[SHORT] + 1, every), just_before, {}),
    ]
    for what, letters, calls, first, how in ways:
        for call in calls:
            folder = house.fresh()
            if first:
                house.die(folder, 0, LONG, first)
            house.die(folder, 1, letters, call, **how)
            left = journal.beside(folder / "vault.db")
            if left.exists():
                yield f"{what}, call {call}", (folder / "vault.db").read_bytes(), left.read_bytes()


def damage(whole: bytes, dice: random.Random) -> bytes:
    """`whole` with one thing that can happen to a file."""
    way, at = dice.randrange(8), dice.randrange(len(whole))
    some = bytearray(whole)
    if way == 0:
        some[at] ^= 1 << dice.randrange(8)
    elif way == 1:  # in a header
        some[dice.randrange(28)] ^= 1 << dice.randrange(8)
    elif way == 2:
        return whole[:at]
    elif way == 3:  # a sector is gone
        some[at - at % 512 : at - at % 512 + 512] = bytes(512)
    elif way == 4:
        some[at - at % 512 : at - at % 512 + 512] = dice.randbytes(512)
    elif way == 5:
        return whole + dice.randbytes(dice.randrange(1, 6000))
    elif way == 6:  # two records have changed places
        records = max(1, (len(whole) - 512) // 4104)
        one, other = (512 + 4104 * dice.randrange(records) for _ in range(2))
        some[one : one + 4104], some[other : other + 4104] = (
            whole[other : other + 4104],
            whole[one : one + 4104],
        )
    else:  # a number in a header is another
        place = 8 + 4 * dice.randrange(5)
        number = dice.choice(
            [0, 1, 2, 0xFFFFFFFF, 0x7FFFFFFF, 0x01000000, 512, 4096, 65536, dice.getrandbits(32)]
        )
        some[place : place + 4] = number.to_bytes(4)
    return bytes(some)


def after_sqlite(records: Path, key: bytes) -> str:
    """What SQLite alone makes of it: a digest of all that is in the records then."""
    with closing(dbapi2.connect(str(records), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return read_content(records, key).digest


def put(place: Path, left: Left) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    _what, records, its_journal = left
    (place / "vault.db").write_bytes(records)
    journal.beside(place / "vault.db").write_bytes(its_journal)
    return place / "vault.db"


def opens_as_before(file: Path, house: SavingHouse, before: str) -> bool:
    """Whether we let it pass, and SQLite then takes the whole save back."""
    return journal.can_be_taken_back(file, house.key) and after_sqlite(file, house.key) == before


def test_a_journal_as_a_save_left_it_is_taken_back(
    house: SavingHouse, lefts: list[Left], before: str, tmp_path: Path, landed: Landed
) -> None:
    refused = [left[0] for left in lefts if not opens_as_before(put(tmp_path / "try", left), house, before)]
    assert refused == []
    landed("Journals as saves left them, opened", len(lefts), len(lefts))


def test_what_a_power_cut_kept_of_a_save_that_did_not_count(
    house: SavingHouse, lefts: list[Left], before: str, tmp_path: Path, full_counts: bool, landed: Landed
) -> None:
    """Until its journal is on the disk, any part of that may be missing: and the records are as they were."""
    dice, times = random.Random(5), 2000 if full_counts else 40
    begun = [left for left in lefts if left[2] and not any(left[2][:12])]
    for _ in range(times):
        what, records, whole = dice.choice(begun)
        some = bytearray(whole[: dice.randrange(len(whole))] if dice.random() < 0.5 else whole)
        for sector in range(0, len(some), 512):
            if dice.random() < 0.3:
                some[sector : sector + 512] = bytes(len(some[sector : sector + 512]))
        assert opens_as_before(put(tmp_path / "try", (what, records, bytes(some))), house, before), what
    landed("Parts of a journal that a power cut kept, opened", times, times)


def test_damage_is_found_or_the_save_is_taken_back_whole(
    house: SavingHouse, lefts: list[Left], before: str, tmp_path: Path, full_counts: bool, landed: Landed
) -> None:
    dice, found, wrong = random.Random(14), 0, []
    times = 20_000 if full_counts else 200
    marked = [left for left in lefts if any(left[2][:12])]
    for number in range(times):
        what, records, whole = dice.choice(
            marked if dice.random() < 0.9 else [left for left in lefts if left[2]]
        )
        copy = damage(whole, dice)
        file = put(tmp_path / "try", (what, records, copy))
        if not journal.can_be_taken_back(file, house.key):
            found += 1
            assert file.read_bytes() == records, "nothing was changed"
        elif not ends_with_a_part(whole, copy) and after_sqlite(file, house.key) != before:
            wrong.append((number, what, len(copy)))
    assert wrong == []
    assert times // 4 < found < times
    landed(f"Damaged journals, {found} found, the others taken back whole", times, times)


def test_no_size_in_a_journal_is_believed(house: SavingHouse, lefts: list[Left], tmp_path: Path) -> None:
    """One flipped bit in the count of pages made the file 32 GB long, another cut it short."""
    for what, records, its_journal in lefts:
        for size in (0, 1, 5, 0x00800000, 0xFFFFFFFF):
            if any(its_journal[:12]):
                changed = its_journal[:16] + size.to_bytes(4) + its_journal[20:]
                file = put(tmp_path / "try", (what, records, changed))
                assert not journal.can_be_taken_back(file, house.key), (what, size)


def test_a_journal_that_is_no_file_is_not_read(house: SavingHouse, tmp_path: Path) -> None:
    folder = house.fresh()
    left = journal.beside(folder / "vault.db")
    left.symlink_to("/dev/zero")
    assert not journal.can_be_taken_back(folder / "vault.db", house.key)
    left.unlink()
    left.mkdir()
    assert not journal.can_be_taken_back(folder / "vault.db", house.key)
    left.rmdir()
    with open(left, "wb") as file:
        file.truncate(1 << 40)
    assert not journal.can_be_taken_back(folder / "vault.db", house.key)
