"""Making new records, with the carer's first answer in them."""

import shutil
from functools import partial

from carer_app.errors import CarerAppError, NotSaved
from carer_app.jobs import last_saves
from carer_app.storage import keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import may_keep
from carer_app.words import _
from ui.base.records import Records
from ui.door.keeping import Keeping
from ui.door.opening import Failed, Opening


class NewRecords:
    """Makes them all or nothing, and opens them."""

    def __init__(self, kept: Keeping, records: Records, opening: Opening) -> None:
        self._kept = kept
        self._records = records
        self._opening = opening

    def create(self, password: str, failed: Failed) -> None:
        """Make new records with this password and open them."""

        def then(made: tuple[bytes, bytes]) -> None:
            self._opening.open(partial(self._make, *made), failed)

        self._records.run(partial(keys.new_key_file, password), then, failed)

    def _make(self, key_file: bytes, key: bytes) -> Vault:
        """With the carer's answer in them, and with all of a sitting that is to be kept."""
        data = self._kept.in_new
        vault = Vault.create_with(data.vault, key_file, key, last_saves.saves_seen_of(data, key_file, key))
        try:
            if self._records.forgets:
                vault.take_over(self._records.vault)
            if self._kept.keeping_answer is not None:
                vault.run(may_keep.write_down, self._kept.keeping_answer)
            data.point()
        except (CarerAppError, OSError) as error:
            vault.close()
            shutil.rmtree(data.vault, ignore_errors=True)  # made a moment ago, and nothing else is in it
            raise error if isinstance(error, CarerAppError) else _no_pointer() from error
        self._kept.data = data
        self._opening.just_made = True
        return vault


def _no_pointer() -> NotSaved:
    return NotSaved(
        _(
            "This computer could not note down where the stick is, so nothing was made. "
            "What you typed is still here. Make some room on this computer, then try again."
        )
    )
