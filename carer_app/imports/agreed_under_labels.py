"""What was agreed under labels: "Target 1: … By whom: … By when: …", one below the other or in one line."""

import re
from collections.abc import Iterator, Sequence

from carer_app.imports.agreed_rows import FoundAction, GatheredLine, plain
from carer_app.imports.placed_words import PlacedLine
from carer_app.texts.copy_words import CopyPart, copy_words

_LABEL = re.compile(r"^(?P<label>[A-Za-z+/ ]{2,30}?)(?: ?\d{1,2})? ?[:?](?: |$)(?P<said>.*)$")
_NEAR = 14
"""Points between two lines of one answer, at the most."""


def under_labels(lines: Sequence[PlacedLine]) -> Iterator[FoundAction | None]:
    """ "Target 1: … By whom: … By when: …", one below the other, in one line, in boxes side by side, or in two columns
    with the labels in the left one."""
    row: GatheredLine | None = None
    part: CopyPart | None = None
    before: PlacedLine | None = None
    values = 0.0
    """Where what belongs to a label of the left column stands; 0 where there is no such column."""
    rows: list[GatheredLine] = []
    for line in _one_below_the_other(lines):
        cells = line.cells()
        heads_line = len(cells) > 1 and copy_words().part_of(plain(cells[0].text)) in ("what", "who", "when")
        values = cells[1].left if heads_line else values
        near = before is not None and line.page == before.page and line.top - before.bottom < _NEAR
        before = line
        if copy_words().closes(line.text) or (values and not heads_line and _is_label(line, values)):
            part = None
            continue
        for number, cell in enumerate(cells):
            label = label_of(f"{cell.text}:" if heads_line and not number else cell.text)
            if label is None:
                is_beside = copy_words().part_of(plain(cell.text)) == "beside"
                if is_beside or row is None or part is None or not (near or number):
                    part = None
                else:
                    row.add(part, cell.text)
                continue
            part, said = label
            if part == "what":
                row = GatheredLine(line.page)
                rows.append(row)
            if row is not None:
                row.add(part, said)
    whole = [each for each in rows if {"who", "when"} & set(each.parts)]
    return (each.found() for each in whole)


def _is_label(line: PlacedLine, values: float) -> bool:
    """Whether it begins in the column of labels, with one that nobody here knows."""
    return line.words[0].left < values - line.words[0].height and label_of(line.cells()[0].text) is None


def _one_below_the_other(lines: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    """The same lines, where boxes stand side by side each box as lines of its own: all of the left one come first."""
    boxes: list[PlacedLine] = []
    edges: list[float] = []
    for line in lines:
        labels = ((cell.left, label_of(cell.text)) for cell in line.cells())
        begin = [left for left, label in labels if label is not None and label[0] == "what"]
        far = bool(boxes) and (line.page != boxes[-1].page or line.top - boxes[-1].bottom > 2 * _NEAR)
        if len(begin) > 1 or far:
            yield from _apart(boxes, edges)
            boxes, edges = [], begin[1:]
        if edges:
            boxes.append(line)
        else:
            yield line
    yield from _apart(boxes, edges)


def _apart(boxes: Sequence[PlacedLine], edges: Sequence[float]) -> Iterator[PlacedLine]:
    for column in range(len(edges) + 1):
        for line in boxes:
            words = tuple(
                word
                for word in line.words
                if sum(word.left > edge - word.height / 2 for edge in edges) == column
            )
            if words:
                yield PlacedLine(line.page, words)


def label_of(text: str) -> tuple[CopyPart, str] | None:
    matched = _LABEL.match(plain(text))
    part = copy_words().part_of(matched["label"]) if matched else None
    return (part, matched["said"].strip()) if matched and part is not None else None
