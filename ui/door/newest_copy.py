"""Whether the records that were opened are the newest copy of them, by all that can tell."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from carer_app.computer.paths import DataDir
from carer_app.jobs import last_saves
from carer_app.jobs.going_back import key_file_of
from carer_app.storage.saves_seen import SavesSeen, Seen
from carer_app.storage.vault import Vault
from carer_app.use_cases import second_backup_place
from carer_app.words import plural
from ui.base.records import Records


@dataclass(frozen=True, slots=True)
class OlderCopy:
    """The open records are an older copy: so many saves are missing, the last of them on that day.

    `in_backup` where a backup of that day has them all.
    """

    missing: int
    last_on: date
    in_backup: bool = False


class NewestCopy:
    """Knows the most saves that were ever seen: by the small notes of the last save, and by the backups."""

    def __init__(self, data: Callable[[], DataDir], records: Records) -> None:
        self._data = data
        self._records = records
        self._seen: Seen | None = None
        self._saves = 0
        self._in_backups: dict[bytes, Seen | None] = {}
        self.doubt = ""
        """What cannot be told, in words for the carer; or empty."""

    def forget(self) -> None:
        """Other records are being opened."""
        self._seen, self._saves, self.doubt = None, 0, ""

    def look_ahead(self, key: bytes) -> None:
        """Ask the backups while the page still says that it is opening: their lists may be long. For any thread."""
        self._in_backups = {_name(key): last_saves.in_backups([self._data().backups], key)}

    def compare(self, vault: Vault, saves_seen: SavesSeen, key: bytes, was_at_work: bool) -> None:
        """Records were opened. `was_at_work` where it was us who just made them what they are."""
        if _name(key) not in self._in_backups:
            self.look_ahead(key)
        self._saves = vault.saves
        told = [self._in_backups.pop(_name(key)), saves_seen.seen()]
        self._seen = max(
            (seen for seen in told if seen is not None), key=lambda seen: seen.saves, default=None
        )
        older = self.older_copy()
        if older is None:
            self.doubt = "" if was_at_work else saves_seen.doubt(vault.saves)
            if not vault.is_read_only:
                saves_seen.note(vault.saves)
        elif vault.is_read_only:
            self.doubt = plural(
                "What you see is an older copy of your records. {count} change is missing. Nothing has been changed. "
                "If you have a newer copy, close PEP Companion and put that one in place.",
                "What you see is an older copy of your records. {count} changes are missing. Nothing has been changed. "
                "If you have a newer copy, close PEP Companion and put that one in place.",
                older.missing,
            )

    def older_copy(self) -> OlderCopy | None:
        """What is missing, where they are an older copy."""
        if self._seen is None or self._seen.saves <= self._saves:
            return None
        return OlderCopy(self._seen.saves - self._saves, self._seen.on, self._seen.in_backup)

    def go_on(self) -> None:
        """The carer goes on with the older copy. Raises NotSaved."""
        if self._seen is not None:
            self._records.vault.count_from(self._seen.saves)
            self._seen = None

    def most_seen(self, key: bytes) -> int:
        """The highest count of saves that was ever seen of the records that are here, and that `key` opens."""
        saves = [self._records.vault.saves] if self._records.is_open else []
        told = [last_saves.in_backups([self._data().backups], key)]
        key_file = key_file_of(self._data().vault)
        if key_file is not None:
            told.append(last_saves.saves_seen_of(self._data(), key_file, key).seen())
        return max([*saves, *(seen.saves for seen in told if seen is not None)], default=0)

    def ask_second_place(self, vault: Vault) -> None:
        """Look there too: it is not always within reach, and never quick."""
        facts = self._records.read(second_backup_place.second_place)
        if facts is None or self.older_copy() is not None:
            return
        folder, key, saves = Path(facts.path), vault.key, self._saves

        def slow() -> int:
            from carer_app.jobs import how_backups_stand, last_saves

            place = how_backups_stand.in_second_place(folder)
            found = last_saves.in_backups([place], key) if how_backups_stand.is_there(place) else None
            return found.saves - saves if found is not None else 0

        def then(more: int) -> None:
            if more > 0:
                said = plural(
                    "A backup in your second place has {count} change that is not here. To look at it, press “Go back "
                    "to a backup”. Nothing has been changed.",
                    "A backup in your second place has {count} changes that are not here. To look at it, press “Go "
                    "back to a backup”. Nothing has been changed.",
                    more,
                )
                self._records.news.emit(f"{said} {self.doubt}".strip())

        self._records.run(slow, then)


def _name(key: bytes) -> bytes:
    """The key itself does not stay here."""
    return hashlib.sha256(key).digest()
