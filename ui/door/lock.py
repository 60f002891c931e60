"""Opening and locking: the slow key work elsewhere, the records opened here."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.computer.paths import DataDir, has_records
from carer_app.errors import CarerAppError, NotSaved, OpenElsewhere, ReadOnlyFolder
from carer_app.jobs.reading_in import read_in
from carer_app.words import _
from ui.base.page import OlderCopy
from ui.base.places import Home, Place, Working
from ui.base.records import Records
from ui.door.backing_up import BackingUp
from ui.door.going_back import GoingBack
from ui.door.key_work import KeyWork
from ui.door.newest_copy import NewestCopy

if TYPE_CHECKING:
    from datetime import datetime

    from carer_app.storage.vault import Vault
    from carer_app.use_cases.keeping import Permit


class VaultDoor(KeyWork):
    """The way in for the pages shown before unlocking: makes or opens the records in one folder.

    `data` is where everything is kept, and changes where the carer keeps it on a stick.
    """

    def __init__(
        self,
        data: DataDir,
        records: Records,
        opened: Callable[[], None],
        begin: Callable[[], None],
        put_away: Callable[[Place], None],
        now: "Callable[[], datetime]",
        strengthen: bool = False,
    ) -> None:
        """`opened` is called when records have just been opened; `begin` shows the first page; `put_away` locks and
        shows a place. `strengthen` makes passwords harder to guess where this computer can; tests with the cheapest
        passwords go without."""
        self.data = data
        self._records = records
        self._opened = opened
        self._begin = begin
        self._put_away = put_away
        self._now = now
        self._strengthen = strengthen
        self._permit: Permit | None = None
        self._new_data = data
        self.newest_copy = NewestCopy(lambda: self.data, records)
        self.working = ""
        self.afterwards: Place | None = None
        self.backing_up = BackingUp(lambda: self.data, records, now)
        self.going_back = GoingBack(lambda: self.data, records, now, self.rework, self.newest_copy.most_seen)
        self.found = ""
        """What was found beside the records when they were opened last, in words."""
        self.just_made = False
        """Whether the records that are open were made just now, with everything still to be set up."""

    def exists(self) -> bool:
        """Whether there are records in the folder, damaged or not."""
        return has_records(self.data.vault)

    def warm_up(self) -> None:
        """Import the heavy things while the carer is still typing."""
        self._records.read_in(_import_heavy_things)

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

        self._records.run(read_in, then, failed)

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

            read_in()
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

            read_in()
            key = keys.unwrap(Vault.key_file(folder), password)
            self.newest_copy.look_ahead(key)
            return key

        def then(key: bytes) -> None:
            if self.open_with(key, failed) and self._strengthen:
                self._make_harder_to_guess(password)

        self._records.run(slow, then, failed)

    def open_with(
        self,
        key: bytes,
        failed: Callable[[str], None],
        only_here: bool = False,
        key_file: bytes | None = None,
        was_at_work: bool = False,
    ) -> bool:
        """Open the records by their key: to read only where nothing may be changed. True where it did.

        A changed `key_file` is put in place first; where that cannot be done, the records stay shut. `was_at_work`
        where it was us who made them what they are.
        """
        from carer_app.jobs import last_saves
        from carer_app.storage.vault import Vault

        def opening() -> Vault:
            witness = last_saves.witness_of(self.data, Vault.key_file(self.data.vault), key)
            try:
                vault = Vault.open_with(self.data.vault, key, witness, only_here)
            except (OpenElsewhere, ReadOnlyFolder) as error:
                if key_file is not None:
                    raise
                vault = Vault.open_to_read(self.data.vault, key, isinstance(error, ReadOnlyFolder))
                self.newest_copy.compare(vault, witness, key, was_at_work)
                return vault
            if key_file is not None:
                try:
                    vault.keep_key_file(key_file)
                except CarerAppError:
                    vault.close()
                    raise
            self.newest_copy.compare(vault, witness, key, was_at_work)
            return vault

        return self._open(opening, failed)

    def rework(
        self,
        words: str,
        work: Callable[[], tuple[str, bytes]],
        afterwards: Place | None = None,
        opened: Callable[[], None] | None = None,
    ) -> None:
        """Close the records, do slow `work` on their files, and open them again.

        `words` are shown meanwhile; `opened` is called once it worked and they are open.
        `work` gives back a sentence, said when they are open again at `afterwards` or at
        home, and the key that opens them. Where it fails, they are as they were and open as before.
        """
        try:
            if self._records.is_open:
                self._records.vault.must_be_writable()
        except (OpenElsewhere, ReadOnlyFolder) as error:
            self._records.problem.emit(str(error))
            return
        key_before = self._records.vault.key if self._records.is_open and not self._records.forgets else None
        self.working = words
        self._put_away(Working())

        def then(done: tuple[str, bytes]) -> None:
            said, key = done
            self.afterwards = afterwards or Home()
            if self.open_with(key, self._say_at_the_door, was_at_work=True):
                if opened is not None:
                    opened()
                self.say_done(said)

        def failed(sentence: str) -> None:
            if key_before is None or not self.open_with(key_before, self._say_at_the_door):
                self._begin()
            self._records.problem.emit(sentence)

        self._records.run(work, then, failed)

    def say_done(self, said: str) -> None:
        """With what was found at opening a moment ago: one sentence must not take the place of the other."""
        self._records.done.emit(" ".join(filter(None, (said, self.found))))

    def _say_at_the_door(self, sentence: str) -> None:
        self._begin()
        self._records.problem.emit(sentence)

    # What the pages shown just after opening ask

    def open_only_here(self, failed: Callable[[str], None]) -> None:
        """The carer knows that no other computer has the records open: open them to change them."""
        key = self._records.vault.key
        self._records.close()
        self.open_with(key, failed, only_here=True)

    def older_copy(self) -> OlderCopy | None:
        """What is missing, where the records that were opened are an older copy."""
        return self.newest_copy.older_copy()

    def go_on_with_older(self) -> None:
        """The carer goes on with the older copy. Raises NotSaved."""
        self.newest_copy.go_on()

    def _new_records(self, key_file: bytes, key: bytes) -> "Vault":
        """New records with the carer's answer in them, and with all of a sitting that is to be kept. All or nothing."""
        from carer_app.jobs import last_saves
        from carer_app.storage.vault import Vault
        from carer_app.use_cases import keeping

        data = self._new_data
        vault = Vault.create_with(data.vault, key_file, key, last_saves.witness_of(data, key_file, key))
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
        self.just_made = True
        return vault

    def _open(self, opening: "Callable[[], Vault]", failed: Callable[[str], None]) -> bool:
        self.newest_copy.forget()
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
        self._opened()
        self.just_made = False
        if not vault.is_read_only:
            self.newest_copy.ask_second_place(vault)
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
            # Nobody asked for it, so nobody hears where it cannot be done: the password opens as before.
            with suppress(CarerAppError):
                if harder is not None and self._records.is_open and vault.key_file_now() == key_file:
                    vault.keep_key_file(harder)
                    self.backing_up.ways_in_changed()

        self._records.run(slow, then, failed=lambda _sentence: None)

    def _keep_other_copies(self, vault: "Vault") -> None:
        folder, backups, now = self.data.vault, self.data.backups, self._now()
        try:
            key_file, key = vault.key_file_now(), vault.key
        except CarerAppError:
            return  # they are open all the same

        def slow() -> int:
            from carer_app.jobs.other_copies import keep_other_copies

            return keep_other_copies(folder, backups, key_file, key, now)

        def then(taken: int) -> None:
            if taken:
                self._records.news.emit(
                    _(
                        "Your records were saved on another computer too, and the two did not meet. What you see is "
                        "this computer’s. The other one is kept as a backup: look at it under “Go back to a backup”."
                    )
                )

        self._records.run(slow, then)


def _no_pointer() -> NotSaved:
    return NotSaved(
        _(
            "This computer could not note down where the stick is, so nothing was made. "
            "What you typed is still here. Make some room on this computer, then try again."
        )
    )


def _import_heavy_things() -> None:
    read_in()
    # What the first page inside needs, and what every page does.
    import ui.base.dialogs
    import ui.home.home
    import ui.shell.side_bar
    import ui.widgets.date_field
    import ui.widgets.error_summary
    import ui.widgets.message_bar
    import ui.widgets.saved_text  # noqa: F401
