"""How hard it is to try a password: memory and passes of Argon2id, never below a floor."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

FLOOR_MEMORY_KIB = 64 * 1024
FLOOR_TIME = 3
LANES = 4
TARGET_SECONDS = 0.5

_MOST_MEMORY_KIB = 256 * 1024
_MOST_TIME = 12

# What a key file may ask for before we call it damaged: a tampered one must not freeze the computer.
_READ_MOST_MEMORY_KIB = 1024 * 1024
_READ_MOST_WORK_KIB = 16 * 1024 * 1024
_READ_MOST_LANES = 64
# All ways in of one file together: ours come to less than half of it.
_READ_MOST_WORK_TOGETHER_KIB = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id parameters: passes, memory in KiB, lanes."""

    time: int
    memory_kib: int
    lanes: int

    def is_sane(self) -> bool:
        """True when a key file may ask for this much work (and not for nonsense)."""
        return (
            1 <= self.lanes <= _READ_MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _READ_MOST_MEMORY_KIB
            and self.time >= 1
            and self.time * self.memory_kib <= _READ_MOST_WORK_KIB
        )


def are_sane_together(costs: Sequence[Cost]) -> bool:
    """True when a key file may ask for all of this: no try may take minutes."""
    work = sum(cost.time * cost.memory_kib for cost in costs)
    return all(cost.is_sane() for cost in costs) and work <= _READ_MOST_WORK_TOGETHER_KIB


SHIPPED_FLOOR = Cost(FLOOR_TIME, FLOOR_MEMORY_KIB, LANES)


def stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """A 256-bit key from a password.

    Slow on purpose. Raises MemoryError when the computer is short of memory.
    """
    try:
        return hash_secret_raw(
            passphrase, salt, cost.time, cost.memory_kib, cost.lanes, 32, Type.ID, ARGON2_VERSION
        )
    except HashingError as error:
        raise MemoryError from error


def seconds_for(cost: Cost) -> float:
    """How long one try takes on this computer."""
    start = time.perf_counter()
    stretch(b"measuring", b"sixteen bytes ok", cost)
    return time.perf_counter() - start


def calibrate(seconds: Callable[[Cost], float] = seconds_for, target: float = TARGET_SECONDS) -> Cost:
    """The cost that takes about `target` seconds here: memory first, then passes. Never below the floor."""
    cost = SHIPPED_FLOOR
    took = seconds(cost)
    while took * 2 <= target and cost.memory_kib * 2 <= _MOST_MEMORY_KIB:
        bigger = Cost(cost.time, cost.memory_kib * 2, cost.lanes)
        try:
            took = seconds(bigger)
        except MemoryError:
            break
        cost = bigger
    passes = round(cost.time * target / took) if took > 0 else _MOST_TIME
    return Cost(min(max(passes, FLOOR_TIME), _MOST_TIME), cost.memory_kib, cost.lanes)
