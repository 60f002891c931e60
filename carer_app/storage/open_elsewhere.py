"""Which computer has the records open: for a stick or a shared folder that goes from one to another.

On one computer the lock file is enough: the system lets go of it when a program dies. Between computers it is not,
so a note lies beside the records while they are open. A note that was left behind never blocks for long: the carer
can go on with one press, and after a day it counts for nothing.
"""

import hashlib
import json
import platform
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from carer_app.storage.safe_files import read_safely, write_safely

FILE_NAME = "open-now.json"
_MOST_BYTES = 4096
STALE_AFTER_SECONDS = 24 * 60 * 60


def this_computer() -> str:
    """A name for this computer that says nothing about it, and is the same at each start."""
    number = ""
    with suppress(OSError):
        number = Path("/etc/machine-id").read_text(encoding="utf-8").strip()
    if (
        not number and not uuid.getnode() >> 40 & 1
    ):  # with that bit it is a random number, another at each start
        number = str(uuid.getnode())
    return hashlib.sha256(f"PEP Companion {platform.node()} {number}".encode()).hexdigest()[:32]


def is_open_elsewhere(folder: Path, now: float | None = None) -> bool:
    """Whether another computer says that it has these records open. `now` is for tests, in seconds since 1970."""
    note = folder / FILE_NAME
    try:
        found: Any = json.loads(read_safely(note, _MOST_BYTES))
        # Either way: a note from the future was written before somebody put the clock right.
        age = abs((time.time() if now is None else now) - note.stat().st_mtime)
        return bool(found["computer"] != this_computer() and age < STALE_AFTER_SECONDS)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def say_open(folder: Path) -> None:
    """These records are open here now. Never the reason that something fails."""
    with suppress(OSError):
        write_safely(folder / FILE_NAME, json.dumps({"computer": this_computer()}).encode())


def say_closed(folder: Path) -> None:
    """They are not open here any more."""
    with suppress(OSError):
        (folder / FILE_NAME).unlink(missing_ok=True)
