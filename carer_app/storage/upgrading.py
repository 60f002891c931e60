"""Records of an earlier release are brought up to date, with a proved copy beside them until that is done."""

from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from carer_app.storage import connecting, migrations, trouble
from carer_app.storage.files import BEFORE_UPGRADE, RECORDS
from carer_app.storage.safe_files import copy_safely


def upgraded(folder: Path, key: bytes) -> dbapi2.Connection:
    """A checked connection to records that were of an earlier release.

    Raises VaultDamaged, NotSaved, DiskFull, OSError: then the copy stays, and the next opening begins again.
    """
    copy = folder / BEFORE_UPGRADE
    copy_safely(folder / RECORDS, copy)
    # A copy that cannot be opened is none: prove it before anything is changed.
    connecting.connect(copy, key).close()
    connection = connecting.connect(folder / RECORDS, key)
    try:
        bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    connection.close()
    connection = connecting.connect(folder / RECORDS, key)  # every page once more, as the disk has it now
    forget_before_upgrade(folder)
    return connection


def bring_up_to_date(connection: dbapi2.Connection) -> None:
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


def forget_before_upgrade(folder: Path) -> None:
    """The copy from before an upgrade opens with the ways in of that time: it goes once the records are proved.

    Never the reason that something fails.
    """
    with suppress(OSError):
        (folder / BEFORE_UPGRADE).unlink()
