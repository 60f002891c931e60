"""One backup in one file, to carry to another computer. It is as locked as the records are.

A plain archive of files that are locked already: the list, the key file, the records and the papers. Reading one
takes those names and nothing else, in bounded size, and trusts nothing until the backup is opened with its key.
"""

import zipfile
from pathlib import Path

from carer_app.paths import KEY_FILE, RECORDS_FILE, owner_only_folder
from carer_app.storage import trouble
from carer_app.storage.backup_list import LIST, Backup
from carer_app.storage.backups import Backups
from carer_app.storage.safe_files import OLD_SECONDS, sweep_parts, write_safely, write_whole
from carer_app.storage.sealed_files import FOLDER_NAME, MOST_BYTES, is_fingerprint

ENDING = ".pepbackup"
_MOST_FILES = 10_000
_MOST_RECORDS = 1024 * 1024 * 1024
_MOST_SMALL = 1024 * 1024


def write(backups: Backups, backup: Backup, target: Path) -> None:
    """One file with everything of `backup`. Slow: in the background.

    Raises BackupDamaged where a part of it is gone, DiskFull, ReadOnlyFolder, NotSaved.
    """
    sweep_parts(target.parent, seconds_old=OLD_SECONDS)
    try:
        with (
            backups.alone,
            write_whole(target) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        ):
            for name in (LIST, KEY_FILE, RECORDS_FILE):
                archive.writestr(zipfile.ZipInfo(name), (backup.folder / name).read_bytes())
            for paper in backup.papers:
                data = (backups.folder / FOLDER_NAME / paper).read_bytes()
                archive.writestr(zipfile.ZipInfo(f"{FOLDER_NAME}/{paper}"), data)
    except FileNotFoundError as error:
        raise trouble.backup_damaged() from error
    except OSError as error:
        raise trouble.from_os(error) from error


def take_in(source: Path, backups: Backups) -> Backup:
    """Put the backup in `source` among the others. Slow: in the background. It is not opened yet: no key is needed.

    Raises BackupDamaged, DiskFull, ReadOnlyFolder, NotSaved.
    """
    try:
        with backups.alone, zipfile.ZipFile(source) as archive:
            papers = _names_of_papers(archive)
            parts = {
                LIST: _read(archive, LIST, _MOST_SMALL),
                KEY_FILE: _read(archive, KEY_FILE, _MOST_SMALL),
                RECORDS_FILE: _read(archive, RECORDS_FILE, _MOST_RECORDS),
            }
            _unpack(archive, papers, backups.folder / FOLDER_NAME)
            return backups.take_in(parts)
    # What zipfile raises for rubbish: an unknown way of packing is NotImplementedError, a locked member RuntimeError.
    except (zipfile.BadZipFile, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError) as error:
        raise trouble.backup_damaged() from error
    except OSError as error:
        raise trouble.from_os(error) from error


def _names_of_papers(archive: zipfile.ZipFile) -> list[str]:
    names = [info.filename for info in archive.infolist()]
    papers = [name.removeprefix(f"{FOLDER_NAME}/") for name in names if name.startswith(f"{FOLDER_NAME}/")]
    if len(names) > _MOST_FILES or len(set(names)) != len(names) or len(names) != len(papers) + 3:
        raise ValueError
    if not all(map(is_fingerprint, papers)):
        raise ValueError
    return papers


def _unpack(archive: zipfile.ZipFile, papers: list[str], folder: Path) -> None:
    owner_only_folder(folder)
    for paper in papers:
        if not (folder / paper).exists():
            write_safely(folder / paper, _read(archive, f"{FOLDER_NAME}/{paper}", MOST_BYTES + 1024))


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    info = archive.getinfo(name)
    if info.compress_type != zipfile.ZIP_STORED:
        raise ValueError
    with archive.open(info) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError
    return data
