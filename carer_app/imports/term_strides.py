"""A table of which every cell came on a line of its own, the empty ones too: a line with "|" alone begins each row."""

from collections.abc import Sequence

FEWEST_ROWS = 5
STRIDES = (3, 4, 5, 6)


def with_rows_by_stride(lines: Sequence[str]) -> list[str]:
    """The lines with the rows of such a table put together: "|", "5.1.26 |", "- |", "INSET day |"."""
    found: list[str] = []
    place = 0
    while place < len(lines):
        stride, rows = max(
            ((each, _rows_from(lines, place, each)) for each in STRIDES), key=lambda told: told[1]
        )
        if rows < FEWEST_ROWS:
            found.append(lines[place])
            place += 1
            continue
        for row in range(rows):
            cells = lines[place + row * stride + 1 : place + (row + 1) * stride]
            found.append(" ".join(cell.strip() for cell in cells))
        place += rows * stride
    return found


def _rows_from(lines: Sequence[str], place: int, stride: int) -> int:
    """How many rows of so many lines, a line with "|" alone and its cells, follow one another from here on."""
    rows = 0
    while _is_row(lines[place + rows * stride : place + (rows + 1) * stride], stride):
        rows += 1
    return rows


def _is_row(lines: Sequence[str], stride: int) -> bool:
    if len(lines) < stride or lines[0].strip() != "|":
        return False
    cells = [line.strip() for line in lines[1:]]
    return all(cell.endswith("|") and cell.count("|") == 1 for cell in cells)
