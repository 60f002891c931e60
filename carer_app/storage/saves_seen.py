"""How many times the records were saved, remembered outside their folder.

If the records themselves know of fewer saves, an older copy of them was put in place: every page of it is whole,
so nothing but this can tell. It is written after each save without waiting for the disk, and once more when the records
are closed: it may lag behind them after a power cut, and never runs ahead.

On a memory stick it lies beside what it is to watch over, and an older copy of the stick brings its own. So there is a
second one on the computer then, under a name that only the key can tell, and with nothing else in it.
"""

import hashlib
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from carer_app.storage.key_file import derive
from carer_app.storage.safe_files import NotPlain, read_safely, write_over, write_safely
from carer_app.words import _

MOST_BELIEVABLE = 10**12
"""Nobody saves so often. Whoever can write in the folder can write a number: one above this is no count."""

_MOST_BYTES = 4096
_NUMBER = re.compile("[0-9]{15}", re.ASCII)
_NAME_BYTES = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """The most saves that were ever seen, and the day of the last of them; `in_backup` where a backup has them all."""

    saves: int
    on: date
    in_backup: bool = False


class SavesSeen:
    """One small file, or two. Says nothing about anyone, and is never the reason that something fails."""

    def __init__(self, file: Path, vault_id: bytes, second: Path | None = None, key: bytes = b"") -> None:
        """`second` is where the one on this computer is, for records on a stick that `key` opens."""
        self._first = _Note(file, vault_id.hex())
        self._second = None
        if second is not None and key:
            self._second = _Note(second, derive(key, "second witness")[:_NAME_BYTES].hex())
        self._most = 0

    def note(self, saves: int) -> None:
        """So many saves now. A lower number than the one before says nothing: an older copy is no news."""
        self._write(saves, write_over)

    def keep(self, saves: int) -> None:
        """As `note`, and the disk keeps it: the records are being closed."""
        self._write(saves, write_safely)

    def seen(self) -> Seen | None:
        """The most that was noted for these records; None where nothing was, or where it cannot be read."""
        found = [seen for note in self._notes if isinstance(seen := note.read(), Seen)]
        found = [seen for seen in found if seen.saves <= MOST_BELIEVABLE]
        most = max(found, key=lambda seen: seen.saves, default=None)
        if most is not None:
            self._most = max(self._most, most.saves)
        return most

    def doubt(self, saves: int) -> str:
        """What the carer is told where it cannot tell whether records with so many saves are the newest; or empty."""
        second = self._second.read() if self._second is not None else None
        if saves == 0 or (isinstance(second, Seen) and second.saves == saves):
            return ""
        first = self._first.read()
        if not isinstance(first, Seen):
            return first
        if first.saves > max(saves, MOST_BELIEVABLE):
            return _UNREADABLE
        # A program that dies between a save and its note is one behind.
        return _OLDER if first.saves < saves - 1 else ""

    @property
    def _notes(self) -> "list[_Note]":
        return [self._first] if self._second is None else [self._first, self._second]

    def _write(self, saves: int, write: Callable[[Path, bytes], None]) -> None:
        if saves >= self._most:
            self._most = saves
            for note in self._notes:
                note.write(saves, write)


class _Note:
    """One file, with a name that says whose count it is."""

    def __init__(self, file: Path, name: str) -> None:
        self._file = file
        self._name = name

    def write(self, saves: int, write: Callable[[Path, bytes], None]) -> None:
        # Always of one length and written over itself: there is no moment at which it is half there.
        said = {"records": self._name, "saves": f"{saves:015}"}
        line = json.dumps({**said, "check": _check(said)}).encode()
        with suppress(OSError):
            try:
                write(self._file, line)
            except NotPlain:
                if not self._file.is_symlink():
                    raise
                self._file.unlink()  # the link, and not what it leads to
                write(self._file, line)

    def read(self) -> Seen | str:
        """What it says; or the sentence why it says nothing."""
        try:
            found: Any = json.loads(read_safely(self._file, _MOST_BYTES))
            said = {"records": found.pop("records"), "saves": found.pop("saves")}
            # Earlier versions wrote no check.
            if not _NUMBER.fullmatch(said["saves"]) or found not in ({}, {"check": _check(said)}):
                return _UNREADABLE
            if said["records"] != self._name:
                return _MISSING
            day = datetime.fromtimestamp(self._file.stat().st_mtime, UTC).astimezone().date()
            return Seen(int(said["saves"]), day)
        except FileNotFoundError:
            return _MISSING
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return _UNREADABLE


def _check(said: dict[str, str]) -> str:
    """A number that is another must not look like a number that was seen."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


_MISSING = _(
    "The small note of your last save was missing. What you see is whole. Please check that what you wrote last "
    "is here."
)
_UNREADABLE = _(
    "The small note of your last save could not be read. What you see is whole. Please check that what you wrote last "
    "is here."
)
_OLDER = _(
    "The small note of your last save is older than your records. That can happen when a computer goes off without "
    "warning. What you see is whole. Please check that what you wrote last is here."
)
