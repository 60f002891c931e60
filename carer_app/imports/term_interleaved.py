"""Two school years that were printed side by side, copied a line of the one and a line of the other in turn."""

import re
from collections import Counter
from collections.abc import Sequence

from carer_app.imports.term_seams import A_MONTH, A_WEEKDAY
from carer_app.imports.term_tokens import school_years

FEWEST_PAIRS = 5
_DAYS = re.compile(rf"\b(?:{A_WEEKDAY}|{A_MONTH})\b|\d+(?:st|nd|rd|th)?|\W+", re.IGNORECASE)


def beside_again(lines: Sequence[str]) -> list[str]:
    """The lines in pairs, "2 September | 1 September", from two headings of two years on; else as they are.

    Each pair has to say the same of its days: "to Friday 24 October" and "to Friday 23 October".
    """
    said = [place for place, line in enumerate(lines) if line.strip()]
    first = next(
        (n for n, place in enumerate(said[:-1]) if _are_two_years(lines[place], lines[said[n + 1]])), None
    )
    if first is None:
        return list(lines)
    pairs: list[tuple[int, int]] = []
    for left, right in zip(said[first::2], said[first + 1 :: 2], strict=False):
        if pairs and _shape(lines[left]) != _shape(lines[right]):
            break
        pairs.append((left, right))
    shapes = {_shape(lines[left]) for left, _right in pairs[1:]}
    if len(pairs) < FEWEST_PAIRS or len(shapes) < 2:
        return list(lines)
    beside = [f"{lines[left].strip()} | {lines[right].strip()}" for left, right in pairs]
    return [*lines[: pairs[0][0]], *beside, *lines[pairs[-1][1] + 1 :]]


def with_even_gaps(lines: Sequence[str]) -> list[str]:
    """The lines with a wide gap also where it is narrow, since the cell before it is long, but its column is there."""
    columns = Counter(gap.end() for line in lines for gap in _WIDE.finditer(line))
    there = {column for column, count in columns.items() if count >= FEWEST_GAPS}
    if not there:
        return list(lines)
    return [
        _NARROW.sub(lambda gap: gap[0].ljust(4) if gap.end() in there else gap[0], line) for line in lines
    ]


FEWEST_GAPS = 3
_WIDE = re.compile(r"(?<=\S) {4,}(?=\S)")
_NARROW = re.compile(r"(?<=\S) {2,3}(?=\S)")


def _are_two_years(one: str, other: str) -> bool:
    """Whether two lines are the headings of a year and of the next: "Term dates 2025/26", "Term dates 2026/27"."""
    years, others = school_years(one), school_years(other)
    return len(years) == len(others) == 1 and others[0].year == years[0].year + 1 and "|" not in one + other


def _shape(line: str) -> str:
    """What a line says beside its days."""
    return _DAYS.sub(" ", line.casefold()).strip()
