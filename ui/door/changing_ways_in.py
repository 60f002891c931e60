"""Changing the password and the way-back-in sheet, while the records are open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from carer_app.errors import PapersUnread
from carer_app.jobs import way_back
from carer_app.storage import keys
from carer_app.words import _
from ui.base.places_of_side_bar import WayBackSheetPlace
from ui.base.records import Records
from ui.door.changing_key_file import ChangingKeyFile
from ui.door.keeping import Keeping
from ui.door.opening import Failed
from ui.door.reworking import Reworking

if TYPE_CHECKING:
    from datetime import datetime


class ChangingWaysIn:
    """`then` is called when a change is on the disk, `failed` where not."""

    def __init__(
        self,
        kept: Keeping,
        records: Records,
        key_file: ChangingKeyFile,
        reworking: Reworking,
        now: "Callable[[], datetime]",
    ) -> None:
        self._kept = kept
        self._records = records
        self._key_file = key_file
        self._reworking = reworking
        self._now = now
        self._unread: frozenset[str] = frozenset()
        self.unread: tuple[str, ...] = ()
        """What the carer calls the papers that could not be read when everything was to be locked anew."""
        records.closed.connect(self._forget)

    def _forget(self) -> None:
        self._unread, self.unread = frozenset(), ()

    def make_sheet(self, code: str, then: Callable[[], None], failed: Failed) -> None:
        """From now on this code opens the records. The sheet before it stops working at that moment, not earlier."""
        self._key_file.change(
            lambda key_file, key: keys.with_slot(key_file, key, keys.SHEET, code), then, failed
        )

    def take_sheet_away(self, then: Callable[[], None], failed: Failed) -> None:
        """No sheet opens the records any more."""
        self._key_file.change(lambda key_file, key: keys.without(key_file, key, keys.SHEET), then, failed)

    def change_password(self, present: str, new: str, then: Callable[[], None], failed: Failed) -> None:
        """Another password, for whoever knows the present one."""

        def work(key_file: bytes, _key: bytes) -> bytes:
            return keys.with_slot(key_file, keys.unwrap(key_file, present), keys.PASSWORD, new)

        self._key_file.change(work, then, failed)

    def renew_everything(
        self, present: str, password: str, failed: Failed, without_unread: bool = False
    ) -> None:
        """A new key for everything, behind `password` alone. Whoever asks must know the present one. `without_unread`:
        what could not be read the last time stays as it is, if it still cannot.

        The records are closed meanwhile, and open again at the page for a new sheet.
        """
        folder, vault = self._kept.data.vault, self._records.vault
        key_file, key, now = vault.key_file_now(), vault.key, self._now()
        without = self._unread if without_unread else frozenset()

        def check() -> None:
            vault.must_be_writable()
            keys.unwrap(key_file, present)

        def work() -> tuple[str, bytes]:
            try:
                new_key, left = way_back.renew(folder, key, password, now, without)
            except PapersUnread as error:
                self._unread, self.unread = error.fingerprints, error.titles
                raise
            said = _(
                "Everything is locked anew. Now make a new way-back-in sheet: the old one does not open your records "
                "any more. Older backups may still open with it. “Password and ways in” says what to do about them."
            )
            return " ".join(filter(None, (said, left))), new_key

        def then(_fits: None) -> None:
            self._reworking.rework(_("Locking everything anew."), work, WayBackSheetPlace())

        self._records.run(check, then, failed)
