"""Records are made, opened, or opened only to be read."""

from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.computer.owner_only import keep_folder
from carer_app.errors import ReadOnlyFolder
from carer_app.storage import connecting, keys, migrations, trouble
from carer_app.storage.files import RECORDS, UNFINISHED, read_key_file
from carer_app.storage.safe_files import write_safely
from carer_app.storage.upgrading import bring_up_to_date, forget_before_upgrade, upgraded
from carer_app.storage.waiting_records import finish_putting_in_place, is_waiting, place_of, saves_in


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
            bring_up_to_date(connection)
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
    return upgraded(folder, key)


def open_to_read(folder: Path, key: bytes) -> dbapi2.Connection:
    """A checked connection that cannot write; needs no lock and changes nothing.

    Raises VaultDamaged, VaultTooNew, and VaultInUse for records of an older step: only who may write can bring
    them up to date.
    """
    file = _to_read(folder, key)
    if not file.exists():
        raise trouble.records_missing()
    connection = connecting.connect_to_read(file, key, is_alone=is_waiting(file))
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
    pending = place_of(folder, read_key_file(folder))
    saves = saves_in(pending, key)
    if saves is not None:
        with suppress(dbapi2.Error):
            before = saves_in(folder / RECORDS, key)
            if before is None or saves > before:
                return pending
    unfinished = folder / UNFINISHED
    return folder / RECORDS if (folder / RECORDS).exists() or not unfinished.exists() else unfinished


def _finish(folder: Path) -> None:
    (folder / UNFINISHED).replace(folder / RECORDS)
    with suppress(
        OSError
    ):  # they are there; at worst a power cut takes the name back, and the next opening gives it
        keep_folder(folder)


def _forget_unfinished(folder: Path) -> None:
    (folder / UNFINISHED).unlink(missing_ok=True)
    (folder / f"{UNFINISHED}-journal").unlink(missing_ok=True)
