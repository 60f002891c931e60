"""Where everything of ours lives on this computer, in folders that only this person can look into."""

import os
from dataclasses import dataclass
from pathlib import Path

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600
RECORDS_FILE = "vault.db"
KEY_FILE = "vault.key"


@dataclass(frozen=True, slots=True)
class DataDir:
    """One folder with all we keep. `root` may not exist yet; `make()` makes it."""

    root: Path

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

    def make(self) -> None:
        """Make the root and the logs folder. The vault folder is made by `Vault.create`. Raises OSError."""
        owner_only_folder(self.root)
        owner_only_folder(self.logs)


def data_dir(override: Path | None = None) -> DataDir:
    """The folder named on the command line, or the usual place of this system."""
    if override is not None:
        return DataDir(override.expanduser().absolute())
    import platformdirs

    # roaming=False: on Windows a roaming folder is copied to a server.
    return DataDir(Path(platformdirs.user_data_dir("PEP Companion", appauthor=False, roaming=False)))


def has_records(vault_folder: Path) -> bool:
    """True if any part of someone's records is here: ask for the password instead of starting anew.

    Quick, for the first page: nothing else is imported. Raises OSError where we may not look.
    """
    return any((vault_folder / name).exists() for name in (RECORDS_FILE, KEY_FILE))


def owner_only_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, all 0700.

    A folder that was there keeps its mode. Raises OSError.
    """
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    for each in reversed(missing):
        each.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
        # mkdir's mode is cut down by the umask only; chmod also undoes an inherited default ACL.
        each.chmod(OWNER_ONLY_FOLDER)
    if not folder.is_dir():
        raise NotADirectoryError(folder)


def owner_only(name: str, flags: int) -> int:
    """An `opener` for `open()`: a file that is new is 0600."""
    return os.open(name, flags, OWNER_ONLY_FILE)
