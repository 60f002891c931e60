"""The password is forgotten: in by the code of the sheet, or the locked records put to one side."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import CarerAppError
from carer_app.jobs.way_back import put_aside
from carer_app.storage import keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import ways_in
from carer_app.words import _
from ui.base.records import Records
from ui.door.keeping import Keeping
from ui.door.opening import Failed, Opening

if TYPE_CHECKING:
    from datetime import datetime


class WithoutPassword:
    """Nothing here can harm the records, however often it is tried."""

    def __init__(
        self,
        kept: Keeping,
        records: Records,
        opening: Opening,
        ways_in_changed: Callable[[], None],
        now: "Callable[[], datetime]",
    ) -> None:
        self._kept = kept
        self._records = records
        self._opening = opening
        self._ways_in_changed = ways_in_changed
        self._now = now

    def check_code(self, code: str, then: Callable[[], None], failed: Failed) -> None:
        """Whether this code opens the records."""
        self._records.run(partial(_by_code, self._kept.data.vault, code), lambda _opens: then(), failed)

    def open_by_code(self, code: str, password: str, failed: Failed) -> None:
        """Open the records by the code of the sheet; from now on this password opens them too, and the old one not."""
        folder = self._kept.data.vault

        def slow() -> tuple[bytes, bytes]:
            key_file, key = _by_code(folder, code)
            return key, keys.with_slot(key_file, key, keys.PASSWORD, password)

        def then(made: tuple[bytes, bytes]) -> None:
            if self._opening.open_with(made[0], failed, key_file=made[1]):
                self._ways_in_changed()
                # All six groups were read off the paper: nothing is left to check.
                self._records.change(ways_in.sheet_was_proved, self._now().date())
                self._opening.say_done(_("From now on your new password opens your records."))

        self._records.run(slow, then, failed)

    def put_aside(self, failed: Failed) -> bool:
        """Keep the records that nobody can open, under another name, and begin anew. True where that was done."""
        try:
            put_aside(self._kept.data.vault, self._now().date())
        except CarerAppError as error:
            failed(str(error))
            return False
        return True


def _by_code(folder: Path, code: str) -> tuple[bytes, bytes]:
    """The key file, and the key that this code opens in it. Slow. Raises WrongPassphrase, KeyFileDamaged."""
    key_file = Vault.key_file(folder)
    return key_file, keys.unwrap(key_file, code, keys.SHEET)
