"""Nothing on any sheet stands beyond the edge of the words: what is cut off by a printer is not there."""

import pytest

from carer_app.paper.content import Sheet
from carer_app.paper.content.pieces import PicturesToCut
from carer_app.paper.pdf import rows_on
from carer_app.paper.pdf.cells import PAGE_WIDTH, SIDE
from carer_app.paper.pdf.pen import Pen
from tests.paper.sheets import every_sheet

A_HAIR = 0.5
PRINTERS_LEAVE_OUT = 14.0
"""Points at the edge of a page. Pictures to cut out are a grid of their own, as wide as a page can be printed."""


@pytest.mark.parametrize("size", [12, 14, 18])
@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_every_cell_ends_where_the_words_may_end(sheet: Sheet, size: int) -> None:
    pen = Pen(size)
    for row in rows_on(sheet, pen):
        is_grid = any(isinstance(piece, PicturesToCut) for piece, _number in row.of)
        edge = SIDE - PRINTERS_LEAVE_OUT if is_grid else A_HAIR
        for cell in row.cells:
            assert -edge <= cell.x, cell
            assert SIDE + cell.x + cell.width <= PAGE_WIDTH - SIDE + edge, cell
