"""What a child says before any of it is kept: one sealed file for each sitting of a meeting, replaced on every change.

Beside the records and not in them, so it is in no table, no search, no Undo and no backup. Its name says nothing.
The seal (`draft_seal.py`) binds each to its own name, which is made of its meeting, and to a number that rises. The
records know the newest number of what was begun and not kept, and nothing of what was rubbed out: another meeting's
draft, an older one, and one that was rubbed out are not read, whoever puts them there.
"""

import json
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from carer_app.computer.owner_only import keep_folder
from carer_app.errors import CarerAppError, DiskFull
from carer_app.storage import draft_seal, trouble
from carer_app.storage.draft_seal import DraftSeal, Whose
from carer_app.storage.safe_files import NotPlain, TooLong, is_litter, read_safely, write_safely

DRAFT_DAYS = 14
"""A sitting that nobody came back to is gone after so many days."""

MOST = 50
"""So many sittings of one meeting are asked about again: more than anybody passes by in two weeks."""

_ENDING = ".draft"
_MOST_BYTES = 64 * 1024 * 1024
_FIRST_BELOW = 2**32
"""The first number is anyone's guess: it does not tell how often something was changed."""


@dataclass(frozen=True, slots=True)
class SweptDrafts:
    """How many drafts a sweep took away: damaged or put back from earlier; and left alone for too long."""

    damaged: int = 0
    left: int = 0


class Known:
    """What the records know of the drafts, as text; empty where nothing is known. For tests, kept here only."""

    def __init__(self) -> None:
        self.text = ""

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        """Raises DiskFull, ReadOnlyFolder, NotSaved, OpenElsewhere."""
        self.text = text


class ChildDrafts:
    """The drafts in one folder, under a key of their own."""

    def __init__(self, folder: Path, key: bytes, known: Known | None = None) -> None:
        self.photos: dict[str, bytes] = {}
        """Photographs of drawings that were handed in, by meeting: in memory until the child keeps one."""
        self._folder = folder
        self._seal = DraftSeal(key)
        self._known = known or Known()

    def read(self, uid: str, number: int = 0) -> bytes | None:
        """One draft for this meeting; None where there is none that can be read."""
        found = self._open(self._path(uid, number))
        return found[1] if found else None

    def left(self, uid: str, today: date | None = None) -> dict[int, date]:
        """The drafts for this meeting by number, each with the day of its last change; the oldest change first.

        Without those that are over by `today`: a sweep takes them away, and says so.
        """
        found = {number: self._open(self._path(uid, number)) for number in range(MOST)}
        days = {
            number: draft[0]
            for number, draft in found.items()
            if draft is not None and not (today and _is_over(draft[0], today))
        }
        return dict(sorted(days.items(), key=lambda each: each[1]))

    def free(self, uid: str) -> int:
        """A number under which nothing lies, not even something damaged or gone: that is still to be said."""
        known = self._numbers()
        paths = ((number, self._path(uid, number)) for number in range(MOST + 1))
        return next(number for number, path in paths if not path.exists() and _mark_of(path) not in known)

    def write(self, uid: str, data: bytes, on: date, number: int = 0) -> None:
        """Replace the draft. Raises DiskFull, ReadOnlyFolder, NotSaved or OpenElsewhere, with the one before there."""
        path = self._path(uid, number)
        known = self._numbers()
        is_new = _mark_of(path) not in known
        version = known.get(_mark_of(path), secrets.randbelow(_FIRST_BELOW)) + 1
        if is_new:
            # Known before it is there: of a draft that lies here unknown nobody could say that it was not rubbed out.
            self._note({**known, _mark_of(path): version})
        try:
            write_safely(path, self._seal.seal((uid, number), version, on, data))
        except OSError as error:
            if is_new:
                with suppress(CarerAppError):
                    self._forget({_mark_of(path)})  # there never was one that could be lost
            raise trouble.from_os(error) from error
        if not is_new:
            with suppress(CarerAppError):  # it is written; at worst the one before would be read as well
                self._note({**known, _mark_of(path): version})

    def wipe(self, uid: str, number: int = 0) -> None:
        """The draft is gone, and whatever was half written of it. Raises ReadOnlyFolder or NotSaved."""
        path = self._path(uid, number)
        try:
            halves = (each for each in self._folder.glob(f"{path.name}.*") if is_litter(each.name))
            for each in (path, *halves):
                each.unlink(missing_ok=True)
        except OSError as error:
            raise trouble.from_os(error) from error
        # It is gone by now. Not known any more, it would not be read even if a power cut brought it back.
        with suppress(OSError):
            keep_folder(self._folder)
        with suppress(CarerAppError):
            self._forget({_mark_of(path)})

    @property
    def holds_any(self) -> bool:
        """Whether something a child said waits here that is nowhere else and goes when the program ends."""
        return False

    def sweep(self, today: date) -> SweptDrafts:
        """Remove what is over or cannot be read, and say how much of it a child had begun and not rubbed out.

        What should lie here and does not is lost as well, and counts as damaged once the records have noted it.
        What the disk does not give just now stays, and so does what a clock that was wrong dated into the future.
        Raises VaultDamaged, NotSaved: nothing was removed then.
        """
        known = self._numbers()
        damaged = left = 0
        seen = set()
        with suppress(OSError):
            for path in list(self._folder.glob(f"*{_ENDING}")):
                with suppress(OSError):
                    found = self._look(path)
                    if found is not None and not _is_over(found[0], today):
                        continue
                    path.unlink()
                    seen.add(_mark_of(path))
                    damaged += found is None and _mark_of(path) in known
                    left += found is not None
        with suppress(CarerAppError, OSError):
            gone = {mark for mark in known if not (self._folder / f"{mark}{_ENDING}").exists()}
            self._forget(gone)
            damaged += len(gone - seen)
        return SweptDrafts(damaged, left)

    def sealed_anew(self, after: "ChildDrafts", uids: Iterable[str], made: list[Path]) -> None:
        """Each draft once more, under another key and for other records; `made` are their paths, noted at once.

        `uids` are the meetings there are: a draft of an earlier release does not say whose it is, only its name does.
        What is known and cannot be read stays known, so that the next sweep says that it is gone. Raises OSError, and
        NotSaved where one cannot be read just now.
        """
        which = {
            _mark_of(self._path(uid, number)): (uid, number) for uid in uids for number in range(MOST + 1)
        }
        known = dict(self._numbers())
        for path in list(self._folder.glob(f"*{_ENDING}")):
            try:
                found = self._look(path)
            except OSError as error:
                raise trouble.draft_unreadable() from error
            if found is None:
                continue
            day, words, told = found
            whose = told or which.get(_mark_of(path))
            if whose is None:
                continue
            target = after._path(*whose)
            version = secrets.randbelow(_FIRST_BELOW) + 1
            made.append(target)
            write_safely(target, after._seal.seal(whose, version, day, words))
            after._note({**after._numbers(), _mark_of(target): version})
            known.pop(_mark_of(path), None)
        after._note({**after._numbers(), **known})

    def _open(self, path: Path) -> tuple[date, bytes, Whose | None] | None:
        with suppress(OSError, CarerAppError):
            return self._look(path)
        return None

    def _look(self, path: Path) -> tuple[date, bytes, Whose | None] | None:
        """The day, the words, and which it is; None for what is damaged, swapped, older or unknown. Raises OSError."""
        opened = self._unseal(path)
        if opened is None:
            return None
        version, data = opened
        newest = self._numbers().get(_mark_of(path))
        if newest is None or version < newest:
            return None
        try:
            return draft_seal.told(version, data)
        except ValueError:
            return None

    def _unseal(self, path: Path) -> tuple[int, bytes] | None:
        """Its number, 0 for one of an earlier release, and what is in it. Raises OSError."""
        try:
            sealed = read_safely(path, _MOST_BYTES)
        except (FileNotFoundError, NotPlain, TooLong):
            return None
        return self._seal.unseal(_mark_of(path), sealed)

    def _numbers(self) -> dict[str, int]:
        """The newest number of each draft. Where nothing is known, what lies here and opens is taken for what it is."""
        text = self._known.read()
        if text:
            known: Any = json.loads(text)
            return {str(mark): int(version) for mark, version in known.items()}
        found: dict[str, int] = {}
        with suppress(OSError):
            for path in self._folder.glob(f"*{_ENDING}"):
                try:
                    opened = self._unseal(path)
                except OSError:  # not given just now: not known, it would be swept without a word
                    opened = None
                found[_mark_of(path)] = opened[0] if opened else 0
        with suppress(CarerAppError):
            self._note(found)
        return found

    def _forget(self, marks: set[str]) -> None:
        known = self._numbers()
        if marks & known.keys():
            left = {mark: version for mark, version in known.items() if mark not in marks}
            try:
                self._note(left)
            except DiskFull:  # the spare room was given up by that
                self._note(left)

    def _note(self, numbers: dict[str, int]) -> None:
        self._known.write(json.dumps(numbers, sort_keys=True))

    def _path(self, uid: str, number: int) -> Path:
        return self._folder / f"{self._seal.mark_of(uid, number)}{_ENDING}"


class DraftsInMemory(ChildDrafts):
    """For a sitting that forgets everything."""

    def __init__(self) -> None:
        self.photos = {}
        self._held: dict[tuple[str, int], tuple[date, bytes]] = {}

    def read(self, uid: str, number: int = 0) -> bytes | None:
        held = self._held.get((uid, number))
        return held[1] if held else None

    def left(self, uid: str, today: date | None = None) -> dict[int, date]:
        return {number: day for (whose, number), (day, _data) in self._held.items() if whose == uid}

    def free(self, uid: str) -> int:
        left = self.left(uid)
        return next(number for number in range(MOST + 1) if number not in left)

    def write(self, uid: str, data: bytes, on: date, number: int = 0) -> None:
        self._held[uid, number] = on, data

    def wipe(self, uid: str, number: int = 0) -> None:
        self._held.pop((uid, number), None)

    @property
    def holds_any(self) -> bool:
        return bool(self._held)

    def sweep(self, today: date) -> SweptDrafts:
        return SweptDrafts()


def _is_over(day: date, today: date) -> bool:
    return today - day > timedelta(days=DRAFT_DAYS)


def _mark_of(path: Path) -> str:
    """Its name without the ending, and without what a half written one has behind it."""
    return path.name.partition(".")[0]
