"""Records that are saved, and killed in the middle of it, over and over."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from carer_app.storage import journal, keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.kills import Killer

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"
LONG, SHORT = 30_000, 5
"""How many letters are saved: many pages, or few."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is on the disk after some saves, of which each but the last was killed before some call, or the last too."""

    records: bytes
    journal: bytes | None
    taken: frozenset[int] = frozenset()
    """The saves that were acknowledged."""

    def put(self, folder: Path) -> None:
        (folder / "vault.db").write_bytes(self.records)
        if self.journal is not None:
            journal.beside(folder / "vault.db").write_bytes(self.journal)


class SavingHouse:
    """Records that each test begins with, and how many calls a save makes that changes many pages or few."""

    def __init__(self, place: Path, killer: Killer) -> None:
        Vault.create(place / "empty", WORDS, CHEAP).close()
        # Four megabytes for each kill would take most of the time.
        (place / "empty" / "spare-room.bin").write_bytes(b"")
        self.key = keys.unwrap(Vault.key_file(place / "empty"), WORDS)
        self._place, self._killer = place, killer
        killer.run("save", folder=place / "empty", key=self.key.hex(), start=-1, letters=LONG)
        self.calls = {
            letters: killer.run(
                "save", folder=self.fresh(), key=self.key.hex(), start=0, letters=letters, call=0
            ).calls
            for letters in (LONG, SHORT)
        }

    def fresh(self) -> Path:
        folder = self._place / "vault"
        shutil.rmtree(folder, ignore_errors=True)
        return shutil.copytree(self._place / "empty", folder)

    def die(self, folder: Path, number: int, letters: int, call: int, **how: object) -> tuple[bool, set[int]]:
        """Save once and be killed before that call. Whether it was, and which saves were acknowledged."""
        asked = {"key": self.key.hex(), "start": number, "letters": letters, "call": call, **how}
        death = self._killer.run("save", folder=folder, **asked)
        return death.landed, death.numbers("saved")

    def before_every_call(self, before: Left | None, number: int, letters: int) -> list[Left]:
        """What a kill before each call would leave of an opening and one save; and at the end, the save itself."""
        folder, copies = self.fresh(), self._place / "copies"
        taken = before.taken if before is not None else frozenset[int]()
        if before is not None:
            before.put(folder)
        shutil.rmtree(copies, ignore_errors=True)
        copies.mkdir()
        asked = {"key": self.key.hex(), "start": number, "letters": letters, "call": 0, "copies": copies}
        death = self._killer.run("open_and_save", folder=folder, **asked)
        assert death.numbers("saved") == {number}
        found = [_left(copies / f"{call} vault.db", taken) for call in range(1, death.calls + 1)]
        return [*found, _left(folder / "vault.db", taken | {number})]

    def last_call_before_it_counts(self, letters: int = LONG) -> int:
        """A save that is killed there has written all of its journal, and none of it counts."""
        least, most = 1, self.calls[letters]
        while most - least > 1:
            folder, call = self.fresh(), (least + most) // 2
            self.die(folder, 0, letters, call)
            left = journal.beside(folder / "vault.db")
            if left.exists() and not any(left.read_bytes()[:12]):
                least = call
            else:
                most = call
        return least

    def count(self, letters: int, **how: object) -> int:
        asked = {"key": self.key.hex(), "start": 0, "letters": letters, "call": 0, **how}
        return self._killer.run("save", folder=self.fresh(), **asked).calls


def _left(records: Path, taken: frozenset[int]) -> Left:
    its_journal = journal.beside(records)
    return Left(records.read_bytes(), its_journal.read_bytes() if its_journal.exists() else None, taken)


def ends_with_a_part(whole: bytes, copy: bytes) -> bool:
    """What cannot be found: a journal that is cut exactly where one of its parts ends, or to nothing."""
    if len(copy) >= len(whole) or not whole.startswith(copy):
        return False
    rest = whole[-(-len(copy) // 512) * 512 :]
    return not copy or not any(copy[:12]) or rest.startswith(whole[:8]) or not any(rest[:12])
