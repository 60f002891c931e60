"""The disk is full at one write after another, also inside SQLite: old or new is there, and it goes on afterwards."""

import os
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.errors import DiskFull, NotSaved
from tests.faults import calls
from tests.faults.operations import MAY_BE_LEFT, WORKS, Work, get_ready, make, names, state
from tests.storage.backup_house import Household

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        not calls.can_watch, reason="watching what a process asks of the system needs Linux on x86-64"
    ),
]
AS_WANTED, FAILED, WAS_TOLD = 0, 1, 3

Landed = Callable[[str, int, int], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("full") / "made"
    make(place)
    return place


class Tries:
    """One piece of work on the same household over and over, each time in a process of its own."""

    def __init__(self, work: Work, made: Path) -> None:
        self._work, self._made, self._place = work, made, made.with_name(work.__name__)
        house = self._fresh()
        self._old = state(house)
        work(house)
        self._new = state(house)
        house.vault.close()
        assert self._old != self._new or work.__name__ in ("copy_to_a_stick", "carry", "mend"), (
            "there is something to see"
        )

    def _fresh(self) -> Household:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._made, self._place)
        house = Household(self._place / "vault", self._place / "backups")
        get_ready(self._work, house)
        return house

    def full_from(self, call: int, once: bool) -> tuple[int, bool]:
        """How many calls took room or asked for it, and whether the carer was told that the disk is full."""
        child = os.fork()
        if child == 0:
            self._be_the_child(once)
        status, asked = calls.fill_up(child, call, once)
        why = (self._work.__name__, call, once, self._said.read_text() if self._said.exists() else "")
        assert os.waitstatus_to_exitcode(status) in (AS_WANTED, WAS_TOLD), why
        return asked, os.waitstatus_to_exitcode(status) == WAS_TOLD

    @property
    def _said(self) -> Path:
        return self._place.with_name("said")

    def _be_the_child(self, once: bool) -> None:
        end = FAILED
        try:
            end = WAS_TOLD if self._try(once) else AS_WANTED
        except BaseException:  # noqa: BLE001  # the one who watches says it
            calls.has_room()
            self._said.write_text(traceback.format_exc())
        finally:
            os._exit(end)

    def _try(self, once: bool) -> bool:
        house, was_told = self._fresh(), False
        files_before, names_before = names(self._place), house.names()
        calls.be_watched()
        try:
            self._work(house)
        except DiskFull as error:
            was_told = "ake some room" in str(error)
        except NotSaved:
            # SQLite does not always say why, and where there is room again nobody can tell.
            was_told = once
        calls.has_room()
        if was_told:
            left = names(self._place) - files_before
            assert left <= MAY_BE_LEFT, left
            if not house.vault._closed:
                assert house.names() == names_before, "as they are seen before they are opened anew"
            assert state(house) == self._old
            self._work(house)
        assert state(house) == self._new
        return was_told


@pytest.mark.parametrize("work", WORKS)
def test_at_every_write(made: Path, full_counts: bool, landed: Landed, work: Work) -> None:
    """From there on, and where only that one write finds no room."""
    tries = Tries(work, made)
    every, _ = tries.full_from(0, once=False)
    told = tried = 0
    for call in range(1, every + 1, 1 if full_counts else max(3, every // 2)):
        for once in (False, True) if full_counts else (call % 2 == 0,):
            asked, was_told = tries.full_from(call, once)
            assert asked >= call
            told, tried = told + was_told, tried + 1
    landed(
        f"Disk full at a write, to {work.__name__.replace('_', ' ')} ({told} times the carer was told)",
        tried,
        tried,
    )
    assert told
