"""Opening and locking: the slow key work elsewhere, the records opened here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import CarerAppError
from carer_app.paths import has_records
from ui.records import Records

if TYPE_CHECKING:
    from carer_app.storage.vault import Vault


class VaultDoor:
    """The way in for the pages shown before unlocking: makes or opens the records in one folder."""

    def __init__(self, folder: Path, records: Records, opened: Callable[[], None]) -> None:
        self._folder = folder
        self._records = records
        self._opened = opened

    def exists(self) -> bool:
        """Whether there are records in the folder, damaged or not."""
        return has_records(self._folder)

    def warm_up(self) -> None:
        """Import the heavy things while the carer is still typing."""
        self._records.run(_import_heavy_things, then=lambda _done: None)

    def create(self, password: str, failed: Callable[[str], None]) -> None:
        """Make new records with this password and open them."""

        def slow() -> "tuple[bytes, bytes]":
            from carer_app.storage import keys

            _import_records()
            return keys.new_key_file(password)

        def then(made: "tuple[bytes, bytes]") -> None:
            from carer_app.storage.vault import Vault

            self._open(lambda: Vault.create_with(self._folder, *made), failed)

        self._records.run(slow, then, failed)

    def unlock(self, password: str, failed: Callable[[str], None]) -> None:
        """Open the records with this password. `failed` gets the sentence where they stay shut."""
        folder = self._folder

        def slow() -> bytes:
            from carer_app.storage import keys
            from carer_app.storage.vault import Vault

            _import_records()
            return keys.unwrap(Vault.key_file(folder), password)

        def then(key: bytes) -> None:
            from carer_app.storage.vault import Vault

            self._open(lambda: Vault.open_with(folder, key), failed)

        self._records.run(slow, then, failed)

    def _open(self, opening: "Callable[[], Vault]", failed: Callable[[str], None]) -> None:
        try:
            vault = opening()
        except CarerAppError as error:
            failed(str(error))
            return
        self._records.open(vault)
        self._opened()


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
