"""The words of a Word or text file become a tagged PDF of our own making, which is read like every other paper."""

from carer_app.imports.words_file import WordBlock
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper.content.pieces import Column, Piece, Points, SmallHeading, Table, TableRow, words
from carer_app.paper.sheets.paper_of_words import PaperOfWords

MOST_COLUMNS = 5
MOST_IN_A_CELL = 400
"""Letters. What is longer, or wider, is told line by line: each cell with its head before it."""


def to_pdf(blocks: tuple[WordBlock, ...]) -> bytes:
    """All of it, in its order."""
    return make_pdf(PaperOfWords(tuple(_pieces(blocks))))


def _pieces(blocks: tuple[WordBlock, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    points: list[str] = []
    for block in (*blocks, WordBlock("end")):
        if block.kind == "item":
            points.append(block.text)
            continue
        if points:
            pieces.append(Points(tuple(points)))
            points = []
        if block.kind == "heading":
            pieces.append(SmallHeading(block.text, 1.0))
        elif block.kind == "table":
            pieces += _table(block.rows)
        elif block.text:
            pieces.append(words(block.text, 0.6))
    return pieces


def _table(rows: tuple[tuple[str, ...], ...]) -> list[Piece]:
    heads, *others = rows
    fits = len(heads) <= MOST_COLUMNS and all(len(cell) <= MOST_IN_A_CELL for row in rows for cell in row)
    if others and len(heads) > 1 and all(heads) and fits:
        return [Table(_columns(rows), tuple(TableRow(row) for row in others))]
    if not others or not all(heads):  # a box round words, or a form: a label and what was filled in
        return [_line(row) for row in rows]
    pieces: list[Piece] = []
    for row in others:
        said = [f"{head}: {cell}" for head, cell in zip(heads, row, strict=True) if cell]
        pieces += [words(each, 0.8 if number == 0 else 0.0) for number, each in enumerate(said)]
    return pieces


def _line(row: tuple[str, ...]) -> Piece:
    return words(" · ".join(cell for cell in row if cell), 0.4)


def _columns(rows: tuple[tuple[str, ...], ...]) -> tuple[Column, ...]:
    weights = [max(8, min(40, max(len(row[place]) for row in rows))) for place in range(len(rows[0]))]
    return tuple(
        Column(head, share=weight / sum(weights)) for head, weight in zip(rows[0], weights, strict=True)
    )
