"""A calendar printed month by month, a number for each day and beneath it what happens: one line for each event."""

import re
from collections.abc import Iterator, Sequence

from carer_app.imports.term_days import month_alone
from carer_app.typed_dates import MONTHS

FEWEST_NUMBERS = 5
MOST_APART = 3
"""Days with the same words that lie no further apart than a weekend are one holiday."""
_NUMBER = re.compile(r"\s*\|?\s*(\d{1,2})\s*\|?\s*")
_WEEKDAYS = re.compile(r"(?:\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*){5,}\W*", re.IGNORECASE)

Event = tuple[str, int, int]


def without_grid(lines: Sequence[str]) -> list[str]:
    """The lines with every month that is printed as a grid written out, an event a line; other lines as they are."""
    found: list[str] = []
    place = 0
    while place < len(lines):
        month = month_alone(lines[place])
        block = _until_next_month(lines, place + 1) if month else []
        if month is None or sum(bool(_NUMBER.fullmatch(line)) for line in block) < FEWEST_NUMBERS:
            found.append(lines[place])
            place += 1
            continue
        year = f" {month[1]}" if month[1] else ""
        name = f"{MONTHS[month[0] - 1]}{year}"
        for words, first, last in _joined(_events(block)):
            days = f"{first} {name}" if first == last else f"{first} {name} - {last} {name}"
            found.append(f"{words}: {days}")
        place += 1 + len(block)
    return found


def _until_next_month(lines: Sequence[str], place: int) -> Sequence[str]:
    end = next((n for n in range(place, len(lines)) if month_alone(lines[n])), len(lines))
    return lines[place:end]


def _events(block: Sequence[str]) -> Iterator[Event]:
    day = 0
    for line in block:
        if number := _NUMBER.fullmatch(line):
            day = int(number[1])
        elif day and any(map(str.isalpha, line)) and not _WEEKDAYS.fullmatch(line):
            yield line.strip(" |"), day, day


def _joined(events: Iterator[Event]) -> list[Event]:
    """Days with the same words, one after another, as one event."""
    found: list[Event] = []
    for words, day, last in events:
        same = next((n for n, each in enumerate(found) if each[0].casefold() == words.casefold()), None)
        if same is not None and 0 < day - found[same][2] <= MOST_APART:
            found[same] = (found[same][0], found[same][1], last)
        else:
            found.insert(0, (words, day, last))
    return sorted(found, key=lambda event: (event[1], event[2]))
