"""Opening and locking: the slow key work elsewhere, the records opened here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from carer_app.errors import CarerAppError, OpenElsewhere
from carer_app.paths import DataDir, has_records
from carer_app.words import _
from ui.page import OlderCopy
from ui.records import Records

if TYPE_CHECKING:
    from datetime import datetime

    from carer_app.storage.vault import Vault
    from carer_app.storage.witness import Seen, Witness


class VaultDoor:
    """The way in for the pages shown before unlocking: makes or opens the records in one folder."""

    def __init__(
        self,
        data: DataDir,
        records: Records,
        opened: Callable[[], None],
        now: "Callable[[], datetime]",
        strengthen: bool = False,
    ) -> None:
        """`opened` is called when records have just been opened. `strengthen` makes passwords harder to guess where
        this computer can; tests with the cheapest passwords go without."""
        self._data = data
        self._records = records
        self._opened = opened
        self._now = now
        self._strengthen = strengthen
        self._seen: Seen | None = None

    def exists(self) -> bool:
        """Whether there are records in the folder, damaged or not."""
        return has_records(self._data.vault)

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

            key_file, key = made
            self._open(
                lambda: Vault.create_with(self._data.vault, key_file, key, self._witness(key_file)), failed
            )

        self._records.run(slow, then, failed)

    def unlock(self, password: str, failed: Callable[[str], None]) -> None:
        """Open the records with this password. `failed` gets the sentence where they stay shut."""
        folder = self._data.vault

        def slow() -> bytes:
            from carer_app.storage import keys
            from carer_app.storage.vault import Vault

            _import_records()
            return keys.unwrap(Vault.key_file(folder), password)

        def then(key: bytes) -> None:
            if self.open_with(key, failed) and self._strengthen:
                self._make_harder_to_guess(password)

        self._records.run(slow, then, failed)

    def open_with(self, key: bytes, failed: Callable[[str], None], only_here: bool = False) -> bool:
        """Open the records by their key: to read only where another computer has them open. True where it did."""
        from carer_app.storage.vault import Vault

        def opening() -> Vault:
            witness = self._witness(Vault.key_file(self._data.vault))
            try:
                vault = Vault.open_with(self._data.vault, key, witness, only_here)
            except OpenElsewhere:
                return Vault.open_to_read(self._data.vault, key)
            self._seen = witness.seen()
            return vault

        return self._open(opening, failed)

    # What the pages shown just after opening ask

    def open_only_here(self, failed: Callable[[str], None]) -> None:
        """The carer knows that no other computer has the records open: open them to change them."""
        key = self._records.vault.key
        self._records.close()
        self.open_with(key, failed, only_here=True)

    def older_copy(self) -> OlderCopy | None:
        """What is missing, where the records that were opened are an older copy."""
        if self._seen is None or self._seen.saves <= self._records.vault.saves:
            return None
        return OlderCopy(self._seen.saves - self._records.vault.saves, self._seen.on)

    def go_on_with_older(self) -> None:
        """The carer goes on with the older copy. Raises NotSaved."""
        if self._seen is not None:
            self._records.vault.count_from(self._seen.saves)

    def _witness(self, key_file: bytes) -> "Witness":
        from carer_app.storage import keys
        from carer_app.storage.witness import Witness

        return Witness(self._data.last_save, keys.vault_id(key_file))

    def _open(self, opening: "Callable[[], Vault]", failed: Callable[[str], None]) -> bool:
        self._seen = None
        try:
            vault = opening()
        except CarerAppError as error:
            failed(str(error))
            return False
        self._records.open(vault)
        self._opened()
        if not vault.is_read_only:
            self._keep_other_copies(vault)
        return True

    def _make_harder_to_guess(self, password: str) -> None:
        vault = self._records.vault
        if vault.is_read_only:
            return
        key_file, key = vault.key_file_now(), vault.key

        def slow() -> bytes | None:
            from carer_app.storage import keys

            return keys.stronger(key_file, key, password)

        def then(harder: bytes | None) -> None:
            # Where a way in was changed meanwhile, the next time will do.
            if harder is not None and self._records.is_open and vault.key_file_now() == key_file:
                vault.keep_key_file(harder)

        self._records.run(slow, then, failed=lambda _sentence: None)

    def _keep_other_copies(self, vault: "Vault") -> None:
        folder, backups, now = self._data.vault, self._data.backups, self._now()
        key_file, key = vault.key_file_now(), vault.key

        def slow() -> int:
            from carer_app.jobs.other_copies import keep_other_copies

            return keep_other_copies(folder, backups, key_file, key, now)

        def then(taken: int) -> None:
            if taken:
                self._records.problem.emit(
                    _(
                        "Your records were saved on another computer too, and the two did not meet. What you see is "
                        "this computer’s. The other one is kept as a backup: look at it under “Go back to a backup”."
                    )
                )

        self._records.run(slow, then)


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
