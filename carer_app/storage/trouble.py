"""Disk and file trouble, turned once into sentences for the carer:

what happened, what is safe, what to do.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import owner_only
from carer_app.errors import (
    BackupDamaged,
    DiskFull,
    KeyFileDamaged,
    NotSaved,
    OpenElsewhere,
    PapersUnread,
    ReadOnlyFolder,
    RecordsGone,
    VaultDamaged,
    VaultError,
    VaultInUse,
    VaultMissing,
    VaultTooNew,
)
from carer_app.storage import safe_files
from carer_app.words import _, plural

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GROWTH = 1024 * 1024
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}

_MOST_NAMED = 8


def disk_full() -> DiskFull:
    return DiskFull(
        _(
            "This disk is full, so your last change could not be saved. Everything you saved before is safe. "
            "Please make some room on the disk, then try again."
        )
    )


def read_only() -> ReadOnlyFolder:
    return ReadOnlyFolder(
        _(
            "PEP Companion is not allowed to write in the folder with your records. Your records are safe "
            "and have not been changed. If they are on a memory stick, check its lock switch. Otherwise "
            "ask someone who looks after this computer to let you write in that folder, then try again."
        )
    )


def only_to_read() -> ReadOnlyFolder:
    return ReadOnlyFolder(
        _(
            "Your records can only be read just now, so nothing can be changed. They are safe. If they are on a memory "
            "stick, check its lock switch, then lock and unlock here. What you typed is still on this page."
        )
    )


def must_be_written_first() -> ReadOnlyFolder:
    return ReadOnlyFolder(
        _(
            "Your records cannot be opened here just now. They have to be put in order first, and PEP Companion is not "
            "allowed to write in their folder. They are safe and have not been changed. If they are on a memory stick, "
            "check its lock switch, then try again."
        )
    )


def gone() -> RecordsGone:
    return RecordsGone(
        _(
            "Your records are not there any more, so your last change could not be saved. Everything you saved before "
            "is safe. If they are on a memory stick, plug it in. What you typed is still on this page."
        )
    )


def is_gone(file: Path) -> bool:
    """Whether the file of open records is no longer where it was."""
    try:
        return not file.exists()
    except OSError:
        return True


def not_saved() -> NotSaved:
    return NotSaved(
        _(
            "Your last change could not be saved, because the disk did not take it. Everything you saved "
            "before is safe. Check that the disk or memory stick is still plugged in, then try again."
        )
    )


def damaged() -> VaultDamaged:
    return VaultDamaged(
        _(
            "The file with your records has been damaged or cut short, so it cannot be read. Nothing has been "
            "changed, and your backups were not touched. Press “Go back to a backup” to go on from the newest good "
            "one. What is here now will be kept as well."
        )
    )


def backup_damaged() -> BackupDamaged:
    return BackupDamaged(
        _(
            "Problem: this backup has been damaged, so it cannot be used. Your records are safe and as they were. "
            "Please choose another backup. An older one is often good."
        )
    )


def records_missing() -> VaultDamaged:
    return VaultDamaged(
        _(
            "The file with your records is missing from its folder. The small file that goes with your password is "
            "still there, and your backups were not touched. Nothing has been changed. Look in the bin and in other "
            "folders for it, or press “Go back to a backup”."
        )
    )


def key_file_damaged() -> KeyFileDamaged:
    return KeyFileDamaged(
        _(
            "The small file that goes with your password has been damaged. Your records are still there, but they "
            "cannot be opened without it. Nothing has been changed. Press “Go back to a backup”: every backup has a "
            "copy of that small file."
        )
    )


def key_file_missing() -> KeyFileDamaged:
    return KeyFileDamaged(
        _(
            "The small file that goes with your password is missing. Your records are still there, but they "
            "cannot be opened without it. Nothing has been changed. Press “Go back to a backup”: every backup has a "
            "copy of that small file."
        )
    )


def missing() -> VaultMissing:
    return VaultMissing(
        _(
            "There are no records in this folder. If you keep them on a memory stick, plug it in and try "
            "again. Otherwise check that you chose the right folder."
        )
    )


def too_new() -> VaultTooNew:
    return VaultTooNew(
        _(
            "Your records were saved by a newer PEP Companion than this one. They are safe and have not "
            "been changed. Please install the newest PEP Companion, then open them again."
        )
    )


def in_use() -> VaultInUse:
    return VaultInUse(
        _(
            "Your records are already open in another PEP Companion window. They are safe. Please use that "
            "window, or close it and try again."
        )
    )


def open_elsewhere() -> OpenElsewhere:
    return OpenElsewhere(
        _(
            "Your records are open on another computer, so nothing can be changed here just now. They are safe, and "
            "you can read them. Close PEP Companion on the other computer, then lock and unlock here."
        )
    )


def draft_unreadable() -> NotSaved:
    return NotSaved(
        _(
            "Something that a child had begun could not be read, so nothing was locked anew. Your records are safe. "
            "Your password opens them as before. Please try again. If it happens again, let the child finish first."
        )
    )


def papers_unread(papers: dict[str, str]) -> PapersUnread:
    """Stored papers that cannot be read would stay under the lock of before; `papers` has what each is called."""
    titles = tuple(dict.fromkeys(title or _("A paper") for title in papers.values()))
    called = ", ".join(f"“{title}”" for title in titles[:_MOST_NAMED])
    said = plural(
        "{count} paper could not be read just now, so nothing was changed:",
        "{count} papers could not be read just now, so nothing was changed:",
        len(papers),
    )
    what_to_do = _(
        "Another program may be looking there. Wait a minute and try again. If it goes on like that, “Password and "
        "ways in” can go on without."
    )
    return PapersUnread(f"{said} {called}. {what_to_do}", frozenset(papers), titles)


def not_put_aside(error: OSError) -> VaultError:
    """For the folder of records that was to get another name."""
    if error.errno in _READ_ONLY:
        return ReadOnlyFolder(
            _(
                "PEP Companion is not allowed to give the folder with your records another name. Nothing has been "
                "changed. Ask someone who looks after this computer to let you write there, then try again."
            )
        )
    return NotSaved(
        _(
            "The folder with your records could not be given another name. Nothing has been changed. Close other "
            "programs that may be using it, then try again."
        )
    )


def short_of_memory() -> VaultError:
    return VaultError(
        _(
            "This computer does not have enough free memory to check your password just now. Your records "
            "are safe. Please close some other programs and try again."
        )
    )


def not_plain() -> NotSaved:
    return NotSaved(
        _(
            "Something else is where PEP Companion keeps one of its files: a link or a folder. Nothing has been "
            "changed. Ask someone who looks after this computer to take it away, then try again."
        )
    )


def from_os(error: OSError) -> VaultError:
    """The sentence for trouble with a file that is written or read."""
    if error.errno in _FULL:
        return disk_full()
    if error.errno in _READ_ONLY:
        return read_only()
    if error.errno == errno.ELOOP:
        return not_plain()
    return not_saved()


def from_sqlite(error: BaseException, file: Path) -> VaultError | None:
    """The sentence for what SQLite said about `file`; None when it is our own mistake, not the disk."""
    code = _code(error)
    if code == dbapi2.SQLITE_FULL:
        return disk_full()
    if code == dbapi2.SQLITE_READONLY:
        return read_only()
    if code in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
        return damaged()
    if code in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
        return in_use()
    if code in (dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN):
        # SQLite does not tell why: a size limit, a full disk and a pulled-out stick are all "disk I/O error".
        return why_not_writable(file) or not_saved()
    return None


def sqlite_says_read_only(error: BaseException) -> bool:
    """True when SQLite refused to write at all."""
    return _code(error) == int(dbapi2.SQLITE_READONLY)


def is_the_disk(error: BaseException) -> bool:
    """True when the disk or the computer kept SQLite from looking: what it was asked about may be good."""
    return _code(error) in (
        dbapi2.SQLITE_IOERR,
        dbapi2.SQLITE_CANTOPEN,
        dbapi2.SQLITE_FULL,
        dbapi2.SQLITE_NOMEM,
    )


def why_not_writable(file: Path) -> VaultError | None:
    """Try to write a file beside `file` that is somewhat longer than it. The trouble found, or None."""
    trial = safe_files.beside(file.with_name("trial"))
    try:
        with open(trial, "xb", opener=owner_only) as out:
            out.seek((file.stat().st_size if file.exists() else 0) + _GROWTH)
            out.write(bytes(64 * 1024))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        return from_os(error)
    finally:
        with suppress(OSError):
            trial.unlink()
    return None


def _code(error: BaseException) -> int:
    said = error.orig if isinstance(error, DBAPIError) else error
    # The low byte is the kind; the rest, where it is given, says more than we need.
    return (getattr(said, "sqlite_errorcode", None) or 0) & 0xFF
