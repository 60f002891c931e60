"""How many saves of the open records there ever were: who counts them outside, and what the backups say."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from carer_app.computer.paths import DataDir
from carer_app.storage import keys
from carer_app.storage.backups import Backups
from carer_app.storage.saves_seen import SavesSeen, Seen


def saves_seen_of(data: DataDir, key_file: bytes, key: bytes) -> SavesSeen:
    """Who counts the saves of these records outside of them."""
    return SavesSeen(data.last_save, keys.vault_id(key_file), data.second_last_save, key)


def in_backups(places: Iterable[Path], key: bytes) -> Seen | None:
    """The most saves in a good backup whose list was sealed with this key; None where there is none. Quick.

    How things were before going back does not count: the carer wanted them otherwise.
    """
    found = []
    for place in places:
        with suppress(OSError):
            ours = Backups(place).ours(key)
            found += [each for each in ours if not each.has_problem and not each.is_before_going_back]
    newest = max(found, key=lambda each: each.saves, default=None)
    return Seen(newest.saves, newest.made.date(), in_backup=True) if newest is not None else None
