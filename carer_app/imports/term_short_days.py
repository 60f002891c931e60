"""Days written as "02.09" or "02-09", without a year: they look like a time, or like a stretch of numbers."""

import re
from collections.abc import Iterator, Sequence

_NO_DAY = r"(?!\s?(?:am|pm|noon|km|miles?|p|hours?|hrs|years?|weeks?|days?)\b)"
_PAIRS = {
    ".": re.compile(
        rf"(?<![\d£$€:/])(?<!\d\.)(?P<day>\d{{1,2}})(?P<mark>\.)(?P<month>\d{{1,2}})(?![\d/:%])(?!\.\s?\d){_NO_DAY}",
        re.IGNORECASE,
    ),
    "-": re.compile(
        rf"(?<![\d£$€:/.-])(?P<day>\d{{1,2}})(?P<mark>-)(?P<month>\d{{1,2}})(?![\d/:%])(?![.-]\s?\d){_NO_DAY}",
        re.IGNORECASE,
    ),
}
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri)(?:day|nesday|sday|rsday)?[.,]?\s*$", re.I
)
FEWEST = 2
LATEST_HOUR = 23


def _is_possible(pair: re.Match[str]) -> bool:
    """Whether the numbers can be a day and its month; "8.45" and "27-31" cannot."""
    return 1 <= int(pair["day"]) <= 31 and 1 <= int(pair["month"]) <= 12


def is_certain(pair: re.Match[str]) -> bool:
    """Whether nobody writes a time, a price or a stretch of numbers like this: "02.09", "24.10", "02-09", "31-12"."""
    day, month = int(pair["day"]), int(pair["month"])
    if not _is_possible(pair):
        return False
    is_padded = pair["month"].startswith("0")
    if pair["mark"] == "-":
        return is_padded or day > max(month, 12)
    has_weekday = _WEEKDAY.search(pair.string, 0, pair.start()) is not None
    return (
        has_weekday
        or (len(pair["month"]) == 2 and day > LATEST_HOUR)
        or (len(pair["month"]) == 2 and month % 5 > 0)
    )


def pairs_in(line: str) -> Iterator[re.Match[str]]:
    """What may be days in a line; beside times or numbers that are written in the same way, what is no time."""
    for pattern in _PAIRS.values():
        pairs = list(pattern.finditer(line))
        if all(map(_is_possible, pairs)):
            yield from pairs
            continue
        no_days = [pair for pair in pairs if not _is_possible(pair)]
        sure = [pair for pair in pairs if is_certain(pair) and not _is_beside(pair, no_days)]
        yield from (pair for pair in pairs if pair in sure or (_is_possible(pair) and _is_beside(pair, sure)))


def _is_beside(pair: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    """Whether it is one end of a stretch whose other end is among the others: "08.40 - 15.12" is no day."""
    return any(
        _STRETCH.fullmatch(pair.string, min(pair.end(), other.end()), max(pair.start(), other.start()))
        for other in others
    )


_STRETCH = re.compile(r"\s*(?:-|to|until|till)\s*", re.I)


def with_slashes(lines: Sequence[str]) -> list[str]:
    """The lines with such days written as "02/09", where the page shows that its writer writes days so."""
    found = list(lines)
    for mark, pattern in _PAIRS.items():
        own = [[pair for pair in pairs_in(line) if pair["mark"] == mark] for line in lines]
        if sum(len(pairs) for pairs in own if any(map(is_certain, pairs))) < FEWEST:
            continue
        there_are_others = any(not _is_possible(pair) for line in lines for pair in pattern.finditer(line))
        for place, pairs in enumerate(own):
            if any(map(is_certain, pairs)) or not there_are_others:
                for pair in pairs:
                    at = pair.start("mark")
                    found[place] = f"{found[place][:at]}/{found[place][at + 1 :]}"
    return found
