"""What a child says before any of it is kept: one sealed file for each sitting of a meeting, replaced on every change.

Beside the records and not in them, so it is in no table, no search, no Undo and no backup. Its name says nothing.
"""

import hmac
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from carer_app.errors import SealedFileDamaged
from carer_app.storage import trouble
from carer_app.storage.key_file import derive
from carer_app.storage.safe_files import is_litter, keep_folder, read_safely, write_safely
from carer_app.storage.sealed_files import decrypt, encrypt

DRAFT_DAYS = 14
"""A sitting that nobody came back to is gone after so many days."""

MOST = 50
"""So many sittings of one meeting are asked about again: more than anybody passes by in two weeks."""

_ENDING = ".draft"
_MOST_BYTES = 64 * 1024 * 1024
_DAY = len("2026-03-10")


class ChildDrafts:
    """The drafts in one folder, under a key of their own. Drafts under another key, after "somebody may have seen it",
    cannot be read and are swept away."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.photos: dict[str, bytes] = {}
        """Photographs of drawings that were handed in, by meeting: in memory until the child keeps one."""
        self._folder = folder
        self._key = derive(key, "child drafts")
        self._naming_key = derive(key, "child draft names")

    def read(self, uid: str, number: int = 0) -> bytes | None:
        """One draft for this meeting; None where there is none that can be read."""
        found = self._open(self._path(uid, number))
        return found[1] if found else None

    def left(self, uid: str) -> dict[int, date]:
        """The drafts for this meeting by number, each with the day of its last change; the oldest change first."""
        found = {number: self._open(self._path(uid, number)) for number in range(MOST)}
        days = {number: draft[0] for number, draft in found.items() if draft is not None}
        return dict(sorted(days.items(), key=lambda each: each[1]))

    def free(self, uid: str) -> int:
        """A number under which nothing is left."""
        left = self.left(uid)
        return next(number for number in range(MOST + 1) if number not in left)

    def write(self, uid: str, data: bytes, on: date, number: int = 0) -> None:
        """Replace the draft. Raises DiskFull, ReadOnlyFolder or NotSaved, with the one before still there."""
        try:
            write_safely(self._path(uid, number), encrypt(on.isoformat().encode() + data, self._key))
        except OSError as error:
            raise trouble.from_os(error) from error

    def wipe(self, uid: str, number: int = 0) -> None:
        """The draft is gone, and whatever was half written of it. Raises ReadOnlyFolder or NotSaved."""
        path = self._path(uid, number)
        try:
            halves = (each for each in self._folder.glob(f"{path.name}.*") if is_litter(each.name))
            for each in (path, *halves):
                each.unlink(missing_ok=True)
            keep_folder(self._folder)
        except OSError as error:
            raise trouble.from_os(error) from error

    @property
    def holds_any(self) -> bool:
        """Whether something a child said waits here that is nowhere else and goes when the program ends."""
        return False

    def sweep(self, today: date) -> None:
        """Remove what is over, cannot be read, or is under another key."""
        with suppress(OSError):
            for each in self._folder.glob(f"*{_ENDING}"):
                found = self._open(each)
                if found is None or abs(today - found[0]) > timedelta(days=DRAFT_DAYS):
                    each.unlink(missing_ok=True)

    def _open(self, path: Path) -> tuple[date, bytes] | None:
        with suppress(OSError, SealedFileDamaged, ValueError):
            data = decrypt(read_safely(path, _MOST_BYTES), self._key)
            return date.fromisoformat(data[:_DAY].decode()), data[_DAY:]
        return None

    def _path(self, uid: str, number: int) -> Path:
        name = f"{uid} {number}" if number else uid
        return self._folder / f"{hmac.digest(self._naming_key, name.encode(), 'sha256').hex()[:32]}{_ENDING}"


class DraftsInMemory(ChildDrafts):
    """For a sitting that forgets everything."""

    def __init__(self) -> None:
        self.photos = {}
        self._held: dict[tuple[str, int], tuple[date, bytes]] = {}

    def read(self, uid: str, number: int = 0) -> bytes | None:
        held = self._held.get((uid, number))
        return held[1] if held else None

    def left(self, uid: str) -> dict[int, date]:
        return {number: day for (whose, number), (day, _data) in self._held.items() if whose == uid}

    def write(self, uid: str, data: bytes, on: date, number: int = 0) -> None:
        self._held[uid, number] = on, data

    def wipe(self, uid: str, number: int = 0) -> None:
        self._held.pop((uid, number), None)

    @property
    def holds_any(self) -> bool:
        return bool(self._held)

    def sweep(self, today: date) -> None:
        return
