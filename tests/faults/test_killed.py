"""Killed in the middle of anything: every save that was taken is there, and the records open without a question."""

import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.household import Draft
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import VaultDamaged
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"

WRITE = """
import sys
from datetime import date
from pathlib import Path
from carer_app.domain.everything import Draft, StoredDocument
from carer_app.storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), "otter lantern marble")
number = int(sys.argv[2])
print("ready", flush=True)
while True:
    kept = vault.sealed.seal(f"paper {number}".encode())
    with vault.work() as session:
        session.add(Draft(place="one", field=str(number), text="x" * (number * 977 % 9000)))
        session.flush()
        session.add(Draft(place="two", field=str(number), text="x"))
        session.add(StoredDocument(title=str(number), added_on=date(2026, 3, 10), fingerprint=kept.fingerprint,
                                   seal_key=kept.key, size=7, pages=1))
    print(number, flush=True)
    number += 1
"""

CREATE = """
import os, signal, sys
from pathlib import Path
from carer_app.storage import files
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault

def dies(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def then_dies(function):
    return lambda *arguments: (function(*arguments), dies())

name, when = sys.argv[2].split()
setattr(files, name, dies if when == "before" else then_dies(getattr(files, name)))
Vault.create(Path(sys.argv[1]), "otter lantern marble", Cost(1, 8, 1))
"""

Start = Callable[..., subprocess.Popen[str]]


def test_no_save_that_was_taken_is_lost(tmp_path: Path, start_script: Start, full_counts: bool) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder, WORDS, CHEAP).close()
    dice = random.Random(2026)
    taken = -1
    for _ in range(120 if full_counts else 3):
        writer = start_script(WRITE, folder, taken + 1)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0.02, 0.3))
        writer.send_signal(signal.SIGKILL)
        said, trouble = writer.communicate()
        assert trouble == ""
        taken = max([taken, *map(int, said.split())])

        vault = Vault.open(folder, WORDS)
        with vault.reading() as session:
            one = {int(field) for field in session.scalars(select(Draft.field).where(Draft.place == "one"))}
            two = {int(field) for field in session.scalars(select(Draft.field).where(Draft.place == "two"))}
            papers = {int(paper.title): paper for paper in session.scalars(select(StoredDocument))}
            for number, paper in papers.items():
                assert vault.sealed.open(paper.fingerprint, paper.seal_key) == f"paper {number}".encode()
        vault.close()
        # One more may have been saved than the writer had time to say; never a half of one.
        assert one in (set(range(taken + 1)), set(range(taken + 2)))
        assert one == two == papers.keys()
        assert not list(folder.rglob("*.part"))
        taken = max(one, default=-1)
    assert taken > 0


@pytest.mark.parametrize(
    ("when", "is_there"),
    [
        ("_bring_up_to_date before", False),
        ("_bring_up_to_date after", False),
        ("write_safely before", False),
        ("write_safely after", True),
        ("_finish after", True),
    ],
)
def test_starting_new_records_can_be_killed_at_any_point(
    tmp_path: Path, start_script: Start, when: str, is_there: bool
) -> None:
    folder = tmp_path / "vault"
    maker = start_script(CREATE, folder, when)
    assert maker.wait() == -signal.SIGKILL
    assert Vault.is_here(folder) is is_there
    if not is_there:
        Vault.create(folder, WORDS, CHEAP).close()
    vault = Vault.open(folder, WORDS)
    with vault.work() as session:
        session.add(Draft(place="home", field="note", text="it works"))
    vault.close()
    assert sorted(each.name for each in folder.iterdir()) == [
        "spare-room.bin",
        "vault.db",
        "vault.key",
        "vault.lock",
    ]


def test_every_flipped_bit_is_found_before_anything_is_shown(tmp_path: Path, full_counts: bool) -> None:
    folder = tmp_path / "vault"
    vault = Vault.create(folder, WORDS, CHEAP)
    with vault.work() as session:
        session.add_all(Draft(place="home", field=str(n), text="x" * 900) for n in range(50))
    vault.close()
    key = keys.unwrap(Vault.key_file(folder), WORDS)
    file = folder / "vault.db"
    whole = file.read_bytes()
    dice = random.Random(2026)
    flips = [dice.randrange(len(whole) * 8) for _ in range(5000 if full_counts else 60)]
    for flip in flips:
        damaged = bytearray(whole)
        damaged[flip // 8] ^= 1 << flip % 8
        file.write_bytes(damaged)
        with pytest.raises(VaultDamaged):
            Vault.open_with(folder, key).close()
    for length in range(0, len(whole), 512 if full_counts else 512 * 37):
        file.write_bytes(whole[:length])
        with pytest.raises(VaultDamaged):
            Vault.open_with(folder, key).close()
    file.write_bytes(whole)
    Vault.open_with(folder, key).close()
