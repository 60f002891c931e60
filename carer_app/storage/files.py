"""The files of one vault folder: which are there, how they come to be, who may open them."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from carer_app.computer.paths import (
    OWNER_ONLY_FILE,
    OWNER_ONLY_FOLDER,
    RECORDS_FILE,
    has_records,
    owner_only_folder,
)
from carer_app.errors import ReadOnlyFolder, VaultDamaged, VaultFolderNotEmpty
from carer_app.storage import (
    connecting,
    earlier_ids,
    fitting,
    keys,
    migrations,
    presence,
    spare_room,
    trouble,
)
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.looking import MOST_SAVES, ROOM_FOR_SAVES
from carer_app.storage.safe_files import (
    NotPlain,
    beside,
    copy_safely,
    is_litter,
    keep_folder,
    must_be_plain,
    read_safely,
    sweep_parts,
    write_safely,
)
from carer_app.words import _

RECORDS = RECORDS_FILE
LOCK = "vault.lock"
# Records that are being made: they count only once the key file is there and they have their real name.
UNFINISHED = "vault.new"
BEFORE_UPGRADE = "before-upgrade.db"
# Complete records under another key, named after it: they count as soon as the key file is theirs.
_PENDING = "pending-"
# What lay in that place and was not whole, or not newer: kept, and never used.
NOT_USED = "not-used-"
_BESIDE_PENDING = re.compile(rf"{_PENDING}[0-9a-f]*\.db-(journal|wal|shm)")
_JOURNAL = f"{RECORDS}-journal"

_OUR_LEFTOVERS = {LOCK, UNFINISHED, f"{UNFINISHED}-journal", spare_room.FILE_NAME, presence.FILE_NAME}


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


def make(folder: Path, key_file: bytes, key: bytes) -> None:
    """Write the key file and empty records. Killed at any point, the folder can be created in anew or opened.

    The records get their real name last, and `open_records` gives it to them if we were killed just before.
    """
    if not keys.read_key_file(key_file).fits(key):
        raise ValueError("This key is not in this key file.")
    _forget_unfinished(folder)
    try:
        connection = connecting.create_file(folder / UNFINISHED, key)
        try:
            _bring_up_to_date(connection)
            # Nothing lies here yet, and that is known: to look for drafts later need not write it down.
            connection.execute("UPDATE known_numbers SET drafts = '{}'")
        finally:
            connection.close()
        write_safely(folder / keys.FILE_NAME, key_file)
        _finish(folder)
    except BaseException:
        with suppress(OSError):
            if not (folder / RECORDS).exists():
                (folder / keys.FILE_NAME).unlink(missing_ok=True)
                _forget_unfinished(folder)
        raise


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


def open_records(folder: Path, key: bytes) -> dbapi2.Connection:
    """A checked connection to records whose tables are up to date; needs the lock.

    Raises VaultDamaged, VaultTooNew (then not a byte was changed), ReadOnlyFolder, NotSaved, DiskFull.
    """
    file = folder / RECORDS
    finish_putting_in_place(folder, key)
    if not file.exists() and (folder / UNFINISHED).exists():
        _finish(folder)
    if not file.exists():
        raise trouble.records_missing()
    if file.stat().st_size == 0:
        raise trouble.damaged()
    hindrance = trouble.why_not_writable(file)
    # A full disk is no reason not to open: the carer must be able to read, and to delete.
    if isinstance(hindrance, ReadOnlyFolder):
        raise hindrance
    connection = connecting.connect(file, key)
    try:
        revision = connecting.read_revision(connection)
        if revision == migrations.HEAD:
            forget_before_upgrade(folder)
            return connection
        if revision not in migrations.REVISIONS:
            raise trouble.too_new()
    except BaseException:
        connection.close()
        raise
    connection.close()
    return _upgraded(folder, key)


def open_to_read(folder: Path, key: bytes) -> dbapi2.Connection:
    """A checked connection that cannot write; needs no lock and changes nothing.

    Raises VaultDamaged, VaultTooNew, and VaultInUse for records of an older step: only who may write can bring
    them up to date.
    """
    file = _to_read(folder, key)
    if not file.exists():
        raise trouble.records_missing()
    connection = connecting.connect_to_read(file, key, is_alone=_is_waiting(file))
    try:
        revision = connecting.read_revision(connection)
        if revision not in migrations.REVISIONS:
            raise trouble.too_new()
        if revision != migrations.HEAD:
            raise trouble.in_use()
    except BaseException:
        connection.close()
        raise
    return connection


def _to_read(folder: Path, key: bytes) -> Path:
    """The file that would have the name of the records by now, if what was begun could be brought to its end."""
    pending = folder / f"{_PENDING}{keys.vault_id(read_key_file(folder)).hex()}.db"
    saves = _saves_in(pending, key)
    if saves is not None:
        with suppress(dbapi2.Error):
            before = _saves_in(folder / RECORDS, key)
            if before is None or saves > before:
                return pending
    unfinished = folder / UNFINISHED
    return folder / RECORDS if (folder / RECORDS).exists() or not unfinished.exists() else unfinished


def put_in_place(folder: Path, staged: Path, key_file: bytes | None) -> None:
    """Make `staged`, whole and checked records in this folder, the records; needs the lock. All or nothing.

    `key_file` is theirs where they have another key than the ones before; None where the key stays. Killed at any
    point, the records before or the new ones open. Raises OSError, KeyFileDamaged: then nothing has changed. What is
    left to do once the new ones count is done by the next opening at the latest, and is no failure.
    """
    # Records that wait under the name of the key file that is there count from that moment on: the journal of a save
    # that was broken off belongs to the ones before, and goes only once those do not count any more.
    owner = read_key_file(folder) if key_file is None else key_file
    pending = folder / f"{_PENDING}{keys.vault_id(owner).hex()}.db"
    staged.replace(pending)
    if key_file is not None:
        try:
            keep_folder(folder)
            write_safely(folder / keys.FILE_NAME, key_file, read_back=True)
        except BaseException:
            if _forget_pending(folder, pending, key_file):
                raise
    with suppress(OSError):
        _take_its_name(folder, pending)


def finish_putting_in_place(folder: Path, key: bytes) -> tuple[str, ...]:
    """What `put_in_place` may have left to do when the computer stopped; needs the lock.

    Records that wait are proved first. What is empty, not whole, not ours, or not newer than the records that are
    there, is put aside and never takes their place: the answer are the names it has then. So is what SQLite would read
    as newer pages and we never make. Raises OSError, and VaultTooNew for whole records of a newer PEP Companion.
    """
    put_aside = [
        _put_aside(each, each.name.removeprefix(RECORDS))
        for each in connecting.never_ours_beside(folder / RECORDS)
    ]
    for each in folder.iterdir():
        # What waits was closed before it got its name: what lies beside it is nothing of it.
        if _BESIDE_PENDING.fullmatch(each.name) and not (each.is_dir() and not each.is_symlink()):
            each.unlink()
    waiting = [each for each in folder.iterdir() if each.name.startswith(_PENDING) and each.suffix == ".db"]
    if not waiting:
        return tuple(put_aside)
    wanted = f"{_PENDING}{keys.vault_id(read_key_file(folder)).hex()}.db"
    for each in waiting:
        if each.name != wanted:
            # New records for which the key file never came: only who was making them had their key.
            if not each.is_dir():
                each.unlink()
        elif _counts(folder, each, key):
            _take_its_name(folder, each)
        else:
            put_aside.append(_put_aside(each))
    return tuple(put_aside)


def _put_aside(file: Path, ending: str = "") -> str:
    aside = file.with_name(f"{NOT_USED}{secrets.token_hex(4)}.db{ending}")
    file.rename(aside)
    keep_folder(file.parent)
    return aside.name


def _counts(folder: Path, pending: Path, key: bytes) -> bool:
    """Whether what waits is whole, ours, and newer than what is there. Raises OSError, VaultTooNew."""
    saves = _saves_in(pending, key)
    if saves is None:
        return False
    # Whoever puts records in place counts on from those before: an old one was brought back by a program for
    # synchronising. Where those before cannot be opened, what waits is all there is.
    before = _saves_in(folder / RECORDS, key, may_be_broken_off=True)
    return before is None or saves > before


def _saves_in(file: Path, key: bytes, may_be_broken_off: bool = False) -> int | None:
    """How often these records were saved; None where they are not whole, or do not open with this key."""
    try:
        if not must_be_plain(file) or file.stat().st_size == 0:
            return None
        connection = (
            connecting.connect(file, key)
            if may_be_broken_off
            else connecting.connect_to_read(file, key, is_alone=_is_waiting(file))
        )
        try:
            if connecting.read_revision(connection) not in migrations.REVISIONS:
                raise trouble.too_new()
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return None
            if not connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name = 'save_count'"
            ).fetchone()[0]:
                return 0
            return int(connection.execute("SELECT saves FROM save_count").fetchone()[0])
        finally:
            connection.close()
    except (NotPlain, VaultDamaged):
        return None
    except dbapi2.Error as error:
        # What waits is on the disk as a whole before it has this name: only the disk itself may keep it from us.
        is_no = _is_waiting(file) and not trouble.is_the_disk(error)
        if is_no or isinstance(trouble.from_sqlite(error, file), VaultDamaged):
            return None
        raise


def _is_waiting(file: Path) -> bool:
    return file.name.startswith(_PENDING)


def _take_its_name(folder: Path, pending: Path) -> None:
    (folder / _JOURNAL).unlink(missing_ok=True)
    keep_folder(folder)
    pending.replace(folder / RECORDS)
    keep_folder(folder)


def forget_before_upgrade(folder: Path) -> None:
    """The copy from before an upgrade opens with the ways in of that time: it goes once the records are proved.

    Never the reason that something fails.
    """
    with suppress(OSError):
        (folder / BEFORE_UPGRADE).unlink()


def forget_old_ways_in(folder: Path) -> None:
    """After everything was locked anew: what is still locked by the key of before. Never fails."""
    forget_before_upgrade(folder)
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if each.name.startswith(NOT_USED):
                with suppress(OSError):
                    each.unlink()


def stage(
    folder: Path,
    records: bytes,
    key: bytes,
    saves: int,
    known: EarlierIds | None = None,
    own: bytes | None = None,
    is_ours: bool = False,
) -> Path:
    """Write records beside the ones that are there, up to date and counting `saves`; for `put_in_place`.

    `known` is what they were called under other keys besides what they know themselves, `own` what they are called
    under this one. Where they are ours, their values are taken as they are. Raises BackupDamaged where others hold what
    we never write, VaultDamaged, VaultTooNew, OSError, dbapi2.Error.
    """
    staged = beside(folder / RECORDS)
    write_safely(staged, records)
    try:
        if not is_ours:
            fitting.must_be_ours(
                staged, key
            )  # the very copy that is to be used, before anything else opens it
        connection = connecting.connect(staged, key)
        try:
            revision = connecting.read_revision(connection)
            if revision not in migrations.REVISIONS:
                raise trouble.too_new()
            if revision != migrations.HEAD:
                _bring_up_to_date(connection)
            # Where they count on from, there is room: what is saved more often than that cannot be backed up.
            counted = min(saves, MOST_SAVES - ROOM_FOR_SAVES)
            connection.execute("UPDATE save_count SET saves = ?", (counted,))
            fitting.put_right(connection)
            said = connection.execute("SELECT earlier_ids FROM known_numbers").fetchone()
            ids = earlier_ids.joined(earlier_ids.read(str(said[0]) if said else ""), known or {}, own=own)
            # Of what lies here now they know nothing.
            connection.execute(
                "UPDATE known_numbers SET ways_in = 0, drafts = '', earlier_ids = ?",
                (earlier_ids.spell(ids),),
            )
        finally:
            connection.close()
        return staged
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


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


def _upgraded(folder: Path, key: bytes) -> dbapi2.Connection:
    copy = folder / BEFORE_UPGRADE
    copy_safely(folder / RECORDS, copy)
    # A copy that cannot be opened is none: prove it before anything is changed.
    connecting.connect(copy, key).close()
    connection = connecting.connect(folder / RECORDS, key)
    try:
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    connection.close()
    connection = connecting.connect(folder / RECORDS, key)  # every page once more, as the disk has it now
    forget_before_upgrade(folder)
    return connection


def _bring_up_to_date(connection: dbapi2.Connection) -> None:
    """All steps that are due, in one transaction.

    With foreign keys on, Alembic's rebuilding of a table deletes rows.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    engine = connecting.make_engine(connection)
    with engine.begin() as transaction:
        migrations.upgrade(transaction)
        if transaction.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise trouble.damaged()
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise RuntimeError("The setting foreign_keys did not take.")


def _finish(folder: Path) -> None:
    (folder / UNFINISHED).replace(folder / RECORDS)
    with suppress(
        OSError
    ):  # they are there; at worst a power cut takes the name back, and the next opening gives it
        keep_folder(folder)


def _forget_pending(folder: Path, pending: Path, key_file: bytes) -> bool:
    """Unless the key file did get there: then these are the records, and only waiting for their name.

    True where the records before count.
    """
    try:
        if read_safely(folder / keys.FILE_NAME, keys.MOST_BYTES) == key_file:
            return False
    except OSError:
        pass
    with suppress(OSError):
        pending.unlink()
    return True


def _forget_unfinished(folder: Path) -> None:
    (folder / UNFINISHED).unlink(missing_ok=True)
    (folder / f"{UNFINISHED}-journal").unlink(missing_ok=True)
