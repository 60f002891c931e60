"""Which backups to keep: the newest 6, 24 hourly, 14 daily, 8 weekly and 12 monthly.

The order is the records' own count of saves. The clock only gives each backup the name of its hour, day, week and
month when it is made; nothing is ever "too old". So a clock that jumps ten years costs no backup.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

NEWEST, HOURLY, DAILY, WEEKLY, MONTHLY = 6, 24, 14, 8, 12


@dataclass(frozen=True, slots=True)
class SavedThen:
    """What decides about one backup: the count of saves, and the moment its clock showed (local time)."""

    saves: int
    made: datetime


_RULES: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (HOURLY, lambda made: (made.date(), made.hour)),
    (DAILY, lambda made: made.date()),
    (WEEKLY, lambda made: made.date().isocalendar()[:2]),
    (MONTHLY, lambda made: (made.year, made.month)),
)


def to_keep(tags: Iterable[SavedThen]) -> set[SavedThen]:
    """Those to keep: of each of the newest hours, days, weeks and months that have one, the newest."""
    newest_first = sorted(tags, key=lambda tag: (tag.saves, tag.made.replace(tzinfo=None)), reverse=True)
    kept = set(newest_first[:NEWEST])
    for most, name in _RULES:
        seen: dict[object, SavedThen] = {}
        for tag in newest_first:
            seen.setdefault(name(tag.made), tag)
        kept.update(list(seen.values())[:most])
    return kept
