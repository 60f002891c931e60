"""How the backups stand: what is in each place, as its own sealed lists say."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from carer_app.storage import earlier_backups
from carer_app.storage.backups import Backups
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.safe_files import is_real_folder

SECOND_FOLDER = "PEP Companion backups"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup to show. `name` tells it from the others in its place. `proved_on` is None where nobody has opened it
    where it lies.

    `opens_as_now` is False for one from before a new key was made, and for one from another household: it opens with
    the password of that time. `is_listed` is False where its list cannot be read, or was not sealed with our key.
    """

    name: str
    made: datetime
    saves: int
    proved_on: date | None
    missing: int
    has_problem: bool
    is_before_going_back: bool
    opens_as_now: bool
    is_listed: bool = True

    @property
    def is_good(self) -> bool:
        """One of these records that was proved to open: it alone says what is backed up."""
        return self.opens_as_now and self.is_listed and not self.has_problem


@dataclass(frozen=True, slots=True)
class Earlier:
    """A backup in the second place from before everything was locked anew: it opens with the password of that time."""

    name: str
    made: datetime


@dataclass(frozen=True, slots=True)
class PlaceNow:
    """How the backups in one place stand, as their own sealed lists say.

    `proved_since` is the day of the proof that is longest ago, None while one of them was never opened there.
    `damaged` do not open, and in `lacking` a paper is missing. `earlier` are counted in none of these, newest first;
    nor are the `later` ones, made with a key of before when it was in use here no longer.
    """

    count: int
    newest: datetime | None
    proved_since: date | None
    damaged: int
    lacking: int
    earlier: tuple[Earlier, ...] = ()
    later: int = 0


def place_now(place: Backups, key: bytes, earlier_ids: EarlierIds | None = None) -> PlaceNow:
    """How the backups in one place stand. Quick."""
    ids = earlier_ids or {}
    ours, good = place.ours(key), place.good(key)
    proved = [each.proved_on for each in good if each.proved_on is not None]
    return PlaceNow(
        len(ours),
        good[0].made if good else None,
        min(proved) if proved and len(proved) == len(good) else None,
        len(ours) - len(good),
        sum(1 for each in good if each.missing),
        tuple(Earlier(each.folder.name, each.made) for each in earlier_backups.earlier(place, ids)),
        earlier_backups.later(place, ids),
    )


def how_it_stands(place: Path, key: bytes) -> PlaceNow:
    """How the backups in this folder stand. Quick, on this computer."""
    return place_now(Backups(place), key)


def rows(place: Path, key: bytes | None) -> list[BackupRow]:
    """Whatever may be a backup in one place, newest first. `key` is that of the open records."""
    return [
        BackupRow(
            each.folder.name,
            each.made,
            each.saves,
            each.proved_on,
            each.missing,
            each.has_problem or not each.is_here,
            each.is_before_going_back,
            key is not None and (each.is_sealed(key) or each.opens_with(key)),
            each.is_listed and (key is None or each.is_sealed(key) or not each.opens_with(key)),
        )
        for each in Backups(place).found()
    ]


def in_second_place(folder: Path) -> Path:
    """Where the backups lie in a folder that the carer chose. That it is there says that the stick is plugged in."""
    return folder / SECOND_FOLDER


def is_there(place: Path) -> bool:
    """Whether backups are, or may be put, in this folder: it is one itself, and no link to another."""
    return is_real_folder(place)
