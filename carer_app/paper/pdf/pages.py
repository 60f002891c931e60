"""Rows flowing down A4 pages: what fits stays together, what does not goes on to the next page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, A6
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content.pieces import SheetPart
from carer_app.paper.pdf.cells import (
    BODY_WIDTH,
    BOTTOM,
    EDGE,
    HAIR,
    MUTED,
    NOTES_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PANEL_PAD,
    SIDE,
    TEAL,
    TINT,
    TOP,
    Cell,
    LineOfWords,
    RowOfCells,
    words,
)
from carer_app.paper.pdf.lettering import main_font
from carer_app.paper.pdf.structure import LANGUAGE, Structure
from carer_app.words import _

rl_config.useA85 = 0
"""The library would write each compressed page once more, in letters that only old mail needs."""
_CARD_EDGE = 14.0
CARD_WIDTH, CARD_HEIGHT = A6[0] - 2 * _CARD_EDGE, A6[1] - 2 * _CARD_EDGE
"""The room inside a card that is cut out of the page: A6 fits a pocket."""
_BOX_ABOVE = 2.0
_BELOW_RUNNING_HEAD = 22.0


@dataclass(slots=True)
class PlacedRow:
    """A row and the top of it on its page."""

    row: RowOfCells
    top: float


@dataclass(frozen=True, slots=True)
class PartOnPage:
    """Where a numbered part of a sheet lies on one page (from 1); `top` and `bottom` in page heights, counted down.
    A part that goes on to the next page is there twice."""

    number: int
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What is the same on every page of one sheet."""

    title: str
    running_head: str
    footer: str
    notes_heading: str = ""
    size: float = 12.0
    cut_out: bool = False

    @property
    def small(self) -> float:
        """How big the words at the foot of a page are."""
        return max(9.0, self.size * 0.6)


@dataclass(slots=True)
class _Pages:
    """Fills page after page from the top."""

    first_top: float = PAGE_HEIGHT - TOP
    later_top: float = PAGE_HEIGHT - TOP - _BELOW_RUNNING_HEAD
    bottom: float = BOTTOM
    pages: list[list[PlacedRow]] = field(default_factory=lambda: [[]])
    room: float = 0.0

    def __post_init__(self) -> None:
        self.room = self.first_top - self.bottom

    def new_page(self) -> None:
        self.pages.append([])
        self.room = self.later_top - self.bottom

    def put(self, row: RowOfCells, needed: float) -> None:
        """Place `row`. `needed` is the height that has to be free for it to begin here."""
        page = self.pages[-1]
        above = row.above if page else 0.0
        if page and page[-1].row.panel and not row.panel:
            above += PANEL_PAD
        if page and above + needed > self.room:
            self.new_page()
            above = 0.0
        self.room -= above
        if row.height > self.room:
            parts = row.split(self.room)
            if parts is not None:
                self._place(parts[0])
                self.new_page()
                self.put(parts[1], min(parts[1].first_lines, self.room))
                return
        self._place(row)

    def _place(self, row: RowOfCells) -> None:
        if not self.pages[-1]:
            row = replace(row, rule_above=False)
        self.pages[-1].append(PlacedRow(row, self.bottom + self.room))
        self.room -= row.height


def pages_of(rows: Sequence[RowOfCells], paper: Paper) -> int:
    """How many pages these rows take."""
    return len(_filled(rows, paper))


def parts_on_pages(rows: Sequence[RowOfCells], paper: Paper) -> tuple[PartOnPage, ...]:
    """Where the numbered parts that these rows belong to come to lie, in the order in which they are read."""
    found: dict[tuple[int, int], PartOnPage] = {}
    for page, placed_rows in enumerate(_filled(rows, paper), start=1):
        for placed in placed_rows:
            part = placed.row.of[0][0] if placed.row.of else None
            if not isinstance(part, SheetPart) or not part.number:
                continue
            top, bottom = 1 - placed.top / PAGE_HEIGHT, 1 - (placed.top - placed.row.height) / PAGE_HEIGHT
            before = found.get((part.number, page))
            found[part.number, page] = PartOnPage(part.number, page, before.top if before else top, bottom)
    return tuple(found.values())


def to_pdf(rows: Sequence[RowOfCells], paper: Paper) -> bytes:
    """The rows as a PDF of A4 pages. The same rows always give the same bytes."""
    pages = _filled(rows, paper)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=A4,
        invariant=1,
        lang=LANGUAGE,
        pdfVersion=(1, 7),
        initialFontName=main_font(),  # type: ignore[arg-type]
    )
    structure = Structure(canvas)
    canvas.setTitle(paper.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("PEP Companion")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, 1):
        if number > 1:
            structure.next_page()
            continued = _("{title}, continued").format(title=paper.running_head)
            head = words(continued, BODY_WIDTH, 10, colour=MUTED)
            if len(head) > 1:
                head = words(_("Continued"), BODY_WIDTH, 10, colour=MUTED)
            with structure.artifact("Header"):
                _draw_cell(canvas, Cell(0, BODY_WIDTH, head), PAGE_HEIGHT - TOP)
        with structure.artifact():
            if paper.notes_heading:
                _draw_notes(canvas, paper, number)
            if paper.cut_out:
                _draw_card(canvas, page)
            _draw_panels(canvas, page)
        for placed in page:
            _draw_row(canvas, placed, structure)
        with structure.artifact("Footer"):
            _draw_footer(canvas, paper, number, len(pages))
        canvas.showPage()
    structure.write(paper.title)
    canvas.save()
    return buffer.getvalue()


def _filled(rows: Sequence[RowOfCells], paper: Paper) -> list[list[PlacedRow]]:
    pages = _Pages(bottom=_bottom(paper))
    whole_page = pages.later_top - pages.bottom
    for place, row in enumerate(rows):
        needed = _to_begin(row, whole_page)
        after = place
        while rows[after].with_next and after + 1 < len(rows):
            after += 1
            needed += rows[after].above + _to_begin(rows[after], whole_page)
        pages.put(row, needed)
    return pages.pages


def _to_begin(row: RowOfCells, whole_page: float) -> float:
    """What must be free for the row to begin: all of it, unless it is very long."""
    return row.height if row.height < whole_page / 3 else row.first_lines


def _draw_row(canvas: Canvas, placed: PlacedRow, structure: Structure) -> None:
    row = placed.row
    with structure.artifact():
        _draw_edges(canvas, placed)
    for cell in row.cells:
        if cell.is_for_the_eye:
            with structure.artifact():
                _draw_cell(canvas, cell, placed.top)
        elif cell.drawn:
            structure.bookmark(cell, placed.top)
            left = SIDE + cell.x
            with structure.real(cell, (left, placed.top - cell.height, left + cell.width, placed.top)):
                _draw_cell(canvas, cell, placed.top)
        else:
            structure.keep(cell)


def _draw_edges(canvas: Canvas, placed: PlacedRow) -> None:
    """What is round a row: the line above it, and the boxes to fill in."""
    row = placed.row
    if row.rule_above:
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.6)
        left = min(cell.x for cell in row.cells)
        right = max(cell.x + cell.width for cell in row.cells)
        y = placed.top + row.above / 2
        canvas.line(SIDE + left, y, SIDE + right, y)
    for cell in row.cells:
        if cell.boxed:
            canvas.setStrokeColor(EDGE)
            canvas.setLineWidth(0.6)
            canvas.roundRect(SIDE + cell.x, placed.top - row.height, cell.width, row.height + _BOX_ABOVE, 2.5)


def _draw_cell(canvas: Canvas, cell: Cell, top: float) -> None:
    inset = 5.0 if cell.boxed else 0.0
    for each in cell.drawn:
        each.draw(canvas, SIDE + cell.x + inset, top, cell.width - 2 * inset)
        top -= each.height


def _draw_card(canvas: Canvas, page: Sequence[PlacedRow]) -> None:
    """The line to cut along. What does not fit on A6 makes the card longer."""
    top = PAGE_HEIGHT - TOP
    lowest = min((placed.top - placed.row.height for placed in page), default=top)
    height = max(CARD_HEIGHT, top - lowest) + 2 * _CARD_EDGE
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.8)
    canvas.setDash(4, 3)
    canvas.rect(SIDE - _CARD_EDGE, top + _CARD_EDGE - height, A6[0], height)
    canvas.setDash()


def _draw_panels(canvas: Canvas, page: Sequence[PlacedRow]) -> None:
    """The soft box behind rows that belong in it, with its teal edge."""
    run: list[PlacedRow] = []
    for placed in (*page, None):
        if placed is not None and placed.row.panel:
            run.append(placed)
            continue
        if run:
            top = run[0].top + PANEL_PAD - 2
            bottom = run[-1].top - run[-1].row.height - PANEL_PAD + 2
            right = max(cell.x + cell.width for each in run for cell in each.row.cells)
            canvas.setFillColor(TINT)
            canvas.roundRect(SIDE, bottom, right + PANEL_PAD, top - bottom, 6, stroke=0, fill=1)
            canvas.setFillColor(TEAL)
            canvas.roundRect(SIDE, bottom, 3.5, top - bottom, 1.75, stroke=0, fill=1)
        run = []


def _draw_notes(canvas: Canvas, paper: Paper, number: int) -> None:
    """The carer's column for notes, with faint lines."""
    left = PAGE_WIDTH - SIDE - NOTES_WIDTH
    top = PAGE_HEIGHT - TOP - (0 if number == 1 else _BELOW_RUNNING_HEAD)
    heading = words(paper.notes_heading, NOTES_WIDTH, paper.size, bold=True, colour=TEAL)
    _draw_cell(canvas, Cell(left - SIDE, NOTES_WIDTH, heading), top)
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(0.5)
    bottom = _bottom(paper)
    canvas.line(left - 12, top, left - 12, bottom)
    y = top - sum(line.height for line in heading) - 20
    while y > bottom:
        canvas.line(left, y, PAGE_WIDTH - SIDE, y)
        y -= 24


def _foot(paper: Paper) -> tuple[LineOfWords, ...]:
    """Whose paper it is, beside the number of the page."""
    size = paper.small
    return words(paper.footer, BODY_WIDTH - size * 10, size, colour=MUTED)


def _bottom(paper: Paper) -> float:
    """Where the words of a page end: higher where its foot takes more than a line."""
    return BOTTOM + sum(line.height for line in _foot(paper)[1:])


def _draw_footer(canvas: Canvas, paper: Paper, number: int, of: int) -> None:
    page = _("Page {number} of {of}").format(number=number, of=of)
    bottom = _bottom(paper)
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, bottom - 12, PAGE_WIDTH - SIDE, bottom - 12)
    room = BODY_WIDTH - paper.small * 10
    number_of_page = words(page, BODY_WIDTH - room, paper.small, colour=MUTED)
    right = tuple(replace(line, to_the_right=True) for line in number_of_page)
    _draw_cell(canvas, Cell(0, room, _foot(paper)), bottom - 15)
    _draw_cell(canvas, Cell(room, BODY_WIDTH - room, right), bottom - 15)
