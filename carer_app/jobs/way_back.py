"""The way-back-in sheet for the pages: its code read, its paper made, and records nobody can open put to one side."""

import secrets
from datetime import date, datetime
from pathlib import Path

from carer_app.jobs.look_at_pdf import PdfToShow, show_sheet
from carer_app.paper.sheets.way_back_sheet import WayBackSheet
from carer_app.storage import files, key_store, keys, new_key_for_all, sheet_code, trouble
from carer_app.storage.files import VaultLock
from carer_app.storage.key_store import is_missing, why_not
from carer_app.storage.keys import KEYRING, SHEET
from carer_app.storage.sheet_code import new_code, read_code, same_group
from carer_app.words import _

__all__ = [
    "KEYRING",
    "SHEET",
    "blank_form",
    "by_key_store",
    "forget_here",
    "groups_of",
    "is_missing",
    "new_code",
    "put_aside",
    "read_code",
    "remember_here",
    "renew",
    "same_group",
    "sheet_to_print",
    "why_not",
]


def groups_of(code: str) -> tuple[str, ...]:
    """The groups of a code, in order."""
    return tuple(sheet_code.group_of(code, number) for number in range(1, sheet_code.GROUPS + 1))


def sheet_to_print(code: str, made_on: date) -> PdfToShow:
    """The paper with this code. Slow."""
    return show_sheet(WayBackSheet(groups_of(code), made_on))


def blank_form() -> PdfToShow:
    """The paper with empty boxes, to copy a code on by hand. Slow."""
    return show_sheet(WayBackSheet())


def remember_here(key_file: bytes, key: bytes) -> bytes:
    """The key file that this computer's key store opens, once it was seen to keep the secret. Slow.

    Raises KeyringTrouble.
    """
    secret = secrets.token_hex(32)
    key_store.remember(keys.vault_id(key_file), secret)
    return keys.with_slot(key_file, key, keys.KEYRING, secret)


def forget_here(key_file: bytes) -> str:
    """Take what the key store keeps away. Slow. Where it was not seen to go, the sentence that says so."""
    if key_store.forget(keys.vault_id(key_file)):
        return ""
    return _(
        "One thing is left: this computer’s key store did not let go of its old key. That key does not open your "
        "records any more."
    )


def by_key_store(folder: Path) -> bytes:
    """The key, from this computer's key store. Slow. Raises KeyringTrouble, WrongPassphrase, KeyFileDamaged."""
    key_file = files.read_key_file(folder)
    return keys.unwrap(key_file, key_store.recall(keys.vault_id(key_file)), keys.KEYRING)


def renew(
    folder: Path, key: bytes, password: str, now: datetime, without: frozenset[str] = frozenset()
) -> tuple[bytes, str]:
    """Lock the closed records anew, all or nothing; returns the new key, and what is left to say. Slow.

    `now` is local time. Papers named in `without` that cannot be read stay as they are.

    Raises PapersUnread, VaultInUse, DiskFull, ReadOnlyFolder, NotSaved, VaultDamaged.
    """
    before = files.read_key_file(folder)
    renewed = new_key_for_all.renew(folder, key, password, now=now, without=without)
    return renewed, forget_here(before) if KEYRING in keys.kinds(before) else ""


def put_aside(folder: Path, today: date) -> Path:
    """Give the folder of records another name, so that new ones can be made. Nothing is deleted; returns where it is.

    Raises VaultInUse, ReadOnlyFolder, NotSaved.
    """
    VaultLock(folder).release()
    wanted = aside = folder.with_name(f"{folder.name} put aside {today.isoformat()}")
    number = 1
    while aside.exists():
        number += 1
        aside = wanted.with_name(f"{wanted.name} ({number})")
    try:
        folder.rename(aside)
    except OSError as error:
        raise trouble.not_put_aside(error) from error
    return aside
