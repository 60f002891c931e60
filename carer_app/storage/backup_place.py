"""One folder with backups: what is found there, whose it is, and how a new one gets its name."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from carer_app.computer.owner_only import keep_folder, owner_only_folder
from carer_app.computer.paths import is_anything
from carer_app.storage import backup_tidying, backup_trouble
from carer_app.storage.backup_list import Backup, looks_like_backup, read_list, without_list
from carer_app.storage.safe_files import PART, is_real_folder, make_real_folder
from carer_app.storage.sealed_files import FOLDER_NAME

_MOST_FOLDERS = 2_000


@dataclass(slots=True)
class Half:
    """A backup that is being made: its folder, and the papers that were written for it."""

    part: Path
    papers: list[str] = field(default_factory=list)


class BackupPlace:
    """One folder with backups. What is in it may be anybody's."""

    def __init__(self, folder: Path, is_shared: bool = False) -> None:
        """`is_shared` for a second place: others may keep theirs there, and may be writing just now."""
        self.folder = folder
        self.is_shared = is_shared
        self.documents = folder / FOLDER_NAME

    # What is here. Quick

    def found(self) -> list[Backup]:
        """Everything that may be a backup, with a list that can be read or without, newest first. No key is needed."""
        found = [read_list(each) or without_list(each) for each in self.folders()]
        return sorted((each for each in found if each), key=lambda backup: backup.order, reverse=True)

    def all(self) -> list[Backup]:
        """Every backup whose list can be read, newest first."""
        return [each for each in self.found() if each.is_listed]

    def ours(self, key: bytes) -> list[Backup]:
        """Those whose list was sealed with this key, newest first: what decides anything."""
        return [each for each in self.all() if each.is_sealed(key)]

    def good(self, key: bytes) -> list[Backup]:
        """Of ours those that opened when they were proved last, and whose records have not gone since."""
        return [each for each in self.ours(key) if not each.has_problem and each.is_here]

    def newest(self, key: bytes) -> Backup | None:
        """The newest good one of these records."""
        return next(iter(self.good(key)), None)

    def like(self, digest: str, key: bytes) -> Backup | None:
        """A good one of the very same records."""
        return next((each for each in self.good(key) if each.digest == digest), None)

    def own_papers(self, backup: Backup) -> Path:
        """Where papers lie that came with one backup from outside: never among the others, which nobody else writes."""
        return backup.folder / FOLDER_NAME

    def part(self, name: str, key: bytes | None) -> Path:
        """A folder for what is half done: it says whose it is, and nobody can guess it."""
        whose = backup_tidying.mark(key) if key is not None else secrets.token_hex(4)
        return self.folder / f"{name} pep-{whose}{secrets.token_hex(4)}{PART}"

    def folders(self) -> list[Path]:
        """Those that look like a backup, whatever is in them."""
        return self._backups_among((self._names() or [])[-_MOST_FOLDERS:])

    def every_folder(self) -> list[Path] | None:
        """The same, and for sure all of them: None where they cannot be read just now, or are too many."""
        names = self._names()
        return None if names is None or len(names) > _MOST_FOLDERS else self._backups_among(names)

    def _names(self) -> list[str] | None:
        with suppress(OSError):
            if not (self.is_shared and not is_real_folder(self.folder)):
                return sorted(each.name for each in self.folder.iterdir())
        return None

    def _backups_among(self, names: list[str]) -> list[Path]:
        with suppress(OSError):
            return [self.folder / name for name in names if looks_like_backup(self.folder / name)]
        return []

    @contextmanager
    def half_made(self, made: datetime | None, key: bytes | None) -> Iterator[Half]:
        """What fails leaves nothing behind: on a full disk it would be in the way of everything else."""
        half = Half(self.part(f"{made:%Y-%m-%d %H.%M}" if made else "carried here", key))
        try:
            if self.is_shared:
                make_real_folder(self.folder)
            else:
                owner_only_folder(self.folder)
            backup_tidying.sweep(self, key)
            half.part.mkdir(mode=0o700)
            yield half
        except BaseException as error:
            with suppress(OSError):
                shutil.rmtree(half.part, ignore_errors=True)
                self.let_go_of(half.papers)
            if isinstance(error, OSError):
                raise backup_trouble.from_os(error, self.is_shared) from error
            raise

    def put_in_place(self, part: Path) -> Path:
        """Give what is whole its name: its own, or with a number where that is taken. Raises OSError."""
        keep_folder(part)
        wanted = part.name.rpartition(" pep-")[0]
        for number in range(1, _MOST_FOLDERS):
            place = self.folder / (wanted if number == 1 else f"{wanted} {number}")
            if is_anything(place):
                continue
            try:
                part.rename(place)
            except OSError:
                if not is_anything(place):
                    raise
                continue  # another computer was quicker
            keep_folder(self.folder)
            return place
        raise FileExistsError(self.folder)

    def let_go_of(self, papers: "set[str] | list[str] | tuple[str, ...]") -> None:
        """These papers, if no backup names them; in a place of our own alone, also what else nobody names."""
        backup_tidying.let_go(
            self, set(papers) if self.is_shared else {*papers, *backup_tidying.stored(self)}
        )
