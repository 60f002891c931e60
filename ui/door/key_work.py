"""The ways in, as the door changes them: slow key work elsewhere, the key file written here, safely, at the end."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from carer_app.computer.paths import DataDir
from carer_app.errors import CarerAppError
from carer_app.words import _
from ui.base.places import Place, WayBackSheet
from ui.base.records import Records
from ui.door.backing_up import BackingUp

if TYPE_CHECKING:
    from datetime import datetime

Failed = Callable[[str], None]


class KeyWork:
    """What `VaultDoor` can do with the ways in. `then` is called when a change is on the disk, `failed` where not."""

    data: DataDir
    backing_up: BackingUp
    _records: Records
    _now: "Callable[[], datetime]"

    def open_with(
        self, key: bytes, failed: Failed, only_here: bool = False, key_file: bytes | None = None
    ) -> bool:
        """Open the records; a `key_file` is put in place of the old one first."""
        raise NotImplementedError

    def rework(
        self,
        words: str,
        work: Callable[[], tuple[str, bytes]],
        afterwards: Place | None = None,
        opened: Callable[[], None] | None = None,
    ) -> None:
        """Close the records, do slow work on their files, and open them again."""
        raise NotImplementedError

    def ask_ways_in(self, then: "Callable[[frozenset[str]], None]") -> None:
        """Which ways in there are: see `SHEET` and `KEYRING` in `carer_app.jobs.way_back`."""
        folder = self.data.vault

        def slow() -> frozenset[str]:
            from carer_app.storage import files, keys

            return keys.kinds(files.read_key_file(folder))

        self._records.run(slow, then, failed=lambda _sentence: None)

    def say_done(self, said: str) -> None:
        """What worked, with what was found when the records were opened a moment ago."""
        raise NotImplementedError

    # While the records are open

    def make_sheet(self, code: str, then: Callable[[], None], failed: Failed) -> None:
        """From now on this code opens the records. The sheet before it stops working at that moment, not earlier."""
        from carer_app.storage import keys

        self._change(lambda key_file, key: keys.with_slot(key_file, key, keys.SHEET, code), then, failed)

    def take_sheet_away(self, then: Callable[[], None], failed: Failed) -> None:
        """No sheet opens the records any more."""
        from carer_app.storage import keys

        self._change(lambda key_file, key: keys.without(key_file, key, keys.SHEET), then, failed)

    def change_password(self, present: str, new: str, then: Callable[[], None], failed: Failed) -> None:
        """Another password, for whoever knows the present one."""
        from carer_app.storage import keys

        def work(key_file: bytes, _key: bytes) -> bytes:
            return keys.with_slot(key_file, keys.unwrap(key_file, present), keys.PASSWORD, new)

        self._change(work, then, failed)

    # Forgotten

    def check_code(self, code: str, then: Callable[[], None], failed: Failed) -> None:
        """Whether this code opens the records."""
        folder = self.data.vault

        def slow() -> None:
            from carer_app.storage import keys
            from carer_app.storage.vault import Vault

            keys.unwrap(Vault.key_file(folder), code, keys.SHEET)

        self._records.run(slow, lambda _opens: then(), failed)

    def open_by_code(self, code: str, password: str, failed: Failed) -> None:
        """Open the records by the code of the sheet; from now on this password opens them too, and the old one not."""
        folder = self.data.vault

        def slow() -> tuple[bytes, bytes]:
            from carer_app.storage import keys
            from carer_app.storage.vault import Vault

            key_file = Vault.key_file(folder)
            key = keys.unwrap(key_file, code, keys.SHEET)
            return key, keys.with_slot(key_file, key, keys.PASSWORD, password)

        def then(made: tuple[bytes, bytes]) -> None:
            from carer_app.use_cases import ways_in

            if self.open_with(made[0], failed, key_file=made[1]):
                self.backing_up.ways_in_changed()
                # All six groups were read off the paper: nothing is left to check.
                self._records.change(ways_in.sheet_was_proved, self._now().date())
                self.say_done(_("From now on your new password opens your records."))

        self._records.run(slow, then, failed)

    def put_aside(self, failed: Failed) -> bool:
        """Keep the records that nobody can open, under another name, and begin anew. True where that was done."""
        from carer_app.jobs.way_back import put_aside

        try:
            put_aside(self.data.vault, self._now().date())
        except CarerAppError as error:
            failed(str(error))
            return False
        return True

    # Somebody may have seen a way in; the key store

    def renew_everything(self, present: str, password: str, failed: Failed) -> None:
        """A new key for everything, behind `password` alone. Whoever asks must know the present one.

        The records are closed meanwhile, and open again at the page for a new sheet.
        """
        folder, vault = self.data.vault, self._records.vault
        key_file, key, now = vault.key_file_now(), vault.key, self._now()

        def check() -> None:
            from carer_app.storage import keys

            vault.must_be_writable()
            keys.unwrap(key_file, present)

        def work() -> tuple[str, bytes]:
            from carer_app.jobs import way_back

            new_key, left = way_back.renew(folder, key, password, now)
            said = _(
                "Everything is locked anew. Now make a new way-back-in sheet: the old one does not open your records "
                "any more. Older backups may still open with it. “Password and ways in” says what to do about them."
            )
            return " ".join(filter(None, (said, left))), new_key

        def then(_fits: None) -> None:
            self.rework(_("Locking everything anew."), work, WayBackSheet())

        self._records.run(check, then, failed)

    def look_for_key_store(self, then: Callable[[str], None]) -> None:
        """Why this computer has no key store, or nothing. Nobody is asked for a password."""

        def slow() -> str:
            from carer_app.jobs import way_back

            return way_back.is_missing()

        self._records.run(slow, then, failed=lambda _sentence: None)

    def ask_key_store(self, then: Callable[[str], None]) -> None:
        """Why this computer's key store cannot be used just now, or nothing. It may ask for its own password."""

        def slow() -> str:
            from carer_app.jobs import way_back

            return way_back.why_not()

        self._records.run(slow, then, failed=then)

    def remember_here(self, then: Callable[[], None], failed: Failed) -> None:
        """From now on this computer's key store opens the records."""
        from carer_app.jobs import way_back

        self._change(way_back.remember_here, then, failed)

    def forget_here(self, then: Callable[[], None], failed: Failed) -> None:
        """This computer's key store does not open the records any more, whether or not it lets go of its secret."""
        from carer_app.jobs import way_back
        from carer_app.storage import keys

        def tidy() -> None:
            then()
            if changed:
                self._records.run(partial(way_back.forget_here, changed[0]), self._say_what_is_left)

        changed: list[bytes] = []

        def work(key_file: bytes, key: bytes) -> bytes:
            changed[:] = [key_file]
            return keys.without(key_file, key, keys.KEYRING)

        self._change(work, tidy, failed)

    def _say_what_is_left(self, sentence: str) -> None:
        if sentence:
            self._records.news.emit(sentence)

    def unlock_from_key_store(self, failed: Failed) -> None:
        """Open the records with what this computer's key store keeps."""
        from carer_app.jobs import way_back

        def then(key: bytes) -> None:
            self.open_with(key, failed)

        self._records.run(partial(way_back.by_key_store, self.data.vault), then, failed)

    def _change(
        self, work: Callable[[bytes, bytes], bytes], then: Callable[[], None], failed: Failed
    ) -> None:
        try:
            vault = self._records.vault
            before = vault.key_file_now()
        except CarerAppError as error:
            failed(str(error))
            return

        def keep(after: bytes) -> None:
            try:
                if (
                    vault.key_file_now() != before
                ):  # another way in was changed meanwhile: once more from there
                    self._change(work, then, failed)
                    return
                vault.keep_key_file(after)
            except CarerAppError as error:
                failed(str(error))
                return
            self.backing_up.ways_in_changed()
            then()

        self._records.run(partial(work, before, vault.key), keep, failed)
