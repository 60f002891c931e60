"""Rows of a spreadsheet that were saved as text, with a mark between the cells."""

import csv
import re
from collections.abc import Sequence

FEWEST_ROWS = 3
MARKS = (",", ";")
_QUOTED = re.compile(r'"[^"]*"')


def without_commas(lines: Sequence[str]) -> list[str]:
    """The lines, with "|" between the cells of those that are rows of a spreadsheet; others as they are."""
    for mark in MARKS:
        rows = [line for line in lines if _is_row(line, mark)]
        if len(rows) >= FEWEST_ROWS:
            return [" | ".join(_cells(line, mark)) if _is_row(line, mark) else line for line in lines]
    return list(lines)


def _is_row(line: str, mark: str) -> bool:
    """Whether a line has three cells or more with a mark between: a writer of sentences sets a space behind a comma."""
    if line.count(mark) < 2:
        return False
    plain = _QUOTED.sub("q", line)
    return plain.count(mark) >= 2 and f"{mark} " not in plain.strip()


def _cells(line: str, mark: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=mark)
    except (csv.Error, ValueError):
        return line.split(mark)
    return [cell.strip() for cell in cells]
