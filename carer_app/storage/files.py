"""The files of one vault folder: what each is called, which are there, and who may write."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import OWNER_ONLY_FILE, OWNER_ONLY_FOLDER, owner_only_folder
from carer_app.computer.paths import RECORDS_FILE, has_records
from carer_app.errors import VaultFolderNotEmpty
from carer_app.storage import keys, open_elsewhere, spare_room, trouble
from carer_app.storage.safe_files import NotPlain, is_litter, read_safely, sweep_parts
from carer_app.words import _

RECORDS = RECORDS_FILE
JOURNAL = f"{RECORDS}-journal"
LOCK = "vault.lock"
# Records that are being made: they count only once the key file is there and they have their real name.
UNFINISHED = "vault.new"
BEFORE_UPGRADE = "before-upgrade.db"

_OUR_LEFTOVERS = {LOCK, UNFINISHED, f"{UNFINISHED}-journal", spare_room.FILE_NAME, open_elsewhere.FILE_NAME}


class VaultLock:
    """The right to be the one program that has these records open.

    The system lets go of it when a program dies.
    """

    def __init__(self, folder: Path) -> None:
        """Raises VaultInUse at once, or ReadOnlyFolder."""
        self._folder = folder
        self._lock = FileLock(folder / LOCK, mode=OWNER_ONLY_FILE, timeout=0)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise trouble.in_use() from error
        except OSError as error:
            raise trouble.from_os(error) from error

    def release(self) -> None:
        """Never fails: what was done under the lock was done, and the system lets go of it with the program."""
        with suppress(OSError):
            self._lock.release()

    @contextmanager
    def kept_if_all_goes_well(self) -> Iterator["VaultLock"]:
        """Release the lock if the block fails; what the disk or SQLite said becomes a sentence."""
        try:
            with in_plain_words(self._folder):
                yield self
        except BaseException:
            self.release()
            raise


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """What the disk or SQLite says about the records in `folder` becomes a sentence."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        sentence = trouble.from_sqlite(error, folder / RECORDS)
        if sentence is None:
            raise
        raise sentence from error
    except OSError as error:
        raise trouble.from_os(error) from error


def is_here(folder: Path) -> bool:
    """True if any part of someone's records is in this folder. Raises ReadOnlyFolder if we may not look."""
    try:
        return has_records(folder)
    except OSError as error:
        raise trouble.from_os(error) from error


def must_be_empty(folder: Path) -> None:
    """Raise VaultFolderNotEmpty unless new records may be made here.

    What a crash of ours left behind is no obstacle.
    """
    try:
        found = {each.name for each in folder.iterdir() if not is_litter(each.name)}
    except FileNotFoundError:
        return
    except NotADirectoryError:
        found = {folder.name}
    except OSError as error:
        raise trouble.from_os(error) from error
    if found - _OUR_LEFTOVERS:
        raise VaultFolderNotEmpty(
            _(
                "There is something in this folder already, so new records cannot be started here. Nothing "
                "has been changed. Please choose an empty folder."
            )
        )


def new_folder(folder: Path) -> VaultLock:
    """Make the folder, owner-only, and take its lock.

    Raises VaultInUse, DiskFull, ReadOnlyFolder, NotSaved.
    """
    try:
        owner_only_folder(folder)
        folder.chmod(OWNER_ONLY_FOLDER)
    except OSError as error:
        raise trouble.from_os(error) from error
    return VaultLock(folder)


def read_key_file(folder: Path) -> bytes:
    """The key file, checked but locked. Raises VaultMissing, KeyFileDamaged, VaultTooNew."""
    if not is_here(folder):
        raise trouble.missing()
    try:
        data = read_safely(folder / keys.FILE_NAME, keys.MOST_BYTES)
    except FileNotFoundError as error:
        raise trouble.key_file_missing() from error
    except (PermissionError, NotPlain) as error:
        raise trouble.from_os(error) from error
    except OSError as error:
        raise trouble.key_file_damaged() from error
    keys.read_key_file(data)
    return data


def conflict_copies(folder: Path) -> list[Path]:
    """Other copies of the records that a program for synchronising put beside them, when two computers saved."""
    ours = {RECORDS, BEFORE_UPGRADE}
    with suppress(OSError):
        found = [each for each in folder.glob("vault*.db") if each.name not in ours and each.is_file()]
        return sorted(found, key=lambda each: each.name)
    return []


def sweep(folder: Path) -> None:
    """Remove half-written files; needs the lock."""
    sweep_parts(folder.resolve())  # the folder may be reached through a link of the carer's own
