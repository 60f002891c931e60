"""Changing the key file of the open records: slow key work elsewhere, written here, safely, at the end."""

from collections.abc import Callable
from functools import partial

from carer_app.errors import CarerAppError
from ui.base.records import Records
from ui.door.opening import Failed


class ChangingKeyFile:
    """`then` is called when a change is on the disk, `failed` where not."""

    def __init__(self, records: Records, changed: Callable[[], None]) -> None:
        """`changed` is called after each change: backups should open with the ways in of today."""
        self._records = records
        self._changed = changed

    def change(self, work: Callable[[bytes, bytes], bytes], then: Callable[[], None], failed: Failed) -> None:
        """`work` makes the new key file of the present one and the key."""
        try:
            vault = self._records.vault
            before = vault.key_file_now()
        except CarerAppError as error:
            failed(str(error))
            return

        def keep(after: bytes) -> None:
            try:
                if vault.key_file_now() != before:
                    self.change(
                        work, then, failed
                    )  # another way in was changed meanwhile: once more from there
                    return
                vault.keep_key_file(after)
            except CarerAppError as error:
                failed(str(error))
                return
            self._changed()
            then()

        self._records.run(partial(work, before, vault.key), keep, failed)
