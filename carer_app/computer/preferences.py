"""What the carer likes to see: kept outside the locked records, and never about a child."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

COLOURS = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
LOCK_AFTER = (5, 10, 15, 20, 30, 60, 0)
_MOST_BYTES = 64 * 1024
LONGEST_NUMBER = 60
"""A telephone number, with a word beside it."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """`colours` is one of COLOURS; `text_size` one of TEXT_SIZES, in per cent.

    `lock_after` is one of LOCK_AFTER: so many minutes without anything done lock the records, 0 never does.
    `spelling`: words that the dictionary does not have are marked. `out_of_hours` is the fostering service's number,
    needed most when everything is locked. `window`: where the window was and how big, as left, top, width and
    height; `maximised`: it filled the screen. `only_password`: somebody else had the computer, so that the key store
    opens nothing before the password did. `room_text_size` is for the child's part, in per cent of what is usual there;
    0 while nobody chose.
    """

    colours: str = "system"
    text_size: int = 100
    lock_after: int = 15
    spelling: bool = True
    out_of_hours: str = ""
    window: tuple[int, int, int, int] | None = None
    maximised: bool = False
    only_password: bool = False
    room_text_size: int = 0

    def bigger(self) -> "Preferences":
        return replace(
            self, text_size=min((s for s in TEXT_SIZES if s > self.text_size), default=TEXT_SIZES[-1])
        )

    def in_the_room(self, usual: int) -> int:
        """The text size of the child's part, in per cent of `usual`: as chosen there, else not less than elsewhere."""
        fits = (size for size in TEXT_SIZES if size * usual >= self.text_size * 100)
        return self.room_text_size or next(fits, TEXT_SIZES[-1])

    def smaller(self) -> "Preferences":
        return replace(
            self, text_size=max((s for s in TEXT_SIZES if s < self.text_size), default=TEXT_SIZES[0])
        )


def read_preferences(file: Path) -> Preferences:
    """The stored preferences. Anything unreadable or unknown falls back to the usual look."""
    if not file.exists():
        return Preferences()
    import json

    from carer_app.storage.safe_files import read_safely

    try:
        found: Any = json.loads(read_safely(file, _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    usual = Preferences()
    return Preferences(
        colours=next((name for name in COLOURS if name == found.get("colours")), usual.colours),
        text_size=next((size for size in TEXT_SIZES if size == found.get("text_size")), usual.text_size),
        lock_after=_minutes(found.get("lock_after"), usual.lock_after),
        spelling=found.get("spelling") is not False,
        out_of_hours=_one_line(found.get("out_of_hours")),
        window=_box(found.get("window")),
        maximised=found.get("maximised") is True,
        only_password=found.get("only_password") is True,
        room_text_size=next((size for size in TEXT_SIZES if size == found.get("room_text_size")), 0),
    )


def _box(found: Any) -> tuple[int, int, int, int] | None:
    if not isinstance(found, list) or len(found) != 4 or not all(type(each) is int for each in found):
        return None
    left, top, width, height = found
    return (left, top, width, height)


def _minutes(found: Any, usual: int) -> int:
    """Never locking must have been chosen: what only looks like 0 does not count."""
    return found if type(found) is int and found in LOCK_AFTER else usual


def _one_line(found: Any) -> str:
    return " ".join(found.split())[:LONGEST_NUMBER] if isinstance(found, str) else ""


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep the preferences. A folder that cannot be written to is not worth a message: the look just isn't kept."""
    import json

    from carer_app.storage.safe_files import write_safely

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_safely(file, json.dumps(asdict(preferences)).encode())
    except OSError:
        return
