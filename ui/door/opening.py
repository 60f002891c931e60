"""Opening the records: the slow key work elsewhere, the records opened here."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from carer_app.errors import CarerAppError, OpenElsewhere, ReadOnlyFolder
from carer_app.jobs import last_saves, way_back
from carer_app.jobs.other_copies import keep_other_copies
from carer_app.storage import files, keys
from carer_app.storage.backups import Backups
from carer_app.storage.left_behind import remove
from carer_app.storage.vault import Vault
from carer_app.words import _
from ui.base.records import Records
from ui.door.keeping import Keeping
from ui.door.newest_copy import NewestCopy

if TYPE_CHECKING:
    from datetime import datetime

Failed = Callable[[str], None]


class Opening:
    """Opens the records in one folder by a password, by this computer's key store, or by their key.

    `failed` gets the sentence where they stay shut.
    """

    def __init__(
        self,
        kept: Keeping,
        records: Records,
        newest_copy: NewestCopy,
        opened: Callable[[], None],
        ways_in_changed: Callable[[], None],
        now: "Callable[[], datetime]",
        strengthen: bool,
    ) -> None:
        """`opened` is called when records have just been opened; `ways_in_changed` when a way in is another one.

        `strengthen`: see `Door`.
        """
        self._kept = kept
        self._records = records
        self._newest_copy = newest_copy
        self._opened = opened
        self._ways_in_changed = ways_in_changed
        self._now = now
        self._strengthen = strengthen
        self.found = ""
        """What was found beside the records when they were opened last, in words."""
        self.just_made = False
        """Whether the records that are open were made just now, with everything still to be set up."""

    def ask_ways_in(self, then: Callable[[frozenset[str]], None]) -> None:
        """Which ways in there are: see `SHEET` and `KEYRING` in `carer_app.jobs.way_back`."""
        folder = self._kept.data.vault
        self._records.run(
            lambda: keys.kinds(files.read_key_file(folder)), then, failed=lambda _sentence: None
        )

    def unlock(self, password: str, failed: Failed) -> None:
        """Open the records with this password."""
        folder = self._kept.data.vault

        def slow() -> bytes:
            key = keys.unwrap(Vault.key_file(folder), password)
            self._newest_copy.look_ahead(key)
            return key

        def then(key: bytes) -> None:
            if self.open_with(key, failed) and self._strengthen:
                self._make_harder_to_guess(password)

        self._records.run(slow, then, failed)

    def unlock_from_key_store(self, failed: Failed) -> None:
        """Open the records with what this computer's key store keeps."""

        def then(key: bytes) -> None:
            self.open_with(key, failed)

        self._records.run(partial(way_back.by_key_store, self._kept.data.vault), then, failed)

    def open_only_here(self, failed: Failed) -> None:
        """The carer knows that no other computer has the records open: open them to change them."""
        key = self._records.vault.key
        self._records.close()
        self.open_with(key, failed, only_here=True)

    def open_with(
        self,
        key: bytes,
        failed: Failed,
        only_here: bool = False,
        key_file: bytes | None = None,
        was_at_work: bool = False,
    ) -> bool:
        """Open the records by their key: to read only where nothing may be changed. True where it did.

        A changed `key_file` is put in place first; where that cannot be done, the records stay shut. `was_at_work`
        where it was us who made them what they are.
        """

        def opening() -> Vault:
            data = self._kept.data
            saves_seen = last_saves.saves_seen_of(data, Vault.key_file(data.vault), key)
            try:
                vault = Vault.open_with(data.vault, key, saves_seen, only_here)
            except (OpenElsewhere, ReadOnlyFolder) as error:
                if key_file is not None:
                    raise
                vault = Vault.open_to_read(data.vault, key, isinstance(error, ReadOnlyFolder))
                self._newest_copy.compare(vault, saves_seen, key, was_at_work)
                return vault
            if key_file is not None:
                try:
                    vault.keep_key_file(key_file)
                except CarerAppError:
                    vault.close()
                    raise
            self._newest_copy.compare(vault, saves_seen, key, was_at_work)
            return vault

        return self.open(opening, failed)

    def open(self, opening: Callable[[], Vault], failed: Failed) -> bool:
        """Show the records that `opening` gives. True where it gave them."""
        self._newest_copy.forget()
        try:
            vault = opening()
        except CarerAppError as error:
            failed(str(error))
            return False
        except Exception:
            failed(
                _("Your records could not be opened. They are safe. Close PEP Companion and start it again.")
            )
            raise
        if self._records.is_open:
            self._records.close()  # a sitting, taken over whole
        self._records.open(vault)
        left_behind = _named_nowhere(vault)  # before any page can seal a paper that is named only afterwards
        self._opened()
        self.just_made = False
        if not vault.is_read_only:
            self._newest_copy.ask_second_place(vault)
            self._keep_other_copies(vault, left_behind)
        return True

    def say_done(self, said: str) -> None:
        """With what was found at opening a moment ago: one sentence must not take the place of the other."""
        self._records.done.emit(" ".join(filter(None, (said, self.found))))

    def _make_harder_to_guess(self, password: str) -> None:
        vault = self._records.vault
        if vault.is_read_only:
            return
        key_file = vault.key_file_now()

        def then(harder: bytes | None) -> None:
            # Where a way in was changed meanwhile, the next time will do.
            # Nobody asked for it, so nobody hears where it cannot be done: the password opens as before.
            with suppress(CarerAppError):
                if harder is not None and self._records.is_open and vault.key_file_now() == key_file:
                    vault.keep_key_file(harder)
                    self._ways_in_changed()

        self._records.run(
            partial(keys.stronger, key_file, vault.key, password), then, failed=lambda _sentence: None
        )

    def _keep_other_copies(self, vault: Vault, left_behind: frozenset[str]) -> None:
        """Only once those are kept may go what lies here and is named nowhere: a copy may name it."""
        data = self._kept.data
        try:
            key_file = vault.key_file_now()
        except CarerAppError:
            return  # they are open all the same

        def then(taken: int) -> None:
            if taken:
                self._records.news.emit(
                    _(
                        "Your records were saved on another computer too, and the two did not meet. What you see is "
                        "this computer’s. The other one is kept as a backup: look at it under “Go back to a backup”."
                    )
                )
            if left_behind and self._records.is_open and self._records.vault is vault:
                backups, are_open = Backups(data.backups), lambda: not vault.is_closed
                sweep = partial(remove, data.vault, backups, vault.key, left_behind, are_open)
                self._records.run(sweep, lambda _count: None)

        slow = partial(keep_other_copies, data.vault, data.backups, key_file, vault.key, self._now())
        self._records.run(slow, then)


def _named_nowhere(vault: Vault) -> frozenset[str]:
    with suppress(CarerAppError):  # the next opening looks again
        return vault.named_nowhere() if not vault.is_read_only else frozenset()
    return frozenset()
