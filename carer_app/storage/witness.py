"""How many times the records were saved, remembered outside their folder.

If the records themselves know of fewer saves, an older copy of them was put in place: every page of it is whole,
so nothing but this can tell. It is written after each save without waiting for the disk: it may lag behind the
records after a power cut, and never runs ahead of them.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from carer_app.storage.safe_files import read_safely, write_over

_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Seen:
    """The most saves that were ever seen, and the day of the last of them."""

    saves: int
    on: date


class Witness:
    """One small file. Says nothing about anyone, and is never the reason that something fails."""

    def __init__(self, file: Path, vault_id: bytes) -> None:
        self._file = file
        self._vault = vault_id.hex()

    def note(self, saves: int) -> None:
        """So many saves now."""
        line = json.dumps({"records": self._vault, "saves": f"{saves:015}"})
        # Always of one length and written over itself: there is no moment at which it is half there.
        with suppress(OSError):
            write_over(self._file, line.encode())

    def seen(self) -> Seen | None:
        """What was noted for these records; None where nothing was, or where it cannot be read."""
        try:
            found: Any = json.loads(read_safely(self._file, _MOST_BYTES))
            if found["records"] != self._vault:
                return None
            day = datetime.fromtimestamp(self._file.stat().st_mtime, UTC).astimezone().date()
            return Seen(int(found["saves"]), day)
        except (OSError, ValueError, KeyError, TypeError):
            return None
