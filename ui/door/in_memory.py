"""A sitting that is in memory only: begun, shown again after it was hidden, forgotten."""

from collections.abc import Callable

from carer_app.storage.vault import Vault
from carer_app.use_cases import may_keep
from ui.base.records import Records
from ui.door.keeping import Keeping


class InMemory:
    """Nothing of it is ever written down, and there is nothing to unlock it with."""

    def __init__(
        self, kept: Keeping, records: Records, opened: Callable[[], None], begin: Callable[[], None]
    ) -> None:
        """`opened` is called when it has begun, or is shown again; `begin` shows the first page."""
        self._kept = kept
        self._records = records
        self._opened = opened
        self._begin = begin

    def begin(self, keeping_answer: may_keep.KeepingAnswer) -> None:
        """Begin one, with what the carer said of keeping notes."""
        sitting = Vault.in_memory()
        sitting.run(may_keep.write_down, keeping_answer)
        self._records.open(sitting)
        self._opened()

    def show_again(self) -> None:
        """The carer comes back to a sitting that was hidden."""
        self._opened()

    def forget(self) -> None:
        """End it: it is gone."""
        self._records.close()
        self._kept.keeping_answer = None
        self._begin()
