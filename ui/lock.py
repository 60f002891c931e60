"""Opening and locking: the slow key work elsewhere, the records opened here."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import CarerAppError, NotSaved
from carer_app.paths import DataDir, has_records
from carer_app.words import _
from ui.records import Records

if TYPE_CHECKING:
    from carer_app.storage.vault import Vault
    from carer_app.use_cases.keeping import Permit


class VaultDoor:
    """The way in for the pages shown before unlocking: makes or opens the records in one folder.

    `data` is where everything is kept, and changes where the carer keeps it on a stick. `begin` shows the first page.
    """

    def __init__(
        self, data: DataDir, records: Records, opened: Callable[[], None], begin: Callable[[], None]
    ) -> None:
        self.data = data
        self._records = records
        self._opened = opened
        self._begin = begin
        self._permit: Permit | None = None
        self._new_data = data

    def exists(self) -> bool:
        """Whether there are records in the folder, damaged or not."""
        return has_records(self.data.vault)

    def warm_up(self) -> None:
        """Import the heavy things while the carer is still typing."""
        self._records.run(_import_heavy_things, then=lambda _done: None)

    # Whether notes may be kept, and where

    def answered(self, permit: "Permit", stick: Path | None = None) -> None:
        """What the carer said of keeping notes. In memory only: `create` writes it into the new records."""
        self._permit = permit
        self._new_data = self.data if stick is None else self.data.moved_to(stick)

    def print_and_forget(self, permit: "Permit", failed: Callable[[str], None]) -> None:
        """Begin a sitting that is in memory only."""

        def then(_imported: None) -> None:
            from carer_app.storage.vault import Vault
            from carer_app.use_cases import keeping

            sitting = Vault.in_memory()
            sitting.run(keeping.write_down, permit)
            self._records.open(sitting)
            self._opened()

        self._records.run(_import_records, then, failed)

    def show_again(self) -> None:
        """The carer comes back to a sitting that was hidden."""
        self._opened()

    def forget(self) -> None:
        """End a sitting: it is gone."""
        self._records.close()
        self._permit = None
        self._begin()

    def where(self) -> Path:
        """The folder with everything that is kept."""
        return self.data.root

    def begin_again(self) -> bool:
        """Look for the stick once more. False where it is still not there."""
        if self.data.is_missing:
            return False
        self._begin()
        return True

    def begin_on_stick(self, folder: Path) -> None:
        """The records are in this folder on a stick: ask for their password. Raises OSError."""
        data = self.data.moved_to(folder)
        data.point()
        self.data = self._new_data = data
        self._begin()

    def begin_without_stick(self) -> None:
        """Start anew on this computer. What is on the stick stays there. Raises OSError."""
        self.data = self._new_data = self.data.back_here()
        self._begin()

    # Making and opening records

    def create(self, password: str, failed: Callable[[str], None]) -> None:
        """Make new records with this password and open them."""

        def slow() -> "tuple[bytes, bytes]":
            from carer_app.storage import keys

            _import_records()
            return keys.new_key_file(password)

        def then(made: "tuple[bytes, bytes]") -> None:
            self._open(lambda: self._new_records(*made), failed)

        self._records.run(slow, then, failed)

    def unlock(self, password: str, failed: Callable[[str], None]) -> None:
        """Open the records with this password. `failed` gets the sentence where they stay shut."""
        folder = self.data.vault

        def slow() -> bytes:
            from carer_app.storage import keys
            from carer_app.storage.vault import Vault

            _import_records()
            return keys.unwrap(Vault.key_file(folder), password)

        def then(key: bytes) -> None:
            from carer_app.storage.vault import Vault

            self._open(lambda: Vault.open_with(folder, key), failed)

        self._records.run(slow, then, failed)

    def _new_records(self, key_file: bytes, key: bytes) -> "Vault":
        """New records with the carer's answer in them, and with all of a sitting that is to be kept. All or nothing."""
        from carer_app.storage.vault import Vault
        from carer_app.use_cases import keeping

        data = self._new_data
        vault = Vault.create_with(data.vault, key_file, key)
        try:
            if self._records.forgets:
                vault.take_over(self._records.vault)
            if self._permit is not None:
                vault.run(keeping.write_down, self._permit)
            data.point()
        except (CarerAppError, OSError) as error:
            vault.close()
            shutil.rmtree(data.vault, ignore_errors=True)  # made a moment ago, and nothing else is in it
            raise error if isinstance(error, CarerAppError) else _no_pointer() from error
        self.data = data
        return vault

    def _open(self, opening: "Callable[[], Vault]", failed: Callable[[str], None]) -> None:
        try:
            vault = opening()
        except CarerAppError as error:
            failed(str(error))
            return
        if self._records.is_open:
            self._records.close()  # a sitting, taken over whole
        self._records.open(vault)
        self._opened()


def _no_pointer() -> NotSaved:
    return NotSaved(
        _(
            "This computer could not note down where the stick is, so nothing was made. "
            "What you typed is still here. Make some room on this computer, then try again."
        )
    )


def _import_heavy_things() -> None:
    _import_records()
    # What the first page inside needs, and what every page does.
    import ui.dialogs
    import ui.home.home
    import ui.side_bar
    import ui.widgets.date_field
    import ui.widgets.error_summary
    import ui.widgets.message_bar
    import ui.widgets.saved_text  # noqa: F401


def _import_records() -> None:
    import sqlalchemy.dialects.sqlite
    import sqlalchemy.orm

    import carer_app.domain.everything
    import carer_app.storage.keys
    import carer_app.storage.vault
    import carer_app.use_cases.today  # noqa: F401  # the first page after unlocking

    sqlalchemy.orm.configure_mappers()  # otherwise this happens with the first question, on the main thread
