"""What the key file called these records under each key of before, and until when that key was theirs.

The records carry it as words: an id each, and after an "@" the time on the wall. What was made under such a key later
than that was made by another computer, or by whoever else has the key: it is not for these records to clear.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

EarlierIds = Mapping[bytes, datetime | None]
"""None where nobody noted until when."""

_ENTRY = re.compile(r"([0-9a-f]{32})(?:@(\S{1,40}))?", re.ASCII)


def read(said: str) -> dict[bytes, datetime | None]:
    """What is none of ours is left out: it costs no other."""
    found: dict[bytes, datetime | None] = {}
    for word in said.split():
        entry = _ENTRY.fullmatch(word)
        if entry is not None:
            _add(found, bytes.fromhex(entry.group(1)), _time(entry.group(2)))
    return found


def spell(ids: EarlierIds) -> str:
    """In words, for the records."""
    return " ".join(
        f"{each.hex()}@{until.isoformat()}" if until else each.hex() for each, until in ids.items()
    )


def joined(*several: EarlierIds, own: bytes | None = None) -> dict[bytes, datetime | None]:
    """All of them, each until the latest that is known of it; without the id in use now."""
    found: dict[bytes, datetime | None] = {}
    for ids in several:
        for each, until in ids.items():
            _add(found, each, until and on_the_wall(until))
    return {each: until for each, until in found.items() if each != own}


def on_the_wall(when: datetime) -> datetime:
    """A clock without a zone can be compared too."""
    return when.replace(tzinfo=None)


def _add(found: dict[bytes, datetime | None], vault_id: bytes, until: datetime | None) -> None:
    known = found.get(vault_id)
    found[vault_id] = max(known, until) if known and until else until or known


def _time(spelled: str | None) -> datetime | None:
    with suppress(ValueError):
        return on_the_wall(datetime.fromisoformat(spelled)) if spelled else None
    return None
