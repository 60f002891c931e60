"""This computer's key store, as a way in."""

from collections.abc import Callable
from functools import partial

from carer_app.jobs import way_back
from carer_app.storage import keys
from ui.base.records import Records
from ui.door.changing_key_file import ChangingKeyFile
from ui.door.opening import Failed


class ThisKeyStore:
    """Asked elsewhere: it may take its time, or ask for a password of its own."""

    def __init__(self, records: Records, key_file: ChangingKeyFile) -> None:
        self._records = records
        self._key_file = key_file

    def look_for(self, then: Callable[[str], None]) -> None:
        """Why this computer has no key store, or nothing. Nobody is asked for a password."""
        self._records.run(way_back.is_missing, then, failed=lambda _sentence: None)

    def ask(self, then: Callable[[str], None]) -> None:
        """Why this computer's key store cannot be used just now, or nothing. It may ask for its own password."""
        self._records.run(way_back.why_not, then, failed=then)

    def remember(self, then: Callable[[], None], failed: Failed) -> None:
        """From now on this computer's key store opens the records."""
        self._key_file.change(way_back.remember_here, then, failed)

    def forget(self, then: Callable[[], None], failed: Failed) -> None:
        """This computer's key store does not open the records any more, whether or not it lets go of its secret."""
        changed: list[bytes] = []

        def work(key_file: bytes, key: bytes) -> bytes:
            changed[:] = [key_file]
            return keys.without(key_file, key, keys.KEYRING)

        def tidy() -> None:
            then()
            if changed:
                self._records.run(partial(way_back.forget_here, changed[0]), self._say_what_is_left)

        self._key_file.change(work, tidy, failed)

    def _say_what_is_left(self, sentence: str) -> None:
        if sentence:
            self._records.news.emit(sentence)
