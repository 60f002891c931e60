"""Everything that writes, on a household that was made once; and all that may be old or new about it afterwards."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from carer_app.errors import VaultError
from carer_app.storage import keys, new_key_for_all, one_file, putting_back
from carer_app.storage.backup_proof import Elsewhere
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "cobweb harbour tinsel"
BIG = bytes(range(256)) * 1200
LATER = NOW + timedelta(days=1)
MAY_BE_LEFT = {"vault/vault.lock", "vault/open-now.json", "vault/vault.db-journal"}
"""Of no size, or used again by the next save."""

Work = Callable[[Household], object]


def make(place: Path) -> None:
    """Two children, three papers and one backup from before the second child and the third paper."""
    Vault.create(place / "vault", WORDS, CHEAP).close()
    house = Household(place / "vault", place / "backups")
    house.add("Noor")
    house.file()
    house.file(BIG)
    house.back_up()
    one_file.write(house.backups, house.backups.all()[0], house.key, place / f"given{one_file.ENDING}")
    house.add("Added later")
    house.file(b"another paper" * 9000)
    house.vault.close()
    # tests/faults/test_full_disk.py is about that, and four megabytes for each try would take most of the time.
    (place / "vault" / "spare-room.bin").write_bytes(b"")


def names(place: Path) -> set[str]:
    return {str(each.relative_to(place)) for each in place.rglob("*") if each.is_file()}


def save(house: Household) -> None:
    house.add("New child " + "long " * 20_000)


def lock(house: Household) -> None:
    """What is open since a save is written anew when it is locked."""
    house.add("New child")
    house.vault.close()


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
    putting_back.go_back(house.folder, house.backups, backup, house.key, saves, LATER, house.backups.folder)


def renew(house: Household) -> None:
    house.vault.close()
    new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP)


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
    """The records have a whole paper for the one that is rotten; see `get_ready`."""
    [backup] = house.backups.all()
    beside = Elsewhere((), (house.folder / "documents",))
    assert house.backups.proof(backup, house.key, LATER.date(), beside).backup.missing == 0


def get_ready(work: Work, house: Household) -> None:
    """What must be so before it is begun: the backup's big paper is rotten, and takes as much room as before."""
    if work is mend:
        [backup] = house.backups.all()
        papers = [house.backups.documents / each for each in backup.papers]
        with open(max(papers, key=lambda each: each.stat().st_size), "r+b") as file:
            file.write(b"rotten")


def state(house: Household) -> tuple[object, ...]:
    """All that may be old or new: by whichever password opens."""
    house.vault.close()
    words = WORDS
    try:
        house.vault = Vault.open(house.folder, words)
    except VaultError:
        words = NEW_WORDS
        house.vault = Vault.open(house.folder, words)
    for backup in house.backups.all():
        house.backups.content(backup, house.key)
    key_file = house.vault.key_file_now()
    found = (
        sorted(house.names()),
        sorted(house.papers()),
        len(house.vault.sealed.stored()),
        words,
        sorted(keys.kinds(key_file)),
        house.vault.saves,
        house.vault.child_drafts.read("uid") == BIG,
    )
    elsewhere = Backups(house.folder.parent / "elsewhere").all()
    return (*found, len(house.backups.all()), len(elsewhere))


WORKS: tuple[Work, ...] = (
    save, lock, seal, write_a_draft, change_the_key_file, back_up, go_back, renew, copy_to_a_stick, carry, take_in,
    mend,
)  # fmt: skip
