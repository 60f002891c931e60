"""Records that wait to take the place of the ones that are there: after going back, and after a new key."""

import re
import secrets
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import keep_folder
from carer_app.errors import VaultDamaged
from carer_app.storage import connecting, earlier_ids, fitting, keys, migrations, trouble
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.files import JOURNAL, RECORDS, read_key_file
from carer_app.storage.looking import MOST_SAVES, ROOM_FOR_SAVES
from carer_app.storage.safe_files import NotPlain, beside, must_be_plain, read_safely, write_safely
from carer_app.storage.upgrading import bring_up_to_date, forget_before_upgrade

# Complete records under another key, named after it: they count as soon as the key file is theirs.
_PENDING = "pending-"
# What lay in that place and was not whole, or not newer: kept, and never used.
NOT_USED = "not-used-"
_BESIDE_PENDING = re.compile(rf"{_PENDING}[0-9a-f]*\.db-(journal|wal|shm)")


def place_of(folder: Path, key_file: bytes) -> Path:
    """Where records wait that are locked by the key of this key file."""
    return folder / f"{_PENDING}{keys.vault_id(key_file).hex()}.db"


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
                bring_up_to_date(connection)
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


def put_in_place(folder: Path, staged: Path, key_file: bytes | None) -> None:
    """Make `staged`, whole and checked records in this folder, the records; needs the lock. All or nothing.

    `key_file` is theirs where they have another key than the ones before; None where the key stays. Killed at any
    point, the records before or the new ones open. Raises OSError, KeyFileDamaged: then nothing has changed. What is
    left to do once the new ones count is done by the next opening at the latest, and is no failure.
    """
    # Records that wait under the name of the key file that is there count from that moment on: the journal of a save
    # that was broken off belongs to the ones before, and goes only once those do not count any more.
    owner = read_key_file(folder) if key_file is None else key_file
    pending = place_of(folder, owner)
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
    wanted = place_of(folder, read_key_file(folder)).name
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


def forget_old_ways_in(folder: Path) -> None:
    """After everything was locked anew: what is still locked by the key of before. Never fails."""
    forget_before_upgrade(folder)
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if each.name.startswith(NOT_USED):
                with suppress(OSError):
                    each.unlink()


def saves_in(file: Path, key: bytes, may_be_broken_off: bool = False) -> int | None:
    """How often these records were saved; None where they are not whole, or do not open with this key."""
    try:
        if not must_be_plain(file) or file.stat().st_size == 0:
            return None
        connection = (
            connecting.connect(file, key)
            if may_be_broken_off
            else connecting.connect_to_read(file, key, is_alone=is_waiting(file))
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
        is_no = is_waiting(file) and not trouble.is_the_disk(error)
        if is_no or isinstance(trouble.from_sqlite(error, file), VaultDamaged):
            return None
        raise


def is_waiting(file: Path) -> bool:
    """Whether this is the name of records that wait."""
    return file.name.startswith(_PENDING)


def _put_aside(file: Path, ending: str = "") -> str:
    aside = file.with_name(f"{NOT_USED}{secrets.token_hex(4)}.db{ending}")
    file.rename(aside)
    keep_folder(file.parent)
    return aside.name


def _counts(folder: Path, pending: Path, key: bytes) -> bool:
    """Whether what waits is whole, ours, and newer than what is there. Raises OSError, VaultTooNew."""
    saves = saves_in(pending, key)
    if saves is None:
        return False
    # Whoever puts records in place counts on from those before: an old one was brought back by a program for
    # synchronising. Where those before cannot be opened, what waits is all there is.
    before = saves_in(folder / RECORDS, key, may_be_broken_off=True)
    return before is None or saves > before


def _take_its_name(folder: Path, pending: Path) -> None:
    (folder / JOURNAL).unlink(missing_ok=True)
    keep_folder(folder)
    pending.replace(folder / RECORDS)
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
