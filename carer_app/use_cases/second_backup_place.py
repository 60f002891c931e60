"""The second place for backups: a stick or another folder that the carer chose."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.household import SecondPlace

_SYNCHRONISED = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents", "nextcloud",
    "owncloud", "pcloud", "megasync", "mega", "box", "box sync", "syncthing", "seafile", "tresorit", "sync",
    "creative cloud files", "proton drive", "jottacloud",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SecondPlaceFacts:
    """`path` is the folder the carer chose; `last_backup_on` the last day on which a backup was put there."""

    path: str
    chosen_on: date
    last_backup_on: date | None
    is_synchronised: bool


def second_place(session: Session) -> SecondPlaceFacts | None:
    """The second place, or None where there is none."""
    row = session.scalars(select(SecondPlace)).first()
    if row is None:
        return None
    return SecondPlaceFacts(row.path, row.chosen_on, row.last_backup_on, row.agreed_on is not None)


def choose(session: Session, path: str, today: date, agreed: bool) -> None:
    """Use this folder from now on, in place of the one before. `agreed` where another company holds a copy of it."""
    stop(session)
    session.flush()
    session.add(SecondPlace(path=path, chosen_on=today, agreed_on=today if agreed else None))


def stop(session: Session) -> None:
    """Use no second place any more. What is there stays there."""
    for row in session.scalars(select(SecondPlace)):
        session.delete(row)


def note_backup(session: Session, today: date) -> None:
    """A backup was put there today."""
    row = session.scalars(select(SecondPlace)).first()
    if row is not None:
        row.last_backup_on = today


def looks_synchronised(path: str) -> bool:
    """Whether a program for synchronising seems to copy this folder to another company's computers."""
    parts = [part.casefold() for part in path.replace("\\", "/").split("/") if part]
    return any(
        part == name or part.startswith((f"{name} ", f"{name}-")) for part in parts for name in _SYNCHRONISED
    )
