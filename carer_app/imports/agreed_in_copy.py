"""What a PEP copy says was agreed: who does what by when, found in tables, under labels and in lists.

Nothing here is certain: it is laid beside what the carer wrote, and taken in by nobody but the carer. It never raises,
and its work grows with the number of words only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from carer_app.imports.agreed_in_lists import in_lists
from carer_app.imports.agreed_rows import NUMBER, TIME, FoundAction, GatheredLine
from carer_app.imports.agreed_ticks import heads_with_ticks, with_names
from carer_app.imports.agreed_under_labels import label_of, under_labels
from carer_app.imports.placed_words import PlacedCell, PlacedLine, PlacedWord, lines_of
from carer_app.texts.copy_words import CopyPart, copy_words

MOST_FOUND = 200
_NEAR_HEADS = 4
_A_LITTLE_WIDER, _WIDER = 1.15, 1.35
"""A new row begins where lines are so much further apart than they mostly are."""
_DAY = re.compile(r"(?:by )?\d{1,2}(?:[/.-]\d|(?:st|nd|rd|th)?(?: of)? [a-z]{3,})", re.IGNORECASE)
_FOOT = re.compile(r"(?:^|\s)page \d+ of \d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column holds, and where each but the first begins. `names` are whose a tick in it is, or empty."""

    parts: tuple[CopyPart, ...]
    edges: tuple[float, ...]
    names: tuple[str, ...]
    is_ticked: bool = False

    def part_of(self, word: PlacedWord) -> CopyPart:
        """Which column a word begins in."""
        return self.parts[self._place_of(word)]

    def name_of(self, word: PlacedWord) -> str:
        """Whose column of ticks it is in."""
        return self.names[self._place_of(word)]

    def with_ticks(self) -> "_Columns":
        """The same where a tick says who."""
        told = zip(self.parts, self.names, strict=True)
        return replace(self, parts=tuple("who" if name else part for part, name in told), is_ticked=True)

    def _place_of(self, word: PlacedWord) -> int:
        x = word.left + min(word.right - word.left, 6) / 2
        return sum(x >= edge for edge in self.edges)


def agreed_in(pages: Sequence[Sequence[PlacedWord]]) -> tuple[FoundAction, ...]:
    """What was agreed, in the order of the copy. Tables come first; where there is none, labels, and then lists."""
    lines = [
        line
        for number, words in enumerate(pages, start=1)
        for line in lines_of(number, words)
        if not _FOOT.search(line.text)
    ]
    for way in (_in_tables, under_labels, in_lists):
        found = [each for each in way(lines) if each is not None]
        if found:
            return tuple(dict.fromkeys(found))[:MOST_FOUND]
    return ()


# Tables


def _in_tables(lines: Sequence[PlacedLine]) -> Iterator[FoundAction | None]:
    start = 0
    while start < len(lines):
        heads = _heads(lines[start : start + 2])
        if heads is None:
            start += 1
            continue
        cells, high = heads
        after = _next_table(lines, start + high)
        body: Sequence[PlacedLine] = lines[start + high : after]
        columns = _columns(_both_in_one(cells, body), body)
        ticked = with_names(body, columns.name_of)
        if ticked is not None:
            body, columns = ticked, columns.with_ticks()
        elif not {"who", "when", "both"} & set(columns.parts):  # what stands there are no ticks
            start += 1
            continue
        kept = [line for line in (_without_beside(line, columns) for line in body) if line is not None]
        end = _end(kept, columns)
        if end == len(kept) and after < len(lines) and _is_head_of_next(kept):
            end -= 1
        yield from (row.found() for row in _rows(kept[:end], columns))
        start = after


def _heads(lines: Sequence[PlacedLine]) -> tuple[list[tuple[PlacedCell, CopyPart]], int] | None:
    """The heads of a table and how many lines they take: a what, and who or by when beside it.

    What is no head that is known stands beside; of another column of the page that is true as well.
    """
    best: list[tuple[PlacedCell, CopyPart]] | None = None
    best_high = 0
    most: set[CopyPart | None] = set()
    for high, line in enumerate(lines, start=1):
        cells = line.cells() if high == 1 else tuple(_stacked(lines[0].cells(), line.cells()))
        known = [(cell, copy_words().part_of(cell.text)) for cell in cells]
        said = {part for _cell, part in known} - {None, "beside"}
        if "both" in said:
            said = said - {"both"} | {"who", "when"}
        if not said & {"who", "when"} and heads_with_ticks(cells):
            said = said | {"who"}
        # Heads that are torn over two lines tell more than the upper halves alone.
        if "what" in said and len(said) > max(1, len(most)):
            best, most = [(cell, part or "beside") for cell, part in known], said
            best_high = high
    return (best, best_high) if best is not None else None


def _both_in_one(
    heads: list[tuple[PlacedCell, CopyPart]], body: Sequence[PlacedLine]
) -> list[tuple[PlacedCell, CopyPart]]:
    """A machine may not see the stroke in “Who / By when”: where nothing below begins at the second of two such heads,
    they are one."""
    begins = [cell.left for line in body for cell in line.cells()]
    made: list[tuple[PlacedCell, CopyPart]] = []
    for cell, part in heads:
        before = made[-1] if made else None
        if before is not None and (before[1], part) == ("who", "when"):
            room = cell.left - before[0].right
            near = room < _NEAR_HEADS * max(1.0, body[0].words[0].height if body else 1.0)
            if near and not any(abs(left - cell.left) < room for left in begins):
                text = f"{before[0].text} {cell.text}"
                made[-1] = (PlacedCell(text, before[0].left, cell.right), "both")
                continue
        made.append((cell, part))
    return made


def _next_table(lines: Sequence[PlacedLine], start: int) -> int:
    """Where another table begins, or the end."""
    return next((n for n in range(start, len(lines)) if _heads(lines[n : n + 2]) is not None), len(lines))


def _without_beside(line: PlacedLine, columns: _Columns) -> PlacedLine | None:
    """The words of the columns that count; None where it has none."""
    kept = tuple(word for word in line.words if columns.part_of(word) != "beside")
    return PlacedLine(line.page, kept) if kept else None


def _stacked(upper: Sequence[PlacedCell], lower: Sequence[PlacedCell]) -> list[PlacedCell]:
    """Heads that are torn over two lines, each half below its other one."""
    made = list(upper)
    for cell in lower:
        above = next(
            (n for n, each in enumerate(made) if each.left < cell.right and cell.left < each.right), None
        )
        if above is None:
            made.append(cell)
        else:
            each = made[above]
            made[above] = PlacedCell(
                f"{each.text} {cell.text}", min(each.left, cell.left), max(each.right, cell.right)
            )
    return sorted(made, key=lambda each: each.left)


def _end(body: Sequence[PlacedLine], columns: _Columns) -> int:
    """Where the rows are over: far below, one group of words goes across the columns, or is the head of something."""
    for number, (before, line) in enumerate(pairwise(body), start=1):
        far = line.page != before.page or line.top - before.bottom > 1.6 * (line.bottom - line.top)
        cells = line.cells()
        if copy_words().closes(line.text):
            return number
        if far and len(cells) == 1 and not NUMBER.match(line.text):
            crosses = any(cells[0].left < edge - 2 and cells[0].right > edge + 2 for edge in columns.edges)
            if crosses or line.text.endswith(":"):
                return number
    return len(body)


def _is_head_of_next(body: Sequence[PlacedLine]) -> bool:
    """Whether the last line, alone above the heads of another table, is what that table is about: "Target 2: …"."""
    if not body or len(body[-1].cells()) != 1:
        return False
    label = label_of(body[-1].text)
    return label is not None and label[0] == "what"


def _columns(heads: Sequence[tuple[PlacedCell, CopyPart]], body: Sequence[PlacedLine]) -> _Columns:
    """Between two heads a column ends where the fewest words of the rows go across."""
    edges = []
    for (cell, _part), (after, _next) in pairwise(heads):
        first, last = (cell.left + cell.right) / 2, (after.left + after.right) / 2
        steps = [first + (last - first) * step / 40 for step in range(1, 40)]
        groups = [each for line in body for each in line.cells()]
        crossed = [sum(each.left < x < each.right for each in groups) for x in steps]
        fewest = min(crossed)
        # Of equally good places the nearest to the next head: words begin at their column’s left.
        best = [x for x, count in zip(steps, crossed, strict=True) if count == fewest]
        edges.append(min(best, key=lambda x: (abs(x - (after.left - 3)), x)))
    parts = tuple(part for _cell, part in heads)
    ticked = () if {"who", "both"} & set(parts) else heads_with_ticks([cell for cell, _part in heads])
    names = tuple(cell.text if cell in ticked else "" for cell, _part in heads)
    return _Columns(parts, tuple(edges), names)


def _rows(body: Sequence[PlacedLine], columns: _Columns) -> list[GatheredLine]:
    """The lines of a table as rows: a number, more room than inside a row, or who and when said again begin one."""
    pitches = [after.top - before.top for before, after in pairwise(body) if before.page == after.page]
    tight = min((pitch for pitch in pitches if pitch > 0), default=0.0)
    texts = [_texts(line, columns) for line in body]
    by_room = any(
        before.page == after.page
        and after.top - before.top < _A_LITTLE_WIDER * tight
        and set(texts[number]) != set(columns.parts) - {"beside"}
        for number, (before, after) in enumerate(pairwise(body), start=1)
    ) and any(pitch > _WIDER * tight for pitch in pitches)
    rows: list[GatheredLine] = []
    for number, (line, said) in enumerate(zip(body, texts, strict=True)):
        before = body[number - 1] if number else None
        is_whole = set(said) >= set(columns.parts) - {"beside"}
        is_ticked = columns.is_ticked and not by_room and "who" in said
        begins = _begins(line, before, said, rows[-1], tight if by_room else 0.0, is_whole) if rows else True
        if begins or is_ticked:
            rows.append(GatheredLine(line.page))
        for part, text in said.items():
            rows[-1].add(part, text)
    return rows


def _texts(line: PlacedLine, columns: _Columns) -> dict[CopyPart, str]:
    texts: dict[CopyPart, str] = {}
    for word in line.words:
        part = columns.part_of(word)
        texts[part] = f"{texts[part]} {word.text}" if part in texts else word.text
    return texts


def _begins(
    line: PlacedLine,
    before: PlacedLine | None,
    said: dict[CopyPart, str],
    row: GatheredLine,
    tight: float,
    is_whole: bool,
) -> bool:
    """`tight` is how far lines of one row are apart; 0 where room does not tell. `is_whole`: each column is in it."""
    if before is None:
        return True
    if "what" not in said:
        return False
    if NUMBER.match(said["what"]):
        return True
    if tight and line.page == before.page:
        needed = _A_LITTLE_WIDER if is_whole and set(said) <= set(row.parts) else _WIDER
        return line.top - before.top > needed * tight
    owed = {"who", "when"} & set(said)
    if "both" in said and "both" in row.parts:
        return TIME.search(" ".join(row.parts["both"])) is not None
    if "when" in owed and _DAY.match(said["when"]) and _DAY.search(" ".join(row.parts.get("when", ()))):
        return True  # each has its day, also where nobody is named for one of them
    return bool(owed) and all(part in row.parts for part in owed)
