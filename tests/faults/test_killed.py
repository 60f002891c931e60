"""Killed in the middle of anything: every save that was taken is there, and the records open without a question."""

import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.draft import Draft
from carer_app.domain.stored_document import StoredDocument
from carer_app.storage import keys, records_file
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.kills import Killer

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"

Landed = Callable[[str, int, int], None]


def test_no_save_that_was_taken_is_lost(
    tmp_path: Path, killer: Killer, full_counts: bool, landed: Landed
) -> None:
    Vault.create(tmp_path / "empty", WORDS, CHEAP).close()
    key = keys.unwrap(Vault.key_file(tmp_path / "empty"), WORDS)
    dice = random.Random(2026)
    times, in_the_middle, of_a_save, kept_in_all = 1000 if full_counts else 5, 0, 0, 0
    for number in range(times):
        if number % 50 == 0:
            # A fresh start now and then: reading everything again after each kill stays quick.
            folder, kept = shutil.copytree(tmp_path / "empty", tmp_path / f"vault {number}"), 0
        after = dice.uniform(0, 0.02)
        death = killer.run("edit", folder=folder, key=key.hex(), start=kept, after=after)
        in_the_middle += death.landed
        taken = max([kept - 1, *death.numbers("saved")])
        begun = max([kept - 1, *death.numbers("saving")])
        of_a_save += begun > taken

        vault = Vault.open_with(folder, key)
        with vault.reading() as session:
            one = {int(field) for field in session.scalars(select(Draft.field).where(Draft.place == "one"))}
            two = {int(field) for field in session.scalars(select(Draft.field).where(Draft.place == "two"))}
            papers = {int(paper.title): paper for paper in session.scalars(select(StoredDocument))}
        for each, paper in papers.items():
            if each >= kept or number % 50 == 49:
                assert vault.sealed.open(paper.fingerprint, paper.seal_key) == f"paper {each}".encode()
        assert vault.saves == len(one)
        vault.close()
        # One more may have been saved than the writer had time to say; never a half of one.
        assert one in (set(range(taken + 1)), set(range(begun + 1)))
        assert one == two == papers.keys()
        assert not list(folder.rglob("*.part"))
        kept_in_all += len(one) - kept
        kept = len(one)
    landed("SIGKILL while editing", in_the_middle, times)
    landed(f"SIGKILL inside one save ({kept_in_all} acknowledged saves, all kept)", of_a_save, times)
    assert kept_in_all >= (times if full_counts else 1), "there was something to lose"
    assert in_the_middle == times


def start_and_die(folder: Path, name: str, moment: str) -> int:
    """Start new records in a process of its own that is killed before or after this step. How that ended."""
    child = os.fork()
    if child == 0:
        try:
            step = getattr(records_file, name)

            def dies(*arguments: object) -> None:
                if moment == "after":
                    step(*arguments)
                os.kill(os.getpid(), signal.SIGKILL)

            setattr(records_file, name, dies)
            Vault.create(folder, WORDS, CHEAP)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize(
    ("when", "is_there"),
    [
        ("bring_up_to_date before", False),
        ("bring_up_to_date after", False),
        ("write_safely before", False),
        ("write_safely after", True),
        ("_finish after", True),
    ],
)
def test_starting_new_records_can_be_killed_at_any_point(tmp_path: Path, when: str, is_there: bool) -> None:
    folder = tmp_path / "vault"
    assert start_and_die(folder, *when.split()) == -signal.SIGKILL
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
