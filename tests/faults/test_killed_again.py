"""Killed in a save, and killed again in the next one, and in the one after that: at every write and every fsync.

What a save left behind that had not come far enough to count lies under the journal of the next.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.draft import Draft
from carer_app.storage import journal
from carer_app.storage.vault import Vault
from tests.faults.calls import can_watch
from tests.faults.kills import Killer
from tests.faults.saving_house import LONG, SHORT, Left, SavingHouse

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        not can_watch, reason="watching what a process asks of the system needs Linux on x86-64"
    ),
]

Landed = Callable[[str, int, int], None]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, killer: Killer) -> SavingHouse:
    """Where the other tests have theirs: a kill before a call leaves the same on a disk and in memory."""
    return SavingHouse(tmp_path_factory.mktemp("killed"), killer)


def must_open(house: SavingHouse, folder: Path, taken: set[int], begun: int) -> None:
    """Everything that was acknowledged is there, and at most whole saves besides."""
    vault = Vault.open_with(folder, house.key)
    with vault.reading() as session:
        drafts = session.scalars(select(Draft).where(Draft.place == "saved")).all()
        there = {int(draft.field) for draft in drafts} - {-1}
        lengths = {len(draft.text) for draft in drafts}
    assert taken <= there <= set(range(begun))
    assert lengths <= {LONG, SHORT}
    vault.close()


def chains(house: SavingHouse, saves: int, times: int) -> Iterator[list[tuple[int, int]]]:
    """Ways to be killed in so many saves one after another, each with many pages or few."""
    ways = [(letters, call) for letters in (LONG, SHORT) for call in range(1, house.calls[letters] + 1)]
    dice = random.Random(saves)
    for _ in range(times):
        yield [dice.choice(ways) for _ in range(saves)]


@pytest.mark.parametrize(("saves", "few", "many"), [(2, 4, 200), (3, 2, 100)])
def test_killed_in_every_save_and_nothing_is_lost(
    house: SavingHouse, full_counts: bool, landed: Landed, saves: int, few: int, many: int
) -> None:
    kills, of, stale = 0, 0, 0
    for chain in chains(house, saves, many if full_counts else few):
        folder, taken = house.fresh(), set[int]()
        for number, (letters, call) in enumerate(chain):
            was_killed, saved = house.die(folder, number, letters, call)
            kills, of, taken = kills + was_killed, of + 1, taken | saved
        stale += journal.beside(folder / "vault.db").exists()
        must_open(house, folder, taken, saves)
    landed(f"SIGKILL at a call, {saves} saves in a row ({stale} left a journal)", kills, of)
    assert kills > of * 0.8


def test_before_every_call_of_the_last_of_two_and_three_saves(
    house: SavingHouse, full_counts: bool, landed: Landed
) -> None:
    """A save is broken off before one call after another, also while an earlier one is taken back at the opening."""
    dice = random.Random(14)
    pool = [left for letters in (LONG, SHORT) for left in house.before_every_call(None, 0, letters)]
    for number, saves in enumerate(("two", "three"), start=1):
        nexts: list[Left] = []
        points, distinct = 0, set[Left]()
        for before in dice.sample(pool, 45 if full_counts else 1):
            for letters in (LONG, SHORT):
                found = house.before_every_call(before, number, letters)
                nexts += found
                points += len(found)
                distinct |= set(found if full_counts else dice.sample(found, 6))
        for left in distinct:
            folder = house.fresh()
            left.put(folder)
            must_open(house, folder, set(left.taken), number + 1)
        landed(
            f"Stopped before a call of the last of {saves} saves ({len(distinct)} different)", points, points
        )
        pool = nexts


def test_a_longer_save_that_had_not_come_far_lies_under_the_next(
    house: SavingHouse, full_counts: bool
) -> None:
    """The first dies when all of its journal is written and none of it counts; the next one anywhere."""
    just_before = house.last_call_before_it_counts()
    for call in range(1, house.calls[SHORT] + 1, 1 if full_counts else 8):
        folder = house.fresh()
        house.die(folder, 0, LONG, just_before)
        _killed, taken = house.die(folder, 1, SHORT, call)
        must_open(house, folder, taken, 2)
