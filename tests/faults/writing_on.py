"""One kind of work over and over until its process is stopped: it says "begun 7" and "done 7" each time."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from carer_app.domain.all_tables import Draft, StoredDocument
from carer_app.storage import keys, new_key_for_all, putting_back
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS

CHEAP = Cost(time=1, memory_kib=8, lanes=1)


def note(vault: Vault, number: int) -> None:
    """One save with a paper; `missing_notes` of tests/faults/test_power_cut.py looks for it."""
    kept = vault.sealed.seal(f"paper {number}".encode())
    with vault.work() as session:
        session.add(Draft(place="one", field=str(number), text="x" * (number * 977 % 9000)))
        paper = StoredDocument(title=str(number), added_on=date(2026, 3, 10), size=7, pages=1)
        paper.fingerprint, paper.seal_key = kept.fingerprint, kept.key
        session.add(paper)


def saves(place: Path) -> Iterator[None]:
    vault = Vault.open(place / "vault", WORDS)
    for number in range(1_000_000):
        yield
        note(vault, number)


def ways_in(place: Path) -> Iterator[None]:
    vault = Vault.open(place / "vault", WORDS)
    key = keys.unwrap(vault.key_file_now(), WORDS)
    for number in range(1_000_000):
        new = keys.with_slot(vault.key_file_now(), key, keys.SHEET, f"sheet {number}", CHEAP)
        yield
        vault.keep_key_file(new)


def backups(place: Path) -> Iterator[None]:
    vault = Vault.open(place / "vault", WORDS)
    key = keys.unwrap(vault.key_file_now(), WORDS)
    for number in range(1_000_000):
        note(vault, number)
        snapshot = Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
        yield
        now = NOW + timedelta(hours=number)
        Backups(place / "backups").make(snapshot, key, place / "vault" / "documents", now)


def going_backs(place: Path) -> Iterator[None]:
    """To the older of two backups and to the newer one, in turns."""
    here = Backups(place / "backups")
    key = keys.unwrap(Vault.key_file(place / "vault"), WORDS)
    newer, older = here.all()
    for number in range(1_000_000):
        yield
        backup = older if number % 2 == 0 else newer
        now = NOW + timedelta(seconds=number)
        putting_back.go_back(place / "vault", here, backup, key, newer.saves + number, now, here.folder)


def new_keys(place: Path) -> Iterator[None]:
    words = WORDS
    for number in range(1_000_000):
        key = keys.unwrap(Vault.key_file(place / "vault"), words)
        words = f"words {number}"
        yield
        new_key_for_all.renew(place / "vault", key, words, CHEAP)


KINDS = {kind.__name__: kind for kind in (saves, ways_in, backups, going_backs, new_keys)}


def write_on(kind: str, place: Path, say: Callable[[str], object]) -> None:
    for number, _ready in enumerate(KINDS[kind](place)):
        if number > 0:
            say(f"done {number - 1}\n")
        say(f"begun {number}\n")
