"""One byte that is not what it was in the small things beside the records: a child's draft, and records that wait."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from carer_app.computer.paths import DataDir, data_dir
from carer_app.computer.preferences import Preferences, read_preferences, write_preferences
from carer_app.storage import files, keys, open_elsewhere, waiting_records
from carer_app.storage.child_drafts import SweptDrafts
from carer_app.storage.saves_seen import SavesSeen, Seen
from carer_app.storage.vault import Vault
from tests.faults.test_damaged import CHEAP, damaged_copies
from tests.storage.backup_house import WORDS, Household

pytestmark = pytest.mark.faults

TODAY = date(2026, 3, 10)
SAID = b"They run off at playtime."

Landed = Callable[[str, int, int], None]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Household]:
    Vault.create(tmp_path / "vault", WORDS, CHEAP).close()
    house = Household(tmp_path / "vault", tmp_path / "backups")
    house.add("Noor")
    yield house
    house.vault.close()


def test_a_childs_draft(house: Household, full_counts: bool, landed: Landed) -> None:
    """Not read, and said once: never other words."""
    drafts = house.vault.child_drafts
    drafts.write("uid-1", SAID, TODAY)
    [file] = house.folder.glob("*.draft")
    whole = file.read_bytes()
    found = tried = 0
    for copy in damaged_copies(whole, 1000 if full_counts else 25, None if full_counts else 4, seed=3):
        file.write_bytes(copy)
        tried += 1
        assert drafts.read("uid-1") is None
        assert drafts.left("uid-1") == {}
        assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)
        assert drafts.sweep(TODAY) == SweptDrafts()
        found += 1
        drafts.write("uid-1", SAID, TODAY)
    assert drafts.read("uid-1") == SAID
    landed("Damage to a child's draft found and said", found, tried)


def test_records_that_wait(house: Household, full_counts: bool, landed: Landed) -> None:
    """Put aside under a name that is said; the records are as they were saved."""
    house.vault.close()
    staged = waiting_records.stage(house.folder, (house.folder / "vault.db").read_bytes(), house.key, 99)
    whole = staged.read_bytes()
    staged.unlink()
    pending = house.folder / f"pending-{keys.vault_id(files.read_key_file(house.folder)).hex()}.db"
    found = tried = 0
    for copy in damaged_copies(whole, 700 if full_counts else 8, 60 if full_counts else 2, seed=4):
        pending.write_bytes(copy)
        tried += 1
        vault = Vault.open_with(house.folder, house.key)
        [aside] = vault.put_aside
        assert vault.saves < 99
        vault.close()
        assert (house.folder / aside).read_bytes() == copy
        (house.folder / aside).unlink()
        found += 1
    pending.write_bytes(whole)
    house.vault = Vault.open_with(house.folder, house.key)
    assert (house.vault.saves, house.vault.put_aside) == (99, ())
    landed("Damage to records that wait found and put aside", found, tried)


def test_the_small_notes(tmp_path: Path, full_counts: bool, landed: Landed) -> None:
    """None of them stops anything, says another number, or makes the program start as new."""
    stick = DataDir(tmp_path / "home").moved_to(tmp_path / "stick")
    Vault.create(stick.vault, WORDS, CHEAP).close()
    stick.point()
    write_preferences(stick.preferences, Preferences())
    open_elsewhere.say_open(stick.vault)
    SavesSeen(stick.last_save, bytes(16)).keep(1234)

    def the_count() -> None:
        saves_seen = SavesSeen(stick.last_save, bytes(16))
        assert saves_seen.seen() is None or not saves_seen.doubt(1234)
        assert (saves_seen.seen() or Seen(1234, TODAY)).saves == 1234

    def the_way_to_the_stick() -> None:
        found = data_dir(tmp_path / "home")
        assert found.is_on_stick
        assert found.root == stick.root or found.is_missing

    looks: dict[Path, Callable[[], object]] = {
        stick.last_save: the_count,
        stick.pointer: the_way_to_the_stick,
        stick.preferences: lambda: read_preferences(stick.preferences),
        stick.vault / open_elsewhere.FILE_NAME: lambda: open_elsewhere.is_open_elsewhere(stick.vault),
    }
    tried = 0
    for file, look in looks.items():
        whole = file.read_bytes()
        for copy in damaged_copies(whole, 500 if full_counts else 25, None, seed=6):
            file.write_bytes(copy)
            look()
            tried += 1
        file.write_bytes(whole)
    landed("Damage to the small notes that did no harm", tried, tried)
