"""Where everything of ours lives on this computer, in folders that only this person can look into."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from carer_app.computer.owner_only import owner_only_folder

RECORDS_FILE = "vault.db"
KEY_FILE = "vault.key"
FOLDER_ON_A_STICK = "PEP Companion"
_LONGEST_POINTER = 64 * 1024


@dataclass(frozen=True, slots=True)
class DataDir:
    """One folder with all we keep. `root` may not exist yet; `make()` makes it.

    Where that folder is on a stick, `usual` is the folder on this computer: only a pointer is in it, and a count.
    """

    root: Path
    usual: Path | None = None

    @property
    def vault(self) -> Path:
        """The locked records: the key file, the records and the sealed papers."""
        return self.root / "vault"

    @property
    def documents(self) -> Path:
        """The sealed papers, inside the vault so that one folder is the whole of the records."""
        return self.vault / "documents"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def preferences(self) -> Path:
        """A file: the look of the screen, and nothing about a child."""
        return self.root / "preferences.json"

    @property
    def last_save(self) -> Path:
        """A file: how often the records were saved, and nothing else. Tells an older copy from the newest."""
        return self.root / "last-save.json"

    @property
    def second_last_save(self) -> Path | None:
        """The same on this computer, where everything else is on a stick."""
        return None if self.usual is None else self.usual / "last-save.json"

    @property
    def is_on_stick(self) -> bool:
        return self.usual is not None

    @property
    def are_there(self) -> bool:
        """Whether the file with the records is where it belongs, for records that are open."""
        try:
            return (self.vault / RECORDS_FILE).exists()
        except OSError:
            return False

    @property
    def is_missing(self) -> bool:
        """Whether the stick with the records is not plugged in. Nothing may be written then."""
        if self.usual is None:
            return False
        try:
            return not has_records(self.vault)
        except OSError:
            return True

    @property
    def at_home(self) -> Path:
        """The folder on this computer, also where everything is on a stick: one running application for each."""
        return self.usual or self.root

    @property
    def pointer(self) -> Path:
        """A file on this computer: the path of the folder on the stick, and nothing else."""
        return (self.usual or self.root) / "where.json"

    def moved_to(self, folder: Path) -> "DataDir":
        """The same with everything in that folder on a stick. Nothing is written yet: see `point`."""
        return DataDir(folder, self.usual or self.root)

    def point(self) -> None:
        """Leave the pointer on this computer; what else was kept in the usual folder goes. Raises OSError."""
        import json
        import shutil

        from carer_app.storage.safe_files import write_safely

        if self.usual is None:
            return
        here = DataDir(self.usual)
        owner_only_folder(here.root)
        write_safely(here.pointer, json.dumps({"folder": str(self.root)}).encode())
        with suppress(OSError):  # the pointer counts by now
            here.preferences.unlink(missing_ok=True)
        if here.logs.is_dir():  # to look into a pipe would wait for ever
            shutil.rmtree(here.logs, ignore_errors=True)

    def back_here(self) -> "DataDir":
        """Forget the stick: from now on everything is in the usual folder. The stick is left alone."""
        self.pointer.unlink(missing_ok=True)
        if self.second_last_save is not None:
            with suppress(OSError):  # the pointer is gone: that is what counts
                self.second_last_save.unlink(missing_ok=True)
        return DataDir(self.usual or self.root)

    def make(self) -> None:
        """Make the root and the logs folder. The vault folder is made by `Vault.create`. Raises OSError."""
        owner_only_folder(self.root)
        owner_only_folder(self.logs)


def data_dir(override: Path | None = None) -> DataDir:
    """The folder named on the command line, or the usual place of this system; or where its pointer leads."""
    if override is not None:
        return _follow(DataDir(override.expanduser().absolute()))
    import platformdirs

    # roaming=False: on Windows a roaming folder is copied to a server.
    return _follow(DataDir(Path(platformdirs.user_data_dir("PEP Companion", appauthor=False, roaming=False))))


def can_be(folder: Path) -> bool:
    """Whether everything can be kept in this folder, or it can be made. Nothing is made or written."""
    if not folder.parts:
        return False
    try:
        wanted = there = folder.expanduser().absolute()
        while not is_anything(there):
            there = there.parent
        may_be = there.is_dir() and os.access(there, os.R_OK | os.X_OK)
        if there != wanted:  # it would have to be made
            may_be = may_be and os.access(there, os.W_OK)
    except (OSError, ValueError, RuntimeError):
        return False
    return may_be


def is_anything(place: Path) -> bool:
    """Whether there is a file or folder of this name. Raises OSError where there can be none."""
    try:
        place.lstat()
    except FileNotFoundError:
        return False
    return True


def _follow(usual: DataDir) -> DataDir:
    """A pointer that cannot be read leads to itself, a file: no records are there, and nothing can be written."""
    try:
        usual.pointer.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return usual
    except OSError:
        return usual.moved_to(usual.pointer)
    import json

    from carer_app.storage.safe_files import read_safely

    try:
        folder = json.loads(read_safely(usual.pointer, _LONGEST_POINTER))["folder"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return usual.moved_to(usual.pointer)
    return usual.moved_to(Path(folder) if isinstance(folder, str) and folder else usual.pointer)


@dataclass(frozen=True, slots=True)
class ChosenStick:
    """A folder somebody chose on a stick: where our folder is in it, and what is to be known about it."""

    folder: Path
    has_records: bool
    is_on_this_computer: bool


def look_at_stick(chosen: Path) -> ChosenStick:
    """Look at a chosen folder without writing. Our own folder in it may have been chosen too. Raises OSError."""
    ours = has_records(DataDir(chosen).vault) or chosen.name == FOLDER_ON_A_STICK
    folder = chosen if ours else chosen / FOLDER_ON_A_STICK
    same_drive = os.stat(chosen).st_dev == os.stat(Path.home()).st_dev
    return ChosenStick(folder, has_records(DataDir(folder).vault), same_drive)


def has_records(vault_folder: Path) -> bool:
    """True if any part of someone's records is here: ask for the password instead of starting anew.

    Quick, for the first page: nothing else is imported. Raises OSError where we may not look.
    """
    return any((vault_folder / name).exists() for name in (RECORDS_FILE, KEY_FILE))
