"""One backup in one file, to carry to another computer. It is as locked as the records are.

A plain archive of files that are locked already: the list, the key file, the records and the papers. Reading one
takes those names and nothing else, in bounded size, and trusts nothing until the backup is opened with its key.
"""

import os
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from carer_app.computer.paths import KEY_FILE, RECORDS_FILE
from carer_app.errors import BackupDamaged, KeyFileDamaged
from carer_app.storage import backup_trouble, keys, trouble
from carer_app.storage.backup_list import LIST, MOST_LIST_BYTES, MOST_PAPERS, Backup, write_list
from carer_app.storage.backups import Backups
from carer_app.storage.looking import MOST_BYTES as MOST_RECORDS
from carer_app.storage.safe_files import (
    OLD_SECONDS,
    NotPlain,
    TooLong,
    open_plain,
    read_safely,
    sweep_parts,
    write_whole,
)
from carer_app.storage.sealed_files import FOLDER_NAME, MOST_SEALED_BYTES, is_fingerprint
from carer_app.words import _

ENDING = ".pepbackup"
_SMALL_AND_RECORDS = {LIST: MOST_LIST_BYTES, KEY_FILE: keys.MOST_BYTES, RECORDS_FILE: MOST_RECORDS}
_AT_ONCE = 4 * 1024 * 1024
# What zipfile raises for rubbish: an unknown way of packing is NotImplementedError, a locked member RuntimeError.
_RUBBISH = (
    zipfile.BadZipFile,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


def write(backups: Backups, backup: Backup, key: bytes, target: Path) -> None:
    """One file with everything of `backup`. Slow: in the background.

    Raises BackupDamaged where a part of it is gone, DiskFull, ReadOnlyFolder, NotSaved.
    """
    sweep_parts(target.parent, seconds_old=OLD_SECONDS)
    # Where it will lie nobody has proved it yet.
    listed = write_list(replace(backup, proved_on=None), key)
    try:
        with (
            backups.alone,
            write_whole(target) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        ):
            archive.writestr(zipfile.ZipInfo(LIST), listed)
            archive.writestr(zipfile.ZipInfo(KEY_FILE), backup.key_file())
            archive.writestr(zipfile.ZipInfo(RECORDS_FILE), read_safely(backup.records, MOST_RECORDS))
            for paper in backup.papers:
                data = read_safely(backups.documents / paper, MOST_SEALED_BYTES)
                archive.writestr(zipfile.ZipInfo(f"{FOLDER_NAME}/{paper}"), data)
    except (FileNotFoundError, NotPlain, TooLong, KeyFileDamaged) as error:
        if isinstance(error, OSError) and not os.path.isdir(target.parent):  # the stick was pulled out
            raise backup_trouble.carrying(error) from error
        raise backup_trouble.not_made() from error
    except OSError as error:
        raise backup_trouble.carrying(error) from error


def take_in(source: Path, backups: Backups) -> Backup:
    """Put the backup in `source` among the others. Slow: in the background. It is not opened yet: no key is needed.

    Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
    """
    try:
        with _open(source) as plain, zipfile.ZipFile(_Careful(plain)) as archive:
            members = _members(archive, os.fstat(plain.fileno()).st_size)
            return backups.take_in(partial(_unpack, archive, members))
    except _RUBBISH as error:
        raise trouble.backup_damaged() from error
    except OSError as error:
        raise backup_trouble.not_read() from error


def _open(source: Path) -> BinaryIO:
    try:
        return open_plain(source)
    except NotPlain as error:
        raise BackupDamaged(
            _(
                "That is not a file with a backup in it, but a link or something else. Nothing has been changed. "
                "Please choose the file itself."
            )
        ) from error


class _Careful:
    """A file that is never read by more than some megabytes at once, whatever it says of itself.

    What it leads to that is not there is rubbish too, and no fault of the disk that is written to: ValueError.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell, self.seekable = file.tell, file.seekable

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Raises ValueError where there is no such place."""
        try:
            return self._file.seek(place, whence)
        except OSError as error:
            raise ValueError from error

    def read(self, size: int = -1) -> bytes:
        """Raises ValueError where that much is asked for, or where it cannot be read."""
        try:
            data = self._file.read(min(size, _AT_ONCE + 1) if size >= 0 else _AT_ONCE + 1)
        except OSError as error:
            raise ValueError from error
        if len(data) > _AT_ONCE:
            raise ValueError
        return data


def _members(archive: zipfile.ZipFile, size: int) -> list[zipfile.ZipInfo]:
    """What is in it: each of our names once, nothing packed, and no more altogether than the file is long."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    papers = [name.removeprefix(f"{FOLDER_NAME}/") for name in names if name not in _SMALL_AND_RECORDS]
    if len(infos) > MOST_PAPERS + 3 or len(set(names)) != len(names) or len(names) != len(papers) + 3:
        raise ValueError
    if not all(name.startswith(f"{FOLDER_NAME}/") for name in names if name not in _SMALL_AND_RECORDS):
        raise ValueError
    if not all(map(is_fingerprint, papers)) or sum(info.file_size for info in infos) > size:
        raise ValueError
    for info in infos:
        most = _SMALL_AND_RECORDS.get(info.filename, MOST_SEALED_BYTES)
        packed = info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size
        if packed or info.file_size > most:
            raise ValueError
    return infos


def _unpack(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path) -> None:
    try:
        (folder / FOLDER_NAME).mkdir(mode=0o700)
        for info in members:
            with archive.open(info) as packed, write_whole(folder / info.filename) as file:
                left = info.file_size
                while left > 0 and (data := packed.read(min(_AT_ONCE // 4, left))):
                    file.write(data)
                    left -= len(data)
                if left:
                    raise EOFError
    except _RUBBISH as error:
        raise trouble.backup_damaged() from error
