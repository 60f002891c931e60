"""Killing a piece of work at every moment of it: `dying` does the work, this says when."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIGKILL = 9
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Death:
    """How a piece of work ended, and what it said before."""

    signal: int
    said: list[str]
    calls: int = 0
    """How often it asked the system to change the disk, where that was counted."""

    @property
    def landed(self) -> bool:
        """Whether it was killed, and in the middle: it had begun and had not come to its end."""
        return self.signal == SIGKILL and "began" in self.said and not self.said[-1].startswith("ended")

    def numbers(self, word: str) -> set[int]:
        return {int(line.split()[1]) for line in self.said if line.startswith(f"{word} ")}


class Killer:
    """One long-lived process that forks: everything is imported once and not a thousand times."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.dying"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, work: str, **asked: Any) -> Death:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"work": work, **asked}, default=str) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["code"] == 0, f"{work} failed by itself: {answer}"
        return Death(answer["signal"], answer["said"], answer["calls"])

    def sweep(self, work: str, times: int, prepare: Callable[[], dict[str, Any]]) -> Iterator[Death]:
        """Kill `work` so many times in the middle, each time in a fresh place that `prepare` makes.

        Every second kill is at a step (before or after a call that touches the disk), the others by the clock: both
        are spread evenly over how many steps and seconds the whole work was measured to take. Where the work came to
        its end before the kill did, it is tried again a little earlier.
        """
        touches, seconds = self.measure(work, prepare)
        for number in range(times):
            share = (number + 0.5) / times
            for sooner in (1.0, 0.8, 0.6, 0.4, 0.2):
                at = share * sooner
                when = {"touch": 1 + int(at * touches)} if number % 2 == 0 else {"after": at * seconds}
                death = self.run(work, **prepare(), **when)
                yield death
                if death.landed:
                    break

    def measure(self, work: str, asked: Callable[[], dict[str, Any]]) -> tuple[int, float]:
        """How many steps the work has that touch the disk, and how many seconds it takes when nobody counts."""
        counted = self.run(work, **asked(), touch=0).said[-1].split()
        timed = self.run(work, **asked()).said[-1].split()
        assert counted[0] == timed[0] == "ended"
        return int(counted[1]), float(timed[2])

    def stop(self) -> None:
        self._process.kill()
        self._process.communicate()
