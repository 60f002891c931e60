"""Somebody's exact words on paper, their drawing with them, and whose they are."""

from dataclasses import replace

from carer_app.paper.content.pieces import Quotation
from carer_app.paper.pdf.cells import Cell, PaperTag, RowOfCells, spans
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.shapes import Photo

_QUOTE, _WHOSE = PaperTag("BlockQuote"), (PaperTag("P", 1),)
_OPENING, _CLOSING = "“„«‘\"'", "”“»’\"'"

_WARM = 1.2
"""So much bigger are the child’s own words on a sheet of theirs; who wrote them down stands beneath."""


def quote_rows(piece: Quotation, pen: Pen) -> list[RowOfCells]:
    """Somebody's exact words in quotation marks; whose they are beside them, or below where there is no room."""
    quote, label = piece.quote, piece.label
    parts = [
        (f"{each} ", bold) for each, bold in ((label or quote.asked, True), (quote.chosen, False)) if each
    ]
    if quote.words:
        parts.append((in_quotes(quote.words), False))
    size = pen.size * (_WARM if pen.warm else 1)
    said = spans(parts, pen.width, size, leading=pen.leading)
    whose = pen.quiet(quote.whose_line) if quote.whose_line else ()
    if len(said) == len(whose) == 1 and not quote.picture and not pen.warm:
        used = said[0].text.width(pen.size)
        spare = pen.width - used - pen.size
        if whose[0].text.width(pen.small) <= spare:
            whose = (replace(whose[0], leading=said[0].leading, to_the_right=True),)
            at = pen.left + pen.width - spare
            words, theirs = Cell(pen.left, used, said), Cell(at, spare, whose, tags=_WHOSE)
            return [pen.row(words, theirs).inside(_QUOTE)]
    rows = [pen.row(Cell(pen.left, pen.width, said), with_next=bool(whose or quote.picture))] if said else []
    if quote.picture:
        photo = Photo(quote.picture, pen.width * 0.7, pen.size * 16)
        shown = PaperTag("Figure", words=quote.picture_words)
        rows.append(pen.row(Cell(pen.left, pen.width, (photo,), tags=(shown,)), with_next=bool(whose)))
    if whose:
        rows.append(pen.row(Cell(pen.left, pen.width, whose, tags=_WHOSE), above=0))
    return [row.inside(_QUOTE) for row in rows]


def in_quotes(said: str) -> str:
    """Quotation marks round somebody's words, unless they typed them themselves."""
    if len(said) > 1 and said[0] in _OPENING and said[-1] in _CLOSING:
        return said
    return f"“{said}”"
