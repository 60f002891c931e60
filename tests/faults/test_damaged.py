"""One byte that is not what it was, or a file cut short: found before anything is shown, by the right sentence."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from carer_app.errors import BackupDamaged, CarerAppError, KeyFileDamaged, SealedFileDamaged, VaultDamaged
from carer_app.storage import journal
from carer_app.storage.backup_content import Content, read_content
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.kills import Killer
from tests.faults.saving_house import ends_with_a_part
from tests.storage.backup_house import NOW, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
CUT_EVERY = 4096

Landed = Callable[[str, int, int], None]


def damaged_copies(whole: bytes, flips: int, cuts: int | None, seed: int) -> Iterator[bytes]:
    """`whole` with one byte changed (at the start, at the end and anywhere), then cut short at every 4 KiB."""
    dice = random.Random(seed)
    places = [0, len(whole) - 1, *(dice.randrange(len(whole)) for _ in range(flips))][:flips]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= dice.randrange(1, 256)
        yield bytes(damaged)
    lengths = list(range(0, len(whole), CUT_EVERY))
    if cuts is not None and len(lengths) > cuts:
        lengths = dice.sample(lengths, cuts)
    yield from (whole[:length] for length in lengths)


def must_be_found(
    file: Path, look: Callable[[], object], kind: type[CarerAppError], flips: int, cuts: int | None
) -> tuple[int, int]:
    """How many damaged copies were found, and how many there were. The file is whole again afterwards."""
    whole = file.read_bytes()
    found, tried = 0, 0
    for copy in damaged_copies(whole, flips, cuts, seed=len(whole)):
        file.write_bytes(copy)
        tried += 1
        with pytest.raises(kind) as caught:
            look()
        assert type(caught.value) is kind
        found += 1
    file.write_bytes(whole)
    look()
    return found, tried


@pytest.fixture
def flips(full_counts: bool) -> int:
    return 1000 if full_counts else 16


@pytest.fixture
def cuts(full_counts: bool) -> int | None:
    return None if full_counts else 4


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Household]:
    Vault.create(tmp_path / "vault", WORDS, CHEAP).close()
    house = Household(tmp_path / "vault", tmp_path / "backups")
    for number in range(40):
        house.add(f"Child {number} {'long ' * 200}")
    house.file()
    yield house
    house.vault.close()


def test_the_records(house: Household, flips: int, cuts: int | None, landed: Landed) -> None:
    house.vault.close()

    def look() -> None:
        Vault.open_with(house.folder, house.key).close()

    landed(
        "Damage to the records found",
        *must_be_found(house.folder / "vault.db", look, VaultDamaged, flips, cuts),
    )


def test_the_key_file(house: Household, flips: int, cuts: int | None, landed: Landed) -> None:
    house.vault.close()

    def look() -> None:
        Vault.open(house.folder, WORDS).close()

    file = house.folder / "vault.key"
    landed("Damage to the key file found", *must_be_found(file, look, KeyFileDamaged, flips, cuts))


def test_a_sealed_paper(house: Household, flips: int, cuts: int | None, landed: Landed) -> None:
    [file] = (house.folder / "documents").iterdir()
    found = must_be_found(file, house.papers, SealedFileDamaged, flips, cuts)
    landed("Damage to a sealed paper found", *found)


def test_each_file_of_a_backup(house: Household, flips: int, cuts: int | None, landed: Landed) -> None:
    backup = house.back_up()
    [paper] = (house.backups.folder / "documents").iterdir()
    one_list = (backup.folder / "backup.json").read_bytes()

    def prove() -> None:
        (backup.folder / "backup.json").write_bytes(one_list)  # a proof that fails is noted there
        if house.backups.prove(backup, house.key, NOW.date()).missing:
            raise BackupDamaged("a paper of it, and nothing else")

    for file in (backup.records, paper, backup.folder / "vault.key"):
        found = must_be_found(file, prove, BackupDamaged, flips, cuts)
        landed(f"Damage to {'papers' if file == paper else file.name} of a backup found", *found)


def test_the_list_of_a_backup(house: Household, flips: int, cuts: int | None, landed: Landed) -> None:
    """A list that was changed is not believed: the backup is not offered, and no paper is let go because of it."""
    backup = house.back_up()
    file = backup.folder / "backup.json"
    whole = file.read_bytes()
    tried = 0
    for copy in damaged_copies(whole, flips, cuts, seed=1):
        file.write_bytes(copy)
        tried += 1
        assert house.backups.all() == []
    file.write_bytes(whole)
    assert house.backups.all() == [backup]
    landed("Damage to the list of a backup found", tried, tried)


@dataclass(frozen=True, slots=True)
class HalfSaved:
    """Records as a kill in the middle of a save left them, and what is in them once that save is taken back."""

    folder: Path
    records: bytes
    journal: bytes
    key: bytes
    before: Content


@pytest.fixture
def half_saved(house: Household, killer: Killer) -> HalfSaved:
    house.vault.close()
    before = read_content(house.folder / "vault.db", house.key)
    whole = (house.folder / "vault.db").read_bytes()
    killer.run("half_a_save", folder=house.folder, key=house.key.hex())
    records = (house.folder / "vault.db").read_bytes()
    assert records != whole, "half of the save is in the file"
    return HalfSaved(
        house.folder, records, (house.folder / "vault.db-journal").read_bytes(), house.key, before
    )


def test_the_journal_of_a_save_that_was_broken_off(
    half_saved: HalfSaved, flips: int, cuts: int | None, landed: Landed
) -> None:
    """Either the whole save is taken back, or the damage is found: never a mixture of before and after.

    One thing cannot be found, and is left out: a journal cut exactly where one of its parts ends (or to nothing) looks
    like one whose next part was never needed. A save as the application makes it has a single part.
    """
    records = half_saved.folder / "vault.db"
    found, taken_back, mixed = 0, 0, []
    copies = [half_saved.journal, *damaged_copies(half_saved.journal, flips, cuts, seed=2)]
    copies += [flip(half_saved.journal, place) for place in range(28)]
    copies = [copy for copy in copies if not ends_with_a_part(half_saved.journal, copy)]
    for number, copy in enumerate(copies):
        records.write_bytes(half_saved.records)
        journal.beside(records).write_bytes(copy)
        try:
            vault = Vault.open_with(half_saved.folder, half_saved.key)
        except VaultDamaged:
            found += 1
            continue
        vault.close()
        if read_content(records, half_saved.key).digest == half_saved.before.digest:
            taken_back += 1
        else:
            mixed.append((number, len(copy)))
    assert mixed == []
    assert found > taken_back > 0
    what = f"Damage to a journal found ({found}) or the save taken back whole ({taken_back})"
    landed(what, found + taken_back, len(copies))


def flip(whole: bytes, place: int) -> bytes:
    damaged = bytearray(whole)
    damaged[place] ^= 1 << place % 8
    return bytes(damaged)
